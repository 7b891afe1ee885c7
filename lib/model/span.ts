/** A half-open range of UTF-16 units, `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end);
