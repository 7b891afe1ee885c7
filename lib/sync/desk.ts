import { innerName } from '../merge/cells.ts';
import type { Conflict, Version } from '../merge/conflicts.ts';
import type { Json } from '../merge/json.ts';
import type { ConflictVersion, ConflictView, SyncReading } from '../model/sync.ts';
import type { StoreDatabase } from '../store/schema.ts';
import { countHeld } from '../store/sync/apply.ts';
import {
  decideConflict,
  type Decision,
  type DisagreementList,
  listDisagreements,
  takeBack,
} from '../store/sync/conflicts.ts';
import { describeStores } from './status.ts';

export const noReading: SyncReading = { stores: [], conflicts: [], conflictsInAll: 0, canUndo: false, held: 0 };

/** All that the sync section shows of the store. `here` is what this device is called. */
export async function readDesk(database: StoreDatabase, here: string): Promise<SyncReading> {
  const [stores, list, { held }] = await Promise.all([
    describeStores(database, Date.now()),
    listDisagreements(database),
    countHeld(database),
  ]);
  const conflicts = conflictsOf(list, here).map(({ view }) => view);
  return { stores, conflicts, conflictsInAll: list.total, canUndo: list.last !== null, held };
}

interface Listed {
  readonly view: ConflictView;
  readonly table: string;
  readonly id: string;
  readonly conflict: Conflict;
}

const conflictsOf = (list: DisagreementList, here: string): readonly Listed[] =>
  list.all.flatMap(({ table, id, title, conflicts }) =>
    conflicts.map((conflict): Listed => {
      const field = conflict.kind === 'values' ? innerName(conflict.cell) : null;
      const versions = conflict.kind === 'values' ? [conflict.winner, ...conflict.lost] : conflict.by;
      const view = {
        key: `${table} ${id} ${conflict.kind === 'values' ? conflict.cell : ''}`,
        title,
        field,
        versions: versions.map((version) => toView(version, { list, here })),
        canKeepBoth: conflict.kind === 'values' && bothOf(conflict) !== null,
      };
      return { view, table, id, conflict };
    }),
  );

interface Names {
  readonly list: DisagreementList;
  readonly here: string;
}

function toView(
  version: Omit<Version, 'value'> & { readonly value?: Json | undefined },
  names: Names,
): ConflictVersion {
  const { list, here } = names;
  const device = version.device === list.own ? here : (list.devices[version.device] ?? '');
  return { device, at: version.at, text: textOf(version.value) };
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value, null, 1);
  return String(value);
}

/** Two texts can stand one after the other; two numbers or links cannot. */
function bothOf({ winner, lost }: Extract<Conflict, { kind: 'values' }>): string | null {
  const values = [winner, ...lost].map(({ value }) => value);
  const texts = values.flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));
  return texts.length === values.length ? texts.join('; ') : null;
}

export type Choice = { readonly kind: 'one'; readonly nth: number } | { readonly kind: 'both' };

/** Carries out what was chosen, unless somebody was faster. */
export async function decideOn(database: StoreDatabase, chosen: ConflictView, choice: Choice): Promise<void> {
  const found = conflictsOf(await listDisagreements(database), '').find(({ view }) => view.key === chosen.key);
  if (found === undefined) return;
  const { table, id, conflict } = found;
  await decideConflict(database, { table, id, decision: toDecision(conflict, choice), now: Date.now() });
}

function toDecision(conflict: Conflict, choice: Choice): Decision {
  if (conflict.kind === 'deleted') return { kind: choice.kind === 'one' && choice.nth === 1 ? 'delete' : 'keep' };
  const values = [conflict.winner, ...conflict.lost];
  const value = choice.kind === 'both' ? (bothOf(conflict) ?? undefined) : values[choice.nth]?.value;
  return { kind: 'value', cell: conflict.cell, value };
}

/** Takes the last decision back. */
export async function undoDecision(database: StoreDatabase): Promise<void> {
  const { last } = await listDisagreements(database);
  if (last !== null) await takeBack(database, last, Date.now());
}
