import type { EntityType } from '../model/entity.ts';
import type { KnownName, NameCandidate } from '../model/knowledge.ts';
import { overlaps } from '../model/span.ts';
import { type BareHit, isTitle } from './bare-hits.ts';
import type { NameSpan } from './name-span.ts';

/** A name with the entities of the store that its very words may stand for (none where the store does not know it). */
export interface CandidateName extends NameSpan {
  readonly candidates: readonly NameCandidate[];
  /** A place's name that stands for a team which is called by it. */
  readonly isTeam?: true;
  /** What parts it from other mentions of the same words ("Georgia" the state, "Georgia" the country). */
  readonly apart?: string;
}

/** What kind of thing it stands for, whatever its words are the name of. */
export const meantType = ({ type, isTeam }: CandidateName): EntityType => (isTeam === true ? 'organisation' : type);

/** A name that only the store knows. */
const storeOnlyConfidence = 0.75;
/** A name of which the tagger is surer than this does not give way to a longer one of the store. */
const firm = 0.8;

/**
 * Joins what the tagger found with what the gazetteer found, both in order and without overlaps within themselves.
 *
 * The tagger has seen the gazetteer's hits as evidence and has the last word: where it is silent, one word is no name
 * (of the store's one-word names that it passed over on held-out texts one in five was right: "May", "House", "Man"),
 * unless the reader put it into the store by hand. Several words are.
 */
export function combineNames(text: string, tagged: readonly NameSpan[], known: readonly BareHit[]): CandidateName[] {
  const names: CandidateName[] = [];
  const given = new Map<NameSpan, readonly NameCandidate[]>();
  const displaced = new Set<NameSpan>();
  let next = 0;
  for (const hit of known) {
    while (next < tagged.length && (tagged[next]?.end ?? 0) <= hit.start) next += 1;
    const rivals: NameSpan[] = [];
    for (let i = next; i < tagged.length; i += 1) {
      const rival = tagged[i];
      if (rival === undefined || rival.start >= hit.end) break;
      if (overlaps(rival, hit)) rivals.push(rival);
    }
    const same = rivals.find((rival) => isSame(text, rival, hit));
    if (same !== undefined)
      given.set(
        same,
        hit.candidates.filter((one) => !isPaperOf(same, one)),
      );
    else if (rivals.length === 0 ? standsAlone(text, hit) : yields(text, rivals, hit)) {
      names.push(fromStore(hit));
      for (const rival of rivals) displaced.add(rival);
    } else if (rivals[0]?.type === 'organisation' && isFullerForm(text, hit, rivals[0])) {
      // "UN nuclear watchdog": another body than the one whose name it begins with.
      names.push(fromStore(hit));
      displaced.add(rivals[0]);
    } else for (const rival of rivals) if (isFullerForm(text, hit, rival)) given.set(rival, hit.candidates);
  }
  for (const span of tagged) if (!displaced.has(span)) names.push({ ...span, candidates: given.get(span) ?? [] });
  return names.sort((a, b) => a.start - b.start);
}

/**
 * "King Charles", "The Associated Press", "Alphabet Inc.": the store's name is the same with or without what stands before
 * it, and the point that closes an abbreviation.
 */
const isSame = (text: string, { start, end, type }: NameSpan, hit: BareHit): boolean =>
  (end === hit.end || (end === hit.end + 1 && text[hit.end] === '.')) &&
  (start === hit.start || start === hit.whole || (type === 'person' && isTitle(text.slice(start, hit.start))));

/**
 * "Washington state" says more of the "Washington" that is marked than its own words do; "Israeli military" is another
 * kind of thing than "Israeli".
 */
const isFullerForm = (text: string, hit: KnownName, { start, end, type }: NameSpan): boolean =>
  hit.candidates.some((candidate) => candidate.type === type) &&
  hit.start === start &&
  end < hit.end &&
  /^(?: \p{Ll}+)+$/u.test(text.slice(end, hit.end));

/** "The Scotsman" is a paper, and no Scotsman. */
const isPaperOf = (span: NameSpan, { type }: NameCandidate): boolean =>
  span.type === 'organisation' && type === 'nationality';

const standsAlone = (text: string, { start, end, candidates }: KnownName): boolean =>
  (/\s/u.test(text.slice(start, end)) && !isRank(text, start, end)) ||
  candidates.some(({ id }) => id.startsWith('local:')) ||
  (candidates.every(({ type }) => type === 'person') && speaks.test(text.slice(end, end + 12)));

/** "No. 10 Windsor" is a place in a table, and nobody's residence. */
const isRank = (text: string, start: number, end: number): boolean =>
  /^No\.? ?\d+$/u.test(text.slice(start, end)) && /^ \p{Lu}/u.test(text.slice(end, end + 2));

/** No verb, month or thing says anything: "Cook said". */
const speaks = /^ (?:said|says|told|added|argued|insisted|tweeted|denied|replied)\b/u;

const yields = (text: string, rivals: readonly NameSpan[], hit: KnownName): boolean =>
  rivals.every(
    (rival) =>
      rival.end - rival.start < hit.end - hit.start && rival.confidence < firm && !isFullerForm(text, hit, rival),
  );

function fromStore(hit: KnownName): CandidateName {
  const best = hit.candidates.reduce((a, b) => (b.prominence > a.prominence ? b : a));
  return {
    start: hit.start,
    end: hit.end,
    type: best.type,
    confidence: storeOnlyConfidence,
    candidates: hit.candidates,
  };
}
