import { idOfNode, typeOfNode } from './read-jsonld.ts';
import { InputFault, objectsOf } from './lines.ts';
import { hashOf, type PackRecord, type Reader, toRecord } from './records.ts';

type Node = Readonly<Record<string, unknown>>;

const node = (value: unknown): Node => {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  return typeof first === 'object' && first !== null ? (first as Node) : {};
};
const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
const moment = (value: unknown): string | null => /^\d{4}-\d{2}-\d{2}/u.exec(text(value) ?? '')?.[0] ?? null;

/**
 * Fact-checks as schema.org's ClaimReview: a feed (`dataFeedElement`), a list, a `@graph` or JSON Lines. The rating is
 * kept in the fact-checker's own words; who made the claim is an entity only where the feed says which.
 */
export const readClaimReviews: Reader = async function* (file, options) {
  let left = 0;
  const known = new Set<string>();
  const fresh = (id: string): boolean => !known.has(id) && known.add(id).size > 0;
  for await (const { value, line } of objectsOf(file))
    for (const review of reviewsIn(value)) {
      const records = recordsOf(review, options.owner);
      if (records === null) left += 1;
      else
        for (const { kind, record } of records)
          if (kind === 'review' || fresh(record.id)) yield toRecord(kind, record, { file, line });
    }
  if (known.size === 0) throw new InputFault(file, null, 'holds no ClaimReview with claimReviewed, url and a rating');
  if (left > 0)
    options.say(`${file}: ${left.toLocaleString('en')} reviews without a claim, address or rating are left out`);
};

function reviewsIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(reviewsIn);
  if (typeof value !== 'object' || value === null) return [];
  const found = value as Node;
  if ([found['@type']].flat().includes('ClaimReview')) return [found];
  return [found['dataFeedElement'], found['@graph'], found['item'], found['itemListElement']].flatMap(reviewsIn);
}

type Draft = { readonly kind: PackRecord['kind']; readonly record: { readonly id: string } };

function recordsOf(review: Node, owner: string): Draft[] | null {
  const claimed = text(review['claimReviewed']);
  const url = text(review['url']);
  const rating = ratingOf(node(review['reviewRating']));
  if (claimed === null || url === null || rating === null || !/^https?:\/\//iu.test(url)) return null;
  const item = node(review['itemReviewed']);
  const speaker = node(item['author']);
  const speakerName = text(speaker['name']);
  const speakerId = speakerName !== null && typeOfNode(speaker) !== null ? idOfNode(speaker, owner) : null;
  const isKnown = speakerId?.startsWith('wd:') === true;
  const source = `${owner}:s-${hashOf(url)}`;
  const claim = `${owner}:c-${hashOf(`${claimed}\n${speakerName ?? ''}`)}`;
  return [
    {
      kind: 'source',
      record: {
        id: source,
        url,
        title: text(review['name']) ?? text(review['headline']) ?? claimed.slice(0, 300),
        publisher: text(node(review['author'])['name']),
        authors: [],
        publishedAt: moment(review['datePublished']),
      } as { readonly id: string },
    },
    {
      kind: 'claim',
      record: {
        id: claim,
        text: claimed.slice(0, 4_000),
        kind: 'assertion',
        speaker: isKnown ? speakerId : null,
        ...(speakerName === null ? {} : { speakerName: speakerName.slice(0, 300) }),
        about: [],
        quantities: [],
        saidAt: moment(item['datePublished']),
        source,
      } as { readonly id: string },
    },
    {
      kind: 'review',
      record: { id: `${owner}:r-${hashOf(`${url}\n${claimed}`)}`, claim, rating, source } as { readonly id: string },
    },
  ];
}

/** In words where there are any, else "2 of 5". */
function ratingOf(rating: Node): string | null {
  const words = text(rating['alternateName']) ?? text(rating['name']) ?? text(rating['ratingExplanation']);
  if (words !== null) return words.slice(0, 300);
  const value = rating['ratingValue'];
  const best = rating['bestRating'];
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return typeof best === 'string' || typeof best === 'number' ? `${value} of ${best}` : String(value);
}
