import { entityTypes } from '../../model/entity.ts';

/**
 * Labels of the sequence model: 0 is "no name"; type `k` of `entityTypes` has begin `1 + 4k`, inside, last and unit
 * (a name of one token) after it.
 */
export const labelCount = 1 + 4 * entityTypes.length;
export const outside = 0;

export const begin = 0;
export const inside = 1;
export const last = 2;
export const unit = 3;

export const labelOf = (type: number, position: number): number => 1 + 4 * type + position;
/** Index into `entityTypes`; -1 for no name. */
export const typeOfLabel = (label: number): number => (label === outside ? -1 : (label - 1) >> 2);
/** Index into `positions`; -1 for no name. */
export const positionOfLabel = (label: number): number => (label === outside ? -1 : (label - 1) & 3);

const opens = (label: number): boolean =>
  label === outside || positionOfLabel(label) === begin || positionOfLabel(label) === unit;
const closes = (label: number): boolean =>
  label === outside || positionOfLabel(label) === last || positionOfLabel(label) === unit;

export const mayFollow = (before: number, after: number): boolean =>
  closes(before) ? opens(after) : !opens(after) && typeOfLabel(before) === typeOfLabel(after);
export const mayStart = opens;
export const mayEnd = closes;

/** Allowed steps as pairs, grouped by the label after: `from[first[to] .. first[to + 1])` may stand before `to`. */
export interface Steps {
  readonly first: Uint16Array;
  readonly from: Uint8Array;
}

export function allowedSteps(): Steps {
  const first = new Uint16Array(labelCount + 1);
  const from: number[] = [];
  for (let to = 0; to < labelCount; to += 1) {
    first[to] = from.length;
    for (let before = 0; before < labelCount; before += 1) if (mayFollow(before, to)) from.push(before);
  }
  first[labelCount] = from.length;
  return { first, from: Uint8Array.from(from) };
}

const person = entityTypes.indexOf('person');

/** The people among labelled tokens, as half-open ranges. */
export function peopleOf(labels: Uint8Array): { readonly from: number; readonly end: number }[] {
  const people: { from: number; end: number }[] = [];
  let from = 0;
  for (const [i, label] of labels.entries()) {
    if (label === outside || typeOfLabel(label) !== person) continue;
    const position = positionOfLabel(label);
    if (position === begin || position === unit) from = i;
    if (position === last || position === unit) people.push({ from, end: i + 1 });
  }
  return people;
}
