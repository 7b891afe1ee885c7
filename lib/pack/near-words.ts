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

/** Mistakes that a query of so many letters may hold: short ones would be near to everything. */
export const mistakesIn = (letters: number): number => (letters < 4 ? 0 : letters < 8 ? 1 : 2);

/** The same where the word goes on behind what was typed: of its letters fewer are there to tell it by. */
const mistakesInPart = (letters: number): number => (letters < 5 ? 0 : letters < 12 ? 1 : 2);

/** More ranges than a list of results can use; a walk that found so many ends. */
const mostRanges = 2_000;

const space = 0x20;
/** The bytes that a letter of UTF-8 takes, by its first. */
const widthOf = (byte: number): number => (byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);

/**
 * What a query may mean whose letters are wrong, missing, doubled or swapped: a walk down the sorted words as down a
 * trie, with one row of edit distances (optimal string alignment) for each letter, that turns back where no end can be
 * near any more. Visits some thousand nodes whatever the number of names. `query` is folded.
 */
export function findNear(words: SortedWords, query: string): NearRange[] {
  const letters = Array.from(query, (letter) => letter.codePointAt(0) ?? 0);
  const most = mistakesIn(letters.length);
  if (most === 0) return [];
  const mostInPart = mistakesInPart(letters.length);
  const found: NearRange[] = [];
  const rows: Uint8Array[] = [Uint8Array.from({ length: letters.length + 1 }, (_, i) => Math.min(i, 255))];
  const path: number[] = [];

  const walk = (from: number, to: number, { depth, isInside }: Node): void => {
    const distance = rows[path.length]?.[letters.length] ?? 255;
    const isPart = distance <= mostInPart;
    if (isPart && !isInside) found.push({ from, to, distance, isWhole: false });
    for (const child of childrenOf(words, { from, to, depth })) {
      if (found.length >= mostRanges) return;
      const { letter, width } = child;
      if (distance <= most && (letter === 0 || letter === space))
        found.push({ from: child.from, to: child.to, distance, isWhole: true });
      if (letter === 0 || !nextRow({ rows, path, query: letters, most }, letter)) continue;
      path.push(letter);
      walk(child.from, child.to, { depth: depth + width, isInside: isInside || isPart });
      path.pop();
    }
  };
  walk(0, words.order.length, { depth: 0, isInside: false });
  return found.sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || a.distance - b.distance);
}

interface Node {
  /** In bytes. */
  readonly depth: number;
  readonly isInside: boolean;
}

interface Child {
  readonly from: number;
  readonly to: number;
  readonly letter: number;
  readonly width: number;
}

/** The letters that follow at a depth of so many bytes, each with its places. */
function* childrenOf(words: SortedWords, { from, to, depth }: Omit<Run, 'byte'>): Generator<Child> {
  for (let at = from; at < to; ) {
    const place = (words.order[at] ?? 0) + depth;
    const width = widthOf(words.text[place] ?? 0);
    let end = to;
    for (let i = 0; i < width; i += 1)
      end = endOf(words, { from: at, to: end, depth: depth + i, byte: words.text[place + i] ?? 0 });
    yield { from: at, to: end, letter: letterAt(words.text, place, width), width };
    at = end;
  }
}

/** Code point of the letter that lies there. */
function letterAt(text: Uint8Array, place: number, width: number): number {
  const first = text[place] ?? 0;
  if (width === 1) return first;
  let letter = first & (0xff >> (width + 1));
  for (let i = 1; i < width; i += 1) letter = (letter << 6) | ((text[place + i] ?? 0) & 0x3f);
  return letter;
}

interface Walk {
  readonly rows: Uint8Array[];
  readonly path: readonly number[];
  readonly query: readonly number[];
  readonly most: number;
}

/**
 * Writes the row below the path's last; false where everything in it is too far. Between words stands no letter that
 * was mistaken: a space may be missing or be too many, but nothing takes its place.
 */
function nextRow({ rows, path, query, most }: Walk, letter: number): boolean {
  const depth = path.length;
  const above = rows[depth] ?? new Uint8Array(0);
  const twoAbove = rows[depth - 1];
  const row = (rows[depth + 1] ??= new Uint8Array(query.length + 1));
  row[0] = Math.min(255, depth + 1);
  let least = row[0] ?? 255;
  for (let i = 1; i <= query.length; i += 1) {
    const typed = query[i - 1];
    const cost = typed === letter ? 0 : typed === space || letter === space ? 2 : 1;
    let value = Math.min((above[i] ?? 255) + 1, (row[i - 1] ?? 255) + 1, (above[i - 1] ?? 255) + cost);
    if (twoAbove !== undefined && i > 1 && query[i - 2] === letter && path[depth - 1] === typed)
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
