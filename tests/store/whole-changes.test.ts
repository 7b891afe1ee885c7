import { describe, expect, test } from 'vitest';
import { toRow } from '../../lib/merge/cells.ts';
import { policyOf } from '../../lib/merge/policy.ts';
import { lifeOf } from '../../lib/merge/record.ts';
import type { Edit } from '../../lib/model/edit.ts';
import { asEntityId, type EntityId } from '../../lib/model/ids.ts';
import type { LookedUp } from '../../lib/model/look-up.ts';
import type { ClaimReview } from '../../lib/model/review.ts';
import { isSameRow } from '../../lib/store/edit/changes.ts';
import { readExport } from '../../lib/store/exchange/read-export.ts';
import { exportedTables } from '../../lib/store/exchange/export.ts';
import type { Store } from '../../lib/store/store.ts';
import { isSynced } from '../../lib/store/sync/track.ts';
import { readRecords } from '../sync/devices.ts';
import { portrait } from '../sync/pictured.ts';
import { type End, endEverywhere } from './kill.ts';
import { createFactory, makeAnalysis, makePack, openOn, seedWith } from './memory.ts';
import { putEntity } from './own-rows.ts';

/** Whatever ends a change, it is whole or not there, and each row of the reader's has the state from which devices merge. */

const ada = asEntityId('local:ada');
const bo = asEntityId('local:bo');
const pack = await makePack();

const article = (url: string, ...words: readonly string[]) =>
  makeAnalysis({
    url,
    publishedAt: '2026-11-20T08:00:00Z',
    figures: [['Ada Moreno', ada]],
    said: words.map((word) => ({ text: `Ada Moreno spoke of ${word} at length.`, speaker: 0, about: [] })),
  });

const review = (claim: string): ClaimReview =>
  ({
    url: `https://checks.example/${claim}`,
    claim,
    rating: 'Wrong',
    reviewer: 'Checks',
    reviewedAt: null,
    claimant: null,
    appearances: [],
    language: null,
  }) as unknown as ClaimReview;

const source = { url: 'https://d.example/Q7', title: 'Q7', publisher: 'D', licence: 'CC0 1.0', publishedAt: null };
const found: LookedUp = {
  item: 'Q7',
  type: 'person',
  name: 'Ada Moreno Vidal',
  description: 'politician',
  aliases: ['La Ministra'],
  gender: null,
  facts: [{ id: 'Q7$1', predicate: 'birthDate', value: { date: '1971' }, of: null, validFrom: null, validTo: null }],
  summary: { text: 'She is a politician.', source: { ...source, url: 'https://w.example/Ada' } },
  source,
  picture: { bytes: portrait, mediaType: 'image/png', url: 'https://c.example/x', credit: 'Ann', licence: 'CC0 1.0' },
};

async function make(store: Store, ...edits: readonly Edit[]): Promise<void> {
  for (const edit of edits) {
    const made = await store.edit(edit, 'you');
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
  }
}

const person = (id: EntityId, name: string) => ({ id, type: 'person' as const, name, aliases: [], description: '' });

/** A file of as many names as lie in one block, and a little of all else. */
async function makeFile(): Promise<Blob> {
  const store = await openOn(createFactory());
  await store.remember(article('https://b.example/1', 'trams'));
  await store.database.entities.bulkPut(
    Array.from({ length: 210 }, (_, nth) => person(asEntityId(`local:${nth}`), `Person ${nth}`)),
  );
  const file = await new Response(store.exportAll('with')).blob();
  store.close();
  return file;
}

const file = await makeFile();

async function takeIn(store: Store): Promise<unknown> {
  const read = await readExport(file);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return store.importRows(read.value, { usual: 'theirs', exceptions: new Set() });
}

interface Change {
  readonly before: (store: Store) => Promise<unknown>;
  readonly work: (store: Store) => Promise<unknown>;
  readonly stride?: number;
}

const nothing = (): Promise<void> => Promise.resolve();
const known = async (store: Store): Promise<void> => {
  await putEntity(store, person(ada, 'Ada Moreno'));
  await putEntity(store, person(bo, 'Bo'));
  await store.database.notes.put({ id: 'local:n', subject: ada, text: 'a note', changedAt: 0 });
};
const page = 'https://a.example/1';

const changes: Readonly<Record<string, Change>> = {
  'a page that is read': { before: nothing, work: (store) => store.remember(article(page, 'ferries', 'ships')) },
  'a page that is read again': {
    before: (store) => store.remember(article(page, 'ferries', 'ships')),
    work: (store) => store.remember(article(page, 'ferries', 'barges')),
  },
  'reviews of a page': {
    before: (store) => store.keepReviews(page, [review('one'), review('two')]),
    work: (store) => store.keepReviews(page, [review('two'), review('three')]),
  },
  'reviews of a feed': {
    before: nothing,
    work: (store) => store.importReviews({ id: 'feed', title: 'Feed' }, [review('one'), review('two')]),
  },
  'a feed that goes': {
    before: (store) => store.importReviews({ id: 'feed', title: 'Feed' }, [review('one'), review('two')]),
    work: (store) => store.removeReviewFeed('feed'),
  },
  'a page that is forgotten': {
    before: async (store) => {
      await store.remember(article(page, 'ferries', 'ships'));
      await store.keepReviews(page, [review('one')]);
    },
    work: (store) => store.forget({ kind: 'all' }),
  },
  'a new name': { before: nothing, work: (store) => make(store, { kind: 'create', entity: person(bo, 'Bo') }) },
  'another main name': {
    before: known,
    work: (store) => make(store, { kind: 'rename', id: ada, name: 'Ada Vidal' }),
  },
  'two that are one': { before: known, work: (store) => make(store, { kind: 'merge', keep: ada, join: bo }) },
  'an entry that is deleted': { before: known, work: (store) => make(store, { kind: 'delete', id: ada }) },
  'a change that is undone': {
    before: async (store) => {
      await known(store);
      await make(store, { kind: 'delete', id: ada });
    },
    work: async (store) => {
      const [last] = await store.history();
      return store.undo(last?.id ?? '');
    },
  },
  'what a look-up brought': { before: nothing, work: (store) => store.keepLookUp({ found, of: null, name: 'A. M.' }) },
  'a file that is taken in': { before: nothing, work: takeIn, stride: 37 },
  'a pack that goes': { before: (store) => seedWith(store, pack), work: (store) => store.remove(pack.pack.id) },
};

const renamed = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|"installedAt":\d+/gu;

/** All that is the reader's, without what each run names anew. */
async function readOwn({ database }: Store): Promise<string> {
  const tables = [...exportedTables, 'packs', 'packParts'].map(async (name) => {
    const rows = await database.table(name).toArray();
    return [name, rows.map((row) => JSON.stringify(row).replace(renamed, '#')).toSorted()];
  });
  return JSON.stringify(Object.fromEntries(await Promise.all(tables)));
}

/** Rows without a state or with another's, and states without a row. */
async function findUntracked({ database }: Store): Promise<readonly string[]> {
  const records = await readRecords(database);
  const states = new Map(records.map((record) => [`${record.table} ${record.id}`, record.state]));
  const found: string[] = [];
  for (const { name } of database.tables.filter((table) => isSynced(table.name))) {
    const { key, local } = policyOf(name);
    for (const row of (await database.table(name).toArray()) as Record<string, unknown>[]) {
      const told = `${name} ${String(row[key])}`;
      const state = states.get(told);
      states.delete(told);
      const kept = Object.fromEntries(Object.entries(row).filter(([field]) => !local.includes(field)));
      const isSame =
        state !== undefined &&
        lifeOf(state) !== 'deleted' &&
        isSameRow(JSON.parse(JSON.stringify(kept)), JSON.parse(JSON.stringify(toRow(state, policyOf(name)))));
      if (!isSame) found.push(`${told} has no state`);
    }
  }
  for (const [told, state] of states) if (lifeOf(state) !== 'deleted') found.push(`${told} has no row`);
  return found;
}

async function rowsAfter(works: readonly ((store: Store) => Promise<unknown>)[]): Promise<string> {
  const store = await openOn(createFactory());
  for (const work of works) await work(store);
  const rows = await readOwn(store);
  expect(await findUntracked(store)).toEqual([]);
  store.close();
  return rows;
}

describe.each<[End]>([['killed'], ['full']])('where a change ends, %s', (end) => {
  test.each(Object.entries(changes))('%s is whole or not there', async (_, { before, work, stride = 3 }) => {
    const [old, done] = [await rowsAfter([before]), await rowsAfter([before, work])];
    const times = await endEverywhere({
      end,
      stride,
      prepare: async (store) => void (await before(store)),
      work: async (store) => {
        await work(store);
        return 'done';
      },
      check: async (factory, outcome) => {
        const store = await openOn(factory);
        const rows = await readOwn(store);
        expect(await findUntracked(store)).toEqual([]);
        expect(outcome === null ? [old, done] : [done]).toContain(rows);
        if (rows === old) {
          await work(store);
          expect(await readOwn(store)).toBe(done);
        }
        store.close();
      },
    });
    expect(times).toBeGreaterThan(0);
  });
});
