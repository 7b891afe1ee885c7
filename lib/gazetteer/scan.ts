import { foldWord } from '../text/fold.ts';
import { characterTables, kindAt, kinds, learn } from './characters.ts';
import { startBit } from './layout.ts';

/** What the scan of a text needs to know of a UTF-16 unit: small letters are 1 to 26, by their codes. */
export const scanClasses = {
  /** A small letter that is none of a to z: it may stand for any of them, or for none. */
  anyLetter: 27,
  /** No part of a word. */
  border: 28,
  /** Always worth a look: capitals, digits, letters that need a second thought, apostrophes and points. */
  look: 29,
  /** As `look`, and nothing is known of the unit yet. */
  unknown: 30,
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

const { anyLetter, border, look, unknown } = scanClasses;

/** Class by unit; one for all indexes, so that engines build its address into the loop. */
export const scanTable = new Uint8Array(65_536).fill(unknown);

/** Fills in the 256 units around this one. */
export function learnScan(unit: number): void {
  const first = unit & 0xff00;
  for (let at = first; at < first + 256; at += 1) scanTable[at] = classOf(kindOf[at] || learn(at), codes[at] ?? 0);
}

function classOf(kind: number, code: number): number {
  if (kind === kinds.smallLetter) return code === 0 ? anyLetter : code;
  const isBorder = kind === kinds.space || kind === kinds.line || kind === kinds.other || kind === kinds.hyphen;
  return isBorder ? border : look;
}

/** Places of a state's row, one a class. */
const rowLength = 32;
/** Nothing of a word has been read. */
export const outside = 0;
/** In a word that begins no name, or that goes on from one that was looked at. */
const inside = rowLength;
const afterOne = (first: number): number => (1 + first) * rowLength;
const afterTwo = (first: number, second: number): number =>
  (2 + anyLetter + (first - 1) * anyLetter + (second - 1)) * rowLength;
const states = 2 + anyLetter + anyLetter * anyLetter;

/** In place of a state: what has been read is worth a look. */
export const halt = 0xffff;

/** How many small letters of a word that may begin a name have been read: none, one or two. */
export const lettersRead = (state: number): number => (state <= inside ? 0 : state <= afterOne(anyLetter) ? 1 : 2);

/**
 * What `starts` says, as an automaton that a text is run through with one look and one branch a unit: a row for each
 * state, in it the state that follows by the class of the unit. It halts at the third letter of a small word that may
 * begin a name, behind one of one or two letters that does, and at all that is worth a look by itself.
 */
export function createTransitions({ firsts, starts }: Starts): Uint16Array {
  const begins = (first: number, second: number, third: number): boolean => {
    if (second === anyLetter || third === anyLetter) return true;
    const bit = startBit(first, second, third);
    return first === anyLetter || (((starts[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  };
  const transitions = new Uint16Array(states * rowLength);
  const addRow = (state: number, onLetter: (letter: number) => number, onBorder: number): void => {
    for (let letter = 1; letter <= anyLetter; letter += 1) transitions[state + letter] = onLetter(letter);
    transitions[state + border] = onBorder;
    transitions[state + look] = halt;
    transitions[state + unknown] = halt;
  };
  const canBegin = (first: number): boolean => ((firsts >>> (first === anyLetter ? 0 : first)) & 1) === 1;
  addRow(outside, (first) => (canBegin(first) ? afterOne(first) : inside), outside);
  addRow(inside, () => inside, outside);
  for (let first = 1; first <= anyLetter; first += 1) {
    if (!canBegin(first)) continue;
    addRow(afterOne(first), (second) => afterTwo(first, second), begins(first, 0, 0) ? halt : outside);
    for (let second = 1; second <= anyLetter; second += 1)
      addRow(
        afterTwo(first, second),
        (third) => (begins(first, second, third) ? halt : inside),
        begins(first, second, 0) ? halt : outside,
      );
  }
  return transitions;
}
