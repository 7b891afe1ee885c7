import type { ClaimSegment } from '../model/claim-segment.ts';
import type { ClaimId } from '../model/ids.ts';
import type { KnownClaims } from '../model/knowledge.ts';

/** What rivals are looked for by: the hashes of a statement, each list ascending. */
export interface RivalQuery {
  readonly stems: Uint32Array;
  readonly grams: Uint32Array;
  readonly entities: Uint32Array;
  /** The hashes of its names, or null where some name is no content word: then any claim may share one. */
  readonly names: Uint32Array | null;
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
  readonly scratch: Uint16Array;
}

export const openPlaces = ({ segments, own, isRemoved }: Omit<RivalPlaces, 'scratch'>): RivalPlaces => ({
  segments,
  own,
  isRemoved,
  scratch: new Uint16Array(Math.max(0, ...segments.map(({ ids }) => ids.length))),
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
/** Of a count: words in common above these bits, their worth below. */
const wordBits = 8;
/** Longer sentences would run over those bits. */
const mostCounted = 100;

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
    const hasQuoted = gathered.quoted.size > 0;
    const amounts = query.hasAmounts ? 1 : 0;
    for (const ordinal of gathered.candidates) {
      const isQuoted = hasQuoted && gathered.quoted.has(ordinal);
      // Amounts on one side alone compare with nothing.
      if (!isQuoted && segment.amounts[ordinal] !== amounts) continue;
      const likeness = likenessIn(segment, query, { ordinal, gathered, least: isQuoted ? 0 : least });
      if (!isQuoted && likeness < least) continue;
      const shares = countShared(query.entities, segment.entities, boundsOf(segment.entityStarts, ordinal)) > 0;
      // Two sentences that name nothing in common may be about anything.
      if (!isQuoted && !shares && !mayShareName(segment, query, ordinal)) continue;
      const [id, json] = [segment.ids[ordinal], segment.statements[ordinal]];
      if (id === undefined || json === undefined || isRemoved(id)) continue;
      if (own.has(segment.articles[segment.articleOf[ordinal] ?? 0] ?? '')) continue;
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
  /** Of each claim what the hashes in common count, and above `wordBits` how many of them are words. */
  readonly counts: Uint16Array;
  /** Those with a run of quoted words in common. */
  readonly quoted: ReadonlySet<number>;
  /** Words that were passed over. */
  readonly skipped: number;
}

interface Gathering {
  readonly counts: Uint16Array;
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
  const quoted = grams.length === 0 ? none : new Set<number>();
  const limit = Math.max(neverTooCommon, segment.ids.length * tooCommon);
  const fewest = Math.max(alwaysRare, segment.ids.length * rare);
  let skipped = 0;
  for (let k = 0; k < stems.length + entities.length; k += 1) {
    const isWord = k < stems.length;
    const at = placeOf(segment, (isWord ? stems[k] : entities[k - stems.length]) ?? 0);
    if (at < 0) continue;
    const start = postingStarts[at] ?? 0;
    const end = postingStarts[at + 1] ?? 0;
    if (end - start > limit || (isWord && end - start > fewest && skipped < spare)) {
      if (isWord) skipped += 1;
      continue;
    }
    const worth = end - start <= fewest ? 2 : 1;
    const more = isWord ? worth + (1 << wordBits) : worth;
    for (let i = start; i < end; i += 1) {
      const ordinal = postings[i] ?? 0;
      const before = counts[ordinal] ?? 0;
      counts[ordinal] = before + more;
      const had = before & worthMask;
      if (had < enough && had + worth >= enough) candidates.push(ordinal);
    }
  }
  for (const key of grams) {
    const at = placeOf(segment, key);
    for (let i = postingStarts[at] ?? 0; at >= 0 && i < (postingStarts[at + 1] ?? 0); i += 1)
      quoted.add(postings[i] ?? 0);
  }
  for (const ordinal of quoted) if (((counts[ordinal] ?? 0) & worthMask) < enough) candidates.push(ordinal);
  return { candidates, counts, quoted, skipped };
}

const none: Set<number> = new Set();
const worthMask = (1 << wordBits) - 1;

interface Counted {
  readonly ordinal: number;
  readonly gathered: Gathered;
  /** Below it the likeness need not be exact. */
  readonly least: number;
}

/** Share of all content words of both that both have, 0 to 1; the words are looked at only where what was counted leaves it open. */
function likenessIn(
  { stems, stemStarts }: ClaimSegment,
  query: RivalQuery,
  { ordinal, gathered, least }: Counted,
): number {
  const bounds = boundsOf(stemStarts, ordinal);
  const theirs = bounds[1] - bounds[0];
  const both = query.stems.length + theirs;
  if (both === 0) return 0;
  if (query.stems.length <= mostCounted) {
    const counted = (gathered.counts[ordinal] ?? 0) >> wordBits;
    const most = Math.min(theirs, query.stems.length, counted + gathered.skipped);
    if (gathered.skipped === 0 || most < least * (both - most)) return most / (both - most);
  }
  const shared = countShared(query.stems, stems, bounds);
  return shared / (both - shared);
}

type Bounds = readonly [start: number, end: number];
const boundsOf = (starts: Uint32Array, at: number): Bounds => [starts[at] ?? 0, starts[at + 1] ?? 0];

const mayShareName = ({ stems, stemStarts }: ClaimSegment, { names }: RivalQuery, ordinal: number): boolean =>
  names === null || countShared(names, stems, boundsOf(stemStarts, ordinal)) > 0;

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

/** Numbers that an ascending list has in common with an ascending stretch of another. */
function countShared(a: Uint32Array, b: Uint32Array, [start, end]: Bounds): number {
  let i = 0;
  let j = start;
  let shared = 0;
  while (i < a.length && j < end) {
    const one = a[i] ?? 0;
    const other = b[j] ?? 0;
    if (one === other) shared += 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return shared;
}
