import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import { connectStore } from '../../../lib/sync/connect.ts';
import type { Fetch } from '../../../lib/sync/http.ts';
import type { Look } from '../../../lib/sync/remote.ts';
import { makeDatabase, makeIdentity } from '../../../lib/sync/couchdb/join.ts';
import { type CouchServer, newName, startCouch } from '../../../scripts/servers/couch.ts';
import { type Device, openDevice, readRecords, time } from '../devices.ts';

const remote = 'store-0001';

const person = (id: string, name: string, description = '') => ({
  id: asEntityId(id),
  type: 'person' as const,
  name,
  aliases: [],
  description,
});

const peopleOf = async ({ database }: Device) =>
  (await database.entities.toArray()).map(({ id, name, description }) => `${id} ${name} ${description}`).toSorted();
const textsOf = async ({ database }: Device) => (await database.notes.toArray()).map(({ text }) => text).toSorted();

describe('a database of which there are copies', () => {
  let server: CouchServer;
  beforeAll(async () => {
    server = await startCouch();
  }, 60_000);
  afterAll(() => server.close());

  const placeOf = (path: string) => ({ url: server.url + path, user: server.user, password: server.password });
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const { user, password } = server;
    const headers = { authorization: `Basic ${btoa(`${user}:${password}`)}`, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return (await fetch(server.url + path, { method, headers, ...sent })).json();
  };

  /** A store in a database, or an empty database for a copy of one. */
  const makeStore = async (): Promise<string> => {
    const path = `/${newName('sidelight')}`;
    expect((await makeDatabase({ ...placeOf(path), fetch })).ok).toBe(true);
    expect((await makeIdentity({ ...placeOf(path), fetch }, { store: remote, lock: null })).ok).toBe(true);
    return path;
  };
  const makeCopy = async (): Promise<string> => {
    const path = `/${newName('sidelight')}`;
    expect((await makeDatabase({ ...placeOf(path), fetch })).ok).toBe(true);
    return path;
  };
  const replicate = async (source: string, target: string): Promise<void> => {
    const full = (path: string): string =>
      Object.assign(new URL(server.url + path), { username: server.user, password: server.password }).href;
    expect(await call('POST', '/_replicate', { source: full(source), target: full(target) })).toMatchObject({
      ok: true,
    });
  };
  const open = (name: string, path: string, by?: { readonly fetch?: Fetch; readonly look?: Look }): Promise<Device> =>
    openDevice({
      name,
      store: { ...placeOf(path), remote, name },
      ...(by?.look === undefined ? {} : { look: by.look }),
      connect: (store) => connectStore(store, { fetch: by?.fetch ?? fetch, deviceName: name }),
    });
  const syncAll = async (...devices: readonly Device[]): Promise<void> => {
    for (const device of devices) expect(await device.sync(), device.name).toEqual({ end: 'done' });
  };
  const conflictsIn = async (path: string): Promise<number> => {
    const answer = (await call('GET', `${path}/_all_docs?include_docs=true&conflicts=true`)) as {
      readonly rows: readonly { readonly doc: { readonly _conflicts?: readonly string[] } }[];
    };
    return answer.rows.filter(({ doc }) => doc._conflicts !== undefined).length;
  };

  test('two offices edit at once and replicate both ways: all have the same, and nothing is lost', async () => {
    const here = await makeStore();
    const there = await makeCopy();
    const one = await open('one', here);
    await one.database.entities.bulkPut([person('p1', 'Ada'), person('p2', 'Bo'), person('p3', 'Cy')]);
    await one.database.notes.put({ id: 'n1', subject: 'p1', text: 'before', changedAt: 0 });
    await syncAll(one);
    await replicate(here, there);
    const two = await open('two', there);
    await syncAll(two);
    for (const round of ['first', 'second']) {
      time.now += 1000;
      await one.database.entities.update('p1', { name: `Ada ${round}` });
      await one.database.entities.update('p2', { name: `Bo ${round} here` });
      await one.database.notes.update('n1', { text: `${round} here` });
      await two.database.entities.update('p1', { description: round });
      await two.database.entities.update('p2', { name: `Bo ${round} there` });
      await two.database.entities.put(person(`q ${round}`, 'New'));
      await two.database.notes.update('n1', { text: `${round} there` });
      await syncAll(one, two);
    }
    await replicate(here, there);
    await replicate(there, here);
    expect([await conflictsIn(here), await conflictsIn(there)]).toEqual([3, 3]);
    for (let times = 0; times < 3; times += 1) {
      await syncAll(one, two);
      await replicate(here, there);
      await replicate(there, here);
    }
    expect([await conflictsIn(here), await conflictsIn(there)]).toEqual([0, 0]);
    for (const device of [one, two]) {
      expect(await peopleOf(device)).toEqual([
        'p1 Ada second second',
        expect.stringMatching(/^p2 Bo second (?:here|there) $/u),
        'p3 Cy ',
        'q first New ',
        'q second New ',
      ]);
      expect(await textsOf(device)).toEqual(['second here', 'second there']);
      const bo = JSON.stringify((await readRecords(device.database)).find(({ id }) => id === 'p2'));
      expect(bo).toContain('Bo second here');
      expect(bo).toContain('Bo second there');
    }
    expect(await peopleOf(one)).toEqual(await peopleOf(two));
  });

  test('an older copy in its place: who has nothing to send reads what was written to it since', async () => {
    const path = await makeStore();
    const older = await makeCopy();
    const [one, two, reader] = [await open('one', path), await open('two', path), await open('reader', path)];
    await two.database.entities.bulkPut([person('p1', 'Ada'), person('p2', 'Bo')]);
    await syncAll(two);
    await replicate(path, older);
    for (let nth = 0; nth < 6; nth += 1) {
      await one.database.entities.put(person(`q${nth}`, 'Since'));
      await syncAll(one);
    }
    await syncAll(two, reader);
    for (const { database } of [one, two, reader]) await database.syncStores.update('desk', placeOf(older));
    await two.database.entities.update('p2', { description: 'afterwards' });
    await syncAll(reader, two, reader);
    expect(await peopleOf(reader)).toContain('p2 Bo afterwards');
    // And what the copy lacked is there again.
    await syncAll(one, two, reader);
    const late = await open('late', older);
    await syncAll(late);
    expect(await peopleOf(late)).toEqual(await peopleOf(one));
    expect(await peopleOf(reader)).toEqual(await peopleOf(one));
  });

  test('a copy that lags and yet counts the same: a glance may overlook what is new, a whole look does not', async () => {
    const path = await makeStore();
    const one = await open('one', path);
    await one.database.entities.put(person('p1', 'Ada'));
    await syncAll(one);
    let facts: string | null = null;
    const lagging: Fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!input.endsWith(path)) return answer;
      facts ??= await answer.text();
      return new Response(facts, { status: 200 });
    };
    const hasty = await open('hasty', path, { fetch: lagging, look: 'glance' });
    const thorough = await open('thorough', path, { fetch: lagging, look: 'whole' });
    await syncAll(hasty, thorough, hasty, thorough);
    await one.database.entities.put(person('p2', 'Bo'));
    await syncAll(one, hasty, thorough);
    expect([await peopleOf(hasty), await peopleOf(thorough)]).toEqual([['p1 Ada '], ['p1 Ada ', 'p2 Bo ']]);
  });

  test('a copy that has not yet heard of what was read from another is not taken for an older one', async () => {
    const path = await makeStore();
    const asked: string[] = [];
    const behind: Fetch = async (input, init) => {
      asked.push(input);
      if (!input.endsWith('/_revs_diff')) return fetch(input, init);
      const revisions = Object.entries(JSON.parse(init?.body as string) as Record<string, string[]>);
      return Response.json(Object.fromEntries(revisions.map(([id, missing]) => [id, { missing }])));
    };
    const [one, two] = [await open('one', path), await open('two', path, { fetch: behind })];
    await one.database.entities.put(person('p1', 'Ada'));
    await syncAll(one, two);
    await one.database.entities.put(person('p2', 'Bo'));
    await syncAll(one);
    asked.length = 0;
    await syncAll(two);
    expect(await peopleOf(two)).toEqual(['p1 Ada ', 'p2 Bo ']);
    expect(asked.some((url) => url.endsWith('/_revs_diff'))).toBe(true);
    expect(asked.filter((url) => url.includes('since=0&'))).toEqual([]);
  });
});
