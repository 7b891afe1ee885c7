import type { SyncStoreRow } from '../store/sync/rows.ts';
import { unreachable } from '../model/result.ts';
import { createCouchRemote } from './couchdb/couchdb.ts';
import { createSealedForm, openForm } from './couchdb/documents.ts';
import type { Fetch } from './http.ts';
import type { Remote } from './remote.ts';
import { createBlindNames, createSeal } from './seal.ts';
import { createDavRemote } from './webdav/webdav.ts';

export interface ConnectOptions {
  readonly fetch: Fetch;
  /** What the reader calls this device. */
  readonly deviceName: string;
}

/** The remote that a stored connection stands for. */
export function connectStore(store: SyncStoreRow, { fetch, deviceName }: ConnectOptions): Remote {
  const { url, user, password, key, remote } = store;
  const server = { fetch, url, user, password };
  const random = (): string => crypto.randomUUID();
  switch (store.kind) {
    case 'couchdb': {
      const form = key === null ? openForm : createSealedForm(key, remote);
      return createCouchRemote({ server, form, store: remote, deviceName, random });
    }
    case 'webdav': {
      if (key === null) throw new Error('a WebDAV store without a key');
      const [segments, heads] = [createSeal(key, remote, 'segments'), createSeal(key, remote, 'heads')];
      const [pictures, blindName] = [createSeal(key, remote, 'pictures'), createBlindNames(key, remote)];
      return createDavRemote({ server, store: remote, segments, heads, pictures, blindName, deviceName, random });
    }
    default:
      return unreachable(store.kind);
  }
}
