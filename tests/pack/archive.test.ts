import { describe, expect, test } from 'vitest';
import { readArchive } from '../../lib/pack/archive.ts';
import { compilePack } from '../../lib/pack/compile.ts';
import { describePackFailure } from '../../lib/pack/failures.ts';
import { parsePack } from '../../lib/pack/parse.ts';
import { packFiles } from './sources.ts';

const content = parsePack(packFiles());
if (!content.ok) throw new Error('the test pack is malformed');
const archive = await compilePack(content.value);
const headerLength = new DataView(archive.buffer).getUint32(8, true);
/** Signature, three lengths. */
const headerAt = 20;
const headerEnd = headerAt + headerLength;

type Bytes = Uint8Array<ArrayBuffer>;
const changed = (change: (bytes: Bytes) => void): Bytes => {
  const bytes = archive.slice();
  change(bytes);
  return bytes;
};

/** The archive with another header text of any length. */
function withHeader(change: (header: string) => string): Bytes {
  const text = change(new TextDecoder().decode(archive.subarray(headerAt, headerEnd)));
  const header = new TextEncoder().encode(text);
  const bytes = new Uint8Array(headerAt + header.length + archive.length - headerEnd);
  bytes.set(archive.subarray(0, headerAt));
  new DataView(bytes.buffer).setUint32(8, header.length, true);
  bytes.set(header, headerAt);
  bytes.set(archive.subarray(headerEnd), headerAt + header.length);
  return bytes;
}

test('what was written is read', async () => {
  const read = await readArchive(archive);
  expect(read.ok && read.value.counts).toEqual({
    entities: 2,
    aliases: 3,
    facts: 4,
    claims: 1,
    reviews: 1,
    sources: 2,
  });
});

test('the same content has the same hash', async () => {
  const again = await compilePack(content.value);
  const [one, two] = await Promise.all([readArchive(archive), readArchive(again)]);
  expect(one.ok && two.ok && one.value.hash === two.value.hash).toBe(true);
});

describe('what is refused', () => {
  test.each<[name: string, bytes: Bytes, said: string]>([
    ['nothing', new Uint8Array(0), 'no pack: too short'],
    [
      'another file',
      new TextEncoder().encode('<!doctype html><title>Not found</title>'),
      'no pack: it does not begin as one',
    ],
    ['another version of the signature', changed((bytes) => bytes.set([51], 6)), 'no pack: it does not begin as one'],
    [
      'header length beyond the file',
      changed((bytes) => bytes.set([255, 255, 0, 0], 8)),
      'header is damaged: is cut off',
    ],
    ['header length too short', changed((bytes) => bytes.set([10, 0, 0, 0], 8)), 'header is damaged: is not JSON'],
    ['header length beyond reason', changed((bytes) => bytes.set([255, 255, 255, 255], 8)), 'header has 4294967295'],
    ['a seal of nonsense', changed((bytes) => bytes.set([4], 12)), 'seal is damaged: is not JSON'],
    ['cut in the header', archive.slice(0, 40), 'header is damaged: is cut off'],
    ['cut in a part', archive.slice(0, archive.length - 9), 'is cut off'],
    ['bytes behind the end', new Uint8Array([...archive, 0]), 'more bytes than the header says'],
    [
      'one bit of the first part',
      changed((bytes) => bytes.set([(bytes[headerEnd] ?? 0) ^ 1], headerEnd)),
      'index is damaged: has another hash',
    ],
    [
      'one bit of the last part',
      changed((bytes) => bytes.set([(bytes.at(-1) ?? 0) ^ 1], bytes.length - 1)),
      'has another hash',
    ],
    ['a newer format', withHeader((header) => header.replace('"schema":1', '"schema":9')), 'format 9'],
    ['another format', withHeader((header) => header.replace('sidelight-pack', 'other-pack')), 'header: format:'],
    [
      'a manifest without a title',
      withHeader((header) => header.replace('"title":"Test pack"', '"title":""')),
      'header: manifest.title: empty',
    ],
    [
      'a part of an unknown name',
      withHeader((header) => header.replace('"name":"search"', '"name":"../etc"')),
      'header: parts.1.name:',
    ],
    [
      'no index',
      withHeader((header) => header.replace('"name":"index"', '"name":"claims/7"')),
      'index is damaged: is missing',
    ],
    [
      'index in another place',
      withHeader((header) =>
        header.replace('"index"', '"x"').replace('"search"', '"index"').replace('"x"', '"search"'),
      ),
      'index is damaged: is not the first part',
    ],
    ['a part twice', withHeader((header) => header.replace('"name":"search"', '"name":"index"')), 'names a part twice'],
    ['a negative size', withHeader((header) => header.replace(/"bytes":\d+/, '"bytes":-1')), 'header: parts.0.bytes:'],
    [
      'an invented hash',
      withHeader((header) => header.replace(/"sha256":"[0-9a-f]{4}/, '"sha256":"0000')),
      'has another hash',
    ],
    ['a header of nonsense', withHeader(() => '[1,2'), 'header is damaged: is not JSON'],
    ['an empty header', withHeader(() => 'null'), 'header:'],
  ])('%s', async (_, bytes, said) => {
    const read = await readArchive(bytes);
    expect(read.ok ? 'accepted' : describePackFailure(read.failure)).toContain(said);
  });
});
