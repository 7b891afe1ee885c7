import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { readExport } from '../../../lib/store/exchange/read-export.ts';
import { segmentBuilder } from '../../../lib/claim/compare/segment.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import { salvageStore } from '../../../lib/store/exchange/salvage.ts';
import { StoreDatabase } from '../../../lib/store/schema.ts';
import type { Store } from '../../../lib/store/store.ts';
import { claimsOf, createFactory, makeAnalysis, now, openOn } from '../memory.ts';

/** Writes past the store, as a failing disk or another program does. */
const putRaw = (factory: IDBFactory, table: string, rows: readonly object[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = factory.open('sidelight');
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction(table, 'readwrite');
      for (const row of rows) transaction.objectStore(table).put(row);
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
      transaction.addEventListener('error', () => reject(new Error(String(transaction.error))));
    });
  });

/** A store with a figure of the reader's own, whom an article quotes. */
async function makeStore(factory: IDBFactory): Promise<Store> {
  const store = await openOn(factory);
  const entity = { type: 'person', name: 'Zoe Reader', aliases: [], description: 'Somebody' } as const;
  const made = await store.edit({ kind: 'create', entity }, 'you');
  if (!made.ok) throw new Error(made.failure.code);
  const [zoe] = await store.search('zoe');
  if (!zoe) throw new Error('not created');
  await store.remember(
    makeAnalysis({
      url: 'https://a.example/1',
      publishedAt: '2026-11-01',
      figures: [['Zoe Reader', zoe.id]],
      said: [{ text: 'Zoe Reader said that 40 boats were lost.', speaker: 0, about: [] }],
    }),
  );
  return store;
}

/** Nothing but an id: what a torn write leaves. The names of fields are those that indexes need, so that each is found. */
const broken: readonly (readonly [table: string, rows: (zoe: string) => readonly object[]])[] = [
  ['entities', () => [{ id: 'a' }, { id: 'b', name: 7, aliases: null }]],
  [
    'facts',
    (zoe) => [
      { id: 'a', subject: zoe },
      { id: 'b', subject: zoe, predicate: 'jobTitle', value: null, source: 'x' },
    ],
  ],
  ['claims', (zoe) => [{ id: 'a', by: [`${zoe}\u00002026-11-02`], spoken: `${zoe}\u00002026-11-02`, source: 'x' }]],
  [
    'sources',
    () => [
      { id: 'a', readAt: now, url: 'https://a.example/2' },
      { id: 'b', readAt: 'never' },
    ],
  ],
  ['notes', (zoe) => [{ id: 'a', subject: zoe }]],
  ['overlays', (zoe) => [{ id: zoe }]],
  ['sightings', (zoe) => [{ id: 'a', met: `${zoe}\u00002026-11-02`, source: 'x' }]],
  ['assertions', (zoe) => [{ id: 'a', a: zoe }]],
  ['choices', () => [{ id: 'a', url: 'https://a.example/1' }]],
  ['tombstones', () => [{ id: 'a' }]],
  ['history', (zoe) => [{ id: 'a', at: now, subjects: [zoe] }]],
  ['images', (zoe) => [{ id: zoe }, { id: 'b', bytes: 'https://a.example/x.png', url: '', credit: '', licence: '' }]],
  ['packs', () => [{ id: 'a' }, { id: 'b', generation: null, manifest: null }]],
  ['reviews', () => [{ id: 'a', page: 'a.example/1', terms: ['boat', 'lost'], appearances: ['a.example/1'] }]],
  ['packReviews', () => [{ id: 'a', of: 'b', terms: ['boat', 'lost'], appearances: ['a.example/1'] }]],
  ['reviewFeeds', () => [{ id: 'a' }]],
  ['claimSegments', () => [{ id: 98, of: 'own' }, { id: 99 }]],
  ['claimChanges', () => [{ at: 99 }]],
  [
    'syncRecords',
    (zoe) => [
      { table: 'entities', id: zoe, edit: 1, state: '{"table":"ent' },
      { table: 'notes', id: 'a' },
    ],
  ],
  ['syncRecords', (zoe) => [{ table: 'entities', id: zoe, edit: 1, state: '{}' }]],
];

describe('a broken row keeps nothing else from being read or written', () => {
  test.each(broken)('%s', async (table, rows) => {
    const factory = createFactory();
    const first = await makeStore(factory);
    const id = (await first.search('zoe'))[0]!.id;
    first.close();
    await putRaw(factory, table, rows(id));
    const store = await openOn(factory);
    const zoe = asEntityId(id);
    expect((await store.search('zoe')).map(({ name }) => name)).toEqual(['Zoe Reader']);
    expect((await (await store.knowledge()).findNames('Zoe Reader'))[0]?.candidates[0]?.id).toBe(zoe);
    expect((await store.read(({ introductions }) => introductions([zoe], '2026-11-23')))[0]?.name).toBe('Zoe Reader');
    expect((await claimsOf(store, [zoe], 5)).map(({ claim }) => claim.text)).toEqual([
      'Zoe Reader said that 40 boats were lost.',
    ]);
    const knowledge = await store.knowledge();
    await store.settleClaims(segmentBuilder);
    const { segments } = await knowledge.openClaims({ urls: [], builder: segmentBuilder });
    expect(segments.flatMap(({ ids }) => ids)).toHaveLength(1);
    expect((await store.listPacks()).packs).toEqual([]);
    expect(await store.reviewFeeds()).toEqual([]);
    expect((await store.page(zoe)).state).toBe('known');
    expect((await store.remembered({ offset: 0, limit: 10 })).pages.map(({ url }) => url)).toContain(
      'https://a.example/1',
    );
    const listed = await store.browse({ query: '', type: null, from: 'own', order: 'prominence', offset: 0, limit: 9 });
    expect(listed.rows.map(({ name }) => name)).toEqual(['Zoe Reader']);
    await store.history();
    await store.usage();
    expect(await store.picture(zoe)).toBeNull();
    await store.counts();
    expect(await store.read(({ choices }) => choices('https://a.example/1'))).toEqual([]);
    expect((await store.edit({ kind: 'rename', id: zoe, name: 'Zoe Writer' }, 'you')).ok).toBe(true);
    expect((await store.briefs([zoe]))[0]?.name).toBe('Zoe Writer');
    const saved = await readExport(await new Response(store.exportAll('with')).blob());
    expect(saved.ok).toBe(true);
    await store.forgetBefore(now + 1);
    store.close();
    // It was passed over, not thrown away.
    const salvaged = await salvageStore({ indexedDB: factory, IDBKeyRange }, now);
    expect(salvaged?.rows).toBeGreaterThan(rows(id).length);
  });
});

/** The least that a row of each table has to have, beside its id. */
const least: readonly (readonly [table: string, fields: Readonly<Record<string, unknown>>])[] = [
  ['entities', { type: 'person', name: 'Zoe', aliases: [], description: '' }],
  ['facts', { subject: 'a', predicate: 'jobTitle', value: {}, source: 'b' }],
  ['claims', { text: 'So', kind: 'quote', about: [], quantities: [], source: 'b', by: [] }],
  ['sources', { title: 'News', authors: [], readAt: 1 }],
  ['notes', { subject: 'a', text: 'Ask' }],
  ['overlays', { fields: {}, addedAliases: [], removedAliases: [] }],
  ['sightings', { source: 'b', name: 'Zoe', type: 'person', mentions: 1 }],
  ['assertions', { a: 'a', b: 'b' }],
  ['choices', { url: 'https://a.example/1', name: 'zoe', target: {} }],
  ['tombstones', { table: 'notes', key: 'a' }],
  ['history', { at: 1, subjects: [], changes: [] }],
  ['images', { bytes: new Blob(['x']), url: '', credit: '', licence: '', at: 1 }],
  ['packs', { generation: 'g', manifest: {}, counts: {} }],
  ['reviews', { review: {}, terms: [], appearances: [] }],
  ['packReviews', { review: {}, terms: [], appearances: [] }],
  ['reviewFeeds', { title: 'Checks', reviews: 1 }],
];

describe('a row that lacks something is passed over by every way of reading', () => {
  test.each(least)('%s', async (table, fields) => {
    const factory = createFactory();
    const database = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
    await database.open();
    const damaged = Object.entries(fields).flatMap(([field, value]) => [
      Object.fromEntries(Object.entries({ ...fields, id: `no ${field}` }).filter(([name]) => name !== field)),
      { ...fields, id: `other ${field}`, [field]: typeof value === 'string' ? 7 : 'seven' },
      { ...fields, id: `null ${field}`, [field]: null },
    ]);
    await putRaw(factory, table, [{ ...fields, id: 'whole' }, ...damaged]);
    const ids = ['whole', ...damaged.map(({ id }) => id)];
    const rows = database.table<{ readonly id: string }, string>(table);
    const visited: string[] = [];
    await rows.each(({ id }) => visited.push(id));
    const read = {
      all: (await rows.toArray()).map(({ id }) => id),
      each: visited,
      one: (await Promise.all(ids.map((id) => rows.get(id)))).flatMap((row) => row?.id ?? []),
      many: (await rows.bulkGet(ids)).flatMap((row) => row?.id ?? []),
      from: (await rows.where('id').above('').toArray()).map(({ id }) => id),
    };
    expect(read).toEqual({ all: ['whole'], each: ['whole'], one: ['whole'], many: ['whole'], from: ['whole'] });
    // They are still there.
    expect(await rows.count()).toBe(ids.length);
    database.close();
  });
});
