import { isMoment, isStamp } from '../merge/clock.ts';
import { isFreeKey, isJson, type Json } from '../merge/json.ts';
import { type RecordState, sortWritten, type Tombstone, type Written } from '../merge/record.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKey = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 2000 && isFreeKey(value);

/** A state as it arrives from a remote store; null of whatever is none. Order is made anew, so that it never matters. */
export function parseState(value: unknown): RecordState | null {
  if (!isObject(value)) return null;
  const { table, id, seen, cells, gone } = value;
  if (!isKey(table) || !isKey(id) || !isSeen(seen) || !isObject(cells) || !Array.isArray(gone)) return null;
  const parsed: [string, readonly Written[]][] = [];
  for (const [name, written] of Object.entries(cells)) {
    if (!isFreeKey(name) || !Array.isArray(written) || written.length === 0 || !written.every(isWritten)) return null;
    parsed.push([name, sortWritten(written.map(toWritten))]);
  }
  if (!gone.every(isTombstone)) return null;
  return {
    table,
    id,
    seen: sorted(Object.entries(seen)),
    cells: sorted(parsed),
    gone: gone
      .map(({ stamp, over }) => ({ stamp, over: sorted(Object.entries(over)) }))
      .sort((a, b) => (a.stamp < b.stamp ? -1 : 1)),
  };
}

const sorted = <T>(entries: [string, T][]): Record<string, T> =>
  Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

const isSeen = (value: unknown): value is RecordState['seen'] =>
  isObject(value) &&
  Object.entries(value).every(
    ([device, moment]) => isFreeKey(device) && typeof moment === 'string' && isMoment(moment),
  );

const isWritten = (value: unknown): value is Written =>
  isObject(value) && typeof value['stamp'] === 'string' && isStamp(value['stamp']) && isJson(value['value']);

const toWritten = ({ stamp, value }: Written): Written => (value === undefined ? { stamp } : { stamp, value });

const isTombstone = (value: unknown): value is Tombstone =>
  isWritten(value) && isSeen((value as { readonly over?: unknown }).over);

export const toWire = ({ table, id, seen, cells, gone }: RecordState): Json =>
  ({ table, id, seen, cells, gone }) as unknown as Json;
