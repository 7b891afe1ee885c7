import type { ClaimSegment } from '../../model/claim-segment.ts';
import { placeOf } from './segment-layout.ts';

/** Counts for the claims of the largest segment, used over and over. */
export interface Tally {
  /** For each claim the round in which it was counted last, the words in common and what all in common counts. */
  readonly counts: Int32Array;
  /** Counts of another round are none. */
  round: number;
}

/** Room for segments of so many claims at most. */
export const openTally = (claims: number): Tally => ({ counts: new Int32Array(claims), round: 0 });

/** The hashes of a statement, each list ascending. */
export interface StatementKeys {
  readonly stems: Uint32Array;
  readonly grams: Uint32Array;
  readonly entities: Uint32Array;
}

/** Hashes that more claims of a segment have tell too little and would cost too much: a share of it, or so many. */
const tooCommon = 0.005;
const neverTooCommon = 80;
/** Hashes that so few claims have count twice. */
const rare = 0.001;
const alwaysRare = 8;
/** What hashes in common must count for a claim to be looked at: two of which one is rare, or three. */
export const enough = 3;
/** Of a count: its worth in the lowest bits, words in common above them, the round above those. */
const wordBits = 10;
const roundBits = 20;
const lastRound = 2 ** (31 - roundBits) - 1;
/** More hashes than these would run over those bits; no sentence has as many. */
const mostCounted = 500;

export interface Gathered {
  /** Ordinals with enough hashes or a run of quoted words in common, each once. */
  readonly candidates: readonly number[];
  /** Of each candidate what the hashes in common count, and above `wordBits` how many of them are words. */
  readonly counts: Int32Array;
  /** Those with a run of quoted words in common. */
  readonly quoted: ReadonlySet<number>;
  /** Words that were passed over. */
  readonly skipped: number;
}

interface Gathering {
  readonly tally: Tally;
  /** Words that are not rare and may be passed over. */
  readonly spare: number;
}

/** What is counted from here on is counted anew; returns what every count of this round is at least. */
function nextRound(tally: Tally): number {
  if (tally.round === lastRound) {
    tally.counts.fill(0);
    tally.round = 0;
  }
  tally.round += 1;
  return tally.round << roundBits;
}

/** The one loop that sees many claims: it counts, and looks at nothing. */
export function gatherIn(
  segment: ClaimSegment,
  { stems, grams, entities }: StatementKeys,
  { tally, spare }: Gathering,
): Gathered {
  const { postings, index } = segment;
  const { counts } = tally;
  const base = nextRound(tally);
  const candidates: number[] = [];
  const limit = Math.max(neverTooCommon, segment.ids.length * tooCommon);
  const fewest = Math.max(alwaysRare, segment.ids.length * rare);
  const words = Math.min(stems.length, mostCounted);
  const all = Math.min(words + entities.length, mostCounted);
  // "The bridge would open in June" has two words: both are enough.
  const needed = words === 2 ? 2 : enough;
  let skipped = stems.length - words;
  for (let k = 0; k < all; k += 1) {
    const isWord = k < words;
    const at = placeOf(segment, (isWord ? stems[k] : entities[k - words]) ?? 0);
    if (at < 0) continue;
    const start = index[2 * at + 1] ?? 0;
    const end = index[2 * at + 3] ?? 0;
    if (end - start > limit || (isWord && end - start > fewest && skipped < spare)) {
      if (isWord) skipped += 1;
      continue;
    }
    const worth = end - start <= fewest ? 2 : 1;
    const more = isWord ? worth + (1 << wordBits) : worth;
    for (let i = start; i < end; i += 1) {
      const ordinal = postings[i] ?? 0;
      const count = counts[ordinal] ?? 0;
      const before = count < base ? base : count;
      counts[ordinal] = before + more;
      const had = before & worthMask;
      if (had < needed && had + worth >= needed) candidates.push(ordinal);
    }
  }
  return grams.length === 0
    ? { candidates, counts, quoted: none, skipped }
    : withQuoted(segment, grams, { candidates, counts, base, needed, skipped });
}

const none: ReadonlySet<number> = new Set();
const worthMask = (1 << wordBits) - 1;
const wordMask = (1 << (roundBits - wordBits)) - 1;

/** Those too that have a run of quoted words in common. */
function withQuoted(
  segment: ClaimSegment,
  grams: Uint32Array,
  { candidates, counts, base, needed, skipped }: Omit<Gathered, 'quoted'> & Record<'base' | 'needed', number>,
): Gathered {
  const quoted = new Set<number>();
  for (const key of grams) {
    const at = placeOf(segment, key);
    if (at < 0) continue;
    const end = segment.index[2 * at + 3] ?? 0;
    for (let i = segment.index[2 * at + 1] ?? 0; i < end; i += 1) quoted.add(segment.postings[i] ?? 0);
  }
  const more: number[] = [];
  for (const ordinal of quoted) {
    const count = counts[ordinal] ?? 0;
    if (count < base) counts[ordinal] = base;
    if (count < base || (count & worthMask) < needed) more.push(ordinal);
  }
  return { candidates: [...candidates, ...more], counts, quoted, skipped };
}

/** Words that a candidate was counted to have in common. */
export const wordsCounted = ({ counts }: Gathered, ordinal: number): number =>
  ((counts[ordinal] ?? 0) >> wordBits) & wordMask;
