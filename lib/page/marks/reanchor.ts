import type { Mark } from './mark.ts';

/** Where a mark stood, in words: a page that is read anew counts its marks anew, and its text may be longer by then. */
export interface Place {
  readonly kind: Mark['kind'];
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** Characters on either side; half a line tells one mention of a name from another. */
const reach = 40;

/** So many of them on one side have to be the same: less may stand around any mention. */
const enough = 12;

/** The place of a mark in the text that it was found in. */
export const placeOf = (text: string, { kind, start, end }: Pick<Mark, 'kind' | 'start' | 'end'>): Place => ({
  kind,
  words: text.slice(start, end),
  before: text.slice(Math.max(0, start - reach), start),
  after: text.slice(end, end + reach),
});

const alikeFrom = (one: string, other: string, at: (text: string, nth: number) => string | undefined): number => {
  let nth = 0;
  while (nth < Math.min(one.length, other.length) && at(one, nth) === at(other, nth)) nth += 1;
  return nth;
};

/** At the text's beginning or end little stands on that side, and that little is all there is. */
const isSame = (one: string, other: string, alike: number): boolean =>
  one.length >= enough ? alike >= enough : alike === one.length && one.length === other.length;

/**
 * Index of the mark that begins at the place, in a text that may be another one; -1 where none does. What the mark ends
 * with may have changed, what the text has there may not.
 */
export const findAgain = (place: Place, text: string, marks: readonly Mark[]): number => {
  let best = { index: -1, alike: 0 };
  for (const [index, { kind, start }] of marks.entries()) {
    if (kind !== place.kind || !text.startsWith(place.words, start)) continue;
    const around = placeOf(text, { kind, start, end: start + place.words.length });
    const before = alikeFrom(place.before, around.before, (side, nth) => side.at(-1 - nth));
    const after = alikeFrom(place.after, around.after, (side, nth) => side.at(nth));
    const isThere = isSame(place.before, around.before, before) || isSame(place.after, around.after, after);
    if (isThere && before + after > best.alike) best = { index, alike: before + after };
  }
  return best.index;
};
