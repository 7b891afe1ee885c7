import type { Span } from '../model/span.ts';
import { ordinalMask, postingsFlag } from './layout.ts';
import { chooseLongest } from './overlaps.ts';

/** A span of text that is an alias, with the entities that bear it, in no order, each once. */
export interface GazetteerHit extends Span {
  readonly ordinals: readonly number[];
}

/** What was found in a text, in reading order; a hit is made when it is asked for. */
export interface Finds extends Iterable<GazetteerHit> {
  readonly length: number;
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
  /** Room for the places of those that are kept. */
  kept: Int32Array;
}

const firstCapacity = 256;

export const createFindColumns = (): FindColumns => ({
  count: 0,
  starts: new Int32Array(firstCapacity),
  ends: new Int32Array(firstCapacity),
  bounds: new Int32Array(firstCapacity),
  payloads: new Uint32Array(firstCapacity),
  kept: new Int32Array(firstCapacity),
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
    columns.kept = doubled(columns.kept);
  }
  columns.starts[at] = start;
  columns.ends[at] = end;
  columns.bounds[at] = bound;
  columns.count = at + 1;
}

/** Where the payloads of the last hit end. */
export const lastBound = ({ count, bounds }: FindColumns): number => (count === 0 ? 0 : (bounds[count - 1] ?? 0));

/**
 * A copy that the next text leaves alone: of all that was found, or of the longest of what overlaps. One list of small
 * numbers, [start, end, how many, place …] a hit: columns of their own would cost more than finding what is in them.
 */
export function takeFinds(columns: FindColumns, which: 'all' | 'longest', postings: Uint32Array): Finds {
  const { starts, ends, bounds, payloads, kept } = columns;
  const length = which === 'all' ? columns.count : chooseLongest(columns, kept);
  const cells = new Array<number>(3 * length + lastBound(columns));
  let filled = 0;
  for (let i = 0; i < length; i += 1) {
    const at = which === 'all' ? i : (kept[i] as number);
    const from = at === 0 ? 0 : (bounds[at - 1] as number);
    const bound = bounds[at] as number;
    cells[filled] = starts[at] as number;
    cells[filled + 1] = ends[at] as number;
    cells[filled + 2] = bound - from;
    filled += 3;
    for (let place = from; place < bound; place += 1) {
      cells[filled] = toCell(payloads[place] as number);
      filled += 1;
    }
  }
  return {
    length,
    *[Symbol.iterator]() {
      for (let at = 0; at < filled; ) {
        const [start = 0, end = 0, count = 0] = cells.slice(at, at + 3);
        at += 3 + count;
        yield { start, end, ordinals: decode(postings, cells.slice(at - count, at)) };
      }
    },
  };
}

/** Ordinal or place, and whether it is a place, in 25 bits: engines keep such numbers without a box. */
const toCell = (payload: number): number => (payload & ordinalMask) | ((payload & postingsFlag) === 0 ? 0 : placeFlag);
const placeFlag = ordinalMask + 1;

function decode(postings: Uint32Array, cells: readonly number[]): number[] {
  const ordinals: number[] = [];
  const add = (ordinal: number): void => {
    if (!ordinals.includes(ordinal)) ordinals.push(ordinal);
  };
  for (const cell of cells) {
    const place = cell & ordinalMask;
    if ((cell & placeFlag) === 0) add(place);
    else for (const ordinal of postings.subarray(place + 1, place + 1 + (postings[place] ?? 0))) add(ordinal);
  }
  return ordinals;
}
