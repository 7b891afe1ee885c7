import type { Span } from '../model/span.ts';

/** Spans in columns, by start, then by end, each at most once; only the first `count` count. */
interface SpanColumns {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Places of the spans that are kept, in their order: of those that overlap the longest, of equally long ones the
 * leftmost; then the longest of what is left, and so on.
 */
export function chooseLongest({ count, starts, ends }: SpanColumns): Int32Array {
  const kept = new Int32Array(count);
  let length = 0;
  let first = 0;
  while (first < count) {
    let reach = ends[first] ?? 0;
    let beyond = first + 1;
    while (beyond < count && (starts[beyond] ?? 0) < reach) {
      reach = Math.max(reach, ends[beyond] ?? 0);
      beyond += 1;
    }
    if (beyond === first + 1) kept[length++] = first;
    else for (const place of settle(starts, ends, { first, beyond })) kept[length++] = place;
    first = beyond;
  }
  return kept.subarray(0, length);
}

interface Chain {
  readonly first: number;
  readonly beyond: number;
}

/** One chain of overlapping spans. */
function settle(starts: Int32Array, ends: Int32Array, { first, beyond }: Chain): number[] {
  const startOf = (at: number): number => starts[at] ?? 0;
  const endOf = (at: number): number => ends[at] ?? 0;
  if (beyond === first + 2) {
    const isSecond = endOf(first + 1) - startOf(first + 1) > endOf(first) - startOf(first);
    return [isSecond ? first + 1 : first];
  }
  const chain = Array.from({ length: beyond - first }, (_, i) => first + i);
  chain.sort((a, b) => endOf(b) - startOf(b) - (endOf(a) - startOf(a)) || a - b);
  const kept: number[] = [];
  for (const at of chain)
    if (kept.every((other) => endOf(at) <= startOf(other) || endOf(other) <= startOf(at))) kept.push(at);
  return kept.sort((a, b) => a - b);
}

/** The same of a list of spans. */
export function keepLongest<Kind extends Span>(spans: readonly Kind[]): Kind[] {
  const starts = Int32Array.from(spans, ({ start }) => start);
  const ends = Int32Array.from(spans, ({ end }) => end);
  const kept = chooseLongest({ count: spans.length, starts, ends });
  return Array.from(kept, (at) => spans[at]).filter((span) => span !== undefined);
}
