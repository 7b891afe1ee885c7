import { describe, expect, test } from 'vitest';
import { writePatch } from '../../../lib/pack/archive.ts';
import { describeStoreFailure } from '../../../lib/store/failures.ts';
import { openStore, type Store } from '../../../lib/store/store.ts';
import { IDBKeyRange } from 'fake-indexeddb';
import { packFiles, withRecord } from '../../pack/sources.ts';
import { type Bytes, publisher, sign, tryImport, withManifest } from './imports.ts';
import { createFactory, now } from '../memory.ts';

const url = 'https://packs.example/test-pack.json';
const packUrl = 'https://packs.example/test-pack.slpack';
const first = await sign(packFiles());
const renamed = withRecord('entities', 0, { description: 'Prime minister of Freedonia' });
const second = await sign(withManifest({ version: '2026.11.1' }, renamed));
const made = await writePatch(second, first);
if (!made.ok) throw new Error('no patch');

const feed = (version: string, patches: readonly object[] = []): string =>
  JSON.stringify({
    format: 'sidelight-feed',
    schema: 1,
    id: 'test-pack',
    version,
    pack: { url: 'test-pack.slpack', bytes: 100_000 },
    patches,
  });
const patchFrom = { from: '2026.11.0', url: 'p.slpatch', bytes: 100 };

type Page = { readonly body: Bytes | string; readonly etag?: string } | { readonly status: number } | 'unreachable';

interface World {
  readonly store: Store;
  readonly pages: Map<string, Page>;
  readonly asked: string[];
  clock: number;
  check(): Promise<string>;
}

/** A store with the first version, a subscription, and a web of these pages. */
async function world(): Promise<World> {
  const pages = new Map<string, Page>();
  const asked: string[] = [];
  const made: { clock: number } = { clock: now };
  const store = await openStore({ indexedDB: createFactory(), IDBKeyRange, now: () => made.clock });
  await tryImport(store, first);
  await store.subscriptions.subscribe('test-pack', url, now);
  const fetchOne = ((address: string, { headers }: { headers: Record<string, string> }) => {
    const page = pages.get(address) ?? { status: 404 };
    if (page === 'unreachable') return Promise.reject(new TypeError('no route'));
    const known = headers['if-none-match'];
    asked.push(`${address.split('/').at(-1)}${known === undefined ? '' : ` unless ${known}`}`);
    if ('status' in page) return Promise.resolve(new Response(null, { status: page.status }));
    if (page.etag !== undefined && page.etag === known) return Promise.resolve(new Response(null, { status: 304 }));
    return Promise.resolve(new Response(page.body, page.etag === undefined ? {} : { headers: { etag: page.etag } }));
  }) as typeof fetch;
  return Object.assign(made, {
    store,
    pages,
    asked,
    check: async () => {
      const row = await store.subscriptions.get('test-pack');
      if (row === null) return 'not subscribed';
      const signal = new AbortController().signal;
      const checked = await store.checkSubscription(row, { fetchOne, signal, onProgress: () => undefined });
      if (!checked.ok) return describeStoreFailure(checked.failure);
      return checked.value.outcome === 'current' ? 'current' : checked.value.version;
    },
  });
}

const hour = 3_600_000;

describe('a subscription', () => {
  test('is asked twelve hours later at the earliest, and not where nothing is due', async () => {
    const { store } = await world();
    expect(await store.subscriptions.due(now + 12 * hour - 1)).toEqual([]);
    expect(await store.subscriptions.due(now + 15 * hour)).toHaveLength(1);
    // The clock ran years ahead when it was planned.
    expect(await store.subscriptions.due(now - 5_000 * hour)).toHaveLength(1);
    const next = (await store.subscriptions.nextAt()) ?? 0;
    expect(next - now).toBeGreaterThanOrEqual(12 * hour);
    expect(next - now).toBeLessThanOrEqual(15 * hour);
  });

  test('takes the patch where there is one, with the tag of the feed kept once all is in', async () => {
    const { check, pages, asked, store } = await world();
    pages.set(url, { body: feed('2026.11.1', [patchFrom]), etag: '"b"' });
    pages.set('https://packs.example/p.slpatch', { body: made.value });
    expect(await check()).toBe('2026.11.1');
    expect(asked).toEqual(['test-pack.json', 'p.slpatch']);
    expect((await store.subscriptions.get('test-pack'))?.etag).toBe('"b"');
    expect(await check()).toBe('current');
    expect(asked.at(-1)).toBe('test-pack.json unless "b"');
  });

  test.each<[string, Page]>([
    ['missing', { status: 404 }],
    ['damaged', { body: made.value.slice(0, made.value.length - 9) }],
    ['for another version', { body: second.slice(0, 30) }],
    ['out of reach', 'unreachable'],
  ])('takes the whole where the patch is %s', async (_, page) => {
    const { check, pages, asked } = await world();
    pages.set(url, { body: feed('2026.11.1', [patchFrom]) });
    pages.set('https://packs.example/p.slpatch', page);
    pages.set(packUrl, { body: second });
    expect(await check()).toBe('2026.11.1');
    expect(asked.at(-1)).toBe('test-pack.slpack');
  });

  test('takes the whole where no patch leads from what is installed', async () => {
    const { check, pages, asked } = await world();
    pages.set(url, { body: feed('2026.11.1', [{ ...patchFrom, from: '2026.10.9' }]) });
    pages.set(packUrl, { body: second });
    expect(await check()).toBe('2026.11.1');
    expect(asked).toEqual(['test-pack.json', 'test-pack.slpack']);
  });

  test.each<[string, Page, readonly string[]]>([
    ['feed', { body: feed('2026.11.0'), etag: '"a"' }, ['test-pack.json', 'test-pack.slpack']],
    ['pack', { body: first, etag: '"a"' }, ['test-pack.json', 'test-pack.json']],
  ])('brings back by its %s what the disk has lost of the same version', async (_, page, fetched) => {
    const { check, pages, asked, store } = await world();
    pages.set(url, page);
    pages.set(packUrl, { body: first });
    expect(await check()).toBe('current');
    expect(await check()).toBe('current');
    expect(asked.splice(0).at(-1)).toBe('test-pack.json unless "a"');
    await store.database.packParts.filter(({ name }) => name === 'claims/0').delete();
    expect(await check()).toBe('2026.11.0');
    expect(asked).toEqual(fetched);
    expect((await store.listPacks()).packs[0]?.lost).toEqual([]);
    expect(await check()).toBe('current');
    expect(asked.at(-1)).toBe('test-pack.json unless "a"');
  });

  test('may lead straight to a pack', async () => {
    const { check, pages } = await world();
    pages.set(url, { body: second, etag: '"b"' });
    expect(await check()).toBe('2026.11.1');
    expect(await check()).toBe('current');
  });

  test('that lies about an older version changes nothing', async () => {
    const { check, pages, asked } = await world();
    pages.set(url, { body: feed('2026.10.0') });
    expect(await check()).toBe('current');
    expect(asked).toEqual(['test-pack.json']);
  });

  test.each<[string, Page, string]>([
    ['another pack', { body: feed('2026.11.1').replace('"test-pack"', '"other"') }, 'this is the pack other'],
    ['a web page', { body: '<!doctype html><p>Moved</p>' }, 'neither a pack nor the feed'],
    ['nothing', { body: '' }, 'too short'],
    ['a feed of a later form', { body: feed('2026.11.1').replace('"schema":1', '"schema":7') }, 'format 7'],
    ['a feed without an address', { body: feed('2026.11.1').replace('"url"', '"uri"') }, 'feed: pack.url'],
    ['an error of the server', { status: 503 }, 'status 503'],
    ['silence', 'unreachable', 'cannot be reached'],
  ])('that leads to %s says so, and waits longer each time', async (_, page, said) => {
    const made = await world();
    made.pages.set(url, page);
    const waits: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      expect(await made.check()).toContain(said);
      const row = await made.store.subscriptions.get('test-pack');
      expect(describeStoreFailure(row?.trouble ?? { code: 'ImportCancelled' })).toContain(said);
      waits.push(((row?.nextAt ?? 0) - made.clock) / hour);
      made.clock = row?.nextAt ?? 0;
    }
    expect(waits[0]).toBeGreaterThanOrEqual(24);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBeLessThanOrEqual(7 * 24 * 1.25);
    made.pages.set(url, { body: feed('2026.11.0') });
    expect(await made.check()).toBe('current');
    expect((await made.store.subscriptions.get('test-pack'))?.trouble).toBeNull();
  });

  test('of an address that is not secure is never asked', async () => {
    const { store, check, asked } = await world();
    await store.subscriptions.subscribe('test-pack', 'http://packs.example/test-pack.json', now);
    expect(await check()).toContain('is no https address');
    expect(asked).toEqual([]);
  });

  test('ends with the pack', async () => {
    const { store, check } = await world();
    await store.remove('test-pack');
    expect(await check()).toBe('not subscribed');
    expect(await store.subscriptions.nextAt()).toBeNull();
  });
});

test('a pack is added by the address of its feed, and what the server sends is checked like any file', async () => {
  const store = await openStore({ indexedDB: createFactory(), IDBKeyRange, now: () => now });
  const pages = new Map<string, BodyInit>([
    [url, feed('2026.11.0')],
    [packUrl, first],
  ]);
  const fetchOne = ((address: string) => Promise.resolve(new Response(pages.get(address) ?? null))) as typeof fetch;
  const add = (accept: readonly string[]) =>
    store.addFromAddress(
      url,
      { accept, subscribe: true },
      {
        fetchOne,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    );
  const asked = await add([]);
  expect(asked.ok ? '' : asked.failure.code).toBe('PublisherUnknown');
  const added = await add([publisher.x]);
  expect(added.ok && added.value.version).toBe('2026.11.0');
  expect((await store.listPacks()).packs[0]?.cameFrom).toBe(url);
});
