import { describe, expect, test } from 'vitest';
import { type ImageHead, mayMove, readImageHead } from '../../lib/model/picture.ts';
import { drawPortrait } from '../../scripts/stand-in/portrait.ts';

/** Letters as bytes, and numbers between them as they are. */
const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));

const pngOf = (width: number, height: number): Uint8Array => {
  const png = Uint8Array.from(drawPortrait());
  const view = new DataView(png.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return png;
};

/** Twenty bytes of something else, as a camera writes before the size. */
const exif = [0xff, 0xe1, 0, 22, ...Array.from({ length: 20 }, () => 7)];
const tables = [0xff, 0xc4, 0, 4, 1, 2];
const size = [0xff, 0xc2, 0, 17, 8, 1, 64, 0, 250];
const jpeg = bytesOf([0xff, 0xd8], exif, tables, size);

describe('an image is what its bytes are', () => {
  test.each<[what: string, bytes: Uint8Array, expected: ImageHead]>([
    ['PNG', drawPortrait(), { mediaType: 'image/png', width: 250, height: 320 }],
    ['JPEG, its size behind other segments', jpeg, { mediaType: 'image/jpeg', width: 250, height: 320 }],
    ['GIF', bytesOf('GIF89a', [250, 0, 64, 1]), { mediaType: 'image/gif', width: 250, height: 320 }],
    [
      'WebP with loss',
      bytesOf('RIFF....WEBPVP8 ', [9, 9, 9, 9, 0, 0, 0, 0x9d, 1, 0x2a, 250, 0, 64, 1]),
      { mediaType: 'image/webp', width: 250, height: 320 },
    ],
    [
      'WebP without',
      bytesOf('RIFF....WEBPVP8L', [9, 9, 9, 9, 0x2f, 249, 0xc0, 0x4f, 0]),
      { mediaType: 'image/webp', width: 250, height: 320 },
    ],
    [
      'WebP, extended',
      bytesOf('RIFF....WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 249, 0, 0, 63, 1, 0]),
      { mediaType: 'image/webp', width: 250, height: 320 },
    ],
    ['the largest', pngOf(2000, 2000), { mediaType: 'image/png', width: 2000, height: 2000 }],
  ])('%s', (_, bytes, expected) => {
    expect(readImageHead(bytes)).toEqual(expected);
  });

  test.each<[what: string, bytes: Uint8Array]>([
    ['nothing', bytesOf()],
    ['SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><image href="https://a.example/x"/></svg>')],
    ['HTML', bytesOf('<!doctype html><img src="https://a.example/x">')],
    ['an icon', bytesOf([0, 0, 1, 0, 1, 0])],
    ['a PNG that is cut off', drawPortrait().subarray(0, 20)],
    ['a JPEG that is cut off before its size', jpeg.subarray(0, 30)],
    ['a JPEG whose segments lead nowhere', bytesOf([0xff, 0xd8, 0xff, 0xe1, 0, 2, 0, 0, 0, 0])],
    ['a GIF without a size', bytesOf('GIF89a', [0, 0, 64, 1])],
    ['few bytes that fill the memory', pngOf(65_535, 65_535)],
    ['one pixel line too many', pngOf(2000, 2001)],
  ])('%s is none that can be shown', (_, bytes) => {
    expect(readImageHead(bytes)).toBeNull();
  });
});

describe('a picture that may move is told by its bytes', () => {
  const webp = (flags: number): Uint8Array =>
    bytesOf('RIFF....WEBPVP8X', [10, 0, 0, 0, flags, 0, 0, 0, 249, 0, 0, 63, 1, 0]);
  /** The portrait with a chunk between its head (25 bytes behind the eight that all begin with) and the picture. */
  const pngWith = (type: string): Uint8Array => {
    const png = drawPortrait();
    return Uint8Array.from([
      ...png.subarray(0, 33),
      ...bytesOf([0, 0, 0, 2], type, [0, 0, 9, 9, 9, 9]),
      ...png.subarray(33),
    ]);
  };

  test.each<[what: string, bytes: Uint8Array, expected: boolean]>([
    ['GIF', bytesOf('GIF89a', [250, 0, 64, 1]), true],
    ['WebP that says so', webp(2 | 16), true],
    ['WebP that says otherwise', webp(16), false],
    ['WebP that ends before it says', bytesOf('RIFF....WEBPVP8X'), false],
    ['PNG', drawPortrait(), false],
    ['PNG with something else in it', pngWith('tEXt'), false],
    ['PNG that says so', pngWith('acTL'), true],
    ['PNG without an end', drawPortrait().subarray(0, 20), false],
    ['JPEG', jpeg, false],
    ['nothing', bytesOf(), false],
  ])('%s', (_, bytes, expected) => {
    expect(mayMove(bytes)).toBe(expected);
  });
});
