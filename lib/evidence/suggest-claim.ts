import type { EntityBrief } from '../model/card.ts';
import type { ClaimOrigin, ClaimSuggestion } from '../model/claim-draft.ts';
import type { ArticleMetadata } from '../model/article.ts';
import type { ClusterId } from '../model/ids.ts';
import type { Figure, PageClaim, PageReading } from '../model/reading.ts';

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

/** Share of the shorter text's words that the other has too, from 0 to 1. */
const sharedWords = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size === 0 || b.size === 0 ? 0 : [...a].filter((word) => b.has(word)).length / Math.min(a.size, b.size);

/** Selected words and a sentence that have less in common are not the same claim. */
const sameClaim = 0.8;

/** The claim of the page that selected words are of, or null. */
export const claimOf = ({ claims }: PageReading, selected: string): PageClaim | null => {
  const words = wordsIn(selected);
  const best = claims
    .map((claim) => ({ claim, share: sharedWords(words, wordsIn(claim.text)), size: claim.text.length }))
    .filter(({ share }) => share >= sameClaim)
    .toSorted((a, b) => b.share - a.share || b.size - a.size)[0];
  return best?.claim ?? null;
};

const originOf = ({ url, canonicalUrl, title, publisher, authors, publishedAt }: ArticleMetadata): ClaimOrigin => ({
  url: canonicalUrl ?? url,
  title: title ?? canonicalUrl ?? url ?? '',
  publisher,
  authors,
  publishedAt,
});

const briefOf = ({ entity, type, name, description }: Figure): EntityBrief | null =>
  entity === null ? null : { id: entity, type, name, description };

/** Selected words as a claim: in the reader's own selection, with what the page says of the sentence around it. */
export const suggestClaim = (reading: PageReading, selected: string): ClaimSuggestion => {
  const claim = claimOf(reading, selected);
  const { publishedAt } = reading.article;
  const figure = (cluster: ClusterId): Figure | undefined => reading.figures.find((each) => each.cluster === cluster);
  const speaking = claim === null || claim.speaker === null ? undefined : figure(claim.speaker);
  const speaker = speaking === undefined ? null : briefOf(speaking);
  const quotes = (claim?.quotes ?? []).filter((quote) => selected.includes(quote));
  return {
    text: selected,
    kind: claim?.kind ?? 'assertion',
    quote: quotes.length === 0 ? null : quotes.join(' … '),
    speaker,
    speakerName: speaker === null ? (speaking?.name ?? null) : null,
    about: (claim?.about ?? []).flatMap((cluster) => {
      const named = figure(cluster);
      return named === undefined ? [] : (briefOf(named) ?? []);
    }),
    quantities: (claim?.quantities ?? []).map(({ value, unit, of }) => ({ value, unit, of })),
    saidAt: publishedAt?.slice(0, 10) ?? null,
    source: originOf(reading.article),
  };
};
