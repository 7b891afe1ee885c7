import { longestEntry } from './text-pieces.ts';

export interface JsonEntry {
  readonly text: string;
  /** In which it begins, from 1. */
  readonly line: number;
}

/** Deeper than anything: nothing more is an entry. */
const nowhere = Number.POSITIVE_INFINITY;

/**
 * The entries of a JSON file, each as its own text, without the whole of it in memory: those of its list, or of its
 * `@graph`, else the one thing that the file is. Throws a SyntaxError where it does not end as it began.
 */
export async function* readEntries(pieces: AsyncIterable<string>): AsyncGenerator<JsonEntry> {
  let text = '';
  /** Of the letter at `counted`, from 1. */
  let line = 1;
  let counted = 0;
  const lineOf = (at: number): number => {
    for (let next = text.indexOf('\n', counted); next !== -1 && next < at; next = text.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    return line;
  };
  let depth = 0;
  /** Entries begin where so many brackets are open. */
  let entriesAt = 0;
  /** Of the entry that has begun; -1 between two. */
  let start = -1;
  /** Of the string that has begun; -1 outside of strings. */
  let quote = -1;
  let lastString = '';
  let hasBegun = false;
  let isList = false;
  for await (const piece of pieces) {
    const kept = start === -1 ? quote : start;
    const cut = kept === -1 ? text.length : kept;
    lineOf(cut);
    counted = Math.max(0, counted - cut);
    text = text.slice(cut) + piece;
    if (start !== -1) start -= cut;
    if (quote !== -1) quote -= cut;
    if (text.length > longestEntry) throw new SyntaxError('an entry that does not end');
    const found = /["\\[\]{}]/gu;
    found.lastIndex = text.length - piece.length;
    for (let match = found.exec(text); match !== null; match = found.exec(text)) {
      const at = match.index;
      const [sign] = match;
      if (quote !== -1) {
        if (sign !== '"' || isEscaped(text, at)) continue;
        if (depth === 1) lastString = text.slice(quote + 1, at);
        quote = -1;
      } else if (sign === '"') quote = at;
      else if (sign === '[' || sign === '{') {
        if (!hasBegun && sign === '[') {
          isList = true;
          entriesAt = 1;
        } else if (!isList && sign === '[' && depth === 1 && entriesAt === 0 && lastString === '@graph') {
          entriesAt = 2;
          start = -1;
        } else if (depth === entriesAt && start === -1) start = at;
        hasBegun = true;
        depth += 1;
      } else if (sign !== '\\') {
        depth -= 1;
        if (depth < 0) throw new SyntaxError('a bracket too many');
        if (start !== -1 && depth === entriesAt) {
          yield { text: text.slice(start, at + 1), line: lineOf(start) };
          start = -1;
        } else if (depth < entriesAt) entriesAt = nowhere;
      }
    }
  }
  if (!hasBegun) throw new SyntaxError('no JSON');
  if (depth !== 0 || quote !== -1) throw new SyntaxError('it ends too soon');
}

/** Whether the quotation mark belongs to the string that it stands in. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}
