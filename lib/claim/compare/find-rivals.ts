import type { ClaimId } from '../../model/ids.ts';
import type { KnownClaims } from '../../model/knowledge.ts';
import {
  enough,
  type Gathered,
  gatherIn,
  openTally,
  type StatementKeys,
  type Tally,
  wordsCounted,
} from './gather-rivals.ts';
import { type Row, rowAt } from './segment-layout.ts';

/** What rivals are looked for by. */
export interface RivalQuery extends StatementKeys {
  /** The hashes of its names, or null where some name is no content word: then any claim may share one. */
  readonly names: Uint32Array | null;
  readonly mayHaveAmounts: boolean;
  /** The units of its amounts as `unitBits` has them, 0 without amounts; asked for only where a rival is in sight. */
  readonly units: () => number;
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
  readonly tally: Tally;
}

export const openPlaces = ({ segments, own, isRemoved }: Omit<RivalPlaces, 'tally'>): RivalPlaces => ({
  segments,
  own,
  isRemoved,
  tally: openTally(Math.max(0, ...segments.map(({ ids }) => ids.length))),
});

/** No rule of comparison holds where less of all content words is common: with amounts in both, and in neither. */
const leastWithAmounts = 0.18;
const leastWithout = 0.55;
/** What a speaker or subject in common is worth in words, for the order of rivals alone. */
const entityWorth = 0.3;

/**
 * The claims of some segments that a statement may be comparable with, the likeliest first, at most `most`. Costs the
 * postings of the statement's rarer hashes, and a merge of two short lists for each claim that has two of them.
 */
export function findRivals(places: RivalPlaces, query: RivalQuery, most: number): readonly Rival[] {
  const { own, isRemoved } = places;
  const rivals: Rival[] = [];
  const least = query.mayHaveAmounts ? leastWithAmounts : leastWithout;
  // Whoever shares that many words shares enough of the others, whichever of them are passed over.
  const spare = Math.ceil(least * query.stems.length) - enough;
  for (const segment of places.segments) {
    const gathered = gatherIn(segment, query, { tally: places.tally, spare });
    const hasQuoted = gathered.quoted.size > 0;
    for (const ordinal of gathered.candidates) {
      const isQuoted = hasQuoted && gathered.quoted.has(ordinal);
      const row = rowAt(segment.rows, ordinal);
      const { units } = row;
      if (!isQuoted && units !== 0 && !query.mayHaveAmounts) continue;
      const fits = isQuoted ? 0 : units === 0 ? leastWithout : leastWithAmounts;
      const likeness = likenessIn(segment.lists, query, { ordinal, row, gathered, least: fits });
      if (likeness < fits) continue;
      const shares = sharesAny(query.entities, segment.lists, { from: row.entitiesFrom, to: row.entitiesTo });
      // Two sentences that name nothing in common may be about anything.
      if (!isQuoted && !shares && !mayShareName(segment.lists, query, row)) continue;
      if (!isQuoted && !unitsFit(query.units(), units)) continue;
      const [id, json] = [segment.ids[ordinal], segment.statements[ordinal]];
      if (id === undefined || json === undefined || isRemoved(id)) continue;
      if (own.has(segment.articles[row.article] ?? '')) continue;
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

/** Amounts compare with amounts of the same unit, and a claim without any with one without any. */
const unitsFit = (mine: number, theirs: number): boolean => (mine === 0 ? theirs === 0 : (mine & theirs) !== 0);

interface Counted {
  readonly ordinal: number;
  readonly row: Row;
  readonly gathered: Gathered;
  /** Below it the likeness need not be exact. */
  readonly least: number;
}

/** Share of all content words of both that both have, 0 to 1; the words are looked at only where what was counted leaves it open. */
function likenessIn(lists: Uint32Array, query: RivalQuery, { ordinal, row, gathered, least }: Counted): number {
  const theirs = row.entitiesFrom - row.stemsFrom;
  const both = query.stems.length + theirs;
  if (both === 0) return 0;
  const counted = wordsCounted(gathered, ordinal);
  const most = Math.min(theirs, query.stems.length, counted + gathered.skipped);
  if (gathered.skipped === 0 || most < least * (both - most)) return most / (both - most);
  const shared = countShared(query.stems, lists, { from: row.stemsFrom, to: row.entitiesFrom });
  return shared / (both - shared);
}

/** A stretch of a list, half-open. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const mayShareName = (lists: Uint32Array, { names }: RivalQuery, row: Row): boolean =>
  names === null || sharesAny(names, lists, { from: row.stemsFrom, to: row.entitiesFrom });

/** Numbers that an ascending list has in common with an ascending stretch of another. */
function countShared(a: Uint32Array, b: Uint32Array, { from, to }: Stretch): number {
  let i = 0;
  let j = from;
  let shared = 0;
  while (i < a.length && j < to) {
    const one = a[i] ?? 0;
    const other = b[j] ?? 0;
    if (one === other) shared += 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return shared;
}

/** Whether an ascending list, a short one, has a number in common with an ascending stretch of another. */
function sharesAny(a: Uint32Array, b: Uint32Array, { from, to }: Stretch): boolean {
  for (const one of a) for (let j = from; j < to; j += 1) if (b[j] === one) return true;
  return false;
}
