import { foldWord } from '../text/fold.ts';
import { characterTables, kinds, learn } from './characters.ts';
import { startBit, startLetters } from './layout.ts';

/** What the scan of a text needs to know of a UTF-16 unit, for one index; 0 where it was not asked yet. */
export const scanBits = {
  /** Always worth a look: capitals, digits, letters that need a second thought, apostrophes and points. */
  look: 1,
  /** A small letter with which a name begins: worth a look at the next one behind a border. */
  start: 2,
  /** No part of a word. */
  border: 4,
  known: 8,
} as const;

export interface Scan {
  readonly scan: Uint8Array;
  readonly smallStarts: Uint32Array;
}

const { kinds: kindOf, letters } = characterTables;

/** `startBit` of a name that begins with this word. */
export function startBitOf(word: string): number {
  const folded = foldWord(word).replace(/[^\p{L}\p{N}]/gu, '');
  return startBit(letterOf(folded.charCodeAt(0)), letterOf(folded.charCodeAt(1)));
}

function letterOf(unit: number): number {
  if (Number.isNaN(unit)) return 0;
  if (kindOf[unit] === kinds.unknown) learn(unit);
  return letters[unit] ?? 0;
}

/**
 * Whether some alias may begin with the two letters that stand there, the first of them small. What is no plain letter
 * may stand for any, or for none.
 */
export function beginsSmall({ smallStarts }: Pick<Scan, 'smallStarts'>, text: string, at: number): boolean {
  const first = letters[text.charCodeAt(at)] as number;
  const second = at + 1 < text.length ? (letters[text.charCodeAt(at + 1)] as number) : 0;
  if (first === 0 || second === 0) return true;
  const bit = startBit(first, second);
  return (((smallStarts[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

/** A table that asks for `learnScan` at the first unit of each page of 256. */
export const createScan = (): Uint8Array => new Uint8Array(65_536).fill(scanBits.look);

/** Fills in the 256 units around this one. */
export function learnScan({ scan, smallStarts }: Scan, unit: number): void {
  const first = unit & 0xff00;
  for (let at = first; at < first + 256; at += 1)
    scan[at] = scanBits.known | bitsOf(kindOf[at] || learn(at), letters[at] ?? 0, smallStarts);
}

function bitsOf(kind: number, letter: number, smallStarts: Uint32Array): number {
  if (kind === kinds.smallLetter) return beginsAny(smallStarts, letter) ? scanBits.start : 0;
  const isBorder = kind === kinds.space || kind === kinds.line || kind === kinds.other || kind === kinds.hyphen;
  return isBorder ? scanBits.border : scanBits.look;
}

function beginsAny(smallStarts: Uint32Array, letter: number): boolean {
  const from = startBit(letter, 0);
  for (let bit = from; bit < from + startLetters; bit += 1)
    if ((((smallStarts[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1) return true;
  return false;
}
