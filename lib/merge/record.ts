import { type DeviceId, deviceOf, type Moment, momentOf, type Stamp } from './clock.ts';
import { canonical, type Json } from './json.ts';

/** One value that was written to a cell; without a value the cell was emptied. */
export interface Written {
  readonly stamp: Stamp;
  readonly value?: Json;
}

/** The newest moment of each device that a state has taken in. */
export type Seen = Readonly<Record<DeviceId, Moment>>;

export interface Tombstone {
  readonly stamp: Stamp;
  /** What was known when it was deleted: whatever is newer was written by somebody who did not know of it. */
  readonly over: Seen;
}

/**
 * All that is known of one record: a join semilattice. Each cell holds the values that nobody has replaced knowingly,
 * winner first; more than one means that two devices wrote without knowing of each other. It is the observed-remove set
 * without tombstones of Bieniusa et al. (2012), over (cell, stamp) pairs: a value that one side lacks was replaced there
 * if that side has seen its stamp, and is new to it if not.
 */
export interface RecordState {
  readonly table: string;
  readonly id: string;
  readonly seen: Seen;
  readonly cells: Readonly<Record<string, readonly Written[]>>;
  readonly gone: readonly Tombstone[];
}

export const isSeen = (seen: Seen, stamp: Stamp): boolean => {
  const newest = seen[deviceOf(stamp)];
  return newest !== undefined && momentOf(stamp) <= newest;
};

export const withSeen = (seen: Seen, stamp: Stamp): Seen =>
  isSeen(seen, stamp) ? seen : { ...seen, [deviceOf(stamp)]: momentOf(stamp) };

/** Least state that holds what both hold: commutative, associative, idempotent. Both must be of one record. */
export function join(a: RecordState, b: RecordState): RecordState {
  const names = new Set([...Object.keys(a.cells), ...Object.keys(b.cells)]);
  const cells: Record<string, readonly Written[]> = {};
  for (const name of [...names].sort()) {
    const kept = joinCell([a.cells[name] ?? [], a.seen], [b.cells[name] ?? [], b.seen]);
    if (kept.length > 0) cells[name] = kept;
  }
  const gone = sortBy(
    [...surviving(a.gone, b.gone, b.seen), ...surviving(b.gone, a.gone, a.seen).filter(notIn(a.gone))],
    ({ stamp }) => stamp,
  );
  return { table: a.table, id: a.id, seen: joinSeen(a.seen, b.seen), cells, gone };
}

const notIn =
  (others: readonly Tombstone[]) =>
  ({ stamp }: Tombstone): boolean =>
    !others.some((other) => other.stamp === stamp);

function surviving<T extends { readonly stamp: Stamp }>(mine: readonly T[], theirs: readonly T[], seen: Seen): T[] {
  return mine.filter(({ stamp }) => !isSeen(seen, stamp) || theirs.some((other) => other.stamp === stamp));
}

type Side = readonly [written: readonly Written[], seen: Seen];

/** Two values of one stamp come from a copied profile; both stay. */
function joinCell([mine, mineSeen]: Side, [theirs, theirsSeen]: Side): readonly Written[] {
  const all = [...surviving(mine, theirs, theirsSeen), ...surviving(theirs, mine, mineSeen)];
  if (all.length < 2) return all;
  return sortWritten([...new Map(all.map((one) => [keyOf(one), one])).values()]);
}

const keyOf = ({ stamp, value }: Written): string => `${stamp} ${canonical(value)}`;

/** Winner first: the latest, ties by device, then (a copied profile) by the value's text. */
export const sortWritten = (written: readonly Written[]): readonly Written[] => sortBy(written, keyOf).reverse();

function sortBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  // Nearly every cell has one value, and keys take longest of all here.
  if (items.length < 2) return [...items];
  return items
    .map((item) => [key(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);
}

function joinSeen(a: Seen, b: Seen): Seen {
  const all: Record<DeviceId, Moment> = { ...a };
  for (const [device, moment] of Object.entries(b) as [DeviceId, Moment][]) {
    const known = all[device];
    if (known === undefined || known < moment) all[device] = moment;
  }
  return Object.fromEntries(Object.entries(all).sort(([x], [y]) => (x < y ? -1 : 1)));
}

/** `present` where nobody deleted it, `contested` where it was changed by somebody who did not know that it was deleted. */
export type Life = 'present' | 'deleted' | 'contested';

export function lifeOf({ cells, gone }: RecordState): Life {
  if (gone.length === 0) return 'present';
  const all = Object.values(cells).flat();
  return all.every(({ stamp }) => gone.some(({ over }) => isSeen(over, stamp))) ? 'deleted' : 'contested';
}

/** The newest moment in a state; null of a state in which nothing was ever written. */
export function newestOf({ seen }: RecordState): Moment | null {
  const moments = Object.values(seen).sort();
  return moments.at(-1) ?? null;
}

/** Whether two states say the same; both must come from `join` or from a write. */
export const isSameState = (a: RecordState, b: RecordState): boolean => a === b || stateText(a) === stateText(b);

const stateText = ({ table, id, seen, cells, gone }: RecordState): string =>
  canonical({ table, id, seen, cells, gone } as unknown as Json);
