import type { Span } from '../model/span.ts';

/**
 * The spans that are kept, in their order (by start, then by end): of those that overlap the longest, of equally long ones
 * the leftmost; then the longest of what is left, and so on.
 */
export function keepLongest<Kind extends Span>(spans: readonly Kind[]): Kind[] {
  const kept: Kind[] = [];
  for (let first = 0; first < spans.length; ) {
    let reach = spans[first]?.end ?? 0;
    let beyond = first + 1;
    for (let next = spans[beyond]; next !== undefined && next.start < reach; next = spans[beyond]) {
      reach = Math.max(reach, next.end);
      beyond += 1;
    }
    kept.push(...settle(spans.slice(first, beyond), reach));
    first = beyond;
  }
  return kept;
}

/** One chain of overlapping spans that reaches so far. */
function settle<Kind extends Span>(chain: readonly Kind[], reach: number): readonly Kind[] {
  const [first] = chain;
  if (first === undefined || chain.length === 1) return chain;
  const taken = new Uint8Array(reach - first.start);
  // One that overlaps a longer one, or one as long, begins or ends in it.
  const isFree = ({ start, end }: Span): boolean =>
    taken[start - first.start] === 0 && taken[end - 1 - first.start] === 0;
  const kept: Kind[] = [];
  for (const span of chain.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!isFree(span)) continue;
    taken.fill(1, span.start - first.start, span.end - first.start);
    kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
