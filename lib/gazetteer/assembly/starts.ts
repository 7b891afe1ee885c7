import { firsts, length, startBits, textCodes } from './memory.ts';
import { digit, kindAt, line, otherCode, other, space, unitAt } from './units.ts';

/**
 * 1 where some alias may begin as the word that begins there with a small letter, by its first three characters, else 0.
 * What is no plain letter or digit may stand for any, or for none.
 */
export function begins(at: i32): u32 {
  const codes = load<u32>(textCodes + <usize>at);
  const first = codes & 0xff;
  const second = (codes >> 8) & 0xff;
  // All ones, or none where the word has ended.
  const third = (codes >> 16) & 0xff & ((0 - second) >> 24);
  const bit = (((first * startCodes + second) * startCodes + third) * 0x9e3779b1) >> 19;
  const listed = (load<u32>(startBits + ((<usize>(bit >> 5)) << 2)) >> (bit & 31)) & 1;
  return first == otherCode ? firsts & 1 : ((first | second | third) >> 7) | listed;
}

const startCodes: u32 = 37;

/** The same of a number, which marks may join. */
export function numberBegins(at: i32): bool {
  const codes = load<u32>(textCodes + <usize>at);
  if ((codes & 0xff) == otherCode) return true;
  if (((codes >> 8) & 0xff) == 0) return !isOver(at + 1) || begins(at) != 0;
  return (((codes >> 16) & 0xff) == 0 && !isOver(at + 2)) || begins(at) != 0;
}

/** Whether a number that comes so far has ended there: what may join digits does not end one before a digit. */
function isOver(at: i32): bool {
  if (at >= length || unitAt(at) == 0x20) return true;
  const kind = kindAt(at);
  return kind == line || ((kind == space || kind == other) && kindAt(at + 1) != digit);
}
