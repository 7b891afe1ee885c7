import * as v from 'valibot';
import { failed, ok, type Result } from '../model/result.ts';
import type { SyncDevice } from '../model/sync.ts';
import { dropLease, readDevices, takeLease } from '../store/sync/clock.ts';
import type { SyncStoreRow } from '../store/sync/rows.ts';
import type { StoreDatabase } from '../store/schema.ts';
import { keepJournal, readDevice, readStore } from '../store/sync/stores.ts';
import { askJson } from './couchdb/ask.ts';
import { devicePrefix } from './couchdb/documents.ts';
import { failure, type SyncFailure } from './failures.ts';
import type { Fetch } from './http.ts';
import { parseCursor, parseJournal } from './webdav/shapes.ts';

const rowsSchema = v.object({
  rows: v.array(
    v.looseObject({ id: v.string(), doc: v.looseObject({ _rev: v.string(), name: v.optional(v.string(), '') }) }),
  ),
});

/** The other devices of a store, by name. */
export async function listDevices(
  database: StoreDatabase,
  store: SyncStoreRow,
  fetch: Fetch,
): Promise<Result<readonly SyncDevice[], SyncFailure>> {
  const own = await readDevice(database);
  const found = store.kind === 'couchdb' ? await listInDatabase(store, fetch) : ok(await listInFolder(database, store));
  if (!found.ok) return found;
  return ok(found.value.filter(({ id }) => id !== own).toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

async function listInFolder(database: StoreDatabase, store: SyncStoreRow): Promise<readonly SyncDevice[]> {
  const [known, names] = [parseCursor(store.cursor).devices, await readDevices(database)];
  const gone = new Set([
    ...parseJournal(store.journal).removed,
    ...Object.values(known).flatMap(({ removed }) => removed),
  ]);
  return Object.keys(known)
    .filter((id) => !gone.has(id))
    .map((id) => ({ id, name: names[id]?.name ?? '', ahead: names[id]?.ahead ?? 0 }));
}

async function listInDatabase(store: SyncStoreRow, fetch: Fetch): Promise<Result<readonly SyncDevice[], SyncFailure>> {
  const range = { startkey: JSON.stringify(devicePrefix), endkey: JSON.stringify(`${devicePrefix}\ufff0`) };
  const query = new URLSearchParams({ include_docs: 'true', ...range });
  const answer = await askJson({ ...store, fetch }, 'GET', `/_all_docs?${query}`);
  if (!answer.ok) return answer;
  const parsed = v.safeParse(rowsSchema, answer.value);
  const rows = parsed.success ? parsed.output.rows : [];
  return ok(rows.map(({ id, doc }) => ({ id: id.slice(devicePrefix.length), name: doc.name, ahead: 0 })));
}

/** Nobody waits for that device any more. What it has stays on it, and it may still read until its account is closed. */
export async function removeDevice(
  database: StoreDatabase,
  store: SyncStoreRow,
  { device, fetch }: { readonly device: string; readonly fetch: Fetch },
): Promise<Result<unknown, SyncFailure>> {
  if (store.kind === 'webdav') return removeInFolder(database, store.id, device);
  const path = `/${encodeURIComponent(devicePrefix + device)}`;
  const found = await askJson({ ...store, fetch }, 'GET', path);
  if (!found.ok) return found.failure.code === 'NotFound' ? ok(null) : found;
  const revision = v.safeParse(v.looseObject({ _rev: v.string() }), found.value);
  const rev = revision.success ? revision.output._rev : '';
  return askJson({ ...store, fetch }, 'DELETE', `${path}?rev=${encodeURIComponent(rev)}`);
}

/** A run that is under way would write its own journal over this one, so that its end is waited for. */
async function removeInFolder(
  database: StoreDatabase,
  id: string,
  device: string,
): Promise<Result<unknown, SyncFailure>> {
  const lease = { holder: crypto.randomUUID(), now: Date.now() };
  if (!(await takeLease(database, lease))) return failed(failure('Overtaken', 'a sync is under way'));
  try {
    const journal = parseJournal((await readStore(database, id))?.journal ?? null);
    const removed = [...new Set([...journal.removed, device])];
    return ok(await keepJournal(database, id, { journal: { ...journal, removed }, lease }));
  } finally {
    await dropLease(database, lease.holder);
  }
}
