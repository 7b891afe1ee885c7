import type { ClaimSegment } from '../model/claim-segment.ts';
import type { ClaimId } from '../model/ids.ts';
import type { KnownClaims } from '../model/knowledge.ts';
import { listAt } from './segment.ts';

/** What rivals are looked for by: the hashes of a statement, each list ascending. */
export interface RivalQuery {
  readonly stems: Uint32Array;
  readonly grams: Uint32Array;
  readonly entities: Uint32Array;
  readonly hasAmounts: boolean;
}

/** A stored claim that may say something on the same. */
export interface Rival {
  readonly id: ClaimId;
  /** What is compared, packed. */
  readonly json: string;
  /** Larger is likelier; only an order. */
  readonly likeness: number;
  /** Has a speaker, a subject or a run of quoted words in common. */
  readonly isAnchored: boolean;
}

/** Hashes that more claims of a segment have tell too little and would cost too much: a share of it, or so many. */
const tooCommon = 0.01;
const neverTooCommon = 200;
/** Hashes in common from which a claim is looked at. */
const enough = 2;
/** No rule of comparison holds where less of all content words is common, with amounts in both and without. */
const leastWithAmounts = 0.18;
const leastWithout = 0.45;
/** What a speaker or subject in common is worth in words, for the order of rivals alone. */
const entityWorth = 0.3;

/**
 * The claims of some segments that a statement may be comparable with, the likeliest first, at most `most`. Costs the
 * postings of the statement's rarer hashes, and a merge of two short lists for each claim that has two of them.
 */
export function findRivals(
  { segments, own, isRemoved }: Pick<KnownClaims, 'segments' | 'own' | 'isRemoved'>,
  query: RivalQuery,
  most: number,
): readonly Rival[] {
  const rivals: Rival[] = [];
  for (const segment of segments) {
    const { touched, counts, quoted } = gatherIn(segment, query);
    for (const ordinal of touched) {
      const isQuoted = quoted.has(ordinal);
      if ((counts[ordinal] ?? 0) < enough && !isQuoted) continue;
      const likeness = likenessIn(segment, query, ordinal);
      const least = query.hasAmounts && segment.amounts[ordinal] === 1 ? leastWithAmounts : leastWithout;
      if (!isQuoted && likeness < least) continue;
      const [id, json] = [segment.ids[ordinal], segment.statements[ordinal]];
      if (id === undefined || json === undefined || isRemoved(id)) continue;
      if (own.has(segment.articles[segment.articleOf[ordinal] ?? 0] ?? '')) continue;
      const shares = countShared(query.entities, listAt(segment.entities, segment.entityStarts, ordinal)) > 0;
      rivals.push({
        id,
        json,
        likeness: likeness + (isQuoted ? 1 : 0) + (shares ? entityWorth : 0),
        isAnchored: isQuoted || shares,
      });
    }
  }
  return rivals.sort((a, b) => b.likeness - a.likeness).slice(0, most);
}

interface Gathered {
  /** Ordinals with a hash in common, each once. */
  readonly touched: readonly number[];
  /** How many of the rarer hashes each claim has in common. */
  readonly counts: Uint8Array;
  /** Those with a run of quoted words in common. */
  readonly quoted: ReadonlySet<number>;
}

function gatherIn(segment: ClaimSegment, { stems, grams, entities }: RivalQuery): Gathered {
  const counts = new Uint8Array(segment.ids.length);
  const touched: number[] = [];
  const quoted = new Set<number>();
  const touch = (ordinal: number): void => {
    const count = counts[ordinal] ?? 0;
    if (count === 0) touched.push(ordinal);
    counts[ordinal] = Math.min(255, count + 1);
  };
  const limit = Math.max(neverTooCommon, segment.ids.length * tooCommon);
  for (const keys of [stems, entities])
    for (const key of keys) {
      const postings = postingsOf(segment, key);
      if (postings.length <= limit) for (const ordinal of postings) touch(ordinal);
    }
  for (const key of grams)
    for (const ordinal of postingsOf(segment, key)) {
      touch(ordinal);
      quoted.add(ordinal);
    }
  return { touched, counts, quoted };
}

function postingsOf({ keys, postingStarts, postings }: ClaimSegment, key: number): Uint32Array {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? listAt(postings, postingStarts, low) : postings.subarray(0, 0);
}

/** Share of all content words of both that both have, 0 to 1. */
function likenessIn({ stems, stemStarts }: ClaimSegment, query: RivalQuery, ordinal: number): number {
  const theirs = listAt(stems, stemStarts, ordinal);
  const shared = countShared(query.stems, theirs);
  const all = query.stems.length + theirs.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** Numbers that two ascending lists have in common. */
function countShared(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i] ?? 0, b[j] ?? 0];
    if (one === other) shared += 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return shared;
}
