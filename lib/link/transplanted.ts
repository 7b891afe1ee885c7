import type { EntityId } from '../model/ids.ts';
import type { Candidate } from '../model/knowledge.ts';
import { kindOfPlace } from './place-kinds.ts';
import { type Company, homesOf } from './presence.ts';

/** Countries whose towns were called after those of others: the United States, Canada, Australia, New Zealand. */
const settled: ReadonlySet<string> = new Set(['wd:Q30', 'wd:Q16', 'wd:Q408', 'wd:Q664']);
/** Where the towns lie that these were called after: the United Kingdom and Ireland. */
const sources: readonly string[] = ['wd:Q145', 'wd:Q27'];
/** A town that is better known than this is meant wherever it is named. */
const wellKnown = 0.3;
/** So many names of one country say where an article plays. */
const fewest = 2;

/**
 * Whether a town of the New World is named where nothing else is of its country, and two other things are of that in which
 * lies its namesake: Scarborough of an article about Whitby is not the one in Canada.
 */
export function isTransplanted(candidate: Candidate, { members, atHome, isSomewhere }: Company): boolean {
  const { entity } = candidate;
  if (!isSomewhere || kindOfPlace(entity) !== 'city' || (entity.prominence ?? 0) >= wellKnown) return false;
  const homes = [...homesOf(candidate)];
  const countOf = (home: string): number => {
    const id = home as EntityId;
    return (members.has(id) ? 1 : 0) + (atHome.get(id) ?? []).filter((other) => other !== entity.id).length;
  };
  if (!homes.some((home) => settled.has(home)) || homes.some((home) => countOf(home) > 0)) return false;
  return sources.some((home) => countOf(home) >= fewest);
}
