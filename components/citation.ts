import { passageLink } from '../lib/evidence/text-fragment.ts';
import type { ArticleMetadata } from '../lib/model/article.ts';
import type { PageClaim } from '../lib/model/reading.ts';
import { words } from '../lib/i18n/words.ts';
import { plainDate } from './dates.ts';

/** Below this share of its sentence a quotation is a word or two, which say little without the rest. */
const telling = 0.4;

/** The quoted passages where they can stand alone; none where the sentence has to be read whole. */
export const standAlone = ({ quotes, text }: Pick<PageClaim, 'text' | 'quotes'>): readonly string[] =>
  quotes.join('').length >= telling * text.length ? quotes : [];

/** A passage in marks, a mark that begins one, or any other; straight marks begin one where no word ends. */
const marks = /“([^“”]*)”|(“|(?<![\p{L}\p{N}])"(?=\S))|[”"]/gu;

/** A quotation within one, where no apostrophe could be meant. */
const innermost = /‘([^‘’]*)’(?!\p{L})/gu;

/** The words themselves in quotation marks; marks inside them turn single, and those within these double again. */
export const exactWords = (claim: Pick<PageClaim, 'text' | 'quotes'>): string => {
  const quotes = standAlone(claim);
  const said = quotes.length > 0 ? quotes.join(' … ') : claim.text;
  const within = said.trim().replaceAll(marks, (_, passage?: string, opening?: string) => {
    if (passage !== undefined) return `‘${passage.replaceAll(innermost, '“$1”')}’`;
    return opening === undefined ? '’' : '‘';
  });
  return `“${within}”`;
};

/**
 * “exact words” — speaker, title, publisher, date, address; what is not known is left out. A sentence that is not the
 * speaker's own words is the outlet's, which stands before it then.
 */
export const citationText = (
  claim: Pick<PageClaim, 'text' | 'quotes'>,
  speaker: string | null,
  article: ArticleMetadata,
): string => {
  const isOutlets = standAlone(claim).length === 0;
  const reporting = isOutlets && speaker !== null ? words.evidence.reporting({ speaker }) : null;
  const parts = [
    ...(isOutlets ? [article.publisher, reporting, article.title] : [speaker, article.title, article.publisher]),
    article.publishedAt === null ? null : plainDate(article.publishedAt),
    passageLink(article.canonicalUrl ?? article.url, standAlone(claim)[0] ?? claim.text),
  ].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? exactWords(claim) : `${exactWords(claim)} — ${parts.join(', ')}`;
};
