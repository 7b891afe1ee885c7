import type { EntityId } from '../model/ids.ts';
import type { Candidate } from '../model/knowledge.ts';
import type { CandidateName } from '../recognise/combine.ts';
import { foldWord } from '../text/fold.ts';
import { countryOfRegion } from './regions.ts';

/**
 * What "Paris, Texas" says of both its places. Each group holds the entities that one such neighbour may be; an empty
 * group is not kept.
 */
export interface Locality {
  /** What the place is said to be in. */
  readonly within: readonly (readonly EntityId[])[];
  /** What is said to be in the place. */
  readonly holds: readonly (readonly EntityId[])[];
}

export const nowhere: Locality = { within: [], holds: [] };

/** Mentions of one cluster that are looked at. */
const mostMentions = 8;
/** Places in a list that are looked at. */
const longestList = 20;

export function localityOf(text: string, names: readonly CandidateName[], mentions: readonly number[]): Locality {
  const within: EntityId[][] = [];
  const holds: EntityId[][] = [];
  for (const i of mentions.slice(0, mostMentions)) {
    const here = names[i];
    if (here === undefined || here.type !== 'place') continue;
    const after = names[i + 1];
    if (standsIn(text, names, i) && after !== undefined) within.push(placesOf(text, after));
    const before = names[i - 1];
    if (standsIn(text, names, i - 1) && before !== undefined) holds.push(idsOf(before));
  }
  return { within: within.filter(({ length }) => length > 0), holds: holds.filter(({ length }) => length > 0) };
}

/** Whether a comma puts the place into the next one, and not both into a list ("France, Germany and Italy"). */
function standsIn(text: string, names: readonly CandidateName[], i: number): boolean {
  const after = (at: number): string => {
    const [one, other] = [names[at], names[at + 1]];
    return one?.type === 'place' && other?.type === 'place' ? text.slice(one.end, other.start) : '';
  };
  if (after(i) !== ', ') return false;
  let last = i + 1;
  while (last - i < longestList && after(last) === ', ') last += 1;
  return !/^,? (?:and|or) $/u.test(after(last));
}

const idsOf = (name: CandidateName): EntityId[] =>
  name.candidates.filter(({ type }) => type === 'place').map(({ id }) => id);

/** What the name may be, and the country of the state that it may be. */
function placesOf(text: string, name: CandidateName): EntityId[] {
  const country = countryOfRegion(foldWord(text.slice(name.start, name.end)));
  return country === null ? idsOf(name) : [...idsOf(name), country];
}

const fits = 0.4;
const contradicts = -0.9;

/** How well a candidate agrees with where the article puts it: by what the store joins it with. */
export function localityScore(
  locality: Locality,
  candidate: Candidate,
  candidates: ReadonlyMap<EntityId, Candidate>,
): number {
  let score = 0;
  for (const group of locality.within) {
    if (candidate.neighbours.size === 0) continue;
    score += group.some((id) => candidate.neighbours.has(id)) ? fits : contradicts;
  }
  for (const group of locality.holds) {
    const inner = group.flatMap((id) => candidates.get(id) ?? []).filter(({ neighbours }) => neighbours.size > 0);
    if (inner.length === 0) continue;
    score += inner.some(({ neighbours }) => neighbours.has(candidate.entity.id)) ? fits : contradicts;
  }
  return Math.max(contradicts, Math.min(fits, score));
}
