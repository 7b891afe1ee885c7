/** Boxes of text on the screen. All rectangles are in CSS pixels of the viewport unless a name says otherwise. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pieces on one line closer than this are one box: the gaps are inline padding or a space that was trimmed. */
const gap = 6;

/** A box so many times as high as the one beside it is a drop cap, and no part of its line. */
const dropCap = 1.7;

const onOneLine = (one: Box, other: Box): boolean => {
  const [low, high] = [one.bottom - one.top, other.bottom - other.top].sort((a, b) => a - b);
  if (low === undefined || high === undefined || high > low * dropCap) return false;
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return shared > low * 0.5;
};

/** Joins boxes that follow each other on a line; takes them in the order of the text, right-to-left runs included. */
export const toLines = (boxes: readonly Box[]): readonly Box[] => {
  const lines: Box[] = [];
  for (const box of boxes) {
    if (box.right - box.left < 0.5 || box.bottom - box.top < 0.5) continue;
    const last = lines.at(-1);
    if (last && onOneLine(last, box) && box.left <= last.right + gap && last.left <= box.right + gap) {
      lines[lines.length - 1] = {
        left: Math.min(last.left, box.left),
        top: Math.min(last.top, box.top),
        right: Math.max(last.right, box.right),
        bottom: Math.max(last.bottom, box.bottom),
      };
    } else {
      lines.push({ left: box.left, top: box.top, right: box.right, bottom: box.bottom });
    }
  }
  return lines;
};

/** Ranges of the text nodes alone: a range over elements would also give the boxes of those elements, padding and all. */
const textRanges = (range: Range): readonly Range[] => {
  const { startContainer, endContainer, commonAncestorContainer } = range;
  if (startContainer === endContainer) return [range];
  const document = startContainer.ownerDocument;
  if (!document) return [];
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  const ranges: Range[] = [];
  for (let node: Node | null = startContainer; node; node = walker.nextNode()) {
    const piece = document.createRange();
    piece.selectNodeContents(node);
    if (node === startContainer) piece.setStart(node, range.startOffset);
    if (node === endContainer) piece.setEnd(node, range.endOffset);
    ranges.push(piece);
    if (node === endContainer) break;
  }
  return ranges;
};

/** The lines that a range's text covers; empty while it is not rendered. */
export const measureLines = (range: Range): readonly Box[] =>
  toLines(textRanges(range).flatMap((piece) => Array.from(piece.getClientRects())));

export const holds = (box: Box, x: number, y: number, slack: number): boolean =>
  x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;

/** What two boxes share; null where they do not meet. */
export const shareOf = (one: Box, other: Box): Box | null => {
  const shared = {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
  return shared.left < shared.right && shared.top < shared.bottom ? shared : null;
};

/** The smallest box around all; null of none. */
export const surround = (boxes: readonly Box[]): Box | null => {
  const [first, ...rest] = boxes;
  if (!first) return null;
  return rest.reduce<Box>(
    (all, box) => ({
      left: Math.min(all.left, box.left),
      top: Math.min(all.top, box.top),
      right: Math.max(all.right, box.right),
      bottom: Math.max(all.bottom, box.bottom),
    }),
    first,
  );
};
