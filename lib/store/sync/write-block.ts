import { type Row, toRow } from '../../merge/cells.ts';
import { asksReader, partTexts } from '../../merge/conflicts.ts';
import { policyOf } from '../../merge/policy.ts';
import { lifeOf } from '../../merge/record.ts';
import { bearsNames, countUpNames } from '../own-names.ts';
import type { StoreDatabase } from '../schema.ts';
import { toArrivals } from './arrivals.ts';
import type { Arrived, ArrivedPage } from './arrived.ts';
import type { ClockHand } from './clock.ts';
import { keyOf } from './rows.ts';
import { isSynced, toRecordRow } from './track.ts';

/** Records that need nothing but to be kept, if they are not known here, with the rows that they stand for. */
export type Plain = ReadonlyMap<Arrived, Row>;

export function findPlain(
  { tables }: StoreDatabase,
  arrived: readonly Arrived[],
  { accepts }: Pick<ArrivedPage, 'accepts'>,
): Plain {
  const here = new Set(tables.map(({ name }) => name).filter(isSynced));
  const plain = new Map<Arrived, Row>();
  for (const one of arrived) {
    const { state, leaves } = one;
    const policy = policyOf(state.table);
    if (!here.has(state.table) || policy.local.length > 0 || leaves.length > 0) continue;
    if (lifeOf(state) === 'deleted' || asksReader(state) || partTexts(state).state !== state) continue;
    const row = toRow(state, policy);
    if (accepts(state.table, row)) plain.set(one, row);
  }
  return plain;
}

/** Rows of a reader who has kept little yet: to ask for all of their keys takes less than to look for each record. */
const fewRows = 2000;

/**
 * Those that can only have arrived before, if they are known here at all: they need not be looked for, since the
 * database refuses to have one in two blocks.
 */
export async function findUnseen({ syncRecords }: StoreDatabase, plain: Plain): Promise<readonly Arrived[]> {
  const keys = await syncRecords.limit(fewRows + 1).primaryKeys();
  if (keys.length > fewRows) return [];
  const own = new Set(keys.map(([table, id]) => keyOf({ table, id })));
  return [...plain.keys()].filter(({ state }) => !own.has(keyOf(state)));
}

export interface Block {
  readonly store: string;
  readonly records: readonly Arrived[];
  readonly plain: Plain;
  readonly clock: ClockHand;
}

/** Writes records that are not known here, and their rows. Part of a transaction. */
export async function writeBlock(database: StoreDatabase, { store, records, plain, clock }: Block): Promise<void> {
  const rows = records.map(({ state, revision }) => ({ row: toRecordRow(state, clock.nextEdit()), revision }));
  await database.syncArrivals.add(toArrivals(store, rows));
  for (const table of new Set(records.map(({ state }) => state.table))) {
    const made = records.filter((one) => one.state.table === table).map((one) => plain.get(one));
    await database.table(table).bulkPut(made);
    if (bearsNames(table)) await countUpNames(database);
  }
}
