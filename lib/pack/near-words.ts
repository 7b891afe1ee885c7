/** Text of names and the places of all their words, in the order of what follows there (search-part.ts). */
export interface SortedWords {
  readonly text: Uint8Array;
  readonly order: Uint32Array;
}

/** Places `from` to `to` of the order begin with something near the query. */
export interface NearRange {
  readonly from: number;
  readonly to: number;
  readonly distance: number;
  /** Whether a word ends where the query does; else it only begins so. */
  readonly isWhole: boolean;
}

/** Mistakes that a query of so many bytes may hold: short ones would be near to everything. */
export const mistakesIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** More ranges than a list of results can use; a walk that found so many ends. */
const mostRanges = 2_000;

/**
 * What a query may mean whose letters are wrong, missing, doubled or swapped: a walk down the sorted words as down a
 * trie, with one row of edit distances (optimal string alignment) for each letter, that turns back where no end can be
 * near any more. Visits some thousand nodes whatever the number of names. `query` is folded UTF-8.
 */
export function findNear(words: SortedWords, query: Uint8Array): NearRange[] {
  const most = mistakesIn(query.length);
  if (most === 0) return [];
  const found: NearRange[] = [];
  const rows: Uint8Array[] = [Uint8Array.from({ length: query.length + 1 }, (_, i) => Math.min(i, 255))];
  const path: number[] = [];

  const walk = (from: number, to: number, isInside: boolean): void => {
    const depth = path.length;
    const row = rows[depth] ?? new Uint8Array(0);
    const distance = row[query.length] ?? 255;
    const isNear = distance <= most;
    if (isNear && !isInside) found.push({ from, to, distance, isWhole: false });
    for (let at = from; at < to && found.length < mostRanges; ) {
      const byte = words.text[(words.order[at] ?? 0) + depth] ?? 0;
      const end = endOf(words, { from: at, to, depth, byte });
      if (isNear && (byte === 0 || byte === 0x20)) found.push({ from: at, to: end, distance, isWhole: true });
      if (byte !== 0 && nextRow({ rows, path, query, most }, byte)) {
        path.push(byte);
        walk(at, end, isInside || isNear);
        path.pop();
      }
      at = end;
    }
  };
  walk(0, words.order.length, false);
  return found.sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || a.distance - b.distance);
}

interface Walk {
  readonly rows: Uint8Array[];
  readonly path: readonly number[];
  readonly query: Uint8Array;
  readonly most: number;
}

/** Writes the row below the path's last; false where everything in it is too far. */
function nextRow({ rows, path, query, most }: Walk, byte: number): boolean {
  const depth = path.length;
  const above = rows[depth] ?? new Uint8Array(0);
  const twoAbove = rows[depth - 1];
  const row = (rows[depth + 1] ??= new Uint8Array(query.length + 1));
  row[0] = Math.min(255, depth + 1);
  let least = row[0] ?? 255;
  for (let i = 1; i <= query.length; i += 1) {
    const cost = query[i - 1] === byte ? 0 : 1;
    let value = Math.min((above[i] ?? 255) + 1, (row[i - 1] ?? 255) + 1, (above[i - 1] ?? 255) + cost);
    if (twoAbove !== undefined && i > 1 && query[i - 2] === byte && path[depth - 1] === query[i - 1])
      value = Math.min(value, (twoAbove[i - 2] ?? 255) + 1);
    row[i] = Math.min(255, value);
    if (value < least) least = value;
  }
  return least <= most;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly byte: number;
}

/** Where the run of places ends that have this byte at this depth. */
function endOf({ text, order }: SortedWords, { from, to, depth, byte }: Run): number {
  let low = from + 1;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((text[(order[middle] ?? 0) + depth] ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  return low;
}
