import { addCheck, checkSeed, endKey, extendCheck, extraCheck, extraMask, placeOf } from './hashes.ts';
import {
  askedBounds,
  askedEnds,
  askedJoints,
  askedPaths,
  askedStarts,
  joints,
  findCount,
  findsEnd,
  nextFind,
  setFinds,
  slots,
  tableAt,
} from './memory.ts';
import { verify } from './odd.ts';
import { isPointOfNumber } from './tokens.ts';
import { apostrophe, digit, foldOf, kindOf, other, unitAt, unspaced } from './units.ts';
import { endOf, startOf } from './words.ts';

/**
 * Words in a row that may be an alias, as the filter has it, and wait to be looked up: enough for the table's misses to be
 * awaited together; what they bring stays in the processor's first cache.
 */
const capacity = 128;
const wordCapacity = 1_024;

let count: i32 = 0;
/** Nothing that counts: see `settle`. */
let touched: i32 = 0;

function bound(asked: i32): i32 {
  return load<i32>(askedBounds + ((<usize>asked) << 2));
}

/** Adds so many words from the first on, with what joins them. */
export function ask(path: i32, first: i32, length: i32): void {
  if (count == capacity || bound(count) + length > wordCapacity) settle();
  const from = bound(count);
  store<i32>(askedPaths + ((<usize>count) << 2), path);
  for (let i = 0; i < length; i++) {
    const to = (<usize>(from + i)) << 2;
    store<i32>(askedStarts + to, startOf(first + i));
    store<i32>(askedEnds + to, endOf(first + i));
    store<i32>(askedJoints + to, load<i32>(joints + ((<usize>i) << 2)));
  }
  count++;
  store<i32>(askedBounds + ((<usize>count) << 2), from + length);
}

/**
 * Looks up what waits, in its order. Each look is a miss of the processor's caches, so all slots are touched first: the
 * processor waits for many of them at once, and not for one after the other.
 */
export function settle(): void {
  let sum = 0;
  for (let i = 0; i < count; i++) sum |= load<i32>(slotAt(placeOf(endKey(pathOf(i)), slots)), 4);
  // Kept, so that the loads are not left out.
  touched = sum;
  for (let i = 0; i < count; i++) lookUp(i);
  count = 0;
}

function pathOf(asked: i32): i32 {
  return load<i32>(askedPaths + ((<usize>asked) << 2));
}
function slotAt(place: usize): usize {
  return tableAt + (place << 3);
}

const emptySlot: i32 = -1;

/** Writes down what so many words are the alias of, by either case rule. */
function lookUp(asked: i32): void {
  const path = pathOf(asked);
  const extra = extraCheck(path);
  const size = <usize>slots;
  let place = placeOf(endKey(path), slots);
  let found: usize = 0;
  let isFolded = false;
  let isExact = false;
  let folded = 0;
  let exact = 0;
  for (let tried: usize = 0; tried < size; tried++) {
    const payload = load<i32>(slotAt(place), 4);
    if (payload == emptySlot) break;
    if ((payload & extraMask) == extra) {
      // The payload's highest bit: the alias counts letter for letter.
      if (payload < 0 && !isExact) {
        isExact = true;
        exact = checkOf(asked, 1);
      } else if (payload >= 0 && !isFolded) {
        isFolded = true;
        folded = checkOf(asked, 0);
      }
      if (load<i32>(slotAt(place)) == (payload < 0 ? exact : folded)) {
        if (found == 0) found = addFind(asked);
        store<i32>(found, load<i32>(found) + 1);
        store<i32>(nextFind(), payload);
      }
    }
    place = place + 1 == size ? 0 : place + 1;
  }
}

/** Answers where it is written how many payloads follow. */
function addFind(asked: i32): usize {
  store<i32>(nextFind(), load<i32>(askedStarts + ((<usize>bound(asked)) << 2)));
  store<i32>(nextFind(), load<i32>(askedEnds + ((<usize>(bound(asked + 1) - 1)) << 2)));
  const payloads = nextFind();
  store<i32>(payloads, 0);
  setFinds(findsEnd, findCount + 1);
  return payloads;
}

/** Second hash of the words. */
function checkOf(asked: i32, isExact: i32): i32 {
  const beyond = bound(asked + 1);
  let check = 0;
  for (let at = bound(asked); at < beyond; at++) {
    const word = (<usize>at) << 2;
    const hash = verifyWord(load<i32>(askedStarts + word), load<i32>(askedEnds + word), isExact);
    check = extendCheck(check, hash, load<i32>(askedJoints + word));
  }
  return check;
}

/** First unit of the combining marks: below it a letter is one unit in one form. */
const firstMark: i32 = 0x300;
const softHyphen: i32 = 0xad;

/** As `verifyWord` in ../hashes.ts. */
function verifyWord(start: i32, end: i32, isExact: i32): i32 {
  let hash = checkSeed;
  for (let at = start; at < end; at++) {
    const unit = unitAt(at);
    if (unit == 0x2e && !isPointOfNumber(at, end)) continue;
    const isOdd = isExact == 1 ? unit >= firstMark || unit == softHyphen : !isPlain(kindOf(unit));
    if (isOdd) return verify(start, end, isExact);
    hash = addCheck(hash, isExact == 1 ? unit : foldOf(unit));
  }
  return hash;
}

/** Whether a unit of this kind counts in one form wherever in a word it stands. */
function isPlain(kind: i32): bool {
  return kind <= digit || (kind >= apostrophe && kind <= unspaced) || kind == other;
}
