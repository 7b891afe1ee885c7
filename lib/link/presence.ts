import type { EntityId } from '../model/ids.ts';
import type { Candidate } from '../model/knowledge.ts';
import { kindOfPlace } from './place-kinds.ts';

const homePredicates: ReadonlySet<string> = new Set(['containedInPlace', 'location', 'nationality']);

export const homesOf = ({ entity, facts }: Candidate): ReadonlySet<EntityId> =>
  new Set(
    facts.flatMap(({ subject, predicate, value }) =>
      subject === entity.id && homePredicates.has(predicate) && 'entity' in value ? [value.entity] : [],
    ),
  );

/** What a name of the article is linked to, and how often the article has it. */
export interface Present {
  readonly id: EntityId;
  readonly mentions: number;
}

/** What the article's other names are linked to, and where each of these is at home. */
export interface Company {
  readonly members: ReadonlySet<EntityId>;
  readonly atHome: ReadonlyMap<EntityId, readonly EntityId[]>;
  /** Mentions of each place and of what is at home there. */
  readonly weights: ReadonlyMap<EntityId, number>;
  /** The most of these that any country has. */
  readonly most: number;
  /** Places among these that are states or cities. */
  readonly parts: ReadonlySet<EntityId>;
  /** Members that are countries. */
  readonly countries: ReadonlySet<EntityId>;
  /** Members that are organisations. */
  readonly bodies: ReadonlySet<EntityId>;
  /** Who of them has held which office. */
  readonly offices: ReadonlyMap<string, readonly EntityId[]>;
  /** Whether several are of one country, which says where the article plays. */
  readonly isSomewhere: boolean;
}

/** Who reports from everywhere says nothing of where an article plays. */
export const isOutlet = ({ entity }: Candidate): boolean =>
  entity.type === 'organisation' &&
  /\b(?:broadcaster|news(?:paper| agency| channel| site| website| magazine)|daily)\b/iu.test(entity.description);

/** So many names of one country say where an article plays. */
const fewest = 2;

export function gatherCompany(linked: readonly Present[], candidates: ReadonlyMap<EntityId, Candidate>): Company {
  const members = new Set(linked.map(({ id }) => id));
  const atHome = new Map<EntityId, EntityId[]>();
  const weights = new Map<EntityId, number>();
  const weigh = (place: EntityId, mentions: number): void => {
    weights.set(place, (weights.get(place) ?? 0) + mentions);
  };
  for (const { id, mentions } of linked) {
    const candidate = candidates.get(id);
    if (candidate === undefined || isOutlet(candidate)) continue;
    if (candidate.entity.type === 'place') weigh(id, mentions);
    for (const home of homesOf(candidate)) {
      weigh(home, mentions);
      const others = atHome.get(home);
      if (others === undefined) atHome.set(home, [id]);
      else if (!others.includes(id)) others.push(id);
    }
  }
  const countries = new Set([...members].filter((id) => isCountry(candidates.get(id))));
  const bodies = new Set([...members].filter((id) => candidates.get(id)?.entity.type === 'organisation'));
  const parts = new Set([...weights.keys()].filter((place) => isPart(candidates.get(place))));
  const most = Math.max(0, ...[...weights].flatMap(([place, weight]) => (parts.has(place) ? [] : [weight])));
  const isSomewhere = [...atHome].some(([home, ids]) => ids.length + (members.has(home) ? 1 : 0) >= fewest);
  const offices = new Map<string, EntityId[]>();
  for (const id of members)
    for (const office of officesOf(candidates.get(id))) offices.set(office, [...(offices.get(office) ?? []), id]);
  return {
    members,
    atHome,
    weights,
    most,
    countries,
    bodies,
    parts,
    isSomewhere,
    offices,
  };
}

/** Offices that one person at a time holds, each with the body that it is of. */
const officesOf = (candidate: Candidate | undefined): string[] =>
  (candidate?.facts ?? []).flatMap(({ predicate, value, of }) =>
    predicate === 'jobTitle' && of !== undefined && 'text' in value && !severals.test(value.text)
      ? [`${value.text} ${of}`]
      : [],
  );
/** Many at a time are these. */
const severals = /^(?:Member|MP|Senator|Representative|Minister of State|Deputy|Commissioner|Player|Judge|Justice)\b/u;

/** Whether somebody else of the article has held an office of theirs: a pope's predecessor may go by one word. */
export const sharesOffice = (candidate: Candidate, { offices }: Company): boolean =>
  officesOf(candidate).some((office) => (offices.get(office) ?? []).some((id) => id !== candidate.entity.id));

const isCountry = (place: Candidate | undefined): boolean =>
  place !== undefined && kindOfPlace(place.entity) === 'country';

const isPart = (place: Candidate | undefined): boolean => {
  const kind = place === undefined ? null : kindOfPlace(place.entity);
  return kind === 'state' || kind === 'city';
};

/** Mentions of one country that say which one the article is about. */
const telling = 4;

/**
 * How much the article speaks of the country where an organisation is at home, against that of which it speaks most, from
 * 0 to 1; null where it speaks of none in particular, or the organisation is of no country (the United Nations are in a
 * city, a paper is read everywhere), as far as the store knows.
 */
export function shareOfHome(candidate: Candidate, { weights, most, parts, bodies }: Company): number | null {
  const homes = [...homesOf(candidate)].filter((home) => !parts.has(home));
  if (most < telling || homes.length === 0 || isOutlet(candidate)) return null;
  // The General Assembly is wherever the United Nations are.
  if ([...candidate.neighbours].some((id) => bodies.has(id))) return null;
  const places = [...homes, ...candidate.neighbours].map((place) => weights.get(place) ?? 0);
  return Math.min(1, Math.max(...places) / most);
}

/** Whether the article plays somewhere else than where an organisation is at home; it is no witness of that itself. */
export function isAbroad(candidate: Candidate, { members, atHome, isSomewhere }: Company): boolean {
  if (!isSomewhere || candidate.entity.type !== 'organisation') return false;
  const homes = homesOf(candidate);
  if (homes.size === 0) return false;
  const isPresent = (place: EntityId): boolean =>
    members.has(place) || (atHome.get(place) ?? []).some((id) => id !== candidate.entity.id);
  return ![...homes, ...candidate.neighbours].some(isPresent);
}
