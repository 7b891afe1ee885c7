/**
 * The scan of a text for the names of an index. In AssemblyScript, for its inner loops: TypeScript that is compiled ahead,
 * with numbers of fixed width and a memory of bytes. Characters that take all of Unicode are left to ../odd-words.ts.
 */
import { followFrom, followIfKnown, mayBeName } from './follow.ts';
import { capital, openPath, small } from './hashes.ts';
import { keepLongest } from './longest.ts';
import { settle } from './look-up.ts';
import { markText } from './mark.ts';
import {
  abbreviationsAt,
  blocks,
  codesAt,
  eventsAt,
  findCount,
  findsAt,
  findsLength,
  foldsAt,
  indexAt,
  kindsAt,
  layOut,
  openIndex,
  particlesAt,
  replyAt,
} from './memory.ts';
import { readHere } from './odd.ts';
import { begins, numberBegins } from './starts.ts';
import { hashLetters, hashRun, isInRun, numberEnd, possessive, runEnd, tokenEnd, unsure, wordEnd } from './tokens.ts';
import {
  ampersand,
  apostrophe,
  codeAt,
  digit,
  isLetterKind,
  kindAt,
  oddLetter,
  smallLetter,
  surrogate,
  unspaced,
} from './units.ts';

export { abbreviationsAt, codesAt, findCount, findsAt, foldsAt, indexAt, kindsAt, openIndex, particlesAt, replyAt };

/**
 * Finds every name of a text of so many units, or the longest of those that overlap; answers how many numbers lie at
 * `findsAt` (see memory.ts) for the `findCount` that were found.
 */
export function scan(text: externref, units: i32, isLongest: i32): i32 {
  layOut(units);
  markText(text);
  let at = 0;
  for (let block: usize = 0; block < blocks; block++) {
    const base = (<i32>block) << 6;
    if (at - base >= 64) continue;
    let events = load<u64>(eventsAt + (block << 3));
    if (at > base) events &= ~(<u64>0) << (<u64>(at - base));
    while (events != 0) {
      at = look(base + <i32>ctz(events), at);
      // A token may end between letters (a possessive before a digit): another begins there.
      while (codeAt(at) != 0 && isInRun(at) && isInRun(at - 1)) at = lookBetween(at);
      if (at - base >= 64) break;
      events &= ~(<u64>0) << (<u64>(at - base));
    }
  }
  settle();
  if (isLongest == 1) keepLongest();
  return findsLength();
}

/** Reads what is worth a look; answers where to go on. `from`: where the scan has come from. */
function look(at: i32, from: i32): i32 {
  const kind = kindAt(at);
  if (kind <= smallLetter) return lookAtWord(at, i32(kind == smallLetter));
  if (kind == digit) {
    const end = numberEnd(at);
    if (end == unsure) return lookOddly(at, false);
    return numberBegins(at) ? followIfKnown(at, end, hashRun(at, end), 0) : end;
  }
  if (kind == unspaced) {
    const end = tokenEnd(at, kind, false);
    return end == unsure ? lookOddly(at, false) : followIfKnown(at, end, hashRun(at, end), 0);
  }
  const isInside = at > from && isInRun(at - 1);
  return kind >= apostrophe && kind <= ampersand ? lookAtJoint(at, kind, isInside) : lookOddly(at, isInside);
}

function lookBetween(at: i32): i32 {
  return kindAt(at) == smallLetter && begins(at) == 0 ? runEnd(at) : look(at, at);
}

function lookAtWord(at: i32, isSmall: i32): i32 {
  let end = runEnd(at);
  let hash: i32;
  if (codeAt(end) == 0) {
    hash = hashLetters(at, end);
  } else {
    end = wordEnd(at, at);
    if (end == unsure) return lookOddly(at, false);
    hash = hashRun(at, end);
  }
  const path = openPath(hash, isSmall == 1 ? small : capital);
  return mayBeName(path, end) ? followFrom(at, end, hash, isSmall, path) : end;
}

/** A mark that may join letters: inside a word that was passed over, behind one that was read, or before one. */
function lookAtJoint(at: i32, kind: i32, isInside: bool): i32 {
  const next = kindAt(at + 1);
  if (next == oddLetter || next == surrogate) return lookOddly(at, isInside);
  // The end of a sentence, a quotation mark: neither joins letters nor begins a word.
  if (!isLetterKind(next) || (kind != apostrophe && !isInside)) return at + 1;
  if (kind != apostrophe) return lookOddly(at, true);
  const owned = possessive(at);
  if (owned == 0 && !isInside) return at + 1;
  if (owned == 0 && next <= smallLetter) {
    // The word began before the mark, one letter ago or more: what looks like a.m. behind it is no abbreviation.
    const end = wordEnd(at - 1, at + 1);
    if (end != unsure) return end;
  }
  if (owned == 1 && at > 0 && isInRun(at - 1)) return followIfKnown(at, at + 2, hashRun(at, at + 2), 0);
  return lookOddly(at, isInside);
}

function lookOddly(at: i32, isInside: bool): i32 {
  const end = readHere(at, i32(isInside));
  if (load<i32>(replyAt) == 0) return end;
  return followIfKnown(at, end, load<i32>(replyAt, 4), load<i32>(replyAt, 8));
}
