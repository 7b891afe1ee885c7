import { chainAt, findsAt, findsEnd, setFinds } from './memory.ts';
import { settleChain } from './odd.ts';

/** Of the finds that overlap keeps the longest, of equally long ones the leftmost; then the longest of what is left. */
export function keepLongest(): void {
  let to = findsAt;
  let count = 0;
  for (let first = findsAt; first < findsEnd; ) {
    const second = after(first);
    if (second == findsEnd || startOf(second) >= endOf(first)) {
      to = move(to, first);
      count++;
      first = second;
      continue;
    }
    let beyond = first;
    let reach = endOf(first);
    let length = 0;
    while (beyond < findsEnd && startOf(beyond) < reach) {
      if (length < mostInMask) store<u32>(chainAt + ((<usize>length) << 2), <u32>beyond);
      length++;
      reach = max(reach, endOf(beyond));
      beyond = after(beyond);
    }
    if (length <= mostInMask) {
      for (let kept = choose(length); kept != 0; kept &= kept - 1) {
        to = move(to, inChain(ctz(kept)));
        count++;
      }
    } else {
      const kept = first + ((<usize>settleChain(<i32>(first >> 2), <i32>(beyond >> 2))) << 2);
      for (let find = first; find < kept; count++) {
        const next = after(find);
        to = move(to, find);
        find = next;
      }
    }
    first = beyond;
  }
  setFinds(to, count);
}

/** Finds that overlap one another in turn, as a bit each. */
const mostInMask = 64;

/** Which of so many at `chainAt` are kept. */
function choose(length: i32): u64 {
  let free = ~(<u64>0) >> <u64>(64 - length);
  let kept: u64 = 0;
  while (free != 0) {
    let longest: u64 = 0;
    let most = 0;
    for (let rest = free; rest != 0; rest &= rest - 1) {
      const units = lengthOf(inChain(ctz(rest)));
      if (units > most) {
        most = units;
        longest = ctz(rest);
      }
    }
    kept |= (<u64>1) << longest;
    const start = startOf(inChain(longest));
    const end = endOf(inChain(longest));
    for (let rest = free; rest != 0; rest &= rest - 1) {
      const find = inChain(ctz(rest));
      if (startOf(find) < end && endOf(find) > start) free &= ~((<u64>1) << ctz(rest));
    }
  }
  return kept;
}

function inChain(place: u64): usize {
  return <usize>load<u32>(chainAt + ((<usize>place) << 2));
}

function startOf(find: usize): i32 {
  return load<i32>(find);
}

function endOf(find: usize): i32 {
  return load<i32>(find, 4);
}

function lengthOf(find: usize): i32 {
  return endOf(find) - startOf(find);
}

/** Where the next find is. */
function after(find: usize): usize {
  return find + ((3 + <usize>load<i32>(find, 8)) << 2);
}

/** Moves a find down; answers where the next one's place is. */
function move(to: usize, find: usize): usize {
  const bytes = after(find) - find;
  if (to != find) for (let at: usize = 0; at < bytes; at += 4) store<i32>(to + at, load<i32>(find + at));
  return to + bytes;
}
