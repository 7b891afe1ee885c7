import type { EntityType } from '../model/entity.ts';
import { withoutTags } from '../model/export-escapes.ts';
import type { Evidence, Party } from './evidence.ts';

type Node = Readonly<Record<string, unknown>>;

const types: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organisation: 'Organization',
  place: 'Place',
  event: 'Event',
  work: 'CreativeWork',
  product: 'Product',
  law: 'Legislation',
  nationality: 'Thing',
  other: 'Thing',
};

/** Without what is not known. */
const known = (node: Node): Node =>
  Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );

const partyNode = ({ name, type, sameAs }: Party): Node => known({ '@type': types[type], name, sameAs });

/** Whoever said it as schema.org lets authors be: a place speaks as its government, and nothing is called a place that speaks. */
const speakerNode = ({ name, type, sameAs }: Party): Node =>
  type === 'person' || type === 'organisation' ? partyNode({ name, type, sameAs }) : { '@type': 'Organization', name };

const addressOf = ({ article }: Evidence): string | null => article.canonicalUrl ?? article.url;

const articleNode = (one: Evidence): Node => {
  const { article, receipt } = one;
  return known({
    '@type': 'Article',
    '@id': addressOf(one),
    url: addressOf(one),
    headline: article.title,
    publisher: article.publisher === null ? null : { '@type': 'Organization', name: article.publisher },
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    datePublished: article.publishedAt,
    inLanguage: article.language,
    identifier: { '@type': 'PropertyValue', propertyID: 'sha256 of the text as read', value: receipt.textHash },
  });
};

function claimNodes(one: Evidence): Node[] {
  const address = addressOf(one);
  const article = address === null ? null : { '@id': address };
  const said = one.speaker === null ? null : speakerNode(one.speaker);
  // Somebody without a name is neither person nor organisation to schema.org.
  const creditText = one.speaker === null ? one.speakerWords : null;
  const claim = known({
    '@type': 'Claim',
    '@id': one.link,
    url: one.link,
    text: one.text,
    author: said,
    creditText,
    about: one.about.map(partyNode),
    appearance: article,
    datePublished: one.article.publishedAt,
    sdDatePublished: one.receipt.readAt,
    position: one.paragraph,
  });
  const quotations = one.quotes.map(({ text, link }) =>
    known({ '@type': 'Quotation', text, url: link, spokenByCharacter: said, creditText, isPartOf: article }),
  );
  const review = known({
    '@type': 'ClaimReview',
    creativeWorkStatus: 'Draft',
    claimReviewed: one.text,
    itemReviewed: one.link === null ? claim : { '@id': one.link },
    reviewRating: { '@type': 'Rating', alternateName: '' },
  });
  return [claim, ...quotations, review];
}

/** schema.org: the articles, each claim with its quotations, and a draft of a review whose rating is left to its author. */
export const toJsonLd = (all: readonly Evidence[]): string => {
  const articles = new Map(all.map((one) => [addressOf(one), articleNode(one)]));
  const graph = [...articles.values(), ...all.flatMap(claimNodes)];
  return `${withoutTags(JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, null, 2))}\n`;
};
