import type { CaseRule } from '../model/entity.ts';
import { kindAt, kinds } from './characters.ts';
import { capital, either, extendCheck, extendPath, jointOf, openPath, small, verifyWord } from './hashes.ts';
import {
  emptySlot,
  endKey,
  exactFlag,
  extraCheck,
  field,
  headerWords,
  largestOrdinal,
  magic,
  ordinalMask,
  placeOf,
  postingsFlag,
  prefixBits,
  oddNextBit,
  startWords,
  version,
  wholeBits,
} from './layout.ts';
import { isParticle } from './particles.ts';
import { startOf } from './starts.ts';
import { apart, createWordColumns, readWord, rewind, type WordColumns } from './words.ts';

/** One name of one entity; `ordinal` is the entity's place in its pack, below 2^24 - 1. */
export interface AliasEntry {
  readonly text: string;
  readonly case: CaseRule;
  readonly ordinal: number;
}

/** Bits a prefix: 4% of the words that begin no alias pass, and as many of the beginnings that are no whole alias. */
const filterBitsPerPrefix = 16;
/** A fuller table probes longer: at 0.65 a miss reads 4 or 5 slots, at 0.75 twice as many. */
const tableLoad = 0.65;

/** A list of 32-bit numbers that grows. */
class Numbers {
  values = new Uint32Array(4096);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Uint32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}

/**
 * Compiles aliases into an index for `openGazetteer`. Aliases without a letter or digit are left out; the same alias
 * of several entities keeps them all. Needs about 40 bytes an alias while it runs.
 */
export function compileGazetteer(entries: Iterable<AliasEntry>): ArrayBuffer {
  const words = createWordColumns();
  const columns: Columns = { paths: new Numbers(), goesOn: new Numbers(), ends: new Numbers() };
  const counts = { aliases: 0, firsts: 0, starts: new Uint32Array(startWords) };
  for (const entry of entries) {
    if (entry.ordinal > largestOrdinal || entry.ordinal < 0) throw new RangeError(`ordinal ${entry.ordinal}`);
    const text = entry.text.replaceAll('\n', ' ');
    rewind(words);
    while (readWord(text, words));
    if (words.count === 0) continue;
    counts.aliases += 1;
    addStart(counts, text, words);
    for (const written of waysToWrite(words, entry.case)) addAlias({ text, words, written, entry }, columns);
  }
  return build(columns, counts);
}

/** Notes how the alias begins, where it is with a small letter or a digit. */
function addStart(counts: Counts, text: string, { starts, ends, smalls }: WordColumns): void {
  const isSmall = smalls[0] === 1;
  if (!isSmall && kindAt(text, starts[0] ?? 0) !== kinds.digit) return;
  const { code, bit } = startOf(text.slice(starts[0], ends[0]));
  if (isSmall) counts.firsts |= 1 << code;
  counts.starts[bit >>> 5] = (counts.starts[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/**
 * How each word of the alias may be written: as it stands, and for a name with small first letters also as a sentence
 * or a headline begins it. Particles inside a name may be either.
 */
function waysToWrite(words: WordColumns, rule: CaseRule): number[][] {
  const asWritten: number[] = [];
  for (let i = 0; i < words.count; i += 1) {
    const isInside = i > 0 && isParticle(words.hashes[i] ?? 0);
    asWritten.push(isInside ? either : words.smalls[i] === 1 ? small : capital);
  }
  if (rule === 'exact' || !asWritten.includes(small)) return [asWritten];
  const ways = [asWritten, [capital, ...asWritten.slice(1)], asWritten.map((way) => (way === small ? capital : way))];
  const distinct = new Map(ways.map((way) => [way.join(), way]));
  return [...distinct.values()];
}

interface ReadAlias {
  readonly text: string;
  readonly words: WordColumns;
  readonly written: readonly number[];
  readonly entry: AliasEntry;
}

/** What is gathered of all aliases. */
interface Columns {
  /** Every prefix. */
  readonly paths: Numbers;
  /** Those behind which a word comes that may be written small, or a mark. */
  readonly goesOn: Numbers;
  /** [path, check, payload] of every alias. */
  readonly ends: Numbers;
}

/** Adds the alias's prefixes and its end. */
function addAlias({ text, words, written, entry }: ReadAlias, { paths, goesOn, ends }: Columns): void {
  const form = entry.case === 'exact' ? 'exact' : 'folded';
  let path = 0;
  let check = 0;
  for (let i = 0; i < words.count; i += 1) {
    const gap = i === 0 ? 0 : (words.gaps[i] ?? 0);
    // Inside an alias nothing is too far apart: what a text would have to hold is a run of marks, which never matches.
    const joint = jointOf(gap === apart ? 0xffff : gap, written[i] ?? capital);
    const word = words.hashes[i] ?? 0;
    if (i > 0 && (written[i] !== capital || gap !== 0)) goesOn.push(path);
    path = i === 0 ? openPath(word, written[0] ?? capital) : extendPath(path, word, joint);
    check = extendCheck(check, verifyWord(text, words.starts[i] ?? 0, words.ends[i] ?? 0, form), joint);
    paths.push(path);
  }
  ends.push(path);
  ends.push(check);
  ends.push((form === 'exact' ? exactFlag : 0) | extraCheck(path) | entry.ordinal);
}

function build({ paths, goesOn, ends }: Columns, counts: Counts): ArrayBuffer {
  const keys = ends.length / 3;
  const filterWords = Math.max(16, Math.ceil((countDistinct(paths) * filterBitsPerPrefix) / 32));
  const slots = Math.max(16, Math.ceil(keys / tableLoad));
  const filter = new Uint32Array(filterWords);
  const table = new Uint32Array(slots * 2).fill(emptySlot);
  const several = new Map<number, number[]>();
  const mark = (path: number, bits: number): void => {
    const place = placeOf(path, filterWords);
    filter[place] = (filter[place] ?? 0) | bits;
  };
  for (let i = 0; i < paths.length; i += 1) mark(paths.values[i] ?? 0, prefixBits(paths.values[i] ?? 0));
  for (let i = 0; i < goesOn.length; i += 1) mark(goesOn.values[i] ?? 0, oddNextBit(goesOn.values[i] ?? 0));
  for (let i = 0; i < ends.length; i += 3) {
    const path = ends.values[i] ?? 0;
    mark(path, wholeBits(path));
    insert(table, several, { key: endKey(path), check: ends.values[i + 1] ?? 0, payload: ends.values[i + 2] ?? 0 });
  }
  const postings = writePostings(table, several);
  return join({ filter, table, postings, ...counts });
}

interface Counts {
  aliases: number;
  /** See layout.ts. */
  firsts: number;
  readonly starts: Uint32Array;
}

/** How many different numbers; by a table of them: sorting takes twice as long. */
function countDistinct({ values, length }: Numbers): number {
  const slots = Math.max(16, length * 2);
  // 0 marks an empty slot, and is counted apart.
  const present = new Uint32Array(slots);
  let distinct = 0;
  let hasZero = false;
  for (let i = 0; i < length; i += 1) {
    const number = values[i] as number;
    hasZero ||= number === 0;
    let place = placeOf(number, slots);
    while (present[place] !== 0 && present[place] !== number) place = place + 1 === slots ? 0 : place + 1;
    if (present[place] === number) continue;
    present[place] = number;
    distinct += 1;
  }
  return hasZero ? distinct + 1 : distinct;
}

interface Slot {
  readonly key: number;
  readonly check: number;
  readonly payload: number;
}

function insert(table: Uint32Array, several: Map<number, number[]>, { key, check, payload }: Slot): void {
  const slots = table.length / 2;
  let place = placeOf(key, slots);
  for (;;) {
    const present = table[place * 2 + 1] ?? emptySlot;
    if (present === emptySlot) break;
    if (table[place * 2] === check && (present & ~ordinalMask) === (payload & ~ordinalMask)) {
      const others = several.get(place) ?? [present & ordinalMask];
      if (!others.includes(payload & ordinalMask)) others.push(payload & ordinalMask);
      if (others.length > 1) several.set(place, others);
      return;
    }
    place = place + 1 === slots ? 0 : place + 1;
  }
  table[place * 2] = check;
  table[place * 2 + 1] = payload;
}

function writePostings(table: Uint32Array, several: ReadonlyMap<number, readonly number[]>): Uint32Array {
  const postings: number[] = [];
  for (const [place, ordinals] of several) {
    if (postings.length > largestOrdinal) throw new RangeError('too many names are shared');
    const payload = table[place * 2 + 1] ?? 0;
    table[place * 2 + 1] = (payload & ~ordinalMask) | postingsFlag | postings.length;
    postings.push(ordinals.length, ...ordinals);
  }
  return Uint32Array.from(postings);
}

interface Parts extends Counts {
  readonly filter: Uint32Array;
  readonly table: Uint32Array;
  readonly postings: Uint32Array;
}

function join(parts: Parts): ArrayBuffer {
  const { filter, table, postings } = parts;
  const whole = new Uint32Array(headerWords + filter.length + table.length + postings.length);
  whole[field.magic] = magic;
  whole[field.version] = version;
  whole[field.length] = whole.byteLength;
  whole[field.aliases] = parts.aliases;
  whole[field.filterWords] = filter.length;
  whole[field.slots] = table.length / 2;
  whole[field.postingWords] = postings.length;
  whole[field.firsts] = parts.firsts;
  whole.set(parts.starts, field.starts);
  whole.set(filter, headerWords);
  whole.set(table, headerWords + filter.length);
  whole.set(postings, headerWords + filter.length + table.length);
  return whole.buffer;
}
