import { deviceOf, type Moment, momentOf, type Stamp, timeOf, toMoment, toStamp } from './clock.ts';
import { isDerived, isItem, lifeCell, toCells } from './cells.ts';
import { isSame, type Json } from './json.ts';
import { policyOf } from './policy.ts';
import { newestOf, type RecordState, sortWritten, type Tombstone, withSeen, type Written } from './record.ts';

/** Writes of this device's. Each replaces what it knew of, so that only what it did not know of can be in conflict. */

export const emptyState = (table: string, id: string): RecordState => ({ table, id, seen: {}, cells: {}, gone: [] });

/** The clock's stamp, moved on where the record has seen a later one: a write is later than what it was made on. */
export function stampFor(state: RecordState, stamp: Stamp): Stamp {
  const newest = newestOf(state);
  if (newest === null || momentOf(stamp) > newest) return stamp;
  return toStamp(toMoment(timeOf(newest) + 1), deviceOf(stamp));
}

/** The state after the row was saved; the very same one where the row says nothing new. */
export function writeRow(state: RecordState, row: object, clock: Stamp): RecordState {
  const policy = policyOf(state.table);
  const stamp = stampFor(state, clock);
  const wanted = toCells(row, policy);
  // Of what is new here, as all of a big file is, nothing need be compared.
  if (wanted.size > 0 && Object.keys(state.seen).length === 0)
    return { ...state, cells: newCells(wanted, stamp), seen: withSeen({}, stamp) };
  const cells: Record<string, readonly Written[]> = { ...state.cells };
  let isChanged = state.gone.length > 0;
  for (const name of new Set([...Object.keys(cells), ...wanted.keys()])) {
    if (name === lifeCell) continue;
    const before = cells[name] ?? [];
    const value = wanted.get(name);
    const after = isItem(policy, name)
      ? writeItem(before, value, stamp)
      : writeValue(before, value, { stamp, forgets: isDerived(policy, name) });
    if (after === before) continue;
    isChanged = true;
    cells[name] = after;
  }
  if (!isChanged) return state;
  if (state.gone.length > 0) cells[lifeCell] = [{ stamp, value: true }];
  return { ...state, cells: tidy(cells), seen: withSeen(state.seen, stamp), gone: [] };
}

function newCells(wanted: ReadonlyMap<string, Json>, stamp: Stamp): RecordState['cells'] {
  const cells: Record<string, readonly Written[]> = {};
  for (const name of [...wanted.keys()].sort())
    if (name !== lifeCell) cells[name] = [toWritten(stamp, wanted.get(name))];
  return cells;
}

function writeItem(before: readonly Written[], value: Json | undefined, stamp: Stamp): readonly Written[] {
  if (value === undefined) return before.length === 0 ? before : [];
  return before.length > 0 ? before : [{ stamp, value }];
}

interface ValueWrite {
  readonly stamp: Stamp;
  /** Whether values that lost go as well. */
  readonly forgets: boolean;
}

function writeValue(
  before: readonly Written[],
  value: Json | undefined,
  { stamp, forgets }: ValueWrite,
): readonly Written[] {
  const [winner, ...lost] = before;
  if (isSame(winner?.value, value)) return before;
  const kept = forgets ? [] : lost.filter((one) => !isSame(one.value, winner?.value) && !isSame(one.value, value));
  return [toWritten(stamp, value), ...kept];
}

const toWritten = (stamp: Stamp, value: Json | undefined): Written =>
  value === undefined ? { stamp } : { stamp, value };

const tidy = (cells: Readonly<Record<string, readonly Written[]>>): RecordState['cells'] =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, written]) => written.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The state after the record was deleted, with all that was known of it. */
export function removeRow(state: RecordState, clock: Stamp): RecordState {
  const stamp = stampFor(state, clock);
  const seen = withSeen(state.seen, stamp);
  return { ...state, seen, gone: [{ stamp, over: state.seen }] };
}

/** The record lives on, whoever deleted it. */
export function revive(state: RecordState, clock: Stamp): RecordState {
  if (state.gone.length === 0) return state;
  const stamp = stampFor(state, clock);
  const cells = tidy({ ...state.cells, [lifeCell]: [{ stamp, value: true }] });
  return { ...state, cells, seen: withSeen(state.seen, stamp), gone: [] };
}

/** The record lives, and deletions of before stand against that again, each over what was known to it. */
export function contest(state: RecordState, before: readonly Tombstone[], clock: Stamp): RecordState {
  const alive = revive(state, clock);
  const first = stampFor(alive, clock);
  const gone = before.map(({ over }, nth): Tombstone => ({ stamp: later(first, nth), over }));
  const last = gone.at(-1)?.stamp;
  return last === undefined ? alive : { ...alive, gone, seen: withSeen(alive.seen, last) };
}

/** Values that the reader sets in one cell, the winner first; what stood there before is replaced. */
export function setCell(
  state: RecordState,
  cell: string,
  change: { values: readonly (Json | undefined)[]; clock: Stamp },
): RecordState {
  const first = stampFor(state, change.clock);
  // The winner needs the latest stamp, so that the list's end comes first.
  const written = change.values.toReversed().map((value, nth) => toWritten(later(first, nth), value));
  const last = written.at(-1)?.stamp ?? first;
  return {
    ...state,
    cells: tidy({ ...state.cells, [cell]: sortWritten(written) }),
    seen: withSeen(state.seen, last),
  };
}

const later = (stamp: Stamp, by: number): Stamp => {
  const moment: Moment = toMoment(timeOf(momentOf(stamp)) + by);
  return toStamp(moment, deviceOf(stamp));
};
