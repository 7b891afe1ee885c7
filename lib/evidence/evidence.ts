import type { ArticleMetadata } from '../model/article.ts';
import type { ClaimKind, Quantity } from '../model/claim.ts';
import type { EntityType } from '../model/entity.ts';
import type { ClusterId } from '../model/ids.ts';
import type { PageClaim, PageReading, ReadingReceipt } from '../model/reading.ts';
import { passageLink } from './text-fragment.ts';

/** Somebody or something that a claim names. */
export interface Party {
  readonly name: string;
  readonly type: EntityType;
  /** Address of the Wikidata item, where it is known for certain. */
  readonly sameAs: string | null;
}

/** A claim with everything that lets another person find and check it. */
export interface Evidence {
  readonly kind: ClaimKind;
  /** The whole sentence, as on the page. */
  readonly text: string;
  /** The words in quotation marks, as on the page, each with a link to it. */
  readonly quotes: readonly { readonly text: string; readonly link: string | null }[];
  readonly speaker: Party | null;
  /** Words that name an unnamed source, as on the page. */
  readonly speakerWords: string | null;
  readonly about: readonly Party[];
  readonly quantities: readonly Quantity[];
  /** Counts from 1. */
  readonly paragraph: number;
  /** Leads to the sentence on the page. */
  readonly link: string | null;
  readonly article: ArticleMetadata;
  readonly receipt: ReadingReceipt;
}

const partyOf = (reading: PageReading, cluster: ClusterId): readonly Party[] => {
  const figure = reading.figures.find((each) => each.cluster === cluster);
  if (figure === undefined) return [];
  const item = /^wd:(Q\d+)$/u.exec(figure.entity ?? '')?.[1];
  const sameAs = item === undefined ? null : `http://www.wikidata.org/entity/${item}`;
  return [{ name: figure.name, type: figure.type, sameAs }];
};

export const toEvidence = (claim: PageClaim, reading: PageReading): Evidence => {
  const { article, receipt } = reading;
  const address = article.canonicalUrl ?? article.url;
  return {
    kind: claim.kind,
    text: claim.text,
    quotes: claim.quotes.map((text) => ({ text, link: passageLink(address, text) })),
    speaker: claim.speaker === null ? null : (partyOf(reading, claim.speaker)[0] ?? null),
    speakerWords: claim.speakerWords,
    about: claim.about.flatMap((cluster) => partyOf(reading, cluster)),
    quantities: claim.quantities,
    paragraph: claim.paragraph,
    link: passageLink(address, claim.text),
    article,
    receipt,
  };
};

export const exportFormats = ['markdown', 'csv', 'json-ld'] as const;
export type ExportFormat = (typeof exportFormats)[number];
