import type { Span } from '../model/span.ts';
import type { TextDocument } from '../text/document.ts';

/**
 * A capital "The" in mid-sentence belongs to the name behind it ("in The New York Times"); at the start of a sentence
 * nobody can tell, and it stands outside. Names are in order; linear.
 */
export function takeArticles<Name extends Span & { readonly type: string }>(
  { text, tokens }: TextDocument,
  names: readonly Name[],
): Name[] {
  let at = 0;
  return names.map((name) => {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < name.start) at += 1;
    const article = tokens[at - 1];
    const before = tokens[at - 2];
    if (article?.plain !== 'The' || before === undefined || name.type === 'nationality') return name;
    const isInSentence = before.plain === ',' || (before.kind === 'word' && /^\p{Ll}/u.test(before.plain));
    return isInSentence && article.spaceBefore && !text.slice(before.end, article.start).includes('\n')
      ? { ...name, start: article.start }
      : name;
  });
}
