import * as v from 'valibot';
import type { Claim } from '../model/claim.ts';
import { asClusterId } from '../model/ids.ts';
import type { Cluster, Mention } from '../model/mention.ts';
import type { FromFrame, TabRequests } from './protocol.ts';
import { count, nothing, offset, type RequestSchemas } from './shapes.ts';

/**
 * Shapes of what arrives at a page's reader: from the background, from the extension's pages, from its cards. Unions,
 * which the settings have as well: what tells variants apart would be one more kilobyte on each article.
 */

const clusterId = v.pipe(
  v.string(),
  v.check((id) => /^m\d+$/u.test(id)),
  v.transform(asClusterId),
);
const cardSubject = v.union([
  v.object({ kind: v.literal('figure'), cluster: clusterId }),
  v.object({ kind: v.literal('claim'), index: offset }),
]);

/** What the background answers is its own; of its parts, as of its answers, no more than the outline is looked at. */
const list = <Item>() => v.custom<readonly Item[]>(Array.isArray);

export const tabSchemas: RequestSchemas<TabRequests> = {
  analysisPart: v.object({
    ask: count,
    nth: count,
    mentions: list<Mention>(),
    clusters: list<Cluster>(),
    claims: list<Claim>(),
  }),
  pageState: nothing,
  readNow: nothing,
  storeChanged: nothing,
  enterCard: nothing,
  escape: nothing,
  readInFrame: nothing,
  reveal: v.object({ subject: cardSubject, nth: offset }),
  step: v.object({ kind: v.picklist(['figure', 'claim']), to: v.picklist(['next', 'previous']) }),
};

const token = v.pipe(v.number(), v.integer());

/** What a card frame may tell the reader. */
export const fromFrameSchema: v.GenericSchema<unknown, FromFrame> = v.union([
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('size'), token, height: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)) }),
  v.object({ type: v.literal('pointer'), inside: v.boolean() }),
  v.object({ type: v.literal('close') }),
  v.object({ type: v.literal('leave') }),
  v.object({ type: v.literal('pin'), pinned: v.boolean() }),
  v.object({ type: v.literal('drag'), dx: v.number(), dy: v.number() }),
  v.object({ type: v.literal('reveal'), subject: cardSubject, nth: offset }),
  v.object({ type: v.literal('reread') }),
]);
