import { failed, ok, type Result } from '../model/result.ts';
import type { SyncStoreRow } from '../store/sync/rows.ts';
import { readIdentity, replaceLock } from './couchdb/join.ts';
import { failure, type SyncFailure } from './failures.ts';
import type { Server } from './http.ts';
import { changePassphrase, type Lock, openLock, parseLock } from './lock.ts';
import type { RecoveryCode } from './recovery-code.ts';
import type { SetupPorts } from './setup.ts';
import { readLock, removeOldLocks, writeLock } from './webdav/locks.ts';

export interface PassphraseChange {
  /** The passphrase of until now, or the recovery code. */
  readonly before: string;
  readonly after: string;
}

/**
 * Another passphrase and another recovery code for a store, for every device that joins from now on. Devices that have
 * joined keep their key, which stays the same.
 */
export async function changeStorePassphrase(
  store: SyncStoreRow,
  { before, after }: PassphraseChange,
  ports: SetupPorts,
): Promise<Result<RecoveryCode, SyncFailure>> {
  const server = { fetch: ports.fetch, url: store.url, user: store.user, password: store.password };
  const lock = await findLock(store, server);
  if (!lock.ok) return lock;
  if (lock.value.store !== store.remote) return failed(failure('StoreReplaced', 'another store is there now'));
  const opened = await openLock(lock.value, before);
  if (!opened.ok) return opened;
  const next = await changePassphrase(opened.value, after);
  const written = await putLock(store, server, { lock: next.lock, ports });
  return written.ok ? ok(next.code) : written;
}

async function findLock(store: SyncStoreRow, server: Server): Promise<Result<Lock, SyncFailure>> {
  if (store.kind === 'webdav') {
    const lock = await readLock(server);
    if (!lock.ok) return lock;
    return lock.value === null ? failed(failure('NotFound', 'there is no store in the folder')) : ok(lock.value);
  }
  const identity = await readIdentity(server);
  if (!identity.ok) return identity;
  if (identity.value === null || identity.value.lock === null)
    return failed(failure('StoreUnknown', 'the store is not encrypted'));
  return parseLock(identity.value.lock);
}

async function putLock(
  store: SyncStoreRow,
  server: Server,
  { lock, ports }: { readonly lock: Lock; readonly ports: SetupPorts },
): Promise<Result<unknown, SyncFailure>> {
  if (store.kind === 'couchdb') return replaceLock(server, lock);
  const written = await writeLock(server, { device: ports.device, lock, random: ports.random });
  if (!written.ok) return written;
  // Another device may have changed it at the same moment.
  const counts = await readLock(server);
  if (!counts.ok) return counts;
  if (counts.value?.passphrase.wrapped !== lock.passphrase.wrapped)
    return failed(failure('Overtaken', 'another device has just changed the passphrase'));
  return removeOldLocks(server);
}
