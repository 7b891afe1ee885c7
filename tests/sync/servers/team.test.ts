import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import { checkConnection } from '../../../lib/sync/check.ts';
import { ask, isGood } from '../../../lib/sync/http.ts';
import { readIdentity } from '../../../lib/sync/couchdb/join.ts';
import { findStore } from '../../../lib/sync/setup.ts';
import { runQuietly, scriptLine } from '../../../scripts/command.ts';
import { type CouchServer, newName, startCouch } from '../../../scripts/servers/couch.ts';
import { type Device, openDevice } from '../devices.ts';
import { pictureOf, picturesOf, seen } from '../pictured.ts';

const person = (id: string, name: string) => ({
  id: asEntityId(id),
  type: 'person' as const,
  name,
  aliases: [],
  description: '',
});

const namesOf = async ({ database }: Device) => (await database.entities.toArray()).map(({ name }) => name).toSorted();

/** pouchdb-server, which stands in where COUCHDB_URL names no other, ends when it has to refuse somebody. */
const isCouch = (process.env['COUCHDB_URL'] ?? '') !== '';

const run = newName('run');
/** Names that no other run on the same server has. */
const own = (name: string): string => `${name}-${run}`;

describe('a database that was made for a team', () => {
  let server: CouchServer;
  let url = '';
  let remote = '';
  beforeAll(async () => {
    server = await startCouch();
    url = `${server.url}/${own('team')}`;
    for (const name of ['ana', 'rob', 'eve']) {
      const document = { name: own(name), password: `${name} has a secret`, roles: [], type: 'user' };
      const path = `/_users/org.couchdb.user:${own(name)}`;
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(document);
      const made = await ask({ ...server, fetch }, { method: 'PUT', path, headers, body });
      expect(made.ok && isGood(made.value), JSON.stringify(made)).toBe(true);
    }
    const address = new URL(url);
    Object.assign(address, { username: server.user, password: server.password });
    const roles = ['--editor', own('ana'), '--reader', own('rob')];
    // The second time changes nothing.
    for (let times = 0; times < 2; times += 1) {
      const { status, output } = await runQuietly(scriptLine('team-server.ts', [address.href, ...roles]));
      expect([status, output.trim()]).toEqual([0, `${url} is ready: 1 readers, 1 editors`]);
    }
    const more = ['--editor', own('ana'), '--reader', own('rob'), '--reader', own('zoe')];
    const { output } = await runQuietly(scriptLine('team-server.ts', [address.href, ...more]));
    expect(output).toContain(`no account on this server yet: ${own('zoe')};`);
    const identity = await readIdentity({ ...server, fetch, url });
    remote = identity.ok ? (identity.value?.store ?? '') : '';
    expect(remote).not.toBe('');
  }, 60_000);
  afterAll(() => server.close());

  const open = (name: string): Promise<Device> =>
    openDevice({ name, store: { url, remote, user: own(name), password: `${name} has a secret` } });

  test('an editor writes, a reader reads: what a reader writes stays at home and is told', async () => {
    const [ana, rob] = [await open('ana'), await open('rob')];
    await ana.database.entities.put(person('local:1', 'Ada'));
    await ana.database.images.put(await pictureOf('local:1'));
    expect(await ana.sync()).toEqual({ end: 'done' });
    expect(await rob.sync()).toEqual({ end: 'done' });
    expect(await picturesOf(rob)).toEqual([seen('local:1')]);
    await rob.database.entities.put(person('local:2', 'Bo'));
    expect(await rob.sync()).toMatchObject({ end: 'failed', failure: { code: 'NotAllowed' } });
    await ana.database.entities.put(person('local:3', 'Cy'));
    expect(await ana.sync()).toEqual({ end: 'done' });
    await rob.sync();
    expect([await namesOf(ana), await namesOf(rob)]).toEqual([
      ['Ada', 'Cy'],
      ['Ada', 'Bo', 'Cy'],
    ]);
  });

  test.skipIf(!isCouch).each([
    ['ana', 'write ok'],
    ['rob', 'write read-only'],
  ])('the test of the connection tells what %s may do: %s', async (name, step) => {
    const at = { fetch, url, user: own(name), password: `${name} has a secret` };
    const steps: string[] = [];
    for await (const one of checkConnection('couchdb', {
      server: at,
      now: Date.now,
      random: () => crypto.randomUUID(),
    }))
      steps.push(`${one.step} ${one.state}`);
    expect(steps).toEqual(['reach ok', 'sign-in ok', 'read ok', step, 'delete ok', 'clock ok']);
    // What was tried leaves nothing that a device reads as a record.
    const ana = await open('ana');
    expect([await ana.sync(), await namesOf(ana)]).toEqual([{ end: 'done' }, ['Ada', 'Cy']]);
  });

  test('whoever joins is told how many records and devices are there, and nothing else counts', async () => {
    const ana = { kind: 'couchdb', name: 'Desk', url, user: own('ana'), password: 'ana has a secret' } as const;
    const draft = { ...ana, carries: { notes: true, reading: true } };
    const found = await findStore(draft, { fetch, device: 'd', random: () => crypto.randomUUID() });
    expect(found).toMatchObject({ ok: true, value: { state: 'existing', records: 3, devices: 2 } });
  });

  test.skipIf(!isCouch)('who is not of the team reads nothing', async () => {
    const eve = await open('eve');
    expect(await eve.sync()).toMatchObject({ end: 'failed', failure: { code: 'NotAllowed' } });
    const stranger = await openDevice({
      name: 'stranger',
      store: { url, remote, user: own('ana'), password: 'a guess' },
    });
    expect(await stranger.sync()).toMatchObject({ end: 'failed', failure: { code: 'SignInRefused' } });
  });

  test.skipIf(!isCouch).each([
    ['database that nobody has made', '/nobody-made-it'],
    ['name that no database may have', '/No Such Name'],
  ])('a %s is told as missing, not as a wrong password', async (_, path) => {
    const at = { fetch, url: server.url + encodeURI(path), user: own('ana'), password: 'ana has a secret' };
    const steps: string[] = [];
    const ports = { server: at, now: Date.now, random: () => crypto.randomUUID() };
    for await (const step of checkConnection('couchdb', ports))
      steps.push(`${step.step} ${step.state === 'failed' ? step.code : step.state}`);
    expect(steps).toEqual(['reach ok', 'sign-in ok', 'read NotFound']);
  });

  test.skipIf(!isCouch).each<[what: string, document: (before: Record<string, unknown>) => Record<string, unknown>]>([
    ['is no record', ({ _rev }) => ({ _rev, hello: 'world' })],
    ['is a record under another’s name', (before) => ({ ...before, id: 'local:9' })],
    ['leaves out what was seen before', (before) => ({ ...before, seen: {} })],
  ])('a document that %s is refused', async (_, change) => {
    const ana = { url, fetch, user: own('ana'), password: 'ana has a secret' };
    const path = `/${encodeURIComponent('entities:local:1')}`;
    const found = await ask(ana, { method: 'GET', path });
    const before = found.ok ? (JSON.parse(new TextDecoder().decode(found.value.bytes)) as Record<string, unknown>) : {};
    expect(before['id']).toBe('local:1');
    const headers = { 'content-type': 'application/json' };
    const answer = await ask(ana, { method: 'PUT', path, headers, body: JSON.stringify(change(before)) });
    expect(answer).toMatchObject({ ok: true, value: { status: 403 } });
  });
});
