import { type Conflict, decide, findConflicts, reopen } from '../../merge/conflicts.ts';
import type { Stamp } from '../../merge/clock.ts';
import { toRow } from '../../merge/cells.ts';
import type { Json } from '../../merge/json.ts';
import { policyOf } from '../../merge/policy.ts';
import { lifeOf, type RecordState } from '../../merge/record.ts';
import { contest, removeRow, revive } from '../../merge/write.ts';
import { countUpNames } from '../own-names.ts';
import type { StoreDatabase } from '../schema.ts';
import { applying } from './apply.ts';
import { openClock, readDevices } from './clock.ts';
import type { DecisionRow, SyncRecordRow } from './rows.ts';
import { toRecordRow } from './track.ts';

/** A record about which the reader has to decide something. */
export interface Disagreement {
  readonly table: string;
  readonly id: string;
  /** What the record is called: a name, the beginning of a note, a fact. */
  readonly title: string;
  readonly conflicts: readonly Conflict[];
}

export interface DisagreementList {
  readonly all: readonly Disagreement[];
  /** How many there are; at most `disagreementsShown` of them are listed. */
  readonly total: number;
  readonly devices: Readonly<Record<string, string>>;
  /** This device's own name among them. */
  readonly own: string;
  /** The last decision, for taking it back. */
  readonly last: DecisionRow | null;
}

const disagreementsShown = 50;

export async function listDisagreements(database: StoreDatabase): Promise<DisagreementList> {
  const asking = database.syncRecords.where('asks').equals(1);
  const [rows, total, devices, last, clock] = await Promise.all([
    asking.limit(disagreementsShown).toArray(),
    database.syncRecords.where('asks').equals(1).count(),
    readDevices(database),
    database.syncDecisions.orderBy('at').last(),
    database.syncMeta.get('clock'),
  ]);
  const all = rows.map(({ table, id, state }) => ({
    table,
    id,
    title: titleOf(state),
    conflicts: findConflicts(state),
  }));
  const names = Object.fromEntries(Object.entries(devices).map(([device, { name }]) => [device, name]));
  return { all, total, devices: names, own: clock?.key === 'clock' ? clock.device : '', last: last ?? null };
}

function titleOf(state: RecordState): string {
  const row = toRow(state, policyOf(state.table));
  for (const field of ['name', 'title', 'text', 'predicate', 'id'])
    if (typeof row[field] === 'string' && row[field] !== '') return row[field].slice(0, 120);
  const fields = row['fields'];
  const name = typeof fields === 'object' && fields !== null && 'name' in fields ? fields['name'] : null;
  return typeof name === 'string' ? name : state.id;
}

/** What the reader decides about one conflict. */
export type Decision =
  | { readonly kind: 'value'; readonly cell: string; readonly value: Json | undefined }
  | { readonly kind: 'keep' }
  | { readonly kind: 'delete' };

export interface Decided {
  readonly table: string;
  readonly id: string;
  readonly decision: Decision;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Ends a conflict; what stood there before can be had back by `takeBack`. */
export async function decideConflict(database: StoreDatabase, { table, id, decision, now }: Decided): Promise<void> {
  const cell = decision.kind === 'value' ? decision.cell : null;
  await changeState(
    database,
    { table, id, now },
    {
      change: (state, clock) => {
        if (decision.kind === 'value') return decide(state, decision.cell, { value: decision.value, clock });
        return decision.kind === 'keep' ? revive(state, clock) : removeRow(state, clock);
      },
      note: (state) => {
        const before = cell === null ? [] : (state.cells[cell] ?? []).map(({ value }) => value ?? null);
        const { gone } = state;
        return database.syncDecisions.put({ id: crypto.randomUUID(), table, record: id, cell, before, gone, at: now });
      },
    },
  );
}

/** Puts both values of the last decision beside each other again, or asks anew whether the record is to go. */
export async function takeBack(database: StoreDatabase, last: DecisionRow, now: number): Promise<void> {
  const { table, record: id, cell, before, gone = [] } = last;
  await changeState(
    database,
    { table, id, now },
    {
      change: (state, clock) =>
        cell === null ? contest(state, gone, clock) : reopen(state, cell, { values: before, clock }),
      note: () => database.syncDecisions.delete(last.id),
    },
  );
}

interface Place {
  readonly table: string;
  readonly id: string;
  readonly now: number;
}

interface Change {
  readonly change: (state: RecordState, clock: Stamp) => RecordState;
  /** Writes down that it was decided, or no longer is; part of the same transaction. */
  readonly note: (before: RecordState) => PromiseLike<unknown>;
}

async function changeState(
  database: StoreDatabase,
  { table, id, now }: Place,
  { change, note }: Change,
): Promise<void> {
  await applying(database, async () => {
    const row = await database.syncRecords.get([table, id]);
    if (row === undefined) return;
    const clock = await openClock(database, now);
    const state = change(row.state, clock.stamp());
    const next: SyncRecordRow = toRecordRow(state, clock.nextEdit(), row);
    await database.syncRecords.put(next);
    // A table of a later version is passed on and has no rows here.
    if (database.tables.some(({ name }) => name === table))
      if (lifeOf(state) === 'deleted') await database.table(table).delete(id);
      else await database.table(table).put(toRow(state, policyOf(table)));
    await countUpNames(database);
    await note(row.state);
    await clock.save();
  });
  database.onWrite();
}
