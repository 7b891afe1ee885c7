import { canonical, isFreeKey, type Json, toJson } from './json.ts';
import type { TablePolicy } from './policy.ts';
import type { RecordState, Written } from './record.ts';

/** A row of the store; its key is no cell. */
export type Row = { readonly [field: string]: Json | undefined };

/** Parts a field's name from what lies within it. */
const within = '/';

export const fieldOf = (cell: string): string => cell.split(within, 1)[0] ?? cell;

/** What a reader calls the cell: `name`, or `fields/name` without its holder. */
export const innerName = (cell: string): string => cell.slice(cell.indexOf(within) + 1);

export const isItem = (policy: TablePolicy, cell: string): boolean => policy.sets.includes(fieldOf(cell));

export const isDerived = (policy: TablePolicy, cell: string): boolean => policy.derived.includes(fieldOf(cell));

/** Says that a record lives although it had been deleted; no field of the row. */
export const lifeCell = within;

/** A row's values by cell, but for what a strange file calls as every object calls something. Items of a set carry the place that they had, which orders items of one write. */
export function toCells(row: object, policy: TablePolicy): ReadonlyMap<string, Json> {
  const cells = new Map<string, Json>();
  const json = toJson(row) as Row;
  if (policy.whole !== null) {
    const shared = Object.entries(json).filter(([field]) => field !== policy.key && !policy.local.includes(field));
    return cells.set(policy.whole, Object.fromEntries(shared) as Json);
  }
  for (const [field, value] of Object.entries(json)) {
    if (field === policy.key || policy.local.includes(field) || value === undefined || !isFreeKey(field)) continue;
    if (policy.sets.includes(field) && Array.isArray(value))
      value.forEach((item: Json, at) => {
        const name = field + within + canonical(item);
        if (!cells.has(name)) cells.set(name, [at, item]);
      });
    else if (policy.nested.includes(field) && isObject(value))
      for (const [key, inner] of Object.entries(value)) cells.set(field + within + key, inner);
    else cells.set(field, value);
  }
  return cells;
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The row that a state stands for. */
export function toRow({ id, cells }: RecordState, policy: TablePolicy): Row {
  if (policy.whole !== null) {
    const all = cells[policy.whole]?.[0]?.value ?? null;
    return { ...(isObject(all) ? all : {}), [policy.key]: id };
  }
  const row: Record<string, Json> = { [policy.key]: id, ...policy.defaults };
  const items = new Map<string, [order: string, item: Json][]>();
  for (const [name, written] of Object.entries(cells)) {
    const [winner] = written;
    if (winner?.value === undefined || name === lifeCell) continue;
    const field = fieldOf(name);
    if (policy.sets.includes(field)) {
      const item = toItem(written);
      if (item !== null) items.set(field, [...(items.get(field) ?? []), item]);
    } else if (policy.nested.includes(field)) {
      row[field] = { ...(row[field] as object), [innerName(name)]: winner.value };
    } else row[field] = winner.value;
  }
  for (const [field, found] of items)
    row[field] = found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
  return row;
}

/** Ordered by its first write, then by the place that it had there; null of what no device of ours wrote. */
function toItem(written: readonly Written[]): [order: string, item: Json] | null {
  const first = written.at(-1);
  const pair = first?.value;
  if (!Array.isArray(pair)) return null;
  const [at, item] = pair as readonly Json[];
  if (typeof at !== 'number' || item === undefined) return null;
  return [`${first?.stamp} ${String(at).padStart(6, '0')} ${canonical(item)}`, item];
}
