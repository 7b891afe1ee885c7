import { characterAt, isSmallAt, kindAt, kinds, lastSimple } from './characters.ts';
import { hashWord, verifyWord } from './hashes.ts';
import { growWord, mayGoOn, possessiveOr, tokenEnd } from './word-ends.ts';
import { beginWith, createWordColumns, readWord } from './words.ts';

/** Words of any characters, for the scanner: what assembly/odd.ts asks for. */

/** What stands at a place of a text. */
export interface Here {
  /** Where to go on. */
  readonly end: number;
  /** First hash of a word that may begin a name; null where none does. */
  readonly hash: number | null;
  readonly isSmall: boolean;
}

/** Reads what is there. `isInside`: the scan has come upon it inside a word. */
export function readHere(text: string, at: number, isInside: boolean): Here {
  const kind = kindAt(text, at);
  if (isInside && (kind <= lastSimple || mayGoOn(text, at, kind))) {
    let start = at;
    while (start > 0 && kindAt(text, start - 1) <= lastSimple) start -= 1;
    const end = growWord(text, start, at);
    if (end > at) return { end, hash: null, isSmall: false };
  }
  const end = tokenEnd(text, at, isLoose(text, at) ? kind : possessiveOr(text, at, kind));
  if (end > at) return { end, hash: hashWord(text, at, end), isSmall: isSmallAt(text, at) };
  return { end: at + (text.charCodeAt(at) < 0xd800 ? 1 : characterAt(text, at).length), hash: null, isSmall: false };
}

/** Whether white space, or the start of the line, stands before, invisible characters left aside. */
function isLoose(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const kind = kindAt(text, before);
    if (kind !== kinds.invisible && kind !== kinds.invisibleMark) return kind === kinds.space || kind === kinds.line;
    if (text.charCodeAt(before) === 0x200b) return true;
  }
  return true;
}

/** A word that was read. */
interface LastWord {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  /** Where the next is looked for. */
  readonly next: number;
}

/** A word and what stands before it: see words.ts. */
export interface NextWord {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  readonly gap: number;
  readonly isSmall: boolean;
}

const columns = createWordColumns();

/** The next word of the line; null where it ends before there is one. */
export function readNext(text: string, { start, end, hash, next }: LastWord): NextWord | null {
  beginWith(columns, { start, end, hash, next });
  if (!readWord(text, columns)) return null;
  const { starts, ends, hashes, gaps, smalls } = columns;
  return {
    start: starts[1] ?? 0,
    end: ends[1] ?? 0,
    hash: hashes[1] ?? 0,
    gap: gaps[1] ?? 0,
    isSmall: smalls[1] === 1,
  };
}

/** Second hash of a word. */
export const verify = (text: string, start: number, end: number, isExact: boolean): number =>
  verifyWord(text, start, end, isExact ? 'exact' : 'folded');
