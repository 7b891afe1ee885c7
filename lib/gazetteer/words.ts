import { otherAbbreviations, titleAbbreviations } from '../text/abbreviations.ts';
import { characterAt, characterTables, isSmallAt, kindAt, kinds } from './characters.ts';
import { hashWord } from './hashes.ts';
import { possessiveOr, tokenEnd } from './word-ends.ts';

/** `gap` of a word that no name can reach from the word before it. */
export const apart = -1;

/** Words in a row, column by column; only the first `count` of each count. Used again and again. */
export interface WordColumns {
  count: number;
  /** Where the next word is looked for. */
  next: number;
  starts: Int32Array;
  ends: Int32Array;
  /** First hash of the folded letters. */
  hashes: Int32Array;
  /** Mark between this word and the one before: 0 for a space, a hyphen or an abbreviation's point; `apart`. */
  gaps: Int32Array;
  /** 1 where the first letter is a small one. */
  smalls: Uint8Array;
}

/** Words of nearly every alias. */
const firstCapacity = 64;

export const createWordColumns = (): WordColumns => ({
  count: 0,
  next: 0,
  starts: new Int32Array(firstCapacity),
  ends: new Int32Array(firstCapacity),
  hashes: new Int32Array(firstCapacity),
  gaps: new Int32Array(firstCapacity),
  smalls: new Uint8Array(firstCapacity),
});

function double(old: Int32Array): Int32Array {
  const wider = new Int32Array(old.length * 2);
  wider.set(old);
  return wider;
}

function grow(words: WordColumns): void {
  words.starts = double(words.starts);
  words.ends = double(words.ends);
  words.hashes = double(words.hashes);
  words.gaps = double(words.gaps);
  const smalls = new Uint8Array(words.starts.length);
  smalls.set(words.smalls);
  words.smalls = smalls;
}

const abbreviations: ReadonlySet<number> = new Set(
  [...titleAbbreviations, ...otherAbbreviations].map((word) => hashWord(word, 0, word.length)),
);

const { folds } = characterTables;

/** Begins anew, with no word yet. */
export function rewind(words: WordColumns): void {
  words.count = 0;
  words.next = 0;
}

/** Begins with a word that was read elsewhere. */
export function beginWith(words: WordColumns, { start, end, hash, next }: LastWord): void {
  words.count = 1;
  words.next = next;
  words.starts[0] = start;
  words.ends[0] = end;
  words.hashes[0] = hash;
}

/** Of a word that was read what the next one takes. */
interface LastWord {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  /** Where the next is looked for. */
  readonly next: number;
}

/** Adds the next word; false where the line ends before there is one. */
export function readWord(text: string, words: WordColumns): boolean {
  const { length } = text;
  const isFirst = words.count === 0;
  // What stands between the last word and here.
  let gap = isFirst ? apart : 0;
  let marks = 0;
  /** White space anywhere since the word, and directly before here. */
  let spaced = isFirst;
  let loose = isFirst;
  /** The one mark so far is a hyphen or a point, which count only where no space stands beside them. */
  let closeOnly = false;
  for (let at = words.next; at < length; ) {
    const unit = text.charCodeAt(at);
    const kind = kindAt(text, at);
    if (kind === kinds.line) break;
    if (kind === kinds.space) {
      spaced = true;
      loose = true;
      at += 1;
      continue;
    }
    const end = tokenEnd(text, at, loose ? kind : possessiveOr(text, at, kind));
    if (end > at) {
      addWord(words, text, { start: at, end, gap: closeOnly && spaced ? apart : gap });
      return true;
    }
    loose = unit === zeroWidthSpace;
    if (loose) spaced = true;
    const start = at;
    at += unit < 0xd800 ? 1 : characterAt(text, at).length;
    if (kind === kinds.invisible || kind === kinds.invisibleMark) continue;
    if (kind === kinds.point && marks === 0 && !spaced && !isFirst && isAbbreviation(words)) continue;
    marks += 1;
    if (marks > 1 || kind === kinds.surrogate) {
      gap = apart;
    } else if (kind === kinds.hyphen) {
      gap = spaced ? apart : gap;
      closeOnly = true;
    } else if (gap !== apart) {
      gap = folds[text.charCodeAt(start)] ?? unit;
      closeOnly = kind === kinds.point;
    }
  }
  return false;
}

interface NextWord {
  readonly start: number;
  readonly end: number;
  readonly gap: number;
}

function addWord(words: WordColumns, text: string, { start, end, gap }: NextWord): void {
  const { count } = words;
  if (count === words.starts.length) grow(words);
  words.starts[count] = start;
  words.ends[count] = end;
  words.hashes[count] = hashWord(text, start, end);
  words.gaps[count] = gap;
  words.smalls[count] = isSmallAt(text, start) ? 1 : 0;
  words.count = count + 1;
  words.next = end;
}

const zeroWidthSpace = 0x200b;

const isAbbreviation = ({ count, starts, ends, hashes }: WordColumns): boolean =>
  (ends[count - 1] ?? 0) - (starts[count - 1] ?? 0) === 1 || abbreviations.has(hashes[count - 1] ?? 0);
