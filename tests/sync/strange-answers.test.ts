import { describe, expect, test } from 'vitest';
import type { SyncStoreRow } from '../../lib/store/sync/rows.ts';
import { compress, toUtf8 } from '../../lib/sync/bytes.ts';
import { createCouchRemote } from '../../lib/sync/couchdb/couchdb.ts';
import { openForm } from '../../lib/sync/couchdb/documents.ts';
import { eraseStore } from '../../lib/sync/erase.ts';
import type { Fetch } from '../../lib/sync/http.ts';
import { createBlindNames, createSeal } from '../../lib/sync/seal.ts';
import { hasFile, listFolder, placeFile, readFile, removeFile } from '../../lib/sync/webdav/dav.ts';
import { readHead } from '../../lib/sync/webdav/files.ts';

/** What stands between a device and its server, and servers of other makes and ages. */
const at = (fetch: Fetch) => ({ fetch, url: 'https://nas.example/dav', user: 'ada', password: 'secret' });
const always =
  (body: string | Uint8Array<ArrayBuffer>, status = 200): Fetch =>
  () =>
    Promise.resolve(new Response(body, { status }));

const signIn = '\n<!DOCTYPE html>\n<html><head><title>Hotel</title></head><body>Sign in</body></html>';
const passing = { ok: false, failure: { code: 'AnswerMalformed' } };
const bytes = toUtf8('hello');

describe('a page for people in the server’s place', () => {
  test.each<[string, (server: ReturnType<typeof at>) => Promise<unknown>]>([
    ['a file', (server) => readFile(server, '/locks/a-00000001')],
    ['a listing', (server) => listFolder(server, '/heads')],
    ['whether a file is there', (server) => hasFile(server, '/heads/a-00000001')],
    ['writing', (server) => placeFile(server, { temporary: '/temporary/a', path: '/heads/a', bytes })],
    ['deleting', (server) => removeFile(server, '/heads/a-00000001')],
  ])('is no answer to %s, and passes', async (_, ask) => {
    expect(await ask(at(always(signIn)))).toMatchObject(passing);
  });

  test.each(['webdav', 'couchdb'] as const)('has deleted no store on %s', async (kind) => {
    const store = { ...at(always(signIn)), kind } as unknown as SyncStoreRow;
    expect(await eraseStore(store, always(signIn))).toMatchObject(passing);
  });

  test('is told from a file that a server labels so', async () => {
    const labelled: Fetch = () => Promise.resolve(new Response(bytes, { headers: { 'content-type': 'text/html' } }));
    expect(await readFile(at(labelled), '/heads/a')).toEqual({ ok: true, value: bytes });
  });
});

test('a folder of which something stays is not deleted', async () => {
  const left = `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:"><D:response><D:href>/dav/heads/a</D:href><D:status>HTTP/1.1 423 Locked</D:status></D:response></D:multistatus>`;
  expect(await removeFile(at(always(left, 207)), '/heads/a')).toMatchObject({ ok: false, failure: { code: 'Busy' } });
  expect(await removeFile(at(always('', 410)), '/heads/a')).toEqual({ ok: true, value: null });
});

test('a document whose id is no text is no record', async () => {
  const id = JSON.parse('{"toString":1,"valueOf":1}') as unknown;
  expect(await openForm.toState({ _id: id, sidelight: 1 })).toMatchObject({ ok: false });
});

test('a listing of nothing may be a single tag', async () => {
  expect(await listFolder(at(always('<D:multistatus xmlns:D="DAV:"/>', 207)), '/heads')).toEqual({
    ok: true,
    value: [],
  });
});

test('a file is asked for as WebDAV does it, and one that is not given out is not told as a full disk', async () => {
  const asked: (string | null)[] = [];
  const keeps: Fetch = (_, init) => {
    if (init?.method === 'GET') asked.push(new Headers(init.headers).get('translate'));
    return Promise.resolve(new Response(null, { status: init?.method === 'GET' ? 404 : 201 }));
  };
  const placed = await placeFile(at(keeps), { temporary: '/temporary/a', path: '/heads/a', bytes });
  expect([placed, asked]).toMatchObject([{ ok: false, failure: { code: 'ServerFault' } }, ['f']]);
});

describe('a sealed file', async () => {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32), 'HKDF', false, ['deriveKey']);
  const [segments, heads] = [createSeal(key, 'store-1234', 'segments'), createSeal(key, 'store-1234', 'heads')];
  const [pictures, blindName] = [createSeal(key, 'store-1234', 'pictures'), createBlindNames(key, 'store-1234')];
  const head = { token: 't', name: 'Desk', written: 1, first: 1, taken: {}, removed: [] };
  const whole = await heads.close('abc-00000001', await compress(toUtf8(JSON.stringify(head))));
  const store = (...bodies: readonly Uint8Array<ArrayBuffer>[]) => {
    let nth = 0;
    const fetch: Fetch = () => {
      nth += 1;
      return Promise.resolve(new Response(bodies[Math.min(nth, bodies.length) - 1] ?? null));
    };
    const seals = { segments, heads, pictures, blindName };
    return { server: at(fetch), store: 'store-1234', ...seals, deviceName: 'Desk', random: () => 'r' };
  };

  test('that came cut short is not told as damaged', async () => {
    expect(await readHead(store(whole.slice(0, -9), whole), 'abc', 1)).toMatchObject(passing);
  });

  test('that comes so each time is', async () => {
    const cut = whole.slice(0, -9);
    expect(await readHead(store(cut, cut), 'abc', 1)).toMatchObject({ ok: false, failure: { code: 'Damaged' } });
  });
});

describe('a CouchDB', () => {
  const remote = (changes: (since: string | null) => Response) =>
    createCouchRemote({
      server: at((input) => Promise.resolve(changes(new URL(input).searchParams.get('since')))),
      form: openForm,
      store: 'store-1234',
      deviceName: 'Desk',
      random: () => 'r',
    });
  const writing = { device: 'abc' as never, journal: null, keep: () => Promise.resolve() };
  test('whose answer is cut off is asked again from where it was', async () => {
    const cut = '{"results":[{"id":"x","doc":{"text":"all 400 of them';
    expect(await remote(() => new Response(cut)).pull(7, writing)).toMatchObject(passing);
    const refused = new Response('{"error":"bad_request"}', { status: 400 });
    expect(await remote(() => refused).pull(7, writing)).toMatchObject({
      ok: false,
      failure: { code: 'CursorInvalid' },
    });
  });

  test('that gives the same changes for ever, as a cache before it may, is told so', async () => {
    const same = (): Response =>
      new Response(JSON.stringify({ results: [{ id: 'x', seq: 7, changes: [] }], last_seq: 7, pending: 3 }));
    expect(await remote(same).pull(null, writing)).toMatchObject({ ok: true, value: { more: true } });
    expect(await remote(same).pull({ seq: 7 }, writing)).toMatchObject(passing);
  });
});
