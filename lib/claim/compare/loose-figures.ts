import type { Span } from '../../model/span.ts';
import type { Token } from '../../text/tokens.ts';
import { findDates } from '../time/dates.ts';
import { lexemesOfTokens } from '../syntax/lexemes.ts';

/** Any day: where a time stands hardly hangs on the article's date. */
const anyDay = '2000-06-14';
const figure = /^\p{Nd}[\p{Nd}.,]*(?:st|nd|rd|th)?$/u;

/** Figures of a statement that are neither amounts nor times: ranks, ages, scores. */
export function looseFigures(text: string, tokens: readonly Token[], amounts: readonly Span[]): readonly string[] {
  const inside = ({ start, end }: Span, spans: readonly Span[]): boolean =>
    spans.some((span) => span.start <= start && end <= span.end);
  const left = tokens.filter((token) => figure.test(token.folded) && !inside(token, amounts));
  if (left.length === 0) return [];
  const times = findDates(lexemesOfTokens(text, tokens), anyDay);
  return left.filter((token) => !inside(token, times)).map(({ folded }) => folded);
}

/** Whether one of two lists of figures has all that the other has. */
export function figuresFit(a: readonly string[], b: readonly string[]): boolean {
  return a.every((figure) => b.includes(figure)) || b.every((figure) => a.includes(figure));
}
