import type { Span } from '../model/span.ts';

/**
 * Keeps, of spans that overlap, the longest, of equally long ones the leftmost; then the longest of what is left, and
 * so on. Takes and answers spans by start, then by end; each span at most once.
 */
export function keepLongest<Kind extends Span>(spans: readonly Kind[]): Kind[] {
  const kept: Kind[] = [];
  let first = 0;
  while (first < spans.length) {
    let reach = spans[first]?.end ?? 0;
    let beyond = first + 1;
    for (let next = spans[beyond]; next !== undefined && next.start < reach; next = spans[beyond]) {
      reach = Math.max(reach, next.end);
      beyond += 1;
    }
    const alone = spans[first];
    if (beyond === first + 1 && alone !== undefined) kept.push(alone);
    else kept.push(...settle(spans.slice(first, beyond)));
    first = beyond;
  }
  return kept;
}

/** One chain of overlapping spans. */
function settle<Kind extends Span>(chain: Kind[]): Kind[] {
  const kept: Kind[] = [];
  const byLength = [...chain].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const span of byLength)
    if (kept.every((other) => span.end <= other.start || other.end <= span.start)) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}
