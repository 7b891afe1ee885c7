/** Whose a picture is, under which licence, and the page that it is from. */
export interface PictureCredit {
  readonly url: string;
  readonly credit: string;
  readonly licence: string;
}

/** A picture that a look-up brought. */
export interface Picture extends PictureCredit {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** That there is a picture, and since when (epoch milliseconds): another moment, another picture. */
export interface PictureMark extends PictureCredit {
  readonly at: number;
}

/** A picture as it travels in a message, which is text. */
export interface PictureText {
  readonly mediaType: string;
  readonly base64: string;
}

/** Bytes; a thumbnail of the width that is asked for has a tenth. */
export const mostPictureBytes = 600_000;

/** Pixels, so that few bytes cannot fill the memory: a thumbnail has a tenth of them. */
const mostPixels = 4_000_000;

export interface ImageHead {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';
  readonly width: number;
  readonly height: number;
}

/**
 * What the first bytes say that it is, whatever it was called: JPEG, PNG, WebP or GIF of a size that can be shown. Null
 * for everything else, documents that can hold scripts or addresses (SVG, HTML) among it.
 */
export function readImageHead(bytes: Uint8Array): ImageHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let head: ImageHead | null;
  try {
    head = pngHead(view) ?? gifHead(view) ?? webpHead(view) ?? jpegHead(view);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  if (head === null || head.width === 0 || head.height === 0) return null;
  return head.width * head.height > mostPixels ? null : head;
}

/** Whether it may be more than one picture: every GIF, and a WebP or PNG that says so of itself. */
export function mayMove(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (gifSays(view)) return true;
  if (saysAt(view, 0, 'RIFF') && saysAt(view, 8, 'WEBPVP8X'))
    return view.byteLength > 20 && (view.getUint8(20) & 2) > 0;
  if (!saysAt(view, 0, pngBegins)) return false;
  // Chunks follow each other, each with its length; the one that says so stands before the picture itself.
  for (let at = pngBegins.length; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (saysAt(view, at + 4, 'acTL')) return true;
    if (saysAt(view, at + 4, 'IDAT')) return false;
  }
  return false;
}

const saysAt = (view: DataView, at: number, text: string): boolean =>
  at + text.length <= view.byteLength &&
  Array.from(text, (letter) => letter.charCodeAt(0)).every((code, i) => view.getUint8(at + i) === code);

const pngBegins = '\u0089PNG\r\n\u001a\n';
const gifSays = (view: DataView): boolean => saysAt(view, 0, 'GIF87a') || saysAt(view, 0, 'GIF89a');

const pngHead = (view: DataView): ImageHead | null =>
  saysAt(view, 0, pngBegins) && saysAt(view, 12, 'IHDR')
    ? { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
    : null;

const gifHead = (view: DataView): ImageHead | null =>
  gifSays(view) ? { mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) } : null;

function webpHead(view: DataView): ImageHead | null {
  if (!saysAt(view, 0, 'RIFF') || !saysAt(view, 8, 'WEBP')) return null;
  const of = (width: number, height: number): ImageHead => ({ mediaType: 'image/webp', width, height });
  if (saysAt(view, 12, 'VP8 ')) return of(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (saysAt(view, 12, 'VP8L')) {
    const size = view.getUint32(21, true);
    return of(1 + (size & 0x3fff), 1 + ((size >> 14) & 0x3fff));
  }
  // Its sizes take three bytes each.
  return saysAt(view, 12, 'VP8X')
    ? of(1 + (view.getUint32(24, true) & 0xffffff), 1 + (view.getUint32(26, true) >>> 8))
    : null;
}

/** Segments follow each other, each with its length, up to the one that holds the size (SOF0 to SOF15 but three). */
function jpegHead(view: DataView): ImageHead | null {
  if (!saysAt(view, 0, '\u00ff\u00d8\u00ff')) return null;
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker < 0xc0 || marker > 0xcf || marker === 0xc4 || marker === 0xc8 || marker === 0xcc) continue;
    return { mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
}
