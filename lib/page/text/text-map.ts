import type { Span } from '../../model/span.ts';

/** A stretch of the article's text that lies unit for unit in one text node; white space of one unit counts as such. */
export interface Segment {
  readonly start: number;
  readonly node: Text;
  readonly from: number;
  readonly length: number;
}

/** Two ways between offsets in `Article.text` and places in the page. Every question survives a page that changed. */
export interface TextMap {
  /** Null where a node is gone or does not say the same any more. */
  readonly rangeOf: (span: Span) => Range | null;
  /** Null where the place is not in the article; a place in collapsed white space answers the unit after it. */
  readonly offsetAt: (node: Node, offset: number) => number | null;
  /** The element whose own text holds the unit at the offset, while it is in the page. */
  readonly elementAt: (offset: number) => Element | null;
  /** Whether every node still says what the text says, in steps: on a long page all at once would hold it up. */
  readonly isIntact: () => Generator<void, boolean>;
}

const space = /\s/u;

/** Units of text that are compared in one step; takes a millisecond where each word is in an element of its own. */
const unitsInStep = 20_000;

const saysTheSame = (text: string, { start, node, from, length }: Segment): boolean => {
  if (!node.isConnected) return false;
  const { data } = node;
  if (from + length > data.length) return false;
  if (data.startsWith(text.slice(start, start + length), from)) return true;
  // Collapsing writes every kind of white space as one space.
  for (let at = 0; at < length; at += 1) {
    const written = data[from + at] ?? '';
    const expected = text[start + at] ?? '';
    if (written !== expected && !(expected === ' ' && space.test(written))) return false;
  }
  return true;
};

/** Index of the last segment that starts at or before the offset; -1 where there is none. O(log n). */
const findSegment = (segments: readonly Segment[], offset: number): number => {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Segments in order of `start`, not overlapping; units of the text without a segment lie between elements. */
export const createTextMap = (text: string, segments: readonly Segment[]): TextMap => {
  const byNode = new Map<Node, Segment[]>();
  for (const segment of segments) {
    const known = byNode.get(segment.node);
    if (known) known.push(segment);
    else byNode.set(segment.node, [segment]);
  }

  const holding = (offset: number): Segment | null => {
    const segment = segments[findSegment(segments, offset)];
    return segment && offset < segment.start + segment.length ? segment : null;
  };

  return {
    rangeOf: ({ start, end }) => {
      const first = holding(start);
      const last = holding(end - 1);
      if (!first || !last || end <= start) return null;
      for (let at = findSegment(segments, start); (segments[at]?.start ?? end) < end; at += 1) {
        const segment = segments[at];
        if (segment && !saysTheSame(text, segment)) return null;
      }
      const range = first.node.ownerDocument.createRange();
      try {
        range.setStart(first.node, first.from + start - first.start);
        range.setEnd(last.node, last.from + end - last.start);
      } catch {
        return null;
      }
      // No range reaches from one shadow tree into another.
      return range.startContainer === first.node ? range : null;
    },
    offsetAt: (node, offset) => {
      const known = byNode.get(node);
      if (!known) return null;
      for (const { start, from, length } of known) {
        if (offset < from) return start;
        if (offset < from + length) return start + offset - from;
      }
      const last = known.at(-1);
      return last ? last.start + last.length : null;
    },
    elementAt: (offset) => {
      const node = holding(offset)?.node;
      return node?.isConnected ? node.parentElement : null;
    },
    *isIntact() {
      let pause = unitsInStep;
      for (const segment of segments) {
        if (segment.start > pause) {
          yield;
          pause = segment.start + unitsInStep;
        }
        if (!saysTheSame(text, segment)) return false;
      }
      return true;
    },
  };
};
