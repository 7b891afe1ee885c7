import type { Span } from '../../model/span.ts';
import { elementAtPoint } from '../text/flat-tree.ts';
import type { TextMap } from '../text/text-map.ts';
import { holds, measureLines } from './geometry.ts';
import type { Mark } from './mark.ts';

/** A place in the text where a mark answers to the pointer. */
interface Handle extends Span {
  readonly mark: number;
}

/** In order of `start`, figures first where two begin together: a name in a quotation is itself before it is a claim. */
export const collectHandles = (marks: readonly Mark[]): readonly Handle[] => {
  const handles = marks.flatMap((mark, index): Handle[] =>
    mark.kind === 'figure'
      ? [{ mark: index, start: mark.start, end: mark.end }]
      : mark.handles.map(({ start, end }) => ({ mark: index, start, end })),
  );
  const rank = ({ mark }: Handle): number => (marks[mark]?.kind === 'figure' ? 0 : 1);
  return handles.sort((a, b) => a.start - b.start || rank(a) - rank(b));
};

/** Index of the first handle that starts after the offset. O(log n). */
const firstAfter = (handles: readonly Handle[], offset: number): number => {
  let low = 0;
  let high = handles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((handles[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Handles are short; none that touches the offset lies further back in the list than this. */
const lookBack = 12;

/** Handles whose span touches the offset, figures before claims. */
export const handlesAt = (handles: readonly Handle[], offset: number, marks: readonly Mark[]): readonly Handle[] => {
  const end = firstAfter(handles, offset);
  return handles
    .slice(Math.max(0, end - lookBack), end)
    .filter((handle) => handle.end >= offset)
    .sort((a, b) => (marks[a.mark]?.kind === 'figure' ? 0 : 1) - (marks[b.mark]?.kind === 'figure' ? 0 : 1));
};

interface CaretDocument {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { readonly shadowRoots: readonly ShadowRoot[] },
  ): { readonly offsetNode: Node; readonly offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** Shadow roots around an element, which a caret has to be told of. */
const rootsAround = (element: Element | null): readonly ShadowRoot[] => {
  const roots: ShadowRoot[] = [];
  for (let root = element?.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
  return roots;
};

const caretAt = (document: Document, x: number, y: number): readonly [Node, number] | null => {
  const carets = document as unknown as CaretDocument;
  const shadowRoots = rootsAround(elementAtPoint(document, x, y));
  const position = carets.caretPositionFromPoint?.(x, y, { shadowRoots });
  if (position) return [position.offsetNode, position.offset];
  const range = carets.caretRangeFromPoint?.(x, y);
  return range ? [range.startContainer, range.startOffset] : null;
};

/** Index of the mark whose words lie under the point; -1 where there is none. Carets snap to text nearby: boxes decide. */
export const findMarkAt = (
  {
    document,
    map,
    marks,
    handles,
  }: { document: Document; map: TextMap; marks: readonly Mark[]; handles: readonly Handle[] },
  x: number,
  y: number,
): number => {
  // A browser that gives no caret inside of shadow roots still tells the element there.
  const handlesIn = (element: Element | null): readonly Handle[] =>
    element?.getRootNode() instanceof ShadowRoot
      ? handles.filter(({ start }) => element.contains(map.elementAt(start)))
      : [];
  const caret = caretAt(document, x, y);
  const offset = caret && map.offsetAt(caret[0], caret[1]);
  for (const handle of offset === null
    ? handlesIn(elementAtPoint(document, x, y))
    : handlesAt(handles, offset, marks)) {
    const range = map.rangeOf(handle);
    const slack = marks[handle.mark]?.kind === 'claim' ? 3 : 1;
    if (range && measureLines(range).some((line) => holds(line, x, y, slack))) return handle.mark;
  }
  return -1;
};
