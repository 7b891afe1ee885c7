import { describe, expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import { gzip, sha256 } from '../../../lib/pack/bytes.ts';
import { joinHead, type PackHead, readHead } from '../../../lib/pack/head.ts';
import { createByteReader, inputOfBytes } from '../../../lib/pack/byte-reader.ts';
import { signHeader, type SigningKey } from '../../../lib/pack/signature.ts';
import { packFiles, withRecord } from '../../pack/sources.ts';
import { type Bytes, publisher, sign, stranger, tryImport, withManifest, wordFor } from './imports.ts';
import { createFactory, openOn, seedWith, makePack } from '../memory.ts';

const installed = await sign(packFiles());
/** What is tampered with: the version after. */
const whole = await sign(withManifest({ version: '2026.11.5' }));
const read = await readHead(createByteReader(inputOfBytes(whole).read(0, new AbortController().signal)));
if (!read.ok) throw new Error('the test pack cannot be read');
const head: PackHead = read.value;

const changed = (change: (bytes: Bytes) => void): Bytes => {
  const bytes = whole.slice();
  change(bytes);
  return bytes;
};

const concat = (...parts: readonly Bytes[]): Bytes => {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/** The header's text changed, with the publisher's old signature or signed once more. */
async function withHeader(change: (header: string) => string, key: SigningKey | null): Promise<Bytes> {
  const header = new TextEncoder().encode(change(new TextDecoder().decode(head.header)));
  const seal = key === null ? head.seal : await signHeader(header, key);
  return concat(joinHead(header, seal, null), whole.slice(head.bodyAt));
}

/** One part exchanged, and all hashes and signatures made right: what a publisher's broken tool would make. */
async function withPart(name: string, content: Bytes): Promise<Bytes> {
  const parts: Bytes[] = [];
  let at = head.bodyAt;
  for (const part of head.parts) {
    parts.push(part.name === name ? content : whole.slice(at, at + part.bytes));
    at += part.bytes;
  }
  const listed = head.parts.find((part) => part.name === name);
  const hash = await sha256(content);
  const header = new TextEncoder().encode(
    new TextDecoder()
      .decode(head.header)
      .replace(`${listed?.bytes},"sha256":"${listed?.sha256}"`, `${content.length},"sha256":"${hash}"`),
  );
  return concat(joinHead(header, await signHeader(header, publisher), null), ...parts);
}

const lines = (text: string): Promise<Bytes> => gzip(new TextEncoder().encode(text));
const record = (fields: object): string =>
  JSON.stringify({ entity: null, facts: [], neighbours: [], claims: [], ...fields });
/** Ids in the order of the pack: the country, the person, and the one that only other packs hold. */
const entities = (...records: readonly string[]): Promise<Bytes> => lines(['{"sources":[]}', ...records].join('\n'));
const place = { id: 'test:freedonia', type: 'place', name: 'Freedonia', aliases: [], description: '' };

const forged = {
  ...head.seal,
  signature: head.seal?.signature.replace(/^./u, (letter) => (letter === 'A' ? 'B' : 'A')),
};

/** Twenty ways and more to tamper with a pack, each with the words that its reader sees. */
type Case = readonly [name: string, bytes: Bytes, said: string, accept?: readonly string[]];
const cases: readonly Case[] = [
  [
    'a web page',
    new TextEncoder().encode('<!doctype html><title>Not found</title>'),
    'this is no pack: it does not begin as one',
  ],
  ['an empty file', new Uint8Array(0), 'this is no pack: too short'],
  ['cut off in the header', whole.slice(0, 60), 'part header is damaged: is cut off'],
  ['cut off in a part', whole.slice(0, whole.length - 5), 'is cut off'],
  ['bytes behind the end', concat(whole, new Uint8Array(1)), 'part end is damaged: more bytes than the header says'],
  [
    'one bit of the index',
    changed((bytes) => bytes.set([(bytes[head.bodyAt + 90] ?? 0) ^ 1], head.bodyAt + 90)),
    'part index is damaged: has another hash',
  ],
  [
    'one bit of the last part',
    changed((bytes) => bytes.set([(bytes.at(-1) ?? 0) ^ 1], bytes.length - 1)),
    'claims/0 is damaged: has another hash',
  ],
  [
    'another title under the old signature',
    await withHeader((text) => text.replace('Test pack', 'Fest pack'), null),
    'the signature is not that of',
  ],
  [
    'another hash under the old signature',
    await withHeader((text) => text.replace(/"sha256":"..../u, '"sha256":"0000'), null),
    'the signature is not that of',
  ],
  [
    'a forged signature',
    concat(joinHead(head.header, forged as never, null), whole.slice(head.bodyAt)),
    'the signature is not that of',
  ],
  ['no signature', await sign(packFiles(), null), 'nobody signed the pack'],
  [
    'a seal without a key',
    concat(joinHead(head.header, { key: 'AAAA', signature: 'AAAA' }, null), whole.slice(head.bodyAt)),
    'seal: key: not an Ed25519 key',
  ],
  ['a publisher whom nobody accepted', await sign(packFiles()), 'you have not accepted the publisher Tests', []],
  [
    'the publisher’s name under another key',
    await sign(withManifest({ id: 'other-pack' }), stranger),
    'the publisher Tests is known under another key',
    [stranger.x],
  ],
  [
    'the pack under another key',
    await sign(withManifest({ version: '2026.12.0', publisher: 'Somebody' }), stranger),
    'the pack Test pack is known under another key',
    [stranger.x],
  ],
  [
    'expired',
    await sign(withManifest({ version: '2026.12.0', expires: '2026-11-22' })),
    'the pack expired on 2026-11-22',
  ],
  ['an older version', await sign(withManifest({ version: '2026.10.9' })), 'version 2026.10.9 is older than 2026.11.0'],
  [
    'the same version with another content',
    await sign(withManifest({ description: 'Changed.' })),
    'version 2026.11.0 is installed with another content',
  ],
  [
    'a pack that comes with the extension',
    await sign(withManifest({ id: 'shipped' })),
    'comes with Sidelight and is updated with it',
  ],
  [
    'a newer format',
    await withHeader((text) => text.replace('"schema":1', '"schema":9'), publisher),
    'the pack is of format 9',
  ],
  [
    'a manifest without a licence',
    await withHeader((text) => text.replace('"CC0-1.0"', '""'), publisher),
    'header: manifest.licence: empty',
  ],
  [
    'counts that are not so',
    await withHeader((text) => text.replace('"claims":1', '"claims":7'), publisher),
    'part index is damaged: lists 1 claims, the header 7',
  ],
  [
    'a part left out',
    await withHeader((text) => text.replace(/,\{"name":"claims\/0".*?\}/u, ''), publisher),
    'part claims/0 is damaged: is missing',
  ],
  [
    'an index of something else',
    await withPart('index', new Uint8Array(400)),
    'part index is damaged: is something else',
  ],
  [
    'a search part of something else',
    await withPart('search', new Uint8Array(400)),
    'part search is damaged: is something else',
  ],
  [
    'a part that is no gzip',
    await withPart('entities/0', new Uint8Array(40)),
    'part entities/0 is damaged: is no gzipped text',
  ],
  [
    'a part that unfolds without end',
    await withPart('entities/0', await gzip(new Uint8Array(40_000_000))),
    'entities/0 has',
  ],
  ['a record that is not JSON', await withPart('entities/0', await entities('{', '{', '{')), 'entities/0:2: not JSON'],
  ['a record too few', await withPart('entities/0', await entities(record({}))), 'holds 1 records instead of 3'],
  [
    'a record of another entity',
    await withPart(
      'entities/0',
      await entities(record({ entity: { ...place, id: 'test:else' } }), record({}), record({})),
    ),
    'entities/0:2: entity.id: is not test:freedonia',
  ],
  [
    'a record of another shape',
    await withPart(
      'entities/0',
      await entities(record({ entity: { ...place, type: 'robot' } }), record({}), record({})),
    ),
    'entities/0:2: entity.type:',
  ],
  [
    'a script as address',
    await withPart(
      'entities/0',
      await entities(record({ entity: { ...place, sameAs: ['javascript:1'] } }), record({}), record({})),
    ),
    'entity.sameAs.0: not an http(s) address',
  ],
  [
    'a claim beyond the last',
    await withPart('entities/0', await entities(record({ claims: [5] }), record({}), record({}))),
    'entities/0:2: claims.0: is beyond the last claim',
  ],
];

test('twenty kinds at least, each with a reason of its own', () => {
  expect(new Set(cases.map(([, , said]) => said)).size).toBeGreaterThanOrEqual(20);
});

describe('what is refused', () => {
  for (const [name, bytes, said, accept] of cases) test(name, () => refuse(bytes, said, accept ?? [publisher.x]));
});

async function refuse(bytes: Bytes, said: string, accept: readonly string[]): Promise<void> {
  const store = await openOn(createFactory());
  const isUnknown = said.includes('have not accepted');
  if (!isUnknown) expect(wordFor(await tryImport(store, installed))).toBe('installed');
  await seedWith(store, await makePack(withManifest({ id: 'shipped' })));
  const before = await store.listPacks();
  expect(wordFor(await tryImport(store, bytes, { accept })).replaceAll("'", '’')).toContain(said);
  // Nothing of it stays, and what was there answers as before.
  expect(await store.listPacks()).toEqual(before);
  if (!isUnknown) expect((await store.briefs([asEntityId('test:ada')]))[0]?.name).toBe('Ada Moreno');
}

test('tampering with a part of a pack that is not installed leaves nothing of it', async () => {
  const factory = createFactory();
  const store = await openOn(factory);
  const bytes = await withPart('claims/0', await lines('{"sources":[]}\n{}'));
  expect(wordFor(await tryImport(store, bytes))).toContain('claims/0:2: claim:');
  expect(await store.listPacks()).toEqual({ packs: [], unfinished: [] });
  expect(await countParts(factory)).toBe(0);
});

const countParts = (factory: IDBFactory): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = factory.open('sidelight');
    opening.addEventListener('success', () => {
      const counting = opening.result.transaction('packParts').objectStore('packParts').count();
      counting.addEventListener('success', () => resolve(counting.result));
      counting.addEventListener('error', () => reject(new Error('no count')));
    });
  });

test('whom the reader accepted once is known from then on', async () => {
  const store = await openOn(createFactory());
  await tryImport(store, whole);
  const other = await sign(withManifest({ id: 'second-pack' }, withRecord('entities', 0, { name: 'Ada M.' })));
  expect(wordFor(await tryImport(store, other, { accept: [] }))).toBe('installed');
  await store.remove('test-pack');
  await store.remove('second-pack');
  expect(wordFor(await tryImport(store, whole, { accept: [] }))).toContain('you have not accepted');
});
