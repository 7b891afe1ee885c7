import { charCodeAt } from './js-string.ts';
import { begins } from './starts.ts';
import { learn } from './odd.ts';
import { blocks, capitalsAt, eventsAt, jointMarksAt, length, lettersAt, textAt, textCodes } from './memory.ts';
import { ampersand, apostrophe, codeOf, digit, isOdd, kindOf, letter, otherCode, unspaced } from './units.ts';

/** Copies the text, and marks in it letters, and what is worth a look. */
export function markText(text: externref): void {
  const end = textAt + ((<usize>length) << 1);
  let at = 0;
  for (let to = textAt; to < end; to += 2) store<u16>(to, charCodeAt(text, at++));
  for (let to = end; to < lettersAt; to += 2) store<u16>(to, lineBreak);
  for (let block: usize = 0; block < blocks; block++) markBlock(block);
  store<u64>(lettersAt + (blocks << 3), 0);
  store<u64>(eventsAt + (blocks << 3), 0);
  markStarts();
}

const lineBreak: i32 = 0x0a;

/** What 64 units are, sixteen at a time and without a branch; then one by one what is no ASCII and no usual mark. */
function markBlock(block: usize): void {
  const from = textAt + (block << 7);
  const codes = textCodes + (block << 6);
  let letters: u64 = 0;
  let capitals: u64 = 0;
  let joints: u64 = 0;
  let wide: u64 = 0;
  for (let part: usize = 0; part < 4; part++) {
    const units = toBytes(v128.load(from + (part << 5)), v128.load(from + (part << 5), 16));
    const isCapital = isIn(units, 0x41, 25);
    const isLetter = v128.or(isCapital, isIn(units, 0x61, 25));
    const isDigit = isIn(units, 0x30, 9);
    const isJoint = v128.or(v128.or(isIn(units, 0x26, 1), isIn(units, 0x18, 1)), i8x16.eq(units, i8x16.splat(0x2e)));
    const isWide = i8x16.lt_s(units, i8x16.splat(0));
    const letterCodes = v128.and(isLetter, v128.and(units, i8x16.splat(0x1f)));
    const digitCodes = v128.and(isDigit, i8x16.sub(units, i8x16.splat(0x30 - 27)));
    v128.store(codes + (part << 4), v128.or(v128.or(letterCodes, digitCodes), v128.or(isJoint, isWide)));
    const shift = part << 4;
    letters |= bitsOf(v128.or(isLetter, isDigit)) << shift;
    capitals |= bitsOf(v128.or(isCapital, isDigit)) << shift;
    joints |= bitsOf(isJoint) << shift;
    wide |= bitsOf(isWide) << shift;
  }
  let events: u64 = 0;
  for (; wide != 0; wide &= wide - 1) {
    const place = ctz(wide);
    const bit = (<u64>1) << place;
    const unit = <i32>load<u16>(from + ((<usize>place) << 1));
    const kind = knownKind(unit);
    const code = codeOf(unit);
    if (kind <= digit) {
      letters |= bit;
      if (kind == letter || kind == digit) capitals |= bit;
      store<u8>(codes + <usize>place, code == 0 ? otherCode : code);
    } else if (isOdd(kind) || kind == unspaced) events |= bit;
    else if (kind >= apostrophe && kind <= ampersand) joints |= bit;
    else store<u8>(codes + <usize>place, 0);
  }
  store<u64>(lettersAt + (block << 3), letters);
  store<u64>(eventsAt + (block << 3), events);
  store<u64>(capitalsAt + (block << 3), capitals);
  store<u64>(jointMarksAt + (block << 3), joints);
}

/**
 * Sixteen units as bytes: ASCII as it is, dashes and quotation marks (U+2010 to U+2025) by their low byte, in the place
 * of control characters and of marks that end words like themselves, all else as 0xff.
 */
function toBytes(low: v128, high: v128): v128 {
  const most = i16x8.splat(0xff);
  return i8x16.narrow_i16x8_u(i16x8.min_u(withPlainMarks(low), most), i16x8.min_u(withPlainMarks(high), most));
}

function withPlainMarks(units: v128): v128 {
  const above = i16x8.sub(units, i16x8.splat(0x2010));
  const isMark = i16x8.eq(i16x8.min_u(above, i16x8.splat(0x15)), above);
  return i16x8.sub(units, v128.and(isMark, i16x8.splat(0x2000)));
}

/** Which bytes are among `from` and the `more` that follow it. */
function isIn(bytes: v128, from: i8, more: i8): v128 {
  const above = i8x16.sub(bytes, i8x16.splat(from));
  return i8x16.eq(i8x16.min_u(above, i8x16.splat(more)), above);
}

function bitsOf(bytes: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(bytes));
}

function knownKind(unit: i32): i32 {
  const kind = kindOf(unit);
  if (kind != 0) return kind;
  learn(unit);
  return kindOf(unit);
}

/** Marks words that may begin a name, and joints in front of a letter. */
function markStarts(): void {
  let before: u64 = 0;
  for (let block: usize = 0; block < blocks; block++) {
    const at = block << 3;
    const letters = load<u64>(lettersAt + at);
    const starts = letters & ~((letters << 1) | before);
    before = letters >> 63;
    const capitals = load<u64>(capitalsAt + at);
    const odd = load<u64>(eventsAt + at);
    const afterwards = load<u64>(lettersAt + at, 8) | load<u64>(eventsAt + at, 8);
    const followed = ((letters | odd) >> 1) | (afterwards << 63);
    let events = odd | (load<u64>(jointMarksAt + at) & followed) | (starts & capitals);
    for (let small = starts & ~capitals; small != 0; small &= small - 1) {
      const place = ctz(small);
      events |= (<u64>begins(((<i32>block) << 6) + <i32>place)) << place;
    }
    store<u64>(eventsAt + at, events);
  }
}
