import { type DeviceId, deviceOf, type Stamp, wallTimeOf } from './clock.ts';
import { isDerived, isItem, lifeCell } from './cells.ts';
import { hashText } from '../text/sketch.ts';
import { canonical, isSame, type Json } from './json.ts';
import { policyOf } from './policy.ts';
import { lifeOf, type RecordState, type Written } from './record.ts';
import { emptyState, setCell } from './write.ts';

export interface Version {
  readonly stamp: Stamp;
  readonly device: DeviceId;
  /** Epoch milliseconds, by the clock of the device that wrote it. */
  readonly at: number;
  /** Undefined where the field was emptied. */
  readonly value: Json | undefined;
}

/** Two devices wrote without knowing of each other. */
export type Conflict =
  | {
      readonly kind: 'values';
      readonly cell: string;
      readonly winner: Version;
      /** Latest first; each differs from the winner and from each other. */
      readonly lost: readonly Version[];
    }
  /** One deleted what another changed: it is kept until the reader says. */
  | { readonly kind: 'deleted'; readonly by: readonly Omit<Version, 'value'>[] };

const toVersion = ({ stamp, value }: Written): Version => ({ ...toTime(stamp), value });
const toTime = (stamp: Stamp): Omit<Version, 'value'> => ({ stamp, device: deviceOf(stamp), at: wallTimeOf(stamp) });

/** Every value that lost and that nobody has decided about, by cell. */
export function findConflicts(state: RecordState): readonly Conflict[] {
  const policy = policyOf(state.table);
  const life = lifeOf(state);
  if (life === 'deleted') return [];
  const conflicts: Conflict[] =
    life === 'contested' ? [{ kind: 'deleted', by: state.gone.map(({ stamp }) => toTime(stamp)) }] : [];
  for (const [cell, written] of Object.entries(state.cells)) {
    const [winner] = written;
    if (winner === undefined || cell === lifeCell || isItem(policy, cell) || isDerived(policy, cell)) continue;
    const lost = distinct(written).slice(1);
    if (lost.length > 0) conflicts.push({ kind: 'values', cell, winner: toVersion(winner), lost: lost.map(toVersion) });
  }
  return conflicts;
}

const distinct = (written: readonly Written[]): readonly Written[] =>
  written.filter((one, at) => written.findIndex((other) => isSame(other.value, one.value)) === at);

/** Whether the reader has to look: what programs wrote differently is kept, but asks nobody. */
export const asksReader = (state: RecordState): boolean =>
  policyOf(state.table).madeBy === 'reader' && !isPlain(state) && findConflicts(state).length > 0;

/** Nobody deleted it, and no cell has more than one value: as nearly every record is. */
const isPlain = ({ cells, gone }: RecordState): boolean =>
  gone.length === 0 && Object.values(cells).every(({ length }) => length < 2);

/** Ends a conflict of values with what the reader wants there; the others are replaced. */
export const decide = (
  state: RecordState,
  cell: string,
  wanted: { value: Json | undefined; clock: Stamp },
): RecordState => setCell(state, cell, { values: [wanted.value], clock: wanted.clock });

/** Takes a decision back: the values stand beside each other again. */
export const reopen = (
  state: RecordState,
  cell: string,
  before: { values: readonly (Json | undefined)[]; clock: Stamp },
): RecordState => setCell(state, cell, before);

export interface Parted {
  readonly state: RecordState;
  /** Records that hold the texts which lost; every device makes the very same ones. */
  readonly others: readonly RecordState[];
}

/** Texts of two people are both kept: each that lost becomes a record of its own. */
export function partTexts(state: RecordState): Parted {
  const { kept } = policyOf(state.table);
  const written = kept === null ? undefined : state.cells[kept];
  if (kept === null || written === undefined || lifeOf(state) === 'deleted') return { state, others: [] };
  const [winner] = written;
  const lost = distinct(written)
    .slice(1)
    .filter(({ value }) => value !== undefined);
  if (winner === undefined || written.length === 1) return { state, others: [] };
  const others = lost.map(({ stamp, value }): RecordState => {
    const empty = emptyState(state.table, `${state.id}~${nameOf(value)}`);
    const cells = Object.fromEntries(
      Object.keys(state.cells)
        .filter((cell) => cell !== lifeCell)
        .map((cell) => [cell, [cell === kept ? { stamp, value: value ?? null } : { ...oldest(state, cell), stamp }]]),
    );
    return { ...empty, cells, seen: { [deviceOf(stamp)]: stampMoment(stamp) } };
  });
  return { state: { ...state, cells: { ...state.cells, [kept]: [winner] } }, others };
}

/**
 * By what it says, not by when it was written: a device that takes a new name gives its unsent writes another stamp, and
 * whoever has them by the old one must come to the same record. Two texts of one name would part once more in there.
 */
const nameOf = (value: Json | undefined): string => hashText(canonical(value)).toString(36);

const oldest = (state: RecordState, cell: string): Written => state.cells[cell]?.at(-1) as Written;
const stampMoment = (stamp: Stamp) => stamp.slice(0, 11) as RecordState['seen'][DeviceId];
