import type { Span } from '../model/span.ts';
import { ordinalMask, postingsFlag } from './layout.ts';
import { keepLongest } from './overlaps.ts';

/** A span of text that is an alias, with the entities that bear it, in no order, each once. */
export interface GazetteerHit extends Span {
  readonly ordinals: readonly number[];
}

/** What was found in a text, in reading order; a hit is made when it is asked for. */
export interface Finds extends Iterable<GazetteerHit> {
  readonly length: number;
}

/** What a scan has found. */
export interface FoundRows {
  /** [start, end, how many, payload …] each; good until the next scan. */
  readonly rows: Int32Array;
  /** How many were found. */
  readonly length: number;
}

/** Numbers of a find in front of its payloads. */
const head = 3;

/** A copy that the next text leaves alone; what it takes is made when it is asked for. */
export function takeFinds({ rows, length }: FoundRows, postings: Uint32Array): Finds {
  const taken = rows.slice();
  return {
    length,
    *[Symbol.iterator]() {
      for (const { start, end, from, beyond } of rowsOf(taken))
        yield { start, end, ordinals: decode(postings, taken.subarray(from + head, beyond)) };
    },
  };
}

interface Row extends Span {
  readonly from: number;
  readonly beyond: number;
}

function* rowsOf(rows: Int32Array): Generator<Row> {
  for (let from = 0; from < rows.length; ) {
    const [start = 0, end = 0, count = 0] = rows.subarray(from, from + head);
    const beyond = from + head + count;
    yield { start, end, from, beyond };
    from = beyond;
  }
}

/** Moves the longest of those that overlap to the front; answers how many numbers they are. */
export function keepLongestRows(rows: Int32Array): number {
  let filled = 0;
  for (const { from, beyond } of keepLongest([...rowsOf(rows)])) {
    rows.copyWithin(filled, from, beyond);
    filled += beyond - from;
  }
  return filled;
}

function decode(postings: Uint32Array, payloads: Int32Array): number[] {
  const ordinals: number[] = [];
  const add = (ordinal: number): void => {
    if (!ordinals.includes(ordinal)) ordinals.push(ordinal);
  };
  for (const payload of payloads) {
    const place = payload & ordinalMask;
    if ((payload & postingsFlag) === 0) add(place);
    else for (const ordinal of postings.subarray(place + 1, place + 1 + (postings[place] ?? 0))) add(ordinal);
  }
  return ordinals;
}
