import { partTexts } from '../../merge/conflicts.ts';
import { isSameState, join, type RecordState } from '../../merge/record.ts';
import type { StoreDatabase } from '../schema.ts';
import type { ClockHand } from './clock.ts';
import { keyOf, type RemoteCopy, type SyncRecordRow } from './rows.ts';
import { toRecordRow } from './track.ts';

export interface Taken {
  readonly before: SyncRecordRow | undefined;
  /** The very same row where nothing is new. */
  readonly after: SyncRecordRow;
}

export interface Desk {
  /** Looks for records, those apart that were looked for before. */
  know(states: readonly RecordState[]): Promise<void>;
  /** Whether one was looked for and found. */
  has(state: RecordState): boolean;
  /** Records that have just been written otherwise are looked for anew. */
  forget(states: readonly RecordState[]): void;
  take(state: RecordState): Taken;
  /** Takes what texts have parted into; another device may have parted them before, and its reader have gone on. */
  takeParted(): Promise<void>;
  /** Gives a row a new place in the outbox. */
  repeat(row: SyncRecordRow): SyncRecordRow;
  /** Notes what a store has of a record. */
  noteCopy(row: SyncRecordRow, store: string, copy: RemoteCopy): void;
  /** Records whose state is new here. */
  changes(): readonly SyncRecordRow[];
  /** All others of which something was noted. */
  noted(): readonly SyncRecordRow[];
}

/** Records as they are while a page is joined into them; one that is taken must have been looked for. */
export function openDesk({ syncRecords }: StoreDatabase, clock: ClockHand): Desk {
  const known = new Map<string, SyncRecordRow | undefined>();
  const changed = new Set<string>();
  const noted = new Set<string>();
  let parted: RecordState[] = [];
  const know = async (states: readonly RecordState[]): Promise<void> => {
    const unknown = states.filter((state) => !known.has(keyOf(state)));
    const rows = await syncRecords.bulkGet(unknown.map(({ table, id }) => [table, id]));
    for (const [at, state] of unknown.entries()) known.set(keyOf(state), rows[at]);
  };
  const keep = (row: SyncRecordRow, among: Set<string>): SyncRecordRow => {
    known.set(keyOf(row), row);
    among.add(keyOf(row));
    return row;
  };
  const rowsOf = (keys: Iterable<string>): readonly SyncRecordRow[] => [...keys].flatMap((key) => known.get(key) ?? []);
  const take = (state: RecordState): Taken => {
    const before = known.get(keyOf(state));
    const joined = partTexts(before === undefined ? state : join(before.state, state));
    parted.push(...joined.others);
    if (before !== undefined && isSameState(before.state, joined.state)) return { before, after: before };
    return { before, after: keep(toRecordRow(joined.state, clock.nextEdit(), before), changed) };
  };
  return {
    know,
    has: (state) => known.get(keyOf(state)) !== undefined,
    forget: (states) => {
      for (const state of states) known.delete(keyOf(state));
    },
    take,
    takeParted: async () => {
      while (parted.length > 0) {
        const these = parted;
        parted = [];
        await know(these);
        for (const state of these) take(state);
      }
    },
    repeat: (row) => keep({ ...row, edit: clock.nextEdit(), again: 1 }, noted),
    noteCopy: (row, store, copy) => {
      if (!isSameCopy(row.copies?.[store], copy)) keep({ ...row, copies: { ...row.copies, [store]: copy } }, noted);
    },
    changes: () => rowsOf(changed),
    noted: () => rowsOf([...noted].filter((key) => !changed.has(key))),
  };
}

const isSameCopy = (a: RemoteCopy | undefined, b: RemoteCopy): boolean =>
  a !== undefined && a.edit === b.edit && a.revision === b.revision && a.leaves === undefined && b.leaves === undefined;
