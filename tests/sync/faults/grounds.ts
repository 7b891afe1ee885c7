import { makeDatabase, makeIdentity } from '../../../lib/sync/couchdb/join.ts';
import { createLock } from '../../../lib/sync/lock.ts';
import { importStoreKey } from '../../../lib/sync/seal.ts';
import { makeFolders } from '../../../lib/sync/webdav/files.ts';
import type { SyncStoreRow } from '../../../lib/store/sync/rows.ts';
import { newName, startCouch } from '../../../scripts/servers/couch.ts';
import { type DavKind, provideDav, startDav } from '../../../scripts/servers/webdav.ts';

/** A server on which stores can be made. */
export interface Ground {
  /** The server itself, without the path of a store. */
  readonly origin: string;
  /** A new store on the server: its path, and how a device joins it. */
  makeStore(): Promise<{ readonly path: string; readonly store: Partial<SyncStoreRow> }>;
  /** Ends the server as a power cut would and starts it again; null where it is not ours to end. */
  readonly restart: (() => Promise<void>) | null;
  close(): Promise<void>;
}

const remote = 'store-0001';
const { opened } = await createLock(remote, 'correct horse');
const key = await importStoreKey(opened.dataKey);

function require(made: { readonly ok: boolean }): void {
  if (!made.ok) throw new Error(`no store was made: ${JSON.stringify(made)}`);
}

async function startCouchGround(keeps: 'memory' | 'files'): Promise<Ground> {
  const { url: origin, user, password, restart, close } = await startCouch(keeps);
  return {
    origin,
    restart,
    close,
    makeStore: async () => {
      const path = `/${newName('sidelight')}`;
      const server = { fetch, url: origin + path, user, password };
      require(await makeDatabase(server));
      require(await makeIdentity(server, { store: remote, lock: null }));
      return { path, store: { kind: 'couchdb', remote, url: server.url, user, password } };
    },
  };
}

async function startDavGround(kind: DavKind): Promise<Ground> {
  const { url, user, password, restart, close } = await startDav(kind);
  const { origin, pathname } = new URL(url);
  let stores = 0;
  return {
    origin,
    restart,
    close,
    makeStore: async () => {
      stores += 1;
      const path = `${pathname}/s${stores}`;
      require(await makeFolders({ fetch, url: origin + path, user, password }));
      return { path, store: { kind: 'webdav', remote, key, url: origin + path, user, password } };
    },
  };
}

const present = await provideDav();

/** Name, whether it is installed here, and its start. */
export const grounds = [
  ['couchdb', true, () => startCouchGround('memory')],
  ['apache', present.includes('apache'), () => startDavGround('apache')],
  ['rclone', present.includes('rclone'), () => startDavGround('rclone')],
] as const;

/** The same over files, so that what a server has written outlives it. */
export const lastingGrounds = [['couchdb', true, () => startCouchGround('files')], grounds[1], grounds[2]] as const;
