import * as v from 'valibot';
import { asClaimId, asEntityId } from '../model/ids.ts';
import { editSchema } from './edit-schema.ts';
import type { BackgroundRequests } from './protocol.ts';
import { count, longestText, nothing, offset, type RequestSchemas } from './shapes.ts';

/** Shapes of everything that arrives at the background in a message. Ids are minted here. */

/** Longest piece of text besides an article: names, queries, sentences. */
const longestPiece = 20_000;

const piece = v.pipe(v.string(), v.maxLength(longestPiece));
const maybePiece = v.nullable(piece);
const entityId = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.transform(asEntityId));
const claimId = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.transform(asClaimId));

const blockKind = v.picklist(['headline', 'standfirst', 'paragraph', 'heading', 'item', 'quote', 'caption', 'cell']);
const block = v.pipe(
  v.object({ kind: blockKind, start: offset, end: offset }),
  v.check(({ start, end }) => start <= end, 'a block that ends before it starts'),
);

const article = v.pipe(
  v.object({
    text: v.pipe(v.string(), v.maxLength(longestText)),
    blocks: v.pipe(v.array(block), v.maxLength(20_000)),
    metadata: v.object({
      url: maybePiece,
      canonicalUrl: maybePiece,
      title: maybePiece,
      publisher: maybePiece,
      authors: v.array(piece),
      publishedAt: maybePiece,
      language: maybePiece,
      country: maybePiece,
    }),
  }),
  v.check(
    ({ text, blocks }) =>
      blocks.every(({ start, end }, at) => end <= text.length && start >= (blocks[at - 1]?.end ?? 0)),
    'blocks that overlap or leave the text',
  ),
);

const span = v.object({ start: offset, end: offset });
const quantity = v.pipe(
  v.object({ value: v.number(), unit: piece, of: piece, span: v.optional(span) }),
  // An absent span stays absent: `undefined` in its place is another type.
  v.transform(({ span: at, ...rest }) => (at === undefined ? rest : { ...rest, span: at })),
);
const occasion = v.object({ url: maybePiece, publisher: maybePiece, publishedAt: maybePiece });
const relation = v.picklist(['repeats', 'supports', 'differs', 'contradicts', 'updates']);

const cardRequest = v.variant('kind', [
  v.object({
    kind: v.literal('figure'),
    entity: v.nullable(entityId),
    candidates: v.array(entityId),
    name: piece,
    occasion,
  }),
  v.object({
    kind: v.literal('claim'),
    text: piece,
    speaker: v.nullable(entityId),
    about: v.array(entityId),
    quantities: v.array(quantity),
    related: v.array(v.object({ claim: claimId, relation })),
    occasion,
  }),
]);

const pack = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
/** Epoch milliseconds. */
const moment = v.pipe(v.number(), v.minValue(0), v.finite());
const feedId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const webAddress = v.pipe(piece, v.regex(/^https?:\/\//iu));
const review = v.object({
  claim: v.pipe(piece, v.minLength(1)),
  claimant: maybePiece,
  claimedAt: maybePiece,
  appearances: v.pipe(v.array(webAddress), v.maxLength(50)),
  rating: v.variant('kind', [
    v.object({ kind: v.literal('words'), words: piece }),
    v.object({
      kind: v.literal('number'),
      value: v.number(),
      best: v.nullable(v.number()),
      worst: v.nullable(v.number()),
    }),
    v.object({ kind: v.literal('none') }),
  ]),
  publisher: maybePiece,
  url: webAddress,
  title: maybePiece,
  publishedAt: maybePiece,
});
const forgetting = v.variant('kind', [
  v.object({ kind: v.literal('page'), urls: v.pipe(v.array(piece), v.minLength(1), v.maxLength(20)) }),
  v.object({ kind: v.literal('site'), host: v.pipe(piece, v.minLength(1)) }),
  v.object({ kind: v.literal('span'), from: moment, to: moment }),
  v.object({ kind: v.literal('all') }),
]);

const key = v.pipe(v.string(), v.minLength(8), v.maxLength(200));

export const backgroundSchemas: RequestSchemas<BackgroundRequests> = {
  viewerFound: nothing,
  focusInEmbed: nothing,
  escapeInEmbed: nothing,
  articleFound: v.object({ by: v.picklist(['head', 'gate', 'reader']) }),
  nameOpening: v.object({ article }),
  analyse: v.object({
    article,
    openedAt: moment,
    reviews: v.pipe(v.array(review), v.maxLength(50)),
    ask: v.nullable(count),
  }),
  card: cardRequest,
  searchStore: v.object({ query: v.pipe(v.string(), v.maxLength(500)) }),
  storeCounts: nothing,
  syncStatus: nothing,
  syncNow: nothing,
  entity: v.object({ id: entityId }),
  picture: v.object({ id: entityId }),
  edit: v.object({ edit: editSchema }),
  lookUp: v.object({ name: v.pipe(v.string(), v.maxLength(300)) }),
  lookUpMeanings: v.object({ title: v.pipe(v.string(), v.maxLength(300)) }),
  keepLookUp: v.object({
    candidate: v.object({
      item: v.nullable(v.pipe(v.string(), v.regex(/^Q\d+$/u))),
      title: maybePiece,
      name: piece,
      description: piece,
      isDisambiguation: v.boolean(),
    }),
    of: v.nullable(entityId),
    name: piece,
  }),
  storeWritten: nothing,
  storeChangedSince: v.object({ at: moment }),
  undo: v.object({ history: v.pipe(v.string(), v.maxLength(200)) }),
  packs: nothing,
  rollBackPack: v.object({ pack }),
  openPackAhead: v.object({ pack, generation: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  removePack: v.object({ pack }),
  discardImport: v.object({ pack }),
  subscribePack: v.object({ pack, url: v.nullable(v.pipe(v.string(), v.maxLength(2_000))) }),
  pageMemory: v.object({ urls: v.pipe(v.array(piece), v.maxLength(20)) }),
  rememberedPages: v.object({ offset, limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)) }),
  reviewFeeds: nothing,
  importReviews: v.object({
    feed: v.object({ id: feedId, title: piece }),
    reviews: v.pipe(v.array(review), v.maxLength(500)),
  }),
  removeReviewFeed: v.object({ id: feedId }),
  forget: v.object({ what: forgetting }),
  frameKey: nothing,
  checkFrameKey: v.object({ key }),
};
