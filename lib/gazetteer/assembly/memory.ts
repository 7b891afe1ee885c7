/** Where what lies in the memory, in bytes. The places that TypeScript fills are exported to it by index.ts. */

/** Answers of odd.ts, 32 bits each. */
export const replyAt: usize = 1_024;
/** Sets of words by their first hash: 256 places of 32 bits, by the hash's highest bits, 0 for none. */
export const particlesAt: usize = 2_048;
export const abbreviationsAt: usize = 3_072;
/** Of each unit its kind (see characters.ts), the code of its letter or digit, its folded form. */
export const kindsAt: usize = 4_096;
export const codesAt: usize = 69_632;
export const foldsAt: usize = 135_168;

/** Places of finds, 32 bits each: see longest.ts. */
export const chainAt: usize = 1_280;

/** Words of the name that is followed, column by column: see words.ts. */
export const wordCapacity = 1_024;
export const wordStarts: usize = 266_240;
export const wordEnds: usize = 270_336;
export const wordHashes: usize = 274_432;
export const wordGaps: usize = 278_528;
export const wordSmalls: usize = 282_624;
export const joints: usize = 283_648;

/** Look-ups that wait: see look-up.ts. */
export const askedPaths: usize = 284_672;
export const askedBounds: usize = 285_696;
export const askedStarts: usize = 286_720;
export const askedEnds: usize = 290_816;
export const askedJoints: usize = 294_912;

/** The index, as layout.ts has it. */
export const indexAt: usize = 299_008;

const headerBytes: usize = 264 * 4;
const pageBits: usize = 16;

export let firsts: u32 = 0;
export const startBits: usize = indexAt + 32;
export const filterAt: usize = indexAt + headerBytes;
export let filterWords: u64 = 0;
export let tableAt: usize = 0;
export let slots: u64 = 0;

/** The text, two bytes a unit, and behind it line breaks. */
export let textAt: usize = 0;
export let length: i32 = 0;
/** Words of 64 units. */
export let blocks: usize = 0;
/** A bit for each unit, 64 to a word: letters and digits of one unit in one form; what is worth a look. */
export let lettersAt: usize = 0;
export let eventsAt: usize = 0;
/** The same of capitals and digits, and of marks that may join letters; known while a text is marked. */
export let capitalsAt: usize = 0;
export let jointMarksAt: usize = 0;
/** A byte for each unit: 1 to 26 for a to z, 27 to 36 for digits, 0 for what ends words, from 0x80 on all else. */
export let textCodes: usize = 0;
/** What is found: [start, end, how many, payload …] each. */
export let findsAt: usize = 0;
export let findsEnd: usize = 0;
export let findCount: i32 = 0;

/** More than any look ahead reaches. */
const beyond: usize = 128;

/** Takes up the index that lies at `indexAt`. */
export function openIndex(): void {
  filterWords = load<u32>(indexAt, 4 * 4);
  slots = load<u32>(indexAt, 5 * 4);
  firsts = load<u32>(indexAt, 7 * 4);
  tableAt = filterAt + ((<usize>filterWords) << 2);
  textAt = aligned(indexAt + <usize>load<u32>(indexAt, 2 * 4));
}

/** Makes room for a text of so many units. */
export function layOut(units: i32): void {
  length = units;
  blocks = (<usize>units + 63) >> 6;
  const unitsAndMore = <usize>units + beyond;
  const bits = (blocks + 2) << 3;
  lettersAt = aligned(textAt + (unitsAndMore << 1));
  eventsAt = lettersAt + bits;
  capitalsAt = eventsAt + bits;
  jointMarksAt = capitalsAt + bits;
  textCodes = aligned(jointMarksAt + bits);
  findsAt = aligned(textCodes + unitsAndMore);
  setFinds(findsAt, 0);
  reserve(findsAt);
}

/** Place for another 32-bit number of what is found. */
export function nextFind(): usize {
  const at = findsEnd;
  findsEnd = at + 4;
  reserve(findsEnd);
  return at;
}

/** How many numbers were written. */
export function findsLength(): i32 {
  return <i32>((findsEnd - findsAt) >> 2);
}

export function setFinds(end: usize, count: i32): void {
  findsEnd = end;
  findCount = count;
}

function reserve(end: usize): void {
  const pages = <i32>((end + 0xffff) >> pageBits);
  const missing = pages - memory.size();
  // By a megabyte at least, so that it is seldom; out of memory ends in a trap.
  if (missing > 0 && memory.grow(max(missing, 16)) < 0) unreachable();
}

function aligned(at: usize): usize {
  return (at + 15) & ~15;
}
