import { failed, ok, type Result } from '../model/result.ts';
import type { SyncDraft } from '../model/sync.ts';
import type { SyncStoreRow } from '../store/sync/rows.ts';
import { countThere, makeIdentity, readIdentity } from './couchdb/join.ts';
import { failure, type SyncFailure } from './failures.ts';
import type { Fetch, Server } from './http.ts';
import { createLock, type Lock, openLock, parseLock } from './lock.ts';
import type { RecoveryCode } from './recovery-code.ts';
import { importStoreKey } from './seal.ts';
import { listFolder } from './webdav/dav.ts';
import { folders } from './webdav/files.ts';
import { readLock, writeLock } from './webdav/locks.ts';

export interface SetupPorts {
  readonly fetch: Fetch;
  readonly device: string;
  readonly random: () => string;
}

/** What lies at the address. */
export type Found =
  | { readonly state: 'new' }
  | {
      readonly state: 'existing';
      readonly store: string;
      /** Null where it is not encrypted. */
      readonly lock: Lock | null;
      /** Records there, where the server knows. */
      readonly records: number | null;
      readonly devices: number;
    };

/** The address as it is used: without a slash at its end, without account, query or fragment. Null where it is none. */
export function toAddress(typed: string): string | null {
  const text = typed.trim();
  const full = /^https?:\/\//iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const { origin, pathname, hostname } = new URL(full);
  return hostname === '' ? null : `${origin}${pathname}`.replace(/\/+$/u, '');
}

export const serverOf = (
  { url, user, password }: Pick<SyncDraft, 'url' | 'user' | 'password'>,
  fetch: Fetch,
): Server => ({
  fetch,
  url,
  user,
  password,
});

/** Looks whether a store is at the address already; the connection has been checked before. */
export async function findStore(draft: SyncDraft, { fetch }: SetupPorts): Promise<Result<Found, SyncFailure>> {
  const server = serverOf(draft, fetch);
  if (draft.kind === 'webdav') {
    const lock = await readLock(server);
    if (!lock.ok) return lock;
    if (lock.value === null) return ok({ state: 'new' });
    const heads = await listFolder(server, folders.heads);
    const devices = heads.ok ? heads.value.length : 0;
    return ok({ state: 'existing', store: lock.value.store, lock: lock.value, records: null, devices });
  }
  const identity = await readIdentity(server);
  if (!identity.ok) return identity;
  if (identity.value === null) return ok({ state: 'new' });
  const { store } = identity.value;
  const lock = identity.value.lock === null ? ok(null) : parseLock(identity.value.lock);
  if (!lock.ok) return lock;
  return ok({ state: 'existing', store, lock: lock.value, ...(await countThere(server)) });
}

export interface Joined {
  readonly row: SyncStoreRow;
  /** To be written down by the reader; only where the store is new and encrypted. */
  readonly code: RecoveryCode | null;
}

/** Joins the store that is there, or makes a new one. The passphrase is null for a store that is not encrypted. */
export async function joinStore(
  draft: SyncDraft,
  choice: { readonly found: Found; readonly passphrase: string | null },
  ports: SetupPorts,
): Promise<Result<Joined, SyncFailure>> {
  const { found, passphrase } = choice;
  if (found.state === 'existing') {
    if (found.lock === null) return ok({ row: toRow(draft, found.store, null, ports), code: null });
    const opened = await openLock(found.lock, passphrase ?? '');
    if (!opened.ok) return opened;
    const key = await importStoreKey(opened.value.dataKey);
    return ok({ row: toRow(draft, found.store, key, ports), code: null });
  }
  const store = ports.random();
  const made = passphrase === null ? null : await createLock(store, passphrase);
  const server = serverOf(draft, ports.fetch);
  if (draft.kind === 'webdav') {
    if (made === null) return failed(failure('StoreUnknown', 'a folder is always encrypted'));
    const written = await writeLock(server, { device: ports.device, lock: made.lock, random: ports.random });
    if (!written.ok) return written;
    // Another device may have made a store at the same moment: one of the two locks counts.
    const counts = await readLock(server);
    if (!counts.ok) return counts;
    if (counts.value?.store !== store) return failed(failure('StoreMade', 'another device has just made a store'));
  } else {
    const counts = await makeIdentity(server, { store, lock: made?.lock ?? null });
    if (!counts.ok) return counts;
    if (counts.value.store !== store) return failed(failure('StoreMade', 'somebody has just made a store'));
  }
  const key = made === null ? null : await importStoreKey(made.opened.dataKey);
  return ok({ row: toRow(draft, store, key, ports), code: made?.code ?? null });
}

const toRow = (draft: SyncDraft, remote: string, key: CryptoKey | null, { random }: SetupPorts): SyncStoreRow => ({
  ...draft,
  id: random(),
  isOn: true,
  key,
  remote,
  cursor: null,
  journal: null,
  pushed: 0,
  confirmed: 0,
  done: 0,
  lastSuccess: null,
  trouble: null,
  failures: 0,
  retryAt: 0,
  deletions: 'ask',
});

/** What the form begins with. What a team reads is nobody's business until somebody says so. */
export const draftOf = (kind: SyncDraft['kind']): SyncDraft => ({
  kind,
  name: '',
  url: '',
  user: '',
  password: '',
  carries: { notes: true, reading: kind === 'webdav' },
});
