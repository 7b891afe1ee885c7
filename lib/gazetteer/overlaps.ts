import type { Span } from '../model/span.ts';

/** Spans in columns, by start, then by end, each at most once; only the first `count` count. */
interface SpanColumns {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Writes the places of the spans that are kept, in their order, and answers how many they are: of those that overlap the
 * longest, of equally long ones the leftmost; then the longest of what is left, and so on.
 */
export function chooseLongest(columns: SpanColumns, kept: Int32Array): number {
  const { count, starts, ends } = columns;
  let length = 0;
  let first = 0;
  while (first < count) {
    let reach = ends[first] as number;
    let beyond = first + 1;
    while (beyond < count && (starts[beyond] as number) < reach) {
      reach = Math.max(reach, ends[beyond] as number);
      beyond += 1;
    }
    if (beyond === first + 1) kept[length++] = first;
    else if (beyond === first + 2) kept[length++] = longerOf(columns, first, first + 1);
    else for (const place of settle(columns, first, beyond)) kept[length++] = place;
    first = beyond;
  }
  return length;
}

const lengthOf = ({ starts, ends }: SpanColumns, at: number): number => (ends[at] as number) - (starts[at] as number);

const longerOf = (columns: SpanColumns, left: number, right: number): number =>
  lengthOf(columns, right) > lengthOf(columns, left) ? right : left;

/** One chain of overlapping spans, from the first place to before `beyond`. */
function settle(columns: SpanColumns, first: number, beyond: number): number[] {
  const { starts, ends } = columns;
  const chain = Array.from({ length: beyond - first }, (_, i) => first + i);
  chain.sort((a, b) => lengthOf(columns, b) - lengthOf(columns, a) || a - b);
  const kept: number[] = [];
  for (const at of chain) {
    const isApart = (other: number): boolean =>
      (ends[at] ?? 0) <= (starts[other] ?? 0) || (ends[other] ?? 0) <= (starts[at] ?? 0);
    if (kept.every(isApart)) kept.push(at);
  }
  return kept.sort((a, b) => a - b);
}

/** The same of a list of spans. */
export function keepLongest<Kind extends Span>(spans: readonly Kind[]): Kind[] {
  const starts = Int32Array.from(spans, ({ start }) => start);
  const ends = Int32Array.from(spans, ({ end }) => end);
  const kept = new Int32Array(spans.length);
  const count = chooseLongest({ count: spans.length, starts, ends }, kept);
  return Array.from(kept.subarray(0, count), (at) => spans[at]).filter((span) => span !== undefined);
}
