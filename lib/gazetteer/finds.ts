import type { Span } from '../model/span.ts';
import { ordinalMask, postingsFlag } from './layout.ts';
import { chooseLongest } from './overlaps.ts';

/** A span of text that is an alias, with the entities that bear it, in no order, each once. */
export interface GazetteerHit extends Span {
  readonly ordinals: readonly number[];
}

/**
 * What was found in a text, in reading order, in columns of numbers: nothing is made for a hit that nobody asks for,
 * which on a text full of names costs more than finding them.
 */
export interface Finds extends Iterable<GazetteerHit> {
  readonly length: number;
  /** UTF-16 units. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Entities of the hit at this place, in no order, each once. */
  ordinalsOf(at: number): readonly number[];
}

/** Columns that grow while a text is read; used again for the next. */
export interface FindColumns {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** Where the hit's payloads end in `payloads`; they begin where those of the hit before end. */
  bounds: Int32Array;
  /** Of the table's slots: most names have one, those that are known by both case rules two or three. */
  payloads: Uint32Array;
}

const firstCapacity = 256;

export const createFindColumns = (): FindColumns => ({
  count: 0,
  starts: new Int32Array(firstCapacity),
  ends: new Int32Array(firstCapacity),
  bounds: new Int32Array(firstCapacity),
  payloads: new Uint32Array(firstCapacity),
});

function doubled(old: Int32Array): Int32Array {
  const wider = new Int32Array(old.length * 2);
  wider.set(old);
  return wider;
}

/** Adds a payload to the hit that `addFind` will add next. */
export function addPayload(columns: FindColumns, at: number, payload: number): void {
  if (at === columns.payloads.length) {
    const wider = new Uint32Array(at * 2);
    wider.set(columns.payloads);
    columns.payloads = wider;
  }
  columns.payloads[at] = payload;
}

/** `bound` is where its payloads end. */
export function addFind(columns: FindColumns, start: number, end: number, bound: number): void {
  const at = columns.count;
  if (at === columns.starts.length) {
    columns.starts = doubled(columns.starts);
    columns.ends = doubled(columns.ends);
    columns.bounds = doubled(columns.bounds);
  }
  columns.starts[at] = start;
  columns.ends[at] = end;
  columns.bounds[at] = bound;
  columns.count = at + 1;
}

/** Where the payloads of the last hit end. */
export const lastBound = ({ count, bounds }: FindColumns): number => (count === 0 ? 0 : (bounds[count - 1] ?? 0));

/** A copy that the next text leaves alone: of all that was found, or of the longest of what overlaps. */
export function takeFinds(columns: FindColumns, which: 'all' | 'longest', postings: Uint32Array): Finds {
  const kept = which === 'all' ? null : chooseLongest(columns);
  const length = kept === null ? columns.count : kept.length;
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  const froms = new Int32Array(length);
  const bounds = new Int32Array(length);
  for (let i = 0; i < length; i += 1) {
    const at = kept === null ? i : (kept[i] ?? 0);
    starts[i] = columns.starts[at] ?? 0;
    ends[i] = columns.ends[at] ?? 0;
    froms[i] = at === 0 ? 0 : (columns.bounds[at - 1] ?? 0);
    bounds[i] = columns.bounds[at] ?? 0;
  }
  const payloads = columns.payloads.slice(0, lastBound(columns));
  const ordinalsOf = (at: number): readonly number[] =>
    decode(postings, payloads.subarray(froms[at] ?? 0, bounds[at] ?? 0));
  return {
    length,
    starts,
    ends,
    ordinalsOf,
    *[Symbol.iterator]() {
      for (let at = 0; at < length; at += 1)
        yield { start: starts[at] ?? 0, end: ends[at] ?? 0, ordinals: ordinalsOf(at) };
    },
  };
}

function decode(postings: Uint32Array, payloads: Uint32Array): number[] {
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
