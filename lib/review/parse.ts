import type { ClaimReview, ReviewRating } from '../model/review.ts';
import { isNode, nodesIn, type SchemaNode, typesOf, valuesOf } from './node.ts';

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

const isReview = (node: SchemaNode): boolean =>
  typesOf(node).includes('ClaimReview') || (typesOf(node).length === 0 && valuesOf(node, 'claimReviewed').length > 0);

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
    appearances: items.flatMap((item) => appearancesOf(item, around)),
    rating: ratingOf(node, around),
    publisher: firstText(node, ['author', 'publisher', 'creator', 'sourceOrganization'], around) ?? place.publisher,
    url,
    title: firstText(node, ['headline', 'name'], around) ?? place.title,
    publishedAt: dateOf(node, ['datePublished', 'dateCreated', 'dateModified'], around),
  };
  return { review, claimants: items.flatMap((item) => nodesOf(item, 'author', around)) };
}

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

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ' };
const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/giu;

/** Without tags and entities, which structured data should not have and often has; null where nothing is left. */
export function plain(text: string): string | null {
  const decoded = text.replace(entity, (whole, hex: string, digits: string, name: string) => {
    const code = hex ? Number.parseInt(hex, 16) : digits ? Number(digits) : 0;
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    return entities[name?.toLowerCase()] ?? whole;
  });
  const words = decoded
    .replace(/<\/?[a-z][^<>]*>/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[“"](?<inside>[^“”"]*)[”"]$/u, '$<inside>');
  return words === '' ? null : words;
}

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

/** The day as written, or as the words of a date mean it. */
function dateOf(node: SchemaNode, properties: readonly string[], around: Surroundings): string | null {
  const text = firstText(node, properties, around);
  if (text === null) return null;
  const iso = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?/u.exec(text)?.[0];
  if (iso !== undefined) return isMoment(iso) ? iso : null;
  const moment = Date.parse(`${text} UTC`);
  return Number.isNaN(moment) ? null : new Date(moment).toISOString().slice(0, 10);
}

/** Engines take 30 February for a day in March. */
function isMoment(iso: string): boolean {
  const day = new Date(iso.slice(0, 10));
  return !Number.isNaN(Date.parse(iso)) && day.toISOString().startsWith(iso.slice(0, 10));
}

function ratingOf(node: SchemaNode, around: Surroundings): ReviewRating {
  const ratings = nodesOf(node, 'reviewRating', around);
  const words =
    ratings
      .map((rating) => firstText(rating, ['alternateName', 'name', 'ratingExplanation', 'description'], around))
      .find((text) => text !== null) ?? textsOf(node, 'reviewRating', around)[0];
  if (words !== undefined && Number.isNaN(Number(words)))
    return { kind: 'words', words: words.slice(0, longestRating) };
  const [rating] = ratings;
  const written = rating === undefined ? words : firstText(rating, ['ratingValue'], around);
  // "False" in the place of the number is a word all the same.
  if (written !== null && written !== undefined && Number.isNaN(Number(written)))
    return { kind: 'words', words: written.slice(0, longestRating) };
  const number = (property: string): number | null => {
    const text = rating === undefined ? null : firstText(rating, [property], around);
    return text === null || Number.isNaN(Number(text)) ? null : Number(text);
  };
  const value = number('ratingValue');
  // Data Commons writes −1 for a scale that the reviewer does not have.
  if (value === null || value < 0) return { kind: 'none' };
  return { kind: 'number', value, best: number('bestRating'), worst: number('worstRating') };
}
