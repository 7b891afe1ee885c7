import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import { writePatch } from '../../../lib/pack/archive.ts';
import { createByteReader, inputOfBytes, type PackInput } from '../../../lib/pack/byte-reader.ts';
import { readHead } from '../../../lib/pack/head.ts';
import { InputError } from '../../../lib/pack/remote.ts';
import { entityShardName } from '../../../lib/pack/shards.ts';
import { isBox, namesIn, readDigests, rowsFor } from '../../../lib/store/packs/boxes.ts';
import { readBytes } from '../../../lib/store/packs/parts.ts';
import type { PartRow } from '../../../lib/store/rows.ts';
import { StoreDatabase } from '../../../lib/store/schema.ts';
import type { Store } from '../../../lib/store/store.ts';
import { packFiles } from '../../pack/sources.ts';
import { type Bytes, sign, tryImport, withManifest, wordFor } from './imports.ts';
import { createFactory, openOn } from '../memory.ts';

/** A hundred shards: 64 rows, a whole box of 32, and four in the next. */
const count = 25_500;
const shards = 100;
const idOf = (at: number) => asEntityId(`test:n${at}`);

function people(version: number, changed: readonly number[], gone: readonly number[]): Map<string, string> {
  const lines: string[] = [];
  for (let at = 0; at < count; at += 1) {
    if (gone.includes(at)) continue;
    const description = `Number ${at}${changed.includes(at) ? `, edition ${version}` : ''}`;
    const prominence = 1 - at / count;
    lines.push(
      JSON.stringify({ id: idOf(at), type: 'person', name: `Zed ${at}`, aliases: [], description, prominence }),
    );
  }
  const files = packFiles({ 'entities.jsonl': lines.join('\n') });
  for (const name of ['facts.jsonl', 'claims.jsonl', 'reviews.jsonl']) files.delete(name);
  return withManifest({ version: `2026.11.${version}` }, files);
}

const first = await sign(people(0, [], []));
// One that lies in a row, one in the whole box, and the last of all, which goes.
const changed = [5, 20_000];
const second = await sign(people(1, changed, [count - 1]));
const made = await writePatch(second, first);
if (!made.ok) throw new Error('no patch');
const patch = made.value;

async function open() {
  const indexedDB = createFactory();
  return { store: await openOn(indexedDB), database: new StoreDatabase({ indexedDB, IDBKeyRange }) };
}

const rowNames = async (database: StoreDatabase): Promise<string[]> =>
  (await database.packParts.toArray()).map(({ name }) => name).toSorted();

/** What cards say of the first, of others of each kind of row, and of the last. */
const probes = [0, 5, 64 * 256 - 1, 64 * 256, 20_000, 96 * 256, count - 2, count - 1];
const told = async (store: Store): Promise<(string | undefined)[]> => {
  const known = new Map((await store.briefs(probes.map(idOf))).map(({ id, description }) => [id, description]));
  return probes.map((at) => known.get(idOf(at)));
};
const wordsOf = (version: number): (string | undefined)[] =>
  probes.map((at) => {
    if (version === 1 && at === count - 1) return undefined;
    return `Number ${at}${version === 1 && changed.includes(at) ? ', edition 1' : ''}`;
  });

/** Takes every box apart, into the rows that a store of before would have. */
async function takeApart(database: StoreDatabase): Promise<void> {
  for (const pack of await database.packs.toArray()) {
    const names = Array.from({ length: shards }, (_, shard) => entityShardName(shard));
    const kept = new Map((await database.packParts.toArray()).map((row) => [row.name, row]));
    const digests = await readDigests(names, kept);
    const rows: PartRow[] = [];
    for (const [at, name] of names.entries()) {
      const bytes = await readBytes(database, pack.id, pack.generation, name);
      if (bytes === null) throw new Error(`${name} is not there`);
      rows.push({ pack: pack.id, generation: pack.generation, name, bytes, digests: digests[at] ?? null });
    }
    await database.packParts.filter(({ sizes }) => sizes !== undefined).delete();
    await database.packParts.bulkPut(rows);
    await database.packs.update(pack.id, { parts: await database.packParts.count() });
  }
}

const brokenAt = (bytes: Bytes, place: number): PackInput => ({
  size: () => bytes.length,
  async *read(offset) {
    for (let at = offset; at < bytes.length; at += 500) {
      if (at >= place)
        throw new InputError({ code: 'RemoteUnreachable', url: 'https://packs.example/', detail: 'gone' });
      yield await Promise.resolve(bytes.subarray(at, Math.min(at + 500, place)));
    }
  },
});

/** The byte of the first pack behind this part. */
async function endOf(name: string): Promise<number> {
  const head = await readHead(createByteReader(inputOfBytes(first).read(0, new AbortController().signal)));
  if (!head.ok) throw new Error('no head');
  const { parts, bodyAt } = head.value;
  const upTo = parts.slice(0, parts.findIndex((part) => part.name === name) + 1);
  return upTo.reduce((at, { bytes }) => at + bytes, bodyAt);
}

describe('a pack of many shards', () => {
  test('has the first in rows and the others in boxes, and all of them are read', async () => {
    const { store, database } = await open();
    expect(wordFor(await tryImport(store, first))).toBe('installed');
    const names = await rowNames(database);
    expect(names.filter((name) => name.startsWith('entities/'))).toHaveLength(66);
    expect(names).toEqual(expect.arrayContaining(['entities/63', 'entities/64-95', 'entities/96-127']));
    expect(await told(store)).toEqual(wordsOf(0));
    expect(wordFor(await tryImport(store, first))).toBe('present');
    await store.remove('test-pack');
    expect(await rowNames(database)).toEqual([]);
  });

  test.each([
    ['the whole', second],
    ['a patch', patch],
  ])('is updated by %s, tells what came of it, and goes back', async (_, bytes) => {
    const { store, database } = await open();
    await tryImport(store, first);
    expect(wordFor(await tryImport(store, bytes))).toBe('installed');
    expect(await told(store)).toEqual(wordsOf(1));
    expect((await store.listPacks()).packs[0]?.changes).toMatchObject({
      added: 0,
      removed: 1,
      changed: 2,
      examples: { changed: changed.map((at) => ({ name: `Zed ${at}`, what: ['description'] })) },
    });
    expect(await store.rollBack('test-pack')).toBe(true);
    expect(await told(store)).toEqual(wordsOf(0));
    expect(new Set((await database.packParts.toArray()).map(({ generation }) => generation)).size).toBe(1);
  });

  test('that is cut short in the middle of a box goes on there', async () => {
    const { store, database } = await open();
    const inBoxes = async (): Promise<number> =>
      (await database.packParts.filter(({ name }) => isBox(name)).toArray()).flatMap(namesIn).length;
    // Some are still being checked when it breaks off; all of these are in the first box.
    const kept: number[] = [];
    for (const shard of [75, 90]) {
      const input = brokenAt(first, await endOf(entityShardName(shard)));
      expect((await tryImport(store, first, { input })).ok).toBe(false);
      kept.push(await inBoxes());
    }
    expect(kept[0]).toBeGreaterThan(0);
    expect(kept[1]).toBeGreaterThan(kept[0] ?? 0);
    expect(kept[1]).toBeLessThan(32);
    expect(wordFor(await tryImport(store, first))).toBe('installed');
    expect(await inBoxes()).toBe(shards - 64);
    expect(await told(store)).toEqual(wordsOf(0));
    expect(wordFor(await tryImport(store, first))).toBe('present');
  });

  test('of which a box is lost answers with the rest, and is made whole by taking it in again', async () => {
    const { store, database } = await open();
    await tryImport(store, first);
    await database.packParts.filter(({ name }) => name === 'entities/64-95').delete();
    expect(await told(store)).toEqual(
      wordsOf(0).map((words, i) => ([64 * 256, 20_000].includes(probes[i] ?? 0) ? undefined : words)),
    );
    expect(wordFor(await tryImport(store, first))).toBe('installed');
    expect(await told(store)).toEqual(wordsOf(0));
    expect(wordFor(await tryImport(store, first))).toBe('present');
  });
});

describe('a pack that an earlier version took in, with a row for every shard', () => {
  const opened = async () => {
    const { store, database } = await open();
    await tryImport(store, first);
    await takeApart(database);
    expect((await rowNames(database)).filter((name) => name.startsWith('entities/'))).toHaveLength(shards);
    return { store, database };
  };

  test('is read, is present, and goes', async () => {
    const { store, database } = await opened();
    expect(await told(store)).toEqual(wordsOf(0));
    expect(wordFor(await tryImport(store, first))).toBe('present');
    await store.remove('test-pack');
    expect(await rowNames(database)).toEqual([]);
  });

  test.each([
    ['the whole', second],
    ['a patch', patch],
  ])('is updated by %s and gone back to', async (_, bytes) => {
    const { store } = await opened();
    expect(wordFor(await tryImport(store, bytes))).toBe('installed');
    expect(await told(store)).toEqual(wordsOf(1));
    expect((await store.listPacks()).packs[0]?.changes).toMatchObject({ added: 0, removed: 1, changed: 2 });
    expect(await store.rollBack('test-pack')).toBe(true);
    expect(await told(store)).toEqual(wordsOf(0));
  });

  test('is made whole with a box where rows are lost', async () => {
    const { store, database } = await opened();
    await database.packParts.filter(({ name }) => name === 'entities/78').delete();
    expect(wordFor(await tryImport(store, first))).toBe('installed');
    expect(await rowNames(database)).toContain('entities/64-95');
    expect(await told(store)).toEqual(wordsOf(0));
    expect(wordFor(await tryImport(store, first))).toBe('present');
  });
});

test('a shard is looked for by itself and in its box', () => {
  expect(rowsFor('entities/63')).toEqual(['entities/63']);
  expect(rowsFor('entities/64')).toEqual(['entities/64', 'entities/64-95']);
  expect(rowsFor('claims/127')).toEqual(['claims/127', 'claims/96-127']);
  expect(rowsFor('index')).toEqual(['index']);
});
