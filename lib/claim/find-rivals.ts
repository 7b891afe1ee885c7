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

/** Where rivals are looked for; opened once for the claims of a page. */
export interface RivalPlaces extends Pick<KnownClaims, 'segments' | 'own' | 'isRemoved'> {
  /** Room for the largest segment's counts, used over and over. */
  readonly scratch: Uint8Array;
}

export const openPlaces = ({ segments, own, isRemoved }: Omit<RivalPlaces, 'scratch'>): RivalPlaces => ({
  segments,
  own,
  isRemoved,
  scratch: new Uint8Array(Math.max(0, ...segments.map(({ ids }) => ids.length))),
});

/** Hashes that more claims of a segment have tell too little and would cost too much: a share of it, or so many. */
const tooCommon = 0.005;
const neverTooCommon = 80;
/** Hashes that so few claims have count twice. */
const rare = 0.001;
const alwaysRare = 8;
/** What hashes in common must count for a claim to be looked at: two of which one is rare, or three. */
const enough = 3;
/** No rule of comparison holds where less of all content words is common: with amounts in both, and in neither. */
const leastWithAmounts = 0.18;
const leastWithout = 0.55;
/** What a speaker or subject in common is worth in words, for the order of rivals alone. */
const entityWorth = 0.3;

/**
 * The claims of some segments that a statement may be comparable with, the likeliest first, at most `most`. Costs the
 * postings of the statement's rarer hashes, and a merge of two short lists for each claim that has two of them.
 */
export function findRivals(
  { segments, own, isRemoved, scratch }: RivalPlaces,
  query: RivalQuery,
  most: number,
): readonly Rival[] {
  const rivals: Rival[] = [];
  const least = query.hasAmounts ? leastWithAmounts : leastWithout;
  // Whoever shares that many words shares enough of the others, whichever of them are passed over.
  const spare = Math.ceil(least * query.stems.length) - enough;
  for (const segment of segments) {
    const gathered = gatherIn(segment, query, { counts: scratch, spare });
    for (const ordinal of gathered.candidates) {
      const isQuoted = gathered.quoted.has(ordinal);
      // Amounts on one side alone compare with nothing.
      if (!isQuoted && query.hasAmounts !== (segment.amounts[ordinal] === 1)) continue;
      if (!isQuoted && mostLikeness(segment, query, { ordinal, gathered }) < least) continue;
      const likeness = likenessIn(segment, query, ordinal);
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
  /** Ordinals with enough hashes or a run of quoted words in common, each once. */
  readonly candidates: readonly number[];
  /** Of each claim what the hashes in common count. */
  readonly counts: Uint8Array;
  /** Those with a run of quoted words in common. */
  readonly quoted: ReadonlySet<number>;
  /** Hashes that were passed over. */
  readonly skipped: number;
}

interface Gathering {
  readonly counts: Uint8Array;
  /** Words that are not rare and may be passed over. */
  readonly spare: number;
}

/** The one loop that sees many claims: it counts, and looks at nothing. */
function gatherIn(
  segment: ClaimSegment,
  { stems, grams, entities }: RivalQuery,
  { counts, spare }: Gathering,
): Gathered {
  const { postings, postingStarts } = segment;
  counts.fill(0, 0, segment.ids.length);
  const candidates: number[] = [];
  const quoted = new Set<number>();
  const limit = Math.max(neverTooCommon, segment.ids.length * tooCommon);
  const fewest = Math.max(alwaysRare, segment.ids.length * rare);
  let skipped = 0;
  for (const keys of [stems, entities])
    for (const key of keys) {
      const at = placeOf(segment, key);
      if (at < 0) continue;
      const [start, end] = [postingStarts[at] ?? 0, postingStarts[at + 1] ?? 0];
      if (end - start > limit || (keys === stems && end - start > fewest && skipped < spare)) {
        skipped += 1;
        continue;
      }
      const worth = end - start <= fewest ? 2 : 1;
      for (let i = start; i < end; i += 1) {
        const ordinal = postings[i] ?? 0;
        const before = counts[ordinal] ?? 0;
        counts[ordinal] = before + worth;
        if (before < enough && before + worth >= enough) candidates.push(ordinal);
      }
    }
  for (const key of grams) {
    const at = placeOf(segment, key);
    for (let i = postingStarts[at] ?? 0; at >= 0 && i < (postingStarts[at + 1] ?? 0); i += 1)
      quoted.add(postings[i] ?? 0);
  }
  for (const ordinal of quoted) if ((counts[ordinal] ?? 0) < enough) candidates.push(ordinal);
  return { candidates, counts, quoted, skipped };
}

interface Counted {
  readonly ordinal: number;
  readonly gathered: Gathered;
}

/** What the likeness can be at most, without a look at the claim's words. */
function mostLikeness({ stemStarts }: ClaimSegment, { stems }: RivalQuery, { ordinal, gathered }: Counted): number {
  const theirs = (stemStarts[ordinal + 1] ?? 0) - (stemStarts[ordinal] ?? 0);
  const shared = Math.min(theirs, stems.length, (gathered.counts[ordinal] ?? 0) + gathered.skipped);
  const all = stems.length + theirs - shared;
  return all === 0 ? 0 : shared / all;
}

/** Where a hash stands among the segment's, or -1. Hashes lie evenly, so that it is sought near where it must be. */
function placeOf({ keys }: ClaimSegment, key: number): number {
  const { length } = keys;
  const guess = Math.floor((key / 2 ** 32) * length);
  let step = 16;
  let low = guess;
  while (low > 0 && (keys[low] ?? 0) > key) {
    low = Math.max(0, low - step);
    step *= 2;
  }
  step = 16;
  let high = guess;
  while (high < length && (keys[high] ?? 0) < key) {
    high = Math.min(length, high + step);
    step *= 2;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? low : -1;
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
