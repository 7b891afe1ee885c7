import { expect } from 'vitest';
import { makeDatabase, makeIdentity } from '../../../lib/sync/couchdb/join.ts';
import { type CouchServer, newName } from '../../../scripts/servers/couch.ts';
import { type Device, openDevice } from '../devices.ts';

/** A new database with a store in it, and devices that have joined. */
export async function joinDesk(server: CouchServer, names: readonly string[]): Promise<readonly Device[]> {
  const { user, password } = server;
  const url = `${server.url}/${newName('sidelight')}`;
  const at = { fetch, url, user, password };
  expect((await makeDatabase(at)).ok).toBe(true);
  expect((await makeIdentity(at, { store: 'store-1', lock: null })).ok).toBe(true);
  return Promise.all(names.map((name) => openDevice({ name, store: { url, user, password, name } })));
}

/** A request to the device's database, as an administrator makes it. */
export async function callDesk(
  server: CouchServer,
  device: Device,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body?: object },
) {
  const [store] = await device.database.syncStores.toArray();
  const answer = await fetch(`${store!.url}${path}`, {
    method,
    headers: {
      authorization: `Basic ${btoa(`${server.user}:${server.password}`)}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Record<string, unknown>;
}
