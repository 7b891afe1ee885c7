import { foldWord } from '../text/fold.ts';
import { characterTables, kindAt, kinds, learn } from './characters.ts';
import { startBit } from './layout.ts';

/** What the scan of a text needs to know of a UTF-16 unit, as one byte. */
export const scanBits = {
  /** Of a small letter its code, 1 to 26, or `anyCode`; 0 of what ends a word. */
  code: 31,
  /** No part of a word. */
  border: 32,
  /** Always worth a look: capitals, digits, letters that need a second thought, apostrophes and points. */
  look: 64,
  known: 128,
} as const;

export interface Starts {
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
export function mayBegin({ starts }: Pick<Starts, 'starts'>, text: string, at: number): boolean {
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

/** By unit; one for all indexes, so that engines build its address into the loop. Asks for `learnScan` page by page. */
export const scanTable = new Uint8Array(65_536).fill(scanBits.look);

/** Fills in the 256 units around this one. */
export function learnScan(unit: number): void {
  const first = unit & 0xff00;
  for (let at = first; at < first + 256; at += 1)
    scanTable[at] = scanBits.known | bitsOf(kindOf[at] || learn(at), codes[at] ?? 0);
}

/** A small letter that is none of a to z: it may stand for any of them, or for none. */
const anyCode = 27;

function bitsOf(kind: number, code: number): number {
  if (kind === kinds.smallLetter) return code === 0 ? anyCode : code;
  const isBorder = kind === kinds.space || kind === kinds.line || kind === kinds.other || kind === kinds.hyphen;
  return isBorder ? scanBits.border : scanBits.look;
}

/** Bits a code takes in a place of the `beginnings`. */
export const codeBits = 5;
/** Three codes. */
export const placeMask = (1 << (3 * codeBits)) - 1;

/**
 * A bit for each three units, by their codes, with the first in the high bits: whether some alias may begin so, with a
 * small letter. What `starts` says, in a form that a text is run through without a branch.
 */
export function createBeginnings({ firsts, starts }: Starts): Uint8Array {
  const beginnings = new Uint8Array((placeMask + 1) >> 3);
  for (let first = 1; first <= anyCode; first += 1) {
    if (((firsts >>> (first === anyCode ? 0 : first)) & 1) === 0) continue;
    for (let second = 0; second <= anyCode; second += 1)
      for (let third = 0; third <= anyCode; third += 1) {
        const isAny = first === anyCode || second === anyCode || (second !== 0 && third === anyCode);
        const bit = startBit(first, second, second === 0 ? 0 : third);
        if (!isAny && (((starts[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue;
        const place = (((first << codeBits) | second) << codeBits) | third;
        beginnings[place >> 3] = (beginnings[place >> 3] ?? 0) | (1 << (place & 7));
      }
  }
  return beginnings;
}
