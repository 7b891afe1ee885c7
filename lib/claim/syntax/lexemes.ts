import { unreachable } from '../../model/result.ts';
import type { Span } from '../../model/span.ts';
import { foldWord, plainForm } from '../../text/fold.ts';
import type { Token } from '../../text/tokens.ts';

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
  addLexemes(lexemes, text, span);
  return lexemes;
}

function addLexemes(lexemes: Lexeme[], text: string, span: Span): void {
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
}

/**
 * The lexemes of the text that some tokens in a row cover, as `readLexemes` reads them. What stands between two spaces
 * and comes apart as tokens do is taken from them; only the rest is read anew.
 */
export function lexemesOfTokens(text: string, tokens: readonly Token[]): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let from = 0;
  while (from < tokens.length) {
    const start = tokens[from]?.start ?? 0;
    const before = lexemes.length;
    let to = from;
    let end = start;
    let isSame = true;
    for (let token = tokens[to]; token !== undefined && (to === from || !token.spaceBefore); token = tokens[to]) {
      // Between two tokens there may be characters without width, which are lexemes.
      isSame &&= token.start === end && isLexeme(token);
      if (isSame) lexemes.push(toLexeme(token, to === from));
      end = token.end;
      to += 1;
    }
    const next = tokens[to];
    if (!isSame || (next !== undefined && (next.start !== end + 1 || text[end] !== ' '))) {
      lexemes.length = before;
      addLexemes(lexemes, text, { start, end: next?.start ?? end });
    }
    from = to;
  }
  return lexemes;
}

const letters = /^[A-Za-z]+$/;
const lastDigit = /[0-9]$/;

function isLexeme({ kind, plain, start, end }: Token): boolean {
  switch (kind) {
    case 'word':
      return letters.test(plain) && plain.length === end - start;
    case 'number':
      return lastDigit.test(plain);
    case 'punctuation':
    case 'symbol':
      return true;
    case 'possessive':
      return false;
    default:
      return unreachable(kind);
  }
}

function toLexeme(token: Token, isFirst: boolean): Lexeme {
  const { kind } = token;
  const isMark = kind !== 'word' && kind !== 'number';
  // A token in the middle of a word may be where the tokens begin.
  if (isMark || (isFirst && !token.spaceBefore))
    return { ...token, kind: isMark ? 'punctuation' : kind, spaceBefore: isFirst || token.spaceBefore };
  return token as Token & { readonly kind: typeof kind };
}
