/** The hashes of ../hashes.ts and ../layout.ts. */

export const wordSeed: i32 = 0x811c9dc5;
export const wordPrime: i32 = 0x01000193;
export const checkSeed: i32 = 0x2f0b4a27;

function shifted(hash: i32, by: i32): i32 {
  return <i32>(<u32>hash >> by);
}

export function addCheck(hash: i32, unit: i32): i32 {
  const mixed = (hash ^ unit) * 0x5bd1e995;
  return mixed ^ shifted(mixed, 13);
}

export const small: i32 = 1;
export const capital: i32 = 2;
export const either: i32 = 3;

export function openPath(word: i32, written: i32): i32 {
  let hash = (word ^ (written * 0x3c6ef372)) * 0x2c1b3c6d;
  hash ^= shifted(hash, 15);
  hash *= 0x297a2d39;
  return hash ^ shifted(hash, 14);
}

export function extendPath(path: i32, word: i32, joint: i32): i32 {
  let hash = (path ^ ((joint + 1) * 0x61c88647)) * 0x01000193 + word;
  hash = (hash ^ shifted(hash, 16)) * 0x21f0aaad;
  hash = (hash ^ shifted(hash, 15)) * 0x735a2d97;
  return hash ^ shifted(hash, 15);
}

export function extendCheck(check: i32, word: i32, joint: i32): i32 {
  let hash = ((check ^ shifted(check, 16) ^ ((joint + 7) * 0x85ebca6b)) * 0x7feb352d) ^ word;
  hash = (hash ^ shifted(hash, 15)) * 0x846ca68b;
  return hash ^ shifted(hash, 16);
}

export function jointOf(gap: i32, written: i32): i32 {
  return (gap << 2) | written;
}

/** Spreads a hash over `size` places; keeps its order. */
export function placeOf(hash: i32, size: u64): usize {
  return <usize>((<u64>(<u32>hash) * size) >> 32);
}

export const extraMask: i32 = 0x3f000000;
export function extraCheck(path: i32): i32 {
  return shifted(path * 0x9e3779b1, 26) << 24;
}
export function endKey(path: i32): i32 {
  return (path ^ 0x5bf03635) * 0xc2b2ae35;
}

function twoBits(spread: i32): i32 {
  return (1 << (spread & 31)) | (1 << ((spread >> 5) & 31));
}
export function prefixBits(path: i32): i32 {
  return twoBits(shifted(path * 0x85ebca77, 17));
}
export function wholeBits(path: i32): i32 {
  return twoBits(shifted(path * 0xc2b2ae3d, 17));
}
export function oddNextBit(path: i32): i32 {
  return 1 << (shifted(path * 0x85ebca77, 12) & 31);
}
