import type { DeviceId } from '../../merge/clock.ts';
import type { Json } from '../../merge/json.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Arrived } from '../../store/sync/arrived.ts';
import type { DeviceFacts } from '../../store/sync/rows.ts';
import { failure, type SyncFailure } from '../failures.ts';
import type { Pulled, Writing } from '../remote.ts';
import { parseState } from '../wire.ts';
import { hasFile, listFolder, readFile } from './dav.ts';
import { type DavStore, folders, pathOf, readHead, readNote, readSegment } from './files.ts';
import { readLock } from './locks.ts';
import { type DavCursor, newestOf, parseCursor, parseJournal } from './shapes.ts';

type Known = DavCursor['devices'][string];

const unknown: Known = { head: 0, written: 0, taken: 0, missing: 0, acknowledged: {}, removed: [] };

/** The next segment that is known of; where there is none, a look at what the others have written since. */
export async function pull(store: DavStore, cursor: Json, writing: Writing): Promise<Result<Pulled, SyncFailure>> {
  const known = parseCursor(cursor);
  const next = findUntaken(known);
  if (next !== null) return takeSegment(store, known, next);
  const looked = await look(store, known, writing);
  return looked.ok ? looked : failed(await explain(store, looked.failure));
}

/** What is missing there or cannot be read may be so because another store was made in its place. */
async function explain({ server, store }: DavStore, found: SyncFailure): Promise<SyncFailure> {
  if (found.code !== 'WentBack' && found.code !== 'Damaged') return found;
  const lock = await readLock(server);
  if (!lock.ok || lock.value === null || lock.value.store === store) return found;
  return failure('StoreReplaced', 'another store was made in this folder');
}

const isMissing = ({ taken, written, missing }: Known): boolean => taken < written && missing === taken + 1;

/** A device of which more is known to be there than was taken in. */
const findUntaken = ({ devices }: DavCursor): string | null =>
  Object.entries(devices).find(([, one]) => one.taken < one.written && !isMissing(one))?.[0] ?? null;

const pulled = (cursor: DavCursor, more: boolean, rest: Partial<Pulled> = {}): Result<Pulled, never> =>
  ok({ records: [], devices: {}, unreadable: [], late: [], ...rest, cursor, more });

/**
 * Whether the note is the one that lay there before everything was looked at last: a hint in a few hundred bytes,
 * however many devices there are. It may be late or lost, so that a whole look has to follow now and then.
 */
export async function glance(store: DavStore, cursor: Json): Promise<Result<'idle' | 'changed', SyncFailure>> {
  const known = parseCursor(cursor);
  const isBehind = Object.values(known.devices).some(({ taken, written }) => taken < written);
  if (known.note === null || isBehind) return ok('changed');
  const note = await readNote(store.server);
  return note.ok ? ok(note.value === known.note ? 'idle' : 'changed') : note;
}

async function look(store: DavStore, known: DavCursor, writing: Writing): Promise<Result<Pulled, SyncFailure>> {
  // Before the listing: whoever writes a head afterwards changes the note after that.
  const note = await readNote(store.server);
  if (!note.ok) return note;
  const names = await listFolder(store.server, folders.heads);
  if (!names.ok) return names;
  const newest = newestOf(names.value);
  const own = await checkOwnHead(store, newest.get(writing.device) ?? 0, writing);
  if (!own.ok) return own;
  const devices = { ...known.devices };
  const met: Record<string, DeviceFacts> = {};
  for (const [device, number] of newest) {
    const before = devices[device] ?? unknown;
    // An older head than was read before is a stale listing: what was taken in stays so.
    if (device === writing.device || number <= before.head) continue;
    const head = await readHead(store, device, number);
    if (!head.ok) return head;
    // Replaced by the next one while we looked; that one is seen at the next look.
    if (head.value === null) continue;
    const { written, first, taken, removed, name } = head.value;
    const here = Math.max(before.taken, first - 1);
    devices[device] = { ...before, head: number, written, taken: here, acknowledged: taken, removed };
    met[device] = { name, ahead: 0 };
  }
  const complete = await checkOwnSegments(store, devices, writing);
  if (!complete.ok) return complete;
  const late: string[] = [];
  for (const [device, one] of Object.entries(devices).filter(([, each]) => isMissing(each))) {
    const isThere = await hasFile(store.server, pathOf({ kind: 'segments', device, number: one.missing }));
    if (!isThere.ok) return isThere;
    if (isThere.value) devices[device] = { ...one, missing: 0 };
    else late.push(`segment ${one.missing} of ${device} is not there yet`);
  }
  const cursor = { devices, note: note.value };
  return pulled(cursor, findUntaken(cursor) !== null, { devices: met, late });
}

/**
 * A segment that some device has yet to take in must be there: only this device can write what it held again. Asked for
 * twice, since writing everything again is much.
 */
async function checkOwnSegments(
  { server }: DavStore,
  devices: DavCursor['devices'],
  { device, journal }: Writing,
): Promise<Result<unknown, SyncFailure>> {
  const { written, first, removed } = parseJournal(journal);
  const wanted = Object.entries(devices)
    .filter(([id]) => !removed.includes(id))
    .map(([, { acknowledged }]) => Math.max(first, (acknowledged[device] ?? 0) + 1));
  for (const number of new Set(wanted.filter((each) => each <= written))) {
    const path = pathOf({ kind: 'segments', device, number });
    const isThere = await hasFile(server, path);
    if (!isThere.ok) return isThere;
    const bytes = isThere.value ? null : await readFile(server, path);
    if (bytes === null) continue;
    if (!bytes.ok) return bytes;
    if (bytes.value === null) return failed(failure('WentBack', `segment ${number} of this device is missing there`));
  }
  return ok(null);
}

/** What lies there of ours must be what we left there; a listing may be older than that. */
async function checkOwnHead(
  store: DavStore,
  found: number,
  { device, journal }: Writing,
): Promise<Result<unknown, SyncFailure>> {
  const { head, headGiven } = parseJournal(journal);
  if (found > headGiven) return failed(failure('DeviceCopied', 'another profile has written under this name'));
  if (found >= head) return ok(null);
  const there = await readHead(store, device, head);
  if (!there.ok || there.value !== null) return there;
  return failed(failure('WentBack', 'files of this device are missing there'));
}

async function takeSegment(store: DavStore, cursor: DavCursor, device: string): Promise<Result<Pulled, SyncFailure>> {
  const known = cursor.devices[device] ?? unknown;
  const number = known.taken + 1;
  const segment = await readSegment(store, device, number);
  if (!segment.ok) return segment;
  if (segment.value === null) return skipCleared(store, cursor, { device, number });
  const records: Arrived[] = [];
  const unreadable: string[] = [];
  for (const one of segment.value.records) {
    const state = parseState(one);
    if (state === null) unreadable.push(`a record in segment ${number} of ${device}`);
    else records.push({ state, revision: null, leaves: [] });
  }
  return pulled(withDevice(cursor, device, { ...known, taken: number }), true, { records, unreadable });
}

const withDevice = (cursor: DavCursor, device: string, known: Known): DavCursor => ({
  ...cursor,
  devices: { ...cursor.devices, [device]: known },
});

/** A segment that is not there was cleared away after being repeated in later ones, or has not arrived yet. */
async function skipCleared(
  store: DavStore,
  cursor: DavCursor,
  missing: { readonly device: string; readonly number: number },
): Promise<Result<Pulled, SyncFailure>> {
  const { device, number } = missing;
  const known = cursor.devices[device] ?? unknown;
  const names = await listFolder(store.server, folders.heads);
  if (!names.ok) return names;
  const newest = newestOf(names.value).get(device) ?? 0;
  const head = newest === 0 ? ok(null) : await readHead(store, device, newest);
  if (!head.ok) return head;
  if (head.value === null || head.value.first <= number)
    return pulled(withDevice(cursor, device, { ...known, missing: number }), true);
  const { first, written } = head.value;
  return pulled(withDevice(cursor, device, { ...known, taken: first - 1, written }), true);
}

/** Whether every device that counts has taken in this one's segments up to a number. */
export function isTakenByAll(cursor: Json, device: DeviceId, upTo: number, removed: readonly string[]): boolean {
  const { devices } = parseCursor(cursor);
  const gone = new Set([...removed, ...Object.values(devices).flatMap((one) => one.removed)]);
  return Object.entries(devices).every(([id, { acknowledged }]) => gone.has(id) || (acknowledged[device] ?? 0) >= upTo);
}
