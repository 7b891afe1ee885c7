import { type Finds, takeFinds } from './finds.ts';
import type { Gazetteer } from './open.ts';

/**
 * Every alias in the text, longest first where they overlap, then leftmost; in reading order. No name crosses a line
 * break. Linear in the text.
 */
export const findNames = (gazetteer: Gazetteer, text: string): Finds =>
  takeFinds(gazetteer.scan(text, 'longest'), gazetteer.postings);

/** Every alias in the text, overlapping ones too, by start, then by end: for joining the finds of several indexes. */
export const findEveryName = (gazetteer: Gazetteer, text: string): Finds =>
  takeFinds(gazetteer.scan(text, 'all'), gazetteer.postings);
