import { otherAbbreviations, titleAbbreviations } from '../text/abbreviations.ts';
import { characterAt, characterTables, isLetterAt, isSmallAt, kindAt, kinds, lastSimple, learn } from './characters.ts';
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

const { kinds: kindOf, folds } = characterTables;

/** Reads the words from `from` to the end of the line into `words`; answers where the next line starts. Linear. */
export function readLine(text: string, from: number, words: WordColumns): number {
  const { length } = text;
  let at = from;
  let count = 0;
  // What stands between the last word and here; local variables, because this is the loop in which the time goes.
  let gap = apart;
  let marks = 0;
  /** White space anywhere since the word, and directly before here. */
  let spaced = true;
  let loose = true;
  /** The one mark so far is a hyphen or a point, which count only where no space stands beside them. */
  let closeOnly = false;
  while (at < length) {
    let unit = text.charCodeAt(at);
    let kind = kindOf[unit] || learn(unit);
    if (kind === kinds.space) {
      spaced = true;
      loose = true;
      at += 1;
      continue;
    }
    const start = at;
    let hash = wordSeed;
    let isSmall = kind === kinds.smallLetter ? 1 : 0;
    if (kind <= kinds.smallLetter) {
      do {
        hash = Math.imul(hash ^ (folds[unit] as number), wordPrime);
        at += 1;
        if (at === length) break;
        unit = text.charCodeAt(at);
        kind = kindOf[unit] || learn(unit);
      } while (kind <= lastSimple);
      if (kind !== kinds.space && at < length && mayGoOn(text, at, kind)) {
        const end = growWord(text, start, at);
        if (end !== at) {
          at = end;
          hash = hashWord(text, start, end);
        }
      }
    } else {
      if (kind === kinds.line) {
        at += 1;
        break;
      }
      if (kind === kinds.surrogate) kind = kindAt(text, at);
      if (kind === kinds.apostrophe && !loose && isPossessiveAt(text, at)) at += 2;
      else if (kind === kinds.digit) at = numberEnd(text, at);
      else if (kind === kinds.unspaced) at = unspacedEnd(text, at);
      else if (kind === kinds.oddLetter || kind === kinds.mark) at = growWord(text, start, start);
      if (at === start) {
        at += unit < 0xd800 ? 1 : characterAt(text, at).length;
        loose = unit === zeroWidthSpace;
        if (loose) spaced = true;
        if (kind === kinds.invisible || kind === kinds.invisibleMark) continue;
        if (kind === kinds.point && marks === 0 && !spaced && count > 0 && isAbbreviation(words, count - 1)) continue;
        marks += 1;
        if (marks > 1 || kind === kinds.surrogate) {
          gap = apart;
        } else if (kind === kinds.hyphen) {
          gap = spaced ? apart : gap;
          closeOnly = true;
        } else if (gap !== apart) {
          gap = folds[unit] as number;
          closeOnly = kind === kinds.point;
        }
        continue;
      }
      if (kind === kinds.oddLetter && isSmallAt(text, start)) isSmall = 1;
      hash = hashWord(text, start, at);
    }
    if (count === words.starts.length) grow(words);
    words.starts[count] = start;
    words.ends[count] = at;
    words.hashes[count] = hash;
    words.gaps[count] = closeOnly && spaced ? apart : gap;
    words.smalls[count] = isSmall;
    count += 1;
    gap = 0;
    marks = 0;
    spaced = false;
    loose = false;
    closeOnly = false;
  }
  words.count = count;
  return at;
}

const zeroWidthSpace = 0x200b;

const isAbbreviation = (words: WordColumns, last: number): boolean =>
  (words.ends[last] ?? 0) - (words.starts[last] ?? 0) === 1 || abbreviations.has(words.hashes[last] ?? 0);

/** One character of its own, with the marks that hang on it. */
function unspacedEnd(text: string, start: number): number {
  let end = start + characterAt(text, start).length;
  while (end < text.length && kindAt(text, end) === kinds.mark) end += 1;
  return end;
}

/** Whether a word may reach over the character at `at`, or hold it; false for nearly all that end one. */
function mayGoOn(text: string, at: number, kind: number): boolean {
  if (kind === kinds.apostrophe || kind === kinds.point || kind === kinds.ampersand)
    return isLetterAt(text, at + 1) && !(kind === kinds.apostrophe && isPossessiveAt(text, at));
  return (kind >= kinds.oddLetter && kind <= kinds.invisible) || kind === kinds.surrogate;
}
