import type { Block, BlockKind } from '../../model/article.ts';
import type { Line } from './lines.ts';
import { type Segment, type TextMap, createTextMap } from './text-map.ts';

export interface ChosenLine {
  readonly kind: BlockKind;
  readonly line: Line;
}

export interface Composition {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly map: TextMap;
}

/** Every kind of white space, no-break spaces too; zero-width characters and soft hyphens are text. */
const isSpace = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0xa0 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x202f ||
  unit === 0x3000 ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x205f ||
  unit === 0x1680;

interface Written {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/**
 * UTF-16 units of text that are read, ten times the longest of the pages tried: what lies beyond in a page without end is
 * no article, and would hold up the page and the background alike.
 */
const longest = 1_000_000;

/** One line with white space collapsed and trimmed; `base` is the offset that its text will have. */
const writeLine = ({ nodes }: Line, base: number): Written => {
  const segments: Segment[] = [];
  const parts: string[] = [];
  let length = 0;
  let pending: { readonly node: Text; readonly at: number } | 'break' | null = null;

  const add = (node: Text, from: number, piece: string): void => {
    const last = segments.at(-1);
    if (last && last.node === node && last.from + last.length === from && last.start + last.length === base + length) {
      segments[segments.length - 1] = { ...last, length: last.length + piece.length };
    } else {
      segments.push({ start: base + length, node, from, length: piece.length });
    }
    parts.push(piece);
    length += piece.length;
  };

  for (const node of nodes) {
    if (base + length > longest) break;
    if (node === null) {
      if (length > 0) pending ??= 'break';
      continue;
    }
    const { data } = node;
    let at = 0;
    while (at < data.length && base + length <= longest) {
      let end = at;
      if (isSpace(data.charCodeAt(at))) {
        while (end < data.length && isSpace(data.charCodeAt(end))) end += 1;
        if (length > 0) pending ??= { node, at };
      } else {
        while (end < data.length && !isSpace(data.charCodeAt(end))) end += 1;
        if (pending === 'break') {
          parts.push(' ');
          length += 1;
        } else if (pending) {
          add(pending.node, pending.at, ' ');
        }
        pending = null;
        add(node, at, data.slice(at, end));
      }
      at = end;
    }
  }
  return { text: parts.join(''), segments };
};

/** The same kinds of white space. */
const spaces = /[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const atEnds = /^ | $/g;

/** The text that a line will have, as it is asked for several times before the article is composed. */
export const textOf = (line: Line): string => {
  const { nodes, length } = line;
  if (length > longest) return writeLine(line, 0).text;
  const [first] = nodes;
  const raw = nodes.length === 1 && first ? first.data : nodes.map((node) => node?.data ?? ' ').join('');
  return raw.replace(spaces, ' ').replace(atEnds, '');
};

/** Lines between two breaths: less than a millisecond. */
const stride = 40;

/** The chosen lines as one text, a block each, with the map between the two; in steps. Lines without text are left out. */
export function* composeArticle(chosen: readonly ChosenLine[]): Generator<void, Composition> {
  const texts: string[] = [];
  const blocks: Block[] = [];
  const segments: Segment[] = [];
  let base = 0;
  for (const [at, { kind, line }] of chosen.entries()) {
    if (base > longest) break;
    if (at % stride === stride - 1) yield;
    const written = writeLine(line, base);
    if (written.text === '') continue;
    texts.push(written.text);
    blocks.push({ kind, start: base, end: base + written.text.length });
    // Not spread: a line may have more pieces than a call takes arguments.
    for (const segment of written.segments) segments.push(segment);
    base += written.text.length + 1;
  }
  const text = texts.join('\n');
  return { text, blocks, map: createTextMap(text, segments) };
}
