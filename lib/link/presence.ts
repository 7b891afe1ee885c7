import type { EntityId } from '../model/ids.ts';
import type { Candidate } from '../model/knowledge.ts';

const homePredicates: ReadonlySet<string> = new Set(['containedInPlace', 'location', 'nationality']);

export const homesOf = ({ entity, facts }: Candidate): ReadonlySet<EntityId> =>
  new Set(
    facts.flatMap(({ subject, predicate, value }) =>
      subject === entity.id && homePredicates.has(predicate) && 'entity' in value ? [value.entity] : [],
    ),
  );

/** What the article's other names are linked to, and where each of these is at home. */
export interface Company {
  readonly members: ReadonlySet<EntityId>;
  readonly atHome: ReadonlyMap<EntityId, readonly EntityId[]>;
  /** Whether several are of one country, which says where the article plays. */
  readonly isSomewhere: boolean;
}

/** Who reports from everywhere says nothing of where an article plays. */
const isOutlet = ({ entity }: Candidate): boolean =>
  entity.type === 'organisation' &&
  /\b(?:broadcaster|news(?:paper| agency| channel| site| website| magazine)|daily)\b/iu.test(entity.description);

/** So many names of one country say where an article plays. */
const fewest = 2;

export function gatherCompany(linked: readonly EntityId[], candidates: ReadonlyMap<EntityId, Candidate>): Company {
  const members = new Set(linked);
  const atHome = new Map<EntityId, EntityId[]>();
  for (const id of members) {
    const candidate = candidates.get(id);
    for (const home of candidate === undefined || isOutlet(candidate) ? [] : homesOf(candidate)) {
      const others = atHome.get(home);
      if (others === undefined) atHome.set(home, [id]);
      else others.push(id);
    }
  }
  const isSomewhere = [...atHome].some(([home, ids]) => ids.length + (members.has(home) ? 1 : 0) >= fewest);
  return { members, atHome, isSomewhere };
}

/** Whether the article plays somewhere else than where an organisation is at home, as far as the store knows. */
export function isAbroad(candidate: Candidate, { members, atHome, isSomewhere }: Company): boolean {
  if (!isSomewhere || candidate.entity.type !== 'organisation') return false;
  const homes = homesOf(candidate);
  if (homes.size === 0) return false;
  const isPresent = (place: EntityId): boolean => members.has(place) || atHome.has(place);
  return ![...homes, ...candidate.neighbours].some(isPresent);
}
