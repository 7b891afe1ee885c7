import type { ArticleMetadata } from '../lib/model/article.ts';
import type { PageClaim } from '../lib/model/reading.ts';
import { dateWords } from './dates.ts';
import { safeLink } from './links.ts';

/** Above this many words a text fragment names the first and last words only: addresses stay short enough to paste. */
const wholeUpTo = 12;
const wordsAtEachEnd = 5;

/** `-`, `,` and `&` have a meaning of their own in a text directive; half a character cannot be encoded at all. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('-', '%2D');

/** The address with a text fragment that leads to the passage; null where the address is none that can be opened. */
export const passageLink = (address: string | null, passage: string): string | null => {
  const link = safeLink(address);
  if (link === null) return null;
  const words = passage.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return link;
  const ends =
    words.length <= wholeUpTo
      ? [words.join(' ')]
      : [words.slice(0, wordsAtEachEnd).join(' '), words.slice(-wordsAtEachEnd).join(' ')];
  const [base = link, hash = ''] = link.split('#', 2);
  return `${base}#${hash.split(':~:')[0] ?? ''}:~:text=${ends.map(encode).join(',')}`;
};

/** Below this share of its sentence a quotation is a word or two, which say little without the rest. */
const telling = 0.4;

/** The quoted passages where they can stand alone; none where the sentence has to be read whole. */
export const standAlone = ({ quotes, text }: Pick<PageClaim, 'text' | 'quotes'>): readonly string[] =>
  quotes.join('').length >= telling * text.length ? quotes : [];

/** The words themselves in quotation marks; marks inside them turn single. */
export const exactWords = (claim: Pick<PageClaim, 'text' | 'quotes'>): string => {
  const quotes = standAlone(claim);
  const said = quotes.length > 0 ? quotes.join(' … ') : claim.text;
  return `“${said.trim().replaceAll('“', '‘').replaceAll('”', '’').replaceAll('"', '’')}”`;
};

/** “exact words” — speaker, title, publisher, date, address; what is not known is left out. */
export const citationText = (
  claim: Pick<PageClaim, 'text' | 'quotes'>,
  speaker: string | null,
  article: ArticleMetadata,
): string => {
  const parts = [
    speaker,
    article.title,
    article.publisher,
    article.publishedAt === null ? null : dateWords(article.publishedAt),
    passageLink(article.canonicalUrl ?? article.url, standAlone(claim)[0] ?? claim.text),
  ].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? exactWords(claim) : `${exactWords(claim)} — ${parts.join(', ')}`;
};
