import type { Asked } from './asked.ts';
import { addFind, addPayload, lastBound } from './finds.ts';
import { extendCheck, type Form, verifyWord } from './hashes.ts';
import { emptySlot, endKey, exactFlag, extraCheck, extraMask, placeOf } from './layout.ts';
import type { Gazetteer } from './open.ts';

/**
 * Looks up what waits, in its order. Each look is a miss of the processor's caches, so all slots are touched first: the
 * processor waits for many of them at once, and not for one after the other.
 */
export function settle(gazetteer: Gazetteer, text: string): void {
  const { asked, table } = gazetteer;
  const { count, paths } = asked;
  const slots = table.length >>> 1;
  let touched = 0;
  for (let i = 0; i < count; i += 1) touched |= table[placeOf(endKey(paths[i] as number), slots) * 2 + 1] as number;
  // Kept, so that no engine leaves the loads out.
  asked.touched = touched;
  for (let i = 0; i < count; i += 1) lookUp(gazetteer, text, i);
  asked.count = 0;
}

/** Adds what so many words are the alias of, by either case rule. In numbers alone: nothing is made for a word. */
function lookUp({ table, asked, finds }: Gazetteer, text: string, at: number): void {
  const path = asked.paths[at] as number;
  const slots = table.length >>> 1;
  const extra = extraCheck(path);
  const before = lastBound(finds);
  let bound = before;
  let hashed = 0;
  let folded = 0;
  let exact = 0;
  let place = placeOf(endKey(path), slots);
  for (let tried = 0; tried < slots; tried += 1) {
    const payload = table[place * 2 + 1] as number;
    if (payload === emptySlot) break;
    if ((payload & extraMask) === extra) {
      const form = payload & exactFlag ? hashedExact : hashedFolded;
      if ((hashed & form) === 0) {
        hashed |= form;
        if (form === hashedExact) exact = checkOf(asked, text, at, 'exact');
        else folded = checkOf(asked, text, at, 'folded');
      }
      if ((table[place * 2] as number) === (form === hashedExact ? exact : folded) >>> 0) {
        addPayload(finds, bound, payload);
        bound += 1;
      }
    }
    place = place + 1 === slots ? 0 : place + 1;
  }
  if (bound === before) return;
  const first = asked.bounds[at] as number;
  const beyond = asked.bounds[at + 1] as number;
  addFind(finds, asked.starts[first] as number, asked.ends[beyond - 1] as number, bound);
}

/** Which second hashes of the words are known. */
const hashedFolded = 1;
const hashedExact = 2;

/** Second hash of the words. */
function checkOf({ bounds, starts, ends, joints }: Asked, text: string, of: number, form: Form): number {
  const beyond = bounds[of + 1] as number;
  let check = 0;
  for (let at = bounds[of] as number; at < beyond; at += 1) {
    const word = verifyWord(text, starts[at] as number, ends[at] as number, form);
    check = extendCheck(check, word, joints[at] as number);
  }
  return check;
}
