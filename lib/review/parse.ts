import type { ClaimReview, ReviewRating } from '../model/review.ts';
import { readDay } from './day.ts';
import { isNode, nodesIn, type SchemaNode, typesOf, valuesOf } from './node.ts';
import { plain } from './plain.ts';

/** Where nodes were found: what they leave out. */
export interface ReviewPlace {
  /** The page; relative addresses are resolved against it. Null for a feed. */
  readonly url: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
}

const nowhere: ReviewPlace = { url: null, publisher: null, title: null };
/** UTF-16 units; what is longer is no claim but an article that ended up in the wrong field. */
const longestClaim = 2_000;
const longestRating = 600;
/** Addresses of where a claim was made; a claim with more is a rumour without a place. */
const mostAppearances = 50;

/** Every review in a piece of schema.org, odd ones too; one without a claim or an address of its article is left out. */
export const parseReviews = (value: unknown, place: ReviewPlace = nowhere): ClaimReview[] =>
  readReviews(value, place).reviews.map(({ review }) => review);

/** A review with what is said of who made the claim. */
export interface ReadReview {
  readonly review: ClaimReview;
  readonly claimants: readonly SchemaNode[];
}

/** The same, and how many there are that say too little. */
export function readReviews(
  value: unknown,
  place: ReviewPlace = nowhere,
): { readonly reviews: readonly ReadReview[]; readonly incomplete: number } {
  const nodes = nodesIn(value);
  const byId = new Map<unknown, SchemaNode>();
  for (const node of nodes) {
    const id = node['@id'];
    const known = byId.get(id);
    if (id !== undefined && (known === undefined || Object.keys(node).length > Object.keys(known).length))
      byId.set(id, node);
  }
  const given = nodes.filter(isReview);
  const found = given.flatMap((node) => toReview(node, { place, byId }) ?? []);
  const reviews = new Map(found.map((one) => [`${one.review.url}\n${one.review.claim}`, one]));
  return { reviews: [...reviews.values()], incomplete: given.length - found.length };
}

/** Of the type, however it is written, or a review of a claim; without any type by its claim. */
function isReview(node: SchemaNode): boolean {
  const types = typesOf(node).map((type) => type.toLowerCase());
  if (types.includes('claimreview')) return true;
  if (types.length === 0) return valuesOf(node, 'claimReviewed').length > 0;
  return (
    types.includes('review') &&
    valuesOf(node, 'itemReviewed').some((item) => isNode(item) && typesOf(item).includes('Claim'))
  );
}

interface Surroundings {
  readonly place: ReviewPlace;
  readonly byId: ReadonlyMap<unknown, SchemaNode>;
}

function toReview(given: SchemaNode, around: Surroundings): ReadReview | null {
  const { place } = around;
  const node = resolve(given, around);
  const items = nodesOf(node, 'itemReviewed', around);
  const claim =
    firstText(node, ['claimReviewed'], around) ??
    items
      .map((item) => firstText(item, ['claimReviewed', 'text', 'name', 'headline', 'description'], around))
      .find(Boolean) ??
    textsOf(node, 'itemReviewed', around)[0] ??
    null;
  const url = addressOf(node, ['url', 'mainEntityOfPage', '@id'], around) ?? place.url;
  if (claim === null || url === null || claim.length > longestClaim) return null;
  const claimants = items.flatMap((item) => [
    ...textsOf(item, 'author', around),
    ...textsOf(item, 'creator', around),
    ...textsOf(item, 'spokenByCharacter', around),
  ]);
  const review: ClaimReview = {
    claim,
    claimant: claimants.length === 0 ? null : [...new Set(claimants)].join(', '),
    claimedAt: items.map((item) => dateOf(item, ['datePublished', 'dateCreated'], around)).find(Boolean) ?? null,
    // The review itself is none of the places where the claim was made.
    appearances: items
      .flatMap((item) => appearancesOf(item, around))
      .filter((address) => address !== url)
      .slice(0, mostAppearances),
    rating: ratingOf(node, around),
    publisher: firstText(node, reviewers(node, around), around) ?? place.publisher,
    url,
    title: firstText(node, ['headline', 'name'], around) ?? place.title,
    publishedAt: dateOf(node, ['datePublished', 'dateCreated', 'dateModified'], around),
  };
  return { review, claimants: items.flatMap((item) => nodesOf(item, 'author', around)) };
}

/** Properties that name who reviewed, the house before a person who wrote for it. */
const reviewers = (node: SchemaNode, around: Surroundings): readonly string[] =>
  nodesOf(node, 'author', around).some((author) => typesOf(author).includes('Person'))
    ? ['publisher', 'sourceOrganization', 'author', 'creator']
    : ['author', 'publisher', 'creator', 'sourceOrganization'];

/** A mere reference (`{"@id": …}`) as the node that it means. */
const resolve = (node: SchemaNode, { byId }: Surroundings): SchemaNode =>
  Object.keys(node).every((key) => key === '@id' || key === '@type') ? (byId.get(node['@id']) ?? node) : node;

const nodesOf = (node: SchemaNode, property: string, around: Surroundings): SchemaNode[] =>
  valuesOf(node, property)
    .filter(isNode)
    .map((value) => resolve(value, around));

/** Texts of a property; of a node its value, its name or its address. */
function textsOf(node: SchemaNode, property: string, around: Surroundings): string[] {
  return valuesOf(node, property).flatMap((value) => {
    if (typeof value === 'string' || typeof value === 'number') return plain(String(value)) ?? [];
    if (!isNode(value)) return [];
    const inner = resolve(value, around);
    for (const key of ['@value', 'name', 'alternateName', 'text', 'legalName']) {
      const [text] = valuesOf(inner, key).flatMap((each) => (typeof each === 'string' ? (plain(each) ?? []) : []));
      if (text !== undefined) return text;
    }
    return [];
  });
}

const firstText = (node: SchemaNode, properties: readonly string[], around: Surroundings): string | null =>
  properties.map((property) => textsOf(node, property, around)[0]).find((text) => text !== undefined) ?? null;

function addressOf(node: SchemaNode, properties: readonly string[], { place }: Surroundings): string | null {
  for (const property of properties)
    for (const value of property === '@id' ? [node['@id']] : valuesOf(node, property)) {
      const text = isNode(value) ? (value['@id'] ?? value['url']) : value;
      const address = typeof text === 'string' ? toAddress(text, place.url) : null;
      if (address !== null) return address;
    }
  return null;
}

function toAddress(text: string, base: string | null): string | null {
  const trimmed = text.trim();
  // A bare fragment names a node, not a page.
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('_:')) return null;
  const parsed = URL.parse(trimmed, base ?? undefined);
  return parsed !== null && /^https?:$/u.test(parsed.protocol) ? parsed.href : null;
}

const appearancesOf = (item: SchemaNode, around: Surroundings): string[] => [
  ...new Set(
    ['appearance', 'firstAppearance', 'url', 'sameAs'].flatMap((property) =>
      valuesOf(item, property).flatMap((value) =>
        isNode(value)
          ? (addressOf(resolve(value, around), ['url', '@id'], around) ?? [])
          : typeof value === 'string'
            ? (toAddress(value, around.place.url) ?? [])
            : [],
      ),
    ),
  ),
];

function dateOf(node: SchemaNode, properties: readonly string[], around: Surroundings): string | null {
  const text = firstText(node, properties, around);
  return text === null ? null : readDay(text);
}

function ratingOf(node: SchemaNode, around: Surroundings): ReviewRating {
  const ratings = nodesOf(node, 'reviewRating', around);
  const words =
    ratings
      .map((rating) => firstText(rating, ['alternateName', 'name', 'ratingExplanation', 'description'], around))
      .find((text) => text !== null) ?? textsOf(node, 'reviewRating', around)[0];
  if (words !== undefined && numberIn(words) === null) return { kind: 'words', words: words.slice(0, longestRating) };
  const [rating] = ratings;
  const written = rating === undefined ? words : firstText(rating, ['ratingValue'], around);
  // "False" in the place of the number is a word all the same.
  if (written !== null && written !== undefined && numberIn(written) === null)
    return { kind: 'words', words: written.slice(0, longestRating) };
  const number = (property: string): number | null => {
    const text = rating === undefined ? null : firstText(rating, [property], around);
    return text === null ? null : numberIn(text);
  };
  const [value, best, worst] = [number('ratingValue'), number('bestRating'), number('worstRating')];
  // Data Commons writes −1 for a scale that the reviewer does not have, others one without a length.
  if (value === null || value < 0 || (best !== null && best === worst)) return { kind: 'none' };
  return { kind: 'number', value, best, worst };
}

/** "1.5", "1,5"; null for anything else. */
function numberIn(text: string): number | null {
  const value = Number(text.replace(/^(\d+),(\d+)$/u, '$1.$2'));
  return Number.isNaN(value) ? null : value;
}
