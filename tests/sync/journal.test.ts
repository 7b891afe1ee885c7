import { describe, expect, test } from 'vitest';
import { smallestBlock } from '../../lib/store/sync/arrivals.ts';
import type { Arrived } from '../../lib/store/sync/arrived.ts';
import { asDeviceId, toMoment, toStamp } from '../../lib/merge/clock.ts';
import { emptyState, writeRow } from '../../lib/merge/write.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import { failed, ok } from '../../lib/model/result.ts';
import { connectStore } from '../../lib/sync/connect.ts';
import { failure } from '../../lib/sync/failures.ts';
import type { Fetch } from '../../lib/sync/http.ts';
import { createLock } from '../../lib/sync/lock.ts';
import type { Remote } from '../../lib/sync/remote.ts';
import { importStoreKey } from '../../lib/sync/seal.ts';
import { parseJournal } from '../../lib/sync/webdav/shapes.ts';
import { type Device, openDevice } from './devices.ts';

/** What a run leaves in the journal, however it ends: a word of ours that we no longer know is another profile's. */

const person = (id: string) =>
  ({ id: asEntityId(id), type: 'person', name: `Named ${id}`, aliases: [], description: '' }) as const;

const elsewhere = asDeviceId('elsewhere000');

const arrived = (ids: readonly string[]): readonly Arrived[] =>
  ids.map((id, nth) => {
    const stamp = toStamp(toMoment(1000 + nth), elsewhere);
    return { state: writeRow(emptyState('entities', id), person(id), stamp), revision: '1', leaves: [] };
  });

const journalOf = async ({ database }: Device) => (await database.syncStores.toArray())[0]?.journal;

test('a first word to the server that was kept and then failed is not forgotten beside a page with nothing to send', async () => {
  const few = arrived(['a', 'b']);
  const crowd = arrived(Array.from({ length: smallestBlock }, (_, nth) => `c${nth}`));
  const pages = [few, crowd, []];
  let begun = 0;
  const remote: Remote = {
    look: async () => ok('changed'),
    pull: async () => {
      const records = pages.shift() ?? [];
      // The reader writes when all but the end has arrived, so that what is to be sent lies behind the crowd.
      if (records.length === 0) {
        await expect.poll(() => device.database.syncArrivals.count()).toBe(1);
        await device.database.entities.put(person('own'));
      }
      return ok({
        records,
        cursor: 3 - pages.length,
        more: pages.length > 0,
        devices: {},
        unreadable: [],
        late: [],
      });
    },
    begin: async ({ keep }) => {
      begun += 1;
      await keep({ word: begun });
      return failed(failure('Unreachable', 'the answer was lost'));
    },
    push: async () => failed(failure('Unreachable', 'nothing is sent before the first word')),
    readPicture: async () => ok(null),
    afresh: (journal) => journal,
    settle: async (cursor, { journal }) => ok({ journal, cursor, repeatsAll: false }),
  };
  const device = await openDevice({ name: 'here', store: { journal: { word: 0 } }, connect: () => remote });
  expect(await device.sync()).toMatchObject({ end: 'failed', failure: { code: 'Unreachable' } });
  expect(begun).toBe(1);
  expect(await journalOf(device)).toEqual({ word: 1 });
});

describe('a folder on a server that takes only small files', () => {
  /** A server that keeps what is moved to its place, refuses large files, and loses the answers that it is told to. */
  function createServer(largest: number) {
    const files = new Map<string, Uint8Array>();
    let lostMoves = 0;
    const fetch: Fetch = async (input, init = {}) => {
      const path = new URL(input).pathname;
      switch (init.method ?? 'GET') {
        case 'PUT': {
          const bytes = new Uint8Array(await new Response(init.body ?? '').arrayBuffer());
          if (path.includes('temporary') && bytes.length > largest) return new Response('', { status: 413 });
          files.set(path, bytes);
          return new Response('', { status: 201 });
        }
        case 'MOVE': {
          const to = new URL(new Headers(init.headers).get('destination') ?? '', input).pathname;
          const bytes = files.get(path);
          if (bytes === undefined) return new Response('', { status: 404 });
          if (files.has(to)) return new Response('', { status: 412 });
          files.set(to, bytes);
          files.delete(path);
          if (!/segments/u.test(to) || !/0000002$/u.test(to) || lostMoves > 0) return new Response('', { status: 201 });
          lostMoves += 1;
          throw new TypeError('the answer was lost');
        }
        case 'DELETE':
          files.delete(path);
          return new Response(null, { status: 204 });
        case 'PROPFIND': {
          const inside = [...files.keys()].filter((name) => name.startsWith(path));
          const hrefs = [path, ...inside].map((name) => `<d:response><d:href>${name}</d:href></d:response>`);
          return new Response(`<d:multistatus xmlns:d="DAV:">${hrefs.join('')}</d:multistatus>`, { status: 207 });
        }
        default: {
          const bytes = files.get(path);
          return bytes === undefined
            ? new Response('', { status: 404 })
            : new Response(bytes as Uint8Array<ArrayBuffer>, { status: 200 });
        }
      }
    };
    return { fetch, files };
  }

  test('what was sent in halves, the second unanswered, is known again as its own', async () => {
    const { opened } = await createLock('store-0001', 'correct horse');
    const key = await importStoreKey(opened.dataKey);
    const server = createServer(2_000);
    const store = { kind: 'webdav', remote: 'store-0001', key, url: 'https://dav.example/desk' } as const;
    const device = await openDevice({
      name: 'here',
      store,
      connect: (row) => connectStore(row, { fetch: server.fetch, deviceName: 'here' }),
    });
    const texts = Array.from({ length: 40 }, () => crypto.randomUUID() + crypto.randomUUID());
    await device.database.notes.bulkPut(
      texts.map((text, nth) => ({ id: `n${nth}`, subject: 's', text, changedAt: 0 })),
    );
    const before = (await device.database.syncMeta.get('clock')) as { readonly device: string };
    for (let run = 0; run < 4; run += 1) await device.sync();
    expect(parseJournal((await journalOf(device)) ?? null).written).toBeGreaterThanOrEqual(2);
    expect(await device.database.syncMeta.get('clock')).toMatchObject({ device: before.device });
  });
});
