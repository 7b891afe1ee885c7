import type { Span } from '../model/span.ts';
import { foldWord, plainForm } from '../text/fold.ts';

/** A piece of a sentence for reading amounts: figures and letters come apart ("R1.2bn" is R, 1.2, bn). */
export interface Lexeme extends Span {
  readonly kind: 'number' | 'word' | 'punctuation';
  readonly plain: string;
  readonly folded: string;
  readonly spaceBefore: boolean;
}

const pattern = /\p{Nd}+(?:[.,\u00A0\u202F]\p{Nd}+)*|[\p{L}\p{M}]+(?:['\u2019](?!s\b)\p{L}+)*|\S/gu;

/** Lexemes of a span of text, in order; offsets count in the whole text. */
export function readLexemes(text: string, span: Span): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let last = -1;
  for (const found of text.slice(span.start, span.end).matchAll(pattern)) {
    const [raw] = found;
    const start = span.start + found.index;
    const kind = /^\p{Nd}/u.test(raw) ? 'number' : /^[\p{L}\p{M}]/u.test(raw) ? 'word' : 'punctuation';
    lexemes.push({
      start,
      end: start + raw.length,
      kind,
      plain: plainForm(raw),
      folded: foldWord(raw),
      spaceBefore: start !== last,
    });
    last = start + raw.length;
  }
  return lexemes;
}
