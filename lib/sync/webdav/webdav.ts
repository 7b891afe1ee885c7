import type { Json } from '../../merge/json.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Outgoing } from '../../store/sync/outbox.ts';
import { failure, type SyncFailure } from '../failures.ts';
import type { Pushed, Remote, Settled, Writing } from '../remote.ts';
import { toWire } from '../wire.ts';
import { listFolder, removeFile } from './dav.ts';
import { type DavStore, folders, pathOf, readHead, readSegment, writeNote, writeSealed } from './files.ts';
import { clearPictures, placePictures, readPicture } from './pictures.ts';
import { glance, isTakenByAll, pull } from './pull.ts';
import { type DavJournal, type Head, parseCursor, parseJournal } from './shapes.ts';

/** Segments of its own after which a device repeats what still counts of them, to clear the old ones away. */
const segmentsKept = 64;

/**
 * A folder on a WebDAV server as a store: each device writes numbered, encrypted segments of its own and a head that
 * says how far it is; nobody ever changes or overwrites a file.
 */
export function createDavRemote(store: DavStore): Remote {
  return {
    look: (cursor, _, how) => (how === 'glance' ? glance(store, cursor) : Promise.resolve(ok('changed'))),
    begin: (writing) => begin(store, writing),
    pull: (cursor, writing) => pull(store, cursor, writing),
    push: (records, writing) => push(store, records, writing),
    readPicture: (picture) => readPicture(store, picture),
    settle: (cursor, settling) => settle(store, cursor, settling),
    afresh: (journal, why) => (why === 'WentBack' ? afterLoss(parseJournal(journal)) : null),
  };
}

/**
 * Everything is sent once more, in segments after all those of before, some of which are gone. Numbers are never given
 * again: others would take the new files for those that they know.
 */
const afterLoss = (journal: DavJournal): DavJournal => ({
  ...journal,
  first: journal.written + 1,
  head: 0,
  told: '',
  repackedFrom: 0,
  repackedTo: 0,
});

const keep = (writing: Writing, journal: DavJournal): Promise<void> => writing.keep(journal);

/** Finds out what became of a segment that an earlier run began. */
async function begin(store: DavStore, writing: Writing): Promise<Result<Json, SyncFailure>> {
  const journal = parseJournal(writing.journal);
  await clearTemporary(store, writing.device);
  if (journal.pending === null) return ok(journal);
  const { number, tokens } = journal.pending;
  const found = await readSegment(store, writing.device, number);
  if (!found.ok) return found;
  if (found.value === null) return ok(journal);
  if (!tokens.includes(found.value.token)) return failed(copied);
  // It holds what was in the outbox then, which is sent once more: a record that is there twice is there once.
  return ok({ ...journal, written: number, pending: null });
}

const copied = failure('DeviceCopied', 'another profile has written under this name');

async function clearTemporary(store: DavStore, device: string): Promise<void> {
  const names = await listFolder(store.server, folders.temporary);
  if (!names.ok) return;
  for (const name of names.value.filter((each) => each.startsWith(`${device}-`)))
    await removeFile(store.server, `${folders.temporary}/${name}`);
}

/** What is too large for the server goes in halves; a single record that is, is refused by itself. */
async function push(
  store: DavStore,
  records: readonly Outgoing[],
  writing: Writing,
): Promise<Result<Pushed, SyncFailure>> {
  // Whoever reads of a picture in a segment finds it there.
  const placed = await placePictures(store, records, writing.device);
  const pushed = placed.ok ? await pushSegment(store, records, writing) : placed;
  if (pushed.ok && placed.ok) await clearPictures(store, placed.value);
  if (pushed.ok || pushed.failure.code !== 'TooLarge') return pushed;
  if (records.length === 1)
    return ok({ taken: [], refused: records, trouble: pushed.failure, journal: writing.journal });
  const middle = Math.ceil(records.length / 2);
  const first = await push(store, records.slice(0, middle), writing);
  if (!first.ok) return first;
  let { journal } = first.value;
  const second = await push(store, records.slice(middle), {
    ...writing,
    journal,
    keep: async (next) => {
      await writing.keep(next);
      journal = next;
    },
  });
  // The first half is there for certain and is noted as such; the rest is tried again with whatever comes next. The
  // second's segment may have arrived all the same, or arrive yet.
  if (!second.ok) return ok({ ...first.value, journal, refused: [...first.value.refused, ...records.slice(middle)] });
  return ok({
    taken: [...first.value.taken, ...second.value.taken],
    refused: [...first.value.refused, ...second.value.refused],
    trouble: first.value.trouble ?? second.value.trouble,
    journal: second.value.journal,
  });
}

const attemptsKept = 20;

async function pushSegment(
  store: DavStore,
  records: readonly Outgoing[],
  writing: Writing,
): Promise<Result<Pushed, SyncFailure>> {
  const before = parseJournal(writing.journal);
  const number = before.written + 1;
  const token = store.random();
  // An attempt of before may still be on its way.
  const earlier = before.pending?.number === number ? before.pending.tokens : [];
  const tokens = [...earlier, token].slice(-attemptsKept);
  await keep(writing, { ...before, pending: { number, tokens } });
  const content = { token, records: records.map(({ row }) => toWire(row.state)) };
  const placed = await writeSealed(store, { kind: 'segments', device: writing.device, number }, content);
  if (!placed.ok) return placed;
  if (placed.value === 'taken') {
    const found = await readSegment(store, writing.device, number);
    if (!found.ok) return found;
    // Not there although its name is taken: the answer was another request's.
    if (found.value === null) return failed(failure('Busy', 'the segment did not arrive'));
    if (!tokens.includes(found.value.token)) return failed(copied);
    // An earlier attempt got there first; it may lack what was added since, which goes with the next one.
    if (found.value.token !== token) return failed(failure('Busy', 'an earlier attempt has arrived late'));
  }
  const journal: DavJournal = { ...before, written: number, pending: null };
  const taken = records.map((record) => ({ ...record, newRevision: String(number) }));
  return ok({ taken, refused: [], trouble: null, journal });
}

/** Tells the others how far this device is, where that has changed, and clears away what all have taken in. */
async function settle(store: DavStore, cursor: Json, writing: Writing): Promise<Result<Settled, SyncFailure>> {
  let journal = parseJournal(writing.journal);
  if (journal.repackedFrom > 0 && journal.repackedTo === 0) journal = { ...journal, repackedTo: journal.written };
  const isRepeated =
    journal.repackedTo > 0 && isTakenByAll(cursor, writing.device, journal.repackedTo, journal.removed);
  const cleared = isRepeated ? journal.first : 0;
  if (isRepeated) journal = { ...journal, first: journal.repackedFrom, repackedFrom: 0, repackedTo: 0 };
  const told = await tell(store, { cursor, journal, writing });
  if (!told.ok) return told;
  journal = told.value;
  // Only after the head says so: nobody looks for what is cleared away.
  if (isRepeated) await clearSegments(store, writing.device, [cleared, journal.first]);
  const isLong = journal.written - journal.first >= segmentsKept && journal.repackedFrom === 0;
  if (isLong) journal = { ...journal, repackedFrom: journal.written + 1 };
  return ok({ journal, cursor, repeatsAll: isLong });
}

interface Telling {
  readonly cursor: Json;
  readonly journal: DavJournal;
  readonly writing: Writing;
}

async function tell(store: DavStore, { cursor, journal, writing }: Telling): Promise<Result<DavJournal, SyncFailure>> {
  const taken = Object.entries(parseCursor(cursor).devices).map(([id, one]) => [id, one.taken] as const);
  const { written, first, removed } = journal;
  const head: Omit<Head, 'token'> = {
    name: store.deviceName,
    written,
    first,
    taken: Object.fromEntries(taken),
    removed,
  };
  const text = JSON.stringify(head);
  if (text === journal.told) return ok(journal);
  const number = journal.headGiven + 1;
  const token = store.random();
  const given: DavJournal = { ...journal, headGiven: number };
  await keep(writing, given);
  const file = { kind: 'heads', device: writing.device, number } as const;
  const placed = await writeSealed(store, file, { ...head, token });
  if (!placed.ok) return placed;
  if (placed.value === 'taken') {
    const found = await readHead(store, writing.device, number);
    if (!found.ok) return found;
    if (found.value === null) return failed(failure('Busy', 'the head did not arrive'));
    if (found.value.token !== token) return failed(copied);
  }
  const noted = await writeNote(store.server, token);
  if (!noted.ok) return noted;
  for (let old = Math.max(1, journal.head); old < number; old += 1)
    await removeFile(store.server, pathOf({ ...file, number: old }));
  return ok({ ...given, head: number, told: text });
}

async function clearSegments(store: DavStore, device: string, [from, to]: readonly [number, number]): Promise<void> {
  for (let number = from; number < to; number += 1)
    await removeFile(store.server, pathOf({ kind: 'segments', device, number }));
}
