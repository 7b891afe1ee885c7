import { isSame, type Json } from '../../merge/json.ts';
import type { RecordState } from '../../merge/record.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Arrived } from '../../store/sync/arrived.ts';
import type { Outgoing } from '../../store/sync/outbox.ts';
import { failure, type SyncFailure } from '../failures.ts';
import { ask, failureOf, isGood, parseJson } from '../http.ts';
import type { Pulled, Pushed, Remote, Writing } from '../remote.ts';
import { askJson, type CouchStore, isObject } from './ask.ts';
import { type ChangeRow, passRows, readChanges, toCursor, toPlace } from './changes.ts';
import { checkDevice, withoutConfirmation } from './device.ts';
import { isOurs } from './documents.ts';
import { look } from './look.ts';
import { readAttachment, toAttachment } from './pictures.ts';

/** Documents of a page: about 600 KB, some hundred milliseconds in the store. */
const pageSize = 1000;
/** Characters of one request's body; servers refuse more than a few MB unless told otherwise. */
const bodySize = 1_500_000;

/** A database of Apache CouchDB, or of anything that speaks like it, by its HTTP interface. */
export function createCouchRemote(store: CouchStore): Remote {
  return {
    look: (cursor, writing, how) => look(store, { cursor, writing, how }),
    begin: (writing) => checkDevice(store, writing),
    pull: (cursor) => pull(store, cursor),
    push: (records, writing) => push(store, records, writing),
    readPicture: (picture) => readAttachment(store, picture),
    afresh: (journal, why) => (why === 'WentBack' ? withoutConfirmation(journal) : null),
    settle: async (cursor, { journal, own }) => {
      const passed = own.size === 0 ? ok(cursor) : await passOwn(store, cursor, own);
      return passed.ok ? ok({ journal, cursor: passed.value, repeatsAll: false }) : passed;
    },
  };
}

async function pull(store: CouchStore, cursor: Json): Promise<Result<Pulled, SyncFailure>> {
  const place = toPlace(cursor);
  const changes = await readChanges(store, place.seq, {
    limit: String(pageSize),
    include_docs: 'true',
    conflicts: 'true',
  });
  if (!changes.ok) return changes;
  const { results: rows, last_seq, pending = 0 } = changes.value;
  const read: Read = { records: [], unreadable: [] };
  for (const row of rows) {
    const leaves = await readLeaves(store, row, read);
    if (!leaves.ok) return leaves;
  }
  // A server may give fewer than it was asked for, and yet have more.
  const more = rows.length === pageSize || (rows.length > 0 && pending > 0);
  // As a cache before it may have it: whoever goes on there comes round for ever.
  if (more && isSame(last_seq, place.seq))
    return failed(failure('AnswerMalformed', 'the changes end where they began'));
  return ok({ ...read, cursor: toCursor(passRows(place, rows, last_seq)), more, devices: {}, late: [] });
}

/** Rows without their documents: some hundred bytes each. */
const passedAtOnce = 1000;

/** A cursor behind what was just written, so that it does not come back with all that it holds. */
async function passOwn(store: CouchStore, cursor: Json, own: ReadonlySet<string>): Promise<Result<Json, SyncFailure>> {
  let at = toPlace(cursor);
  for (;;) {
    const changes = await readChanges(store, at.seq, { limit: String(passedAtOnce) });
    if (!changes.ok) return changes;
    const { results, last_seq } = changes.value;
    const isOwn = ({ id, changes: leaves = [] }: ChangeRow): boolean =>
      isOurs(id) || (leaves.length > 0 && leaves.every(({ rev }) => own.has(rev)));
    const foreign = results.findIndex((row) => !isOwn(row));
    const passed = foreign < 0 ? results : results.slice(0, foreign);
    const upTo = foreign < 0 ? last_seq : results[foreign - 1]?.seq;
    if (upTo !== undefined) at = passRows(at, passed, upTo);
    if (foreign >= 0 || results.length < passedAtOnce) return ok(toCursor(at));
  }
}

interface Read {
  readonly records: Arrived[];
  readonly unreadable: string[];
}

/**
 * The winning leaf and those that lost against it: a cluster may hold several. Only what was read is ever replaced or
 * deleted: what a later version wrote, or what is not there at the moment, stays where it is, beside ours.
 */
async function readLeaves(
  store: CouchStore,
  { id, deleted, doc }: ChangeRow,
  read: Read,
): Promise<Result<null, SyncFailure>> {
  if (deleted === true || isOurs(id) || doc === undefined || doc === null) return ok(null);
  const found: Readonly<Record<string, unknown>>[] = [doc];
  for (const revision of doc._conflicts ?? []) {
    const answer = await askJson(store.server, 'GET', `/${encodeURIComponent(id)}?rev=${encodeURIComponent(revision)}`);
    if (!answer.ok && answer.failure.code !== 'NotFound') return answer;
    if (answer.ok && isObject(answer.value)) found.push({ ...answer.value, _rev: revision });
  }
  const states: RecordState[] = [];
  const revisions: string[] = [];
  for (const leaf of found) {
    const state = await store.form.toState(leaf);
    if (!state.ok) read.unreadable.push(state.failure);
    else {
      states.push(state.value);
      revisions.push(String(leaf['_rev']));
    }
  }
  const [revision = null, ...leaves] = revisions;
  for (const state of states) read.records.push({ state, revision, leaves });
  return ok(null);
}

interface Prepared {
  readonly record: Outgoing;
  readonly id: string;
  readonly text: string;
}

interface WriteAnswer {
  readonly id: string;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
}

async function push(
  store: CouchStore,
  records: readonly Outgoing[],
  { journal }: Writing,
): Promise<Result<Pushed, SyncFailure>> {
  const prepared = await Promise.all(records.map((record) => prepare(store, record)));
  const answers = new Map<string, WriteAnswer>();
  for (const batch of toBatches(prepared)) {
    const written = await writeBatch(store, batch, answers);
    if (!written.ok) return written;
  }
  const taken: Pushed['taken'][number][] = [];
  const refused: Outgoing[] = [];
  let trouble: SyncFailure | null = null;
  for (const { record, id } of prepared) {
    // By id, never by place: a server may answer in any order.
    const answer = answers.get(id);
    if (answer?.rev !== undefined && answer.error === undefined) taken.push({ ...record, newRevision: answer.rev });
    else {
      refused.push(record);
      trouble = troubleOf(answer) ?? trouble;
    }
  }
  const leaves = await dropLeaves(
    store,
    prepared.filter(({ id }) => answers.get(id)?.rev !== undefined),
  );
  return leaves.ok ? ok({ taken, refused, trouble, journal }) : leaves;
}

async function prepare({ form }: CouchStore, record: Outgoing): Promise<Prepared> {
  const { state } = record.row;
  const id = await form.idOf(state.table, state.id);
  const body = await form.toBody(state, id);
  const revision = record.revision === null ? {} : { _rev: record.revision };
  const picture = record.picture === null ? {} : await toAttachment(form, id, record.picture.bytes);
  return { record, id, text: JSON.stringify({ _id: id, ...revision, ...body, ...picture }) };
}

function toBatches(prepared: readonly Prepared[]): readonly (readonly Prepared[])[] {
  const batches: Prepared[][] = [];
  let size = bodySize;
  for (const one of prepared) {
    size += one.text.length;
    if (size > bodySize) {
      batches.push([]);
      size = one.text.length;
    }
    batches.at(-1)?.push(one);
  }
  return batches;
}

/** A batch that the server takes not as a whole is halved; a single record that it does not take is refused by itself. */
async function writeBatch(
  store: CouchStore,
  batch: readonly Prepared[],
  answers: Map<string, WriteAnswer>,
): Promise<Result<null, SyncFailure>> {
  const body = `{"docs":[${batch.map(({ text }) => text).join(',')}]}`;
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const answer = await ask(store.server, { method: 'POST', path: '/_bulk_docs', headers, body });
  if (!answer.ok) return answer;
  const refusal = refusals[answer.value.status];
  if (refusal !== undefined && batch.length > 1) {
    const middle = Math.ceil(batch.length / 2);
    const first = await writeBatch(store, batch.slice(0, middle), answers);
    return first.ok ? writeBatch(store, batch.slice(middle), answers) : first;
  }
  if (refusal !== undefined) {
    const { detail: reason } = failureOf(answer.value);
    for (const { id } of batch) answers.set(id, { id, error: refusal, reason });
    return ok(null);
  }
  if (!isGood(answer.value)) return failed(failureOf(answer.value));
  const parsed = parseJson(answer.value);
  if (!parsed.ok) return parsed;
  if (!Array.isArray(parsed.value)) return failed(failure('AnswerMalformed', 'no list of what was written'));
  for (const one of parsed.value.filter(isObject)) answers.set(String(one['id']), one as unknown as WriteAnswer);
  return ok(null);
}

/** Statuses of what a request holds, not of who sends it: one record may be the reason for all. */
const refusals: Readonly<Record<number, string>> = { 400: 'unreadable', 413: 'too_large' };

function troubleOf(answer: WriteAnswer | undefined): SyncFailure | null {
  const reason = answer?.reason ?? '';
  switch (answer?.error) {
    case undefined:
    case 'conflict':
      return null;
    case 'too_large':
      return failure('TooLarge', reason);
    case 'forbidden':
    case 'unauthorized':
      return failure('NotAllowed', reason);
    default:
      return failure('ServerFault', `${answer?.error}: ${reason}`);
  }
}

/** Leaves that lost are deleted only now, when what they held is saved in the winner. */
async function dropLeaves({ server }: CouchStore, saved: readonly Prepared[]): Promise<Result<null, SyncFailure>> {
  const docs = saved.flatMap(({ record, id }) => record.leaves.map((_rev) => ({ _id: id, _rev, _deleted: true })));
  if (docs.length === 0) return ok(null);
  const answer = await askJson(server, 'POST', '/_bulk_docs', { docs });
  // A leaf that somebody else has deleted meanwhile is answered as a conflict, which is as good.
  return answer.ok ? ok(null) : answer;
}
