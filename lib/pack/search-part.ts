import type { Entity } from '../model/entity.ts';
import { foldName } from '../text/fold-name.ts';
import { findNear } from './near-words.ts';
import { createNumbers, numbersIn, pushNumber, sortNumbers } from './numbers.ts';
import { bytesOf, findSections, joinSections } from './sections.ts';
import { ok, type Result } from '../model/result.ts';

/**
 * Names for the search box, in a part of its own that only a search reads: every name and alias, folded, ended by a
 * zero byte; the places of all their words in the order of what follows there; the places of their beginnings, and
 * whose they are.
 */
export interface PackSearch {
  /** Ordinals of the entities that the query may mean and that pass, best first, at most `limit`. */
  find(query: string, limit: number, passes?: (ordinal: number) => boolean): FoundName[];
}

export interface FoundName {
  readonly ordinal: number;
  readonly rank: SearchRank;
}

/**
 * 0: a whole name; 1: a name begins so; 2: a word of a name begins so; 3: each word of the query begins some word;
 * 4: the same with a mistake or two, to the end of a word; 5: with a mistake or two, and unfinished.
 */
export type SearchRank = 0 | 1 | 2 | 3 | 4 | 5;

const kind = { magic: 0x46494c53, version: 1 };

/** The form in which names are searched. */
export const foldForSearch = foldName;

/** Entities in the order of their ordinals; read once, so that they need not be in memory together. */
export function compileSearch(entities: Iterable<Pick<Entity, 'name' | 'aliases'>>): ArrayBuffer {
  const encoder = new TextEncoder();
  const starts = createNumbers();
  const owners = createNumbers();
  const words = createNumbers();
  let text = new Uint8Array(65_536);
  let length = 0;
  let ordinal = 0;
  for (const { name, aliases } of entities) {
    for (const form of new Set([name, ...aliases.map((alias) => alias.text)].map(foldForSearch))) {
      if (form === '') continue;
      // A UTF-16 unit takes three bytes of UTF-8 at most.
      if (length + form.length * 3 + 1 > text.length) {
        const wider = new Uint8Array(text.length * 2);
        wider.set(text);
        text = wider;
      }
      pushNumber(starts, length);
      pushNumber(owners, ordinal);
      pushNumber(words, length);
      const { written } = encoder.encodeInto(form, text.subarray(length));
      for (let i = 0; i < written; i += 1) if (text[length + i] === 0x20) pushNumber(words, length + i + 1);
      length += written + 1;
    }
    ordinal += 1;
  }
  const order = sortNumbers(numbersIn(words), (a, b) => compareAt(text, a, b));
  return joinSections(kind, [
    text.subarray(0, length),
    bytesOf(order),
    bytesOf(numbersIn(starts)),
    bytesOf(numbersIn(owners)),
  ]);
}

function compareAt(text: Uint8Array, a: number, b: number): number {
  for (let i = 0; ; i += 1) {
    const left = text[a + i] ?? 0;
    const right = text[b + i] ?? 0;
    if (left !== right) return left - right;
    if (left === 0) return a - b;
  }
}

/** Opens the part where it lies; the failure says what is wrong with it. */
export function openSearch(buffer: ArrayBuffer): Result<PackSearch, string> {
  const found = findSections(kind, buffer, 4);
  if (!found.ok) return found;
  const [textAt, orderAt, startsAt, ownersAt] = found.value;
  if (!textAt || !orderAt || !startsAt || !ownersAt) return { ok: false, failure: 'is cut off' };
  const names: Names = {
    text: new Uint8Array(buffer, textAt.offset, textAt.length),
    order: new Uint32Array(buffer, orderAt.offset, orderAt.length / 4),
    starts: new Uint32Array(buffer, startsAt.offset, startsAt.length / 4),
    owners: new Uint32Array(buffer, ownersAt.offset, ownersAt.length / 4),
  };
  return ok({ find: (query, limit, passes = () => true) => findIn(names, query, { limit, passes }) });
}

interface Names {
  readonly text: Uint8Array;
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
  readonly owners: Uint32Array;
}

interface Wanted {
  readonly limit: number;
  readonly passes: (ordinal: number) => boolean;
}

/** Places that are looked at one by one: what lies beyond is nobody's first page of results. */
const mostNear = 20_000;
/** Places beyond which names are looked through from the most prominent on, and not all of them. */
const manyPlaces = 4_000;

function findIn(names: Names, query: string, { limit, passes }: Wanted): FoundName[] {
  const folded = foldForSearch(query);
  if (folded === '') return [];
  const best = new Map<number, SearchRank>();
  const add = ({ ordinal, rank }: FoundName): void => {
    const known = best.get(ordinal);
    if (known === undefined ? passes(ordinal) : rank < known) best.set(ordinal, rank);
  };
  const bytes = new TextEncoder().encode(folded);
  if (placesOf(names, bytes).length <= manyPlaces) for (const found of findPhrase(names, bytes)) add(found);
  else for (const found of findProminent(names, bytes)) if ((add(found), best.size >= limit)) break;
  const words = folded.split(' ');
  if (words.length > 1 && best.size < limit)
    for (const ordinal of findEachWord(names, words)) add({ ordinal, rank: 3 });
  if (best.size < limit) for (const found of findWithMistakes(names, folded)) add(found);
  return [...best]
    .map(([ordinal, rank]) => ({ ordinal, rank }))
    .sort((a, b) => a.rank - b.rank || a.ordinal - b.ordinal)
    .slice(0, limit);
}

function* findPhrase(names: Names, bytes: Uint8Array): Generator<FoundName> {
  for (const place of placesOf(names, bytes)) {
    const alias = aliasAt(names, place);
    const isStart = names.starts[alias] === place;
    const isWhole = isStart && names.text[place + bytes.length] === 0;
    yield { ordinal: names.owners[alias] ?? 0, rank: isWhole ? 0 : isStart ? 1 : 2 };
  }
}

/** What begins with a letter or two, which may be half of all names: whole names first, then the most prominent. */
function* findProminent(names: Names, bytes: Uint8Array): Generator<FoundName> {
  for (const found of findPhrase(names, Uint8Array.of(...bytes, 0))) if (found.rank <= 1) yield { ...found, rank: 0 };
  const { text, starts, owners } = names;
  for (const [alias, start] of starts.entries()) {
    const ordinal = owners[alias] ?? 0;
    if (comparePrefix(text, start, bytes) === 0) yield { ordinal, rank: 1 };
    else if (hasWord(names, start, bytes)) yield { ordinal, rank: 2 };
  }
}

function* findWithMistakes(names: Names, query: string): Generator<FoundName> {
  let left = mostNear;
  for (const { from, to, isWhole } of findNear(names, query))
    for (let at = from; at < to && left > 0; at += 1, left -= 1) {
      const alias = aliasAt(names, names.order[at] ?? 0);
      yield { ordinal: names.owners[alias] ?? 0, rank: isWhole ? 4 : 5 };
    }
}

/** Entities that have a name of which each word of the query begins some word: found by the rarest of them. */
function* findEachWord(names: Names, words: readonly string[]): Generator<number> {
  const prefixes = words
    .map((word) => new TextEncoder().encode(word))
    .map((bytes) => ({ bytes, places: placesOf(names, bytes) }))
    .sort((a, b) => a.places.length - b.places.length);
  const [rarest, ...others] = prefixes;
  if (rarest === undefined) return;
  for (const place of rarest.places.subarray(0, mostNear)) {
    const alias = aliasAt(names, place);
    if (others.every(({ bytes }) => hasWord(names, names.starts[alias] ?? 0, bytes))) yield names.owners[alias] ?? 0;
  }
}

/** Whether some word of the name that starts there begins so. */
function hasWord({ text }: Names, start: number, prefix: Uint8Array): boolean {
  if (comparePrefix(text, start, prefix) === 0) return true;
  for (let at = start; at < text.length && text[at] !== 0; at += 1)
    if (text[at] === 0x20 && comparePrefix(text, at + 1, prefix) === 0) return true;
  return false;
}

/** Places of words that begin with these bytes. */
const placesOf = (names: Names, prefix: Uint8Array): Uint32Array =>
  names.order.subarray(bound(names, prefix, 0), bound(names, prefix, 1));

/** First place in order whose word is not below the prefix (`past` 0), or lies beyond all that begin so (1). */
function bound({ text, order }: Names, prefix: Uint8Array, past: 0 | 1): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const difference = comparePrefix(text, order[middle] ?? 0, prefix);
    if (difference < past) low = middle + 1;
    else high = middle;
  }
  return low;
}

function comparePrefix(text: Uint8Array, place: number, prefix: Uint8Array): number {
  for (let i = 0; i < prefix.length; i += 1) {
    const difference = (text[place + i] ?? 0) - (prefix[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The alias in which a place lies. */
function aliasAt({ starts }: Names, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
