import { otherAbbreviations, titleAbbreviations } from '../text/abbreviations.ts';
import { characterAt, characterTables, isSmallAt, isWordKind, kindAt, kinds, lastSimple, learn } from './characters.ts';
import { hashWord, wordPrime, wordSeed } from './hashes.ts';
import { growWord, isPossessiveAt, numberEnd } from './word-ends.ts';

/** `gap` of a word that no name can reach from the word before it. */
export const apart = -1;

/** Words of one line, column by column; only the first `count` of each count. Reused from line to line. */
export interface WordColumns {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** First hash of the folded letters. */
  hashes: Int32Array;
  /** Mark between this word and the one before: 0 for a space, a hyphen or an abbreviation's point; `apart`. */
  gaps: Int32Array;
  /** 1 where the first letter is a small one. */
  smalls: Uint8Array;
}

const firstCapacity = 1024;

export const createWordColumns = (): WordColumns => ({
  count: 0,
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

/** What was met since the last word. */
interface Between {
  gap: number;
  marks: number;
  /** White space anywhere since the word, and directly before here. */
  spaced: boolean;
  loose: boolean;
  /** A hyphen or point counts only where no space follows it. */
  closeOnly: boolean;
}

const { kinds: kindOf, folds } = characterTables;

/** Reads the words from `from` to the end of the line into `words`; answers where the next line starts. Linear. */
export function readLine(text: string, from: number, words: WordColumns): number {
  const { length } = text;
  const between: Between = { gap: apart, marks: 0, spaced: true, loose: true, closeOnly: false };
  let at = from;
  let count = 0;
  words.count = 0;
  while (at < length) {
    let unit = text.charCodeAt(at);
    let kind = kindOf[unit] || learn(unit);
    if (kind === kinds.space) {
      between.spaced = true;
      between.loose = true;
      at += 1;
      continue;
    }
    if (kind === kinds.line) {
      at += 1;
      break;
    }
    if (kind === kinds.surrogate) kind = kindAt(text, at);
    const isPossessive = kind === kinds.apostrophe && !between.loose && isPossessiveAt(text, at);
    if (!isPossessive && !isWordKind(kind) && kind !== kinds.mark) {
      at = readBetween(text, at, kind, between, count === 0 ? null : words, count);
      continue;
    }
    const start = at;
    let hash = wordSeed;
    let isSmall = kind === kinds.smallLetter ? 1 : 0;
    if (kind <= kinds.smallLetter) {
      do {
        hash = Math.imul(hash ^ (folds[unit] ?? 0), wordPrime);
        at += 1;
        if (at === length) break;
        unit = text.charCodeAt(at);
        kind = kindOf[unit] || learn(unit);
      } while (kind <= lastSimple);
      if (at < length && mayGoOn(kind)) {
        const end = growWord(text, start, at);
        if (end !== at) {
          at = end;
          hash = hashWord(text, start, end);
        }
      }
    } else {
      if (isPossessive) at += 2;
      else if (kind === kinds.digit) at = numberEnd(text, at);
      else if (kind === kinds.unspaced) at = unspacedEnd(text, at);
      else at = growWord(text, start, start);
      if (kind === kinds.oddLetter && isSmallAt(text, start)) isSmall = 1;
      hash = hashWord(text, start, at);
    }
    if (count === words.starts.length) grow(words);
    words.starts[count] = start;
    words.ends[count] = at;
    words.hashes[count] = hash;
    words.gaps[count] = between.closeOnly && between.spaced ? apart : between.gap;
    words.smalls[count] = isSmall;
    count += 1;
    between.gap = 0;
    between.marks = 0;
    between.spaced = false;
    between.loose = false;
    between.closeOnly = false;
  }
  words.count = count;
  return at;
}

/** One character of its own, with the marks that hang on it. */
function unspacedEnd(text: string, start: number): number {
  let end = start + characterAt(text, start).length;
  while (end < text.length && kindAt(text, end) === kinds.mark) end += 1;
  return end;
}

const quoteUnit = 0x22;

function readBetween(
  text: string,
  at: number,
  kind: number,
  between: Between,
  words: WordColumns | null,
  count: number,
): number {
  const unit = text.charCodeAt(at);
  if (kind === kinds.invisible || kind === kinds.invisibleMark) {
    if (unit === 0x200b) {
      between.spaced = true;
      between.loose = true;
    }
    return at + characterAt(text, at).length;
  }
  between.loose = false;
  if (kind === kinds.point && between.marks === 0 && !between.spaced && words !== null) {
    const last = count - 1;
    const isInitial = (words.ends[last] ?? 0) - (words.starts[last] ?? 0) === 1;
    if (isInitial || abbreviations.has(words.hashes[last] ?? 0)) return at + 1;
  }
  between.marks += 1;
  if (between.marks > 1 || kind === kinds.surrogate) {
    between.gap = apart;
  } else if (kind === kinds.hyphen) {
    between.gap = between.spaced ? apart : 0;
    between.closeOnly = true;
  } else if (between.gap !== apart) {
    between.gap = kind === kinds.apostrophe ? 0x27 : unit === quoteUnit ? quoteUnit : (folds[unit] ?? unit);
    between.closeOnly = kind === kinds.point;
  }
  return at + characterAt(text, at).length;
}

/** Whether a word may reach over a character of this kind, or hold one. */
const mayGoOn = (kind: number): boolean =>
  (kind >= kinds.oddLetter && kind <= kinds.ampersand) || kind === kinds.surrogate;
