import { codesAt, foldsAt, kindsAt, textAt, textCodes } from './memory.ts';

/** The kinds of ../characters.ts. */
export const letter: i32 = 1;
export const smallLetter: i32 = 2;
export const digit: i32 = 3;
export const space: i32 = 4;
export const line: i32 = 5;
export const oddLetter: i32 = 6;
export const mark: i32 = 7;
export const invisibleMark: i32 = 8;
export const invisible: i32 = 9;
export const apostrophe: i32 = 10;
export const point: i32 = 11;
export const ampersand: i32 = 12;
export const hyphen: i32 = 13;
export const unspaced: i32 = 14;
export const surrogate: i32 = 15;
export const other: i32 = 16;

/** In `textCodes`: a letter or digit of one unit in one form that is none of the code's alphabet. */
export const otherCode: i32 = 0xfe;

export function unitAt(at: i32): i32 {
  return <i32>load<u16>(textAt + ((<usize>at) << 1));
}
export function kindOf(unit: i32): i32 {
  return <i32>load<u8>(kindsAt + <usize>unit);
}
export function kindAt(at: i32): i32 {
  return kindOf(unitAt(at));
}
export function foldOf(unit: i32): i32 {
  return <i32>load<u16>(foldsAt + ((<usize>unit) << 1));
}
export function codeOf(unit: i32): i32 {
  return <i32>load<u8>(codesAt + <usize>unit);
}
/** Code of what stands there. */
export function codeAt(at: i32): i32 {
  return <i32>load<u8>(textCodes + <usize>at);
}

/** What takes a second unit, or all of Unicode, to tell: left to odd.ts. */
export function isOdd(kind: i32): bool {
  return (kind >= oddLetter && kind <= invisible) || kind == surrogate;
}

/** Letters and marks, of what is not odd. */
export function isLetterKind(kind: i32): bool {
  return kind == letter || kind == smallLetter || kind == unspaced || kind == mark || kind == invisibleMark;
}
