import { foldWord } from '../text/fold.ts';
import { characterTables, kindAt, kinds, learn } from './characters.ts';
import { startBit } from './layout.ts';

/** What the scan of a text needs to know of a UTF-16 unit, for one index; 0 where it was not asked yet. */
export const scanBits = {
  /** Always worth a look: capitals, digits, letters that need a second thought, apostrophes and points. */
  look: 1,
  /** A small letter with which a name begins: worth a look at the next ones behind a border. */
  start: 2,
  /** No part of a word. */
  border: 4,
  known: 8,
} as const;

export interface Scan {
  readonly scan: Uint8Array;
  /** See layout.ts. */
  readonly firsts: number;
  readonly starts: Uint32Array;
}

const { kinds: kindOf, codes } = characterTables;

export interface StartOfName {
  readonly code: number;
  /** `startBit` of a name that begins with this word. */
  readonly bit: number;
}

export function startOf(word: string): StartOfName {
  const folded = foldWord(word).replace(/[^\p{L}\p{N}]/gu, '');
  const code = codeOf(folded.charCodeAt(0));
  return { code, bit: startBit(code, codeOf(folded.charCodeAt(1)), codeOf(folded.charCodeAt(2))) };
}

function codeOf(unit: number): number {
  if (Number.isNaN(unit)) return 0;
  if (kindOf[unit] === kinds.unknown) learn(unit);
  return codes[unit] ?? 0;
}

/**
 * Whether some alias may begin as the word that stands there, with a small letter or a digit. What is no plain letter or
 * digit may stand for any, or for none.
 */
export function mayBegin({ starts }: Pick<Scan, 'starts'>, text: string, at: number): boolean {
  const { length } = text;
  const first = codes[text.charCodeAt(at)] as number;
  const second = at + 1 < length ? (codes[text.charCodeAt(at + 1)] as number) : 0;
  if (first === 0 || (second === 0 && !isOver(text, at + 1))) return true;
  const third = second !== 0 && at + 2 < length ? (codes[text.charCodeAt(at + 2)] as number) : 0;
  if (third === 0 && second !== 0 && !isOver(text, at + 2)) return true;
  const bit = startBit(first, second, third);
  return (((starts[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

/** Whether a word that comes so far has ended there: what may join digits does not end one before a digit. */
function isOver(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  if (kind === kinds.line || text.charCodeAt(at) === 0x20) return true;
  return (kind === kinds.space || kind === kinds.other) && kindAt(text, at + 1) !== kinds.digit;
}

/** A table that asks for `learnScan` at the first unit of each page of 256. */
export const createScan = (): Uint8Array => new Uint8Array(65_536).fill(scanBits.look);

/** Fills in the 256 units around this one. */
export function learnScan({ scan, firsts }: Scan, unit: number): void {
  const first = unit & 0xff00;
  for (let at = first; at < first + 256; at += 1)
    scan[at] = scanBits.known | bitsOf(kindOf[at] || learn(at), codes[at] ?? 0, firsts);
}

function bitsOf(kind: number, code: number, firsts: number): number {
  if (kind === kinds.smallLetter) return ((firsts >>> code) & 1) === 1 ? scanBits.start : 0;
  const isBorder = kind === kinds.space || kind === kinds.line || kind === kinds.other || kind === kinds.hyphen;
  return isBorder ? scanBits.border : scanBits.look;
}
