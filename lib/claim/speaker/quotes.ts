import type { Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { TextDocument } from '../../text/document.ts';
import { type MarkFamily, type QuoteMark, readMarks } from './quote-marks.ts';

/** A passage in quotation marks, outermost marks only; the span has the marks, `inner` has not. */
export interface Quotation extends Span {
  readonly inner: Span;
  /** Index of its block. */
  readonly block: number;
  /** Index of the quotation that this one goes on with after a paragraph break, or null. */
  readonly continues: number | null;
  /** Whether its block ends before a closing mark. */
  readonly isOpen: boolean;
}

type Pending = Pick<QuoteMark, 'family' | 'at' | 'width'>;

/**
 * Quotations of a text in order, none overlapping. A quotation ends with its block; the next block goes on with it if it
 * reopens the marks. A block that is set as a quotation counts whole unless marks stand around half of it.
 */
export function findQuotations(document: TextDocument): Quotation[] {
  const quotations: Quotation[] = [];
  let openFamily: MarkFamily | null = null;
  for (const [block, span] of document.blocks.entries()) {
    const line = document.text.slice(span.start, span.end);
    const pairs = pairMarks(line, readMarks(line));
    const first = pairs[0];
    // Few marks in a block that is set as a quotation are those of words within it.
    if (span.kind === 'quote' && 2 * marked(pairs) < line.length) pairs.splice(0, pairs.length, wholeBlock(span));
    for (const pair of pairs) {
      const reopens =
        pair === first &&
        openFamily === pair.family &&
        line.slice(0, pair.start).trim() === '' &&
        quotations.length > 0;
      quotations.push({
        start: span.start + pair.start,
        end: span.start + pair.end,
        inner: { start: span.start + pair.innerStart, end: span.start + pair.innerEnd },
        block,
        continues: reopens ? quotations.length - 1 : null,
        isOpen: pair.isOpen,
      });
    }
    const last = pairs.at(-1);
    openFamily = last?.isOpen === true ? last.family : null;
  }
  return quotations;
}

/** Quotations within quotations beyond this are noise, and would cost time. */
const deepest = 4;

interface Pair {
  readonly family: MarkFamily;
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly isOpen: boolean;
}

const marked = (pairs: readonly Pair[]): number => pairs.reduce((sum, { start, end }) => sum + end - start, 0);

const wholeBlock = (block: Block): Pair => ({
  family: 'double',
  start: 0,
  end: block.end - block.start,
  innerStart: 0,
  innerEnd: block.end - block.start,
  isOpen: false,
});

/** Outermost pairs of a line's marks. A mark that fits nothing is left alone. */
function pairMarks(line: string, marks: readonly QuoteMark[]): Pair[] {
  const pairs: Pair[] = [];
  const stack: Pending[] = [];
  const firmCloser = nextFirmClosers(marks);
  const close = (depth: number, { at, width }: QuoteMark): void => {
    const opener = stack[depth];
    stack.length = depth;
    if (opener !== undefined && depth === 0 && at > opener.at + opener.width)
      pairs.push({
        family: opener.family,
        start: opener.at,
        end: at + width,
        innerStart: opener.at + opener.width,
        innerEnd: at,
        isOpen: false,
      });
  };
  const push = (mark: QuoteMark): void => {
    if (stack.length < deepest) stack.push(mark);
  };
  for (const [i, mark] of marks.entries()) {
    const depth = stack.findLastIndex((open) => closesFamily(open.family, mark, line));
    const isInside = depth >= 0;
    if (mark.role === 'opens' && !(mark.family === 'double' && stack.at(-1)?.family === 'low')) {
      const again = stack.findIndex((open) => open.family === mark.family);
      // The same mark opened twice: the first one was never closed and ends before the second.
      if (again === 0 && stack.length === 1 && mark.family !== 'single' && !closesBoth(marks, i)) {
        const opener = stack[0];
        const end = trimEnd(line, mark.at);
        if (opener !== undefined && end > opener.at + 1) pairs.push(unclosed(opener, end));
        stack.length = 0;
      }
      push(mark);
    } else if (mark.role === 'may-close' && mark.family === 'straight') {
      if (isInside) close(depth, mark);
      else push(mark);
    } else if (mark.role === 'may-close') {
      if (isInside && !(firmCloser[i] ?? false)) close(depth, mark);
    } else if (isInside) {
      close(depth, mark);
    } else if (mark.family === 'straight' && /^[,:]"\p{Lu}/u.test(line.slice(mark.at - 1, mark.at + 2))) {
      // 'She writes,"We …"': a mark that closes nothing, and no space.
      push(mark);
    }
  }
  const outer = stack.find((open) => open.family !== 'straight-single');
  if (outer !== undefined && stack[0] === outer && isQuoteToEnd(line, outer))
    pairs.push(unclosed(outer, trimEnd(line, line.length)));
  return pairs;
}

/** Marks whose opening and closing ones differ: only of these it can be told that one stands inside another. */
const paired: ReadonlySet<MarkFamily> = new Set(['double', 'guillemet', 'angle', 'corner', 'white-corner']);

/** Whether the quotation that opens at a mark, inside one of its own kind, and the outer one are both closed further on. */
function closesBoth(marks: readonly QuoteMark[], inner: number): boolean {
  const family = marks[inner]?.family;
  if (family === undefined || !paired.has(family)) return false;
  let depth = 1;
  for (let i = inner; i < marks.length && i < inner + farthestMark; i += 1) {
    if (marks[i]?.family !== family) continue;
    depth += marks[i]?.role === 'opens' ? 1 : -1;
    if (depth === 0) return true;
  }
  return false;
}
/** Marks further on are of other quotations; a limit keeps this linear. */
const farthestMark = 24;

const closesFamily = (open: MarkFamily, mark: QuoteMark, line: string): boolean =>
  open === mark.family ||
  (open === 'low' && mark.family === 'double') ||
  (open === 'double' && mark.family === 'straight' && line[mark.at] === '"') ||
  (open === 'single' && mark.family === 'straight-single' && mark.role !== 'opens');

const unclosed = (opener: Pending, end: number): Pair => ({
  family: opener.family,
  start: opener.at,
  end,
  innerStart: opener.at + opener.width,
  innerEnd: end,
  isOpen: true,
});

const trimEnd = (line: string, end: number): number => {
  let at = end;
  while (at > 0 && /\s/u.test(line[at - 1] ?? '')) at -= 1;
  return at;
};

/** An opening mark without its closing one counts only where words follow it. */
const isQuoteToEnd = (line: string, opener: Pending): boolean => /\p{L}/u.test(line.slice(opener.at + 1));

/** For each mark whether a firm closer of a single quotation comes after it and before the next opener. */
function nextFirmClosers(marks: readonly QuoteMark[]): boolean[] {
  const answers: boolean[] = new Array<boolean>(marks.length).fill(false);
  let seen = false;
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    const mark = marks[i];
    if (mark === undefined) continue;
    answers[i] = seen;
    const isSingle = mark.family === 'single' || mark.family === 'straight-single';
    if (isSingle && mark.role === 'opens') seen = false;
    if (isSingle && mark.role === 'closes') seen = true;
  }
  return answers;
}
