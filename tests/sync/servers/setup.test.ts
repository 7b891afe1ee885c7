import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectStore } from '../../../lib/sync/connect.ts';
import { checkConnection } from '../../../lib/sync/check.ts';
import { eraseStore } from '../../../lib/sync/erase.ts';
import { draftOf, findStore, joinStore, serverOf } from '../../../lib/sync/setup.ts';
import { needsReader } from '../../../lib/sync/status.ts';
import { newName, startCouch } from '../../../scripts/servers/couch.ts';
import { type DavServer, provideDav, startDav } from '../../../scripts/servers/webdav.ts';

const random = () => crypto.randomUUID();
const ports = { fetch, device: 'laptop000000', random };
const present = await provideDav();

const kinds = [
  ['couchdb', () => startCouch(), `/${newName('desk')}`],
  ['webdav', () => startDav(present[0] ?? 'apache'), '/made-by-the-test'],
] as const;

describe.each(kinds)('%s', (kind, start, path) => {
  describe.skipIf(kind === 'webdav' && present.length === 0)('set up', () => {
    let server: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      server = await start();
    }, 60_000);
    afterAll(() => server.close());
    const draft = () => ({ ...draftOf(kind), url: server.url + path, user: server.user, password: server.password });
    const check = async (change: object, now = Date.now) => {
      const steps: string[] = [];
      const on = serverOf({ ...draft(), ...change }, fetch);
      for await (const step of checkConnection(kind, { server: on, now, random }))
        steps.push(`${step.step} ${step.state === 'failed' ? step.code : step.state}`);
      return steps;
    };

    test('each step tells its own failure', async () => {
      expect(await check({ url: 'http://127.0.0.1:9/x' })).toEqual(['reach Unreachable']);
      expect(await check({ password: 'wrong' })).toEqual(['reach ok', 'sign-in SignInRefused']);
      const all = ['reach ok', 'sign-in ok', 'read ok', 'write ok', 'delete ok'];
      expect(await check({})).toEqual([...all, 'clock ok']);
      expect(await check({}, () => Date.now() + 3_600_000)).toEqual([...all, 'clock off']);
    });

    test.skipIf(kind === 'couchdb')('a folder in a folder that is not there is told as missing', async () => {
      expect(await check({ url: `${server.url}/not/there` })).toEqual(['reach ok', 'sign-in ok', 'read NotFound']);
    });

    test.skipIf(present[0] !== 'apache' || kind === 'couchdb')(
      'a folder in which nothing may be written is told as that',
      async () => {
        mkdirSync(join((server as DavServer).folder, 'locked'), { mode: 0o555 });
        const url = `${server.url}/locked`;
        expect(await check({ url })).toEqual(['reach ok', 'sign-in ok', 'read ok', 'write NotAllowed']);
      },
    );

    test('one makes the store, the other joins it with the passphrase, and it can be deleted there', async () => {
      const found = await findStore(draft(), ports);
      expect(found).toMatchObject({ ok: true, value: { state: 'new' } });
      const made = await joinStore(draft(), { found: { state: 'new' }, passphrase: 'correct horse battery' }, ports);
      if (!made.ok) throw new Error(made.failure.detail);
      expect(made.value.code).toMatch(/^(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}$/u);
      const there = await findStore(draft(), ports);
      if (!there.ok) throw new Error(there.failure.detail);
      const wrong = await joinStore(draft(), { found: there.value, passphrase: 'wrong horse' }, ports);
      expect(wrong.ok || wrong.failure.code).toBe('PassphraseWrong');
      const joined = await joinStore(draft(), { found: there.value, passphrase: made.value.code ?? '' }, ports);
      if (!joined.ok) throw new Error(joined.failure.detail);
      expect(joined.value.row.remote).toBe(made.value.row.remote);
      const remote = connectStore(joined.value.row, { fetch, deviceName: 'laptop' });
      const writing = { device: 'laptop000000' as never, journal: null, keep: () => Promise.resolve() };
      expect((await remote.pull(null, writing)).ok).toBe(true);
      expect((await eraseStore(joined.value.row, fetch)).ok).toBe(true);
      expect(await findStore(draft(), ports)).toMatchObject({ ok: true, value: { state: 'new' } });
    });
  });
});

test('only what the reader can mend asks for the reader', () => {
  expect(needsReader({ state: 'attention', code: 'SignInRefused', detail: '', pending: 0 })).toBe(true);
  expect(needsReader({ state: 'offline', pending: 3 })).toBe(false);
});
