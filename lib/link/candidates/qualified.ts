import type { EntityId } from '../../model/ids.ts';
import type { Candidate, Knowledge } from '../../model/knowledge.ts';
import type { CandidateName } from '../../recognise/combine.ts';
import { isGenericName } from '../generic-names.ts';
import { homesOf } from '../presence.ts';

/** Words of the longest place that stands before an institution's name. */
const longestPlace = 3;

interface Qualified {
  readonly place: string;
  readonly body: string;
}

/** "Nigerian Senate", "New York’s Supreme Court": a nationality or a place, and what any country's institutions are called by. */
function partsOf(surface: string): Qualified | null {
  const words = surface.split(' ');
  for (let taken = 1; taken <= Math.min(longestPlace, words.length - 1); taken += 1) {
    const place = words
      .slice(0, taken)
      .join(' ')
      .replace(/[’']s?$/u, '');
    const body = words.slice(taken).join(' ');
    if (isGenericName(body)) return isGenericName(place) ? null : { place, body };
  }
  return null;
}

/**
 * Institutions that are said to be of some place, where the store knows none by the whole name: of those that it knows by
 * what is left, only one of that place is meant, and neither is any other by the bare name in the same article.
 */
export async function lookUpQualified(
  text: string,
  names: readonly CandidateName[],
  knowledge: Pick<Knowledge, 'findNames' | 'getCandidates'>,
): Promise<readonly CandidateName[]> {
  const parts: Qualified[] = [];
  for (const name of names) {
    if (name.type !== 'organisation' || name.candidates.length > 0) continue;
    const part = partsOf(text.slice(name.start, name.end));
    if (part !== null) parts.push(part);
  }
  const bodies = besidePlaces(text, names);
  if (parts.length === 0 && bodies.size === 0) return names;
  const lines = [...new Set(parts.map(({ place }) => place))].join('\n');
  const places = new Map<string, readonly EntityId[]>();
  for (const { start, end, candidates } of await knowledge.findNames(lines)) {
    const ofPlaces = candidates.filter(({ type }) => type === 'place' || type === 'nationality').map(({ id }) => id);
    if (ofPlaces.length > 0) places.set(lines.slice(start, end), ofPlaces);
  }
  for (const { place, body } of parts) {
    const ids = places.get(place);
    if (ids !== undefined) bodies.set(body, [...(bodies.get(body) ?? []), ...ids]);
  }
  if (bodies.size === 0) return names;
  const isOfBody = (name: CandidateName): readonly EntityId[] | undefined =>
    bodies.get(text.slice(name.start, name.end));
  const ids = new Set([
    ...[...bodies.values()].flat(),
    ...names.flatMap((name) => (isOfBody(name) === undefined ? [] : name.candidates.map(({ id }) => id))),
  ]);
  const known = new Map((await knowledge.getCandidates([...ids])).map((one) => [one.entity.id, one]));
  const isThere = (id: EntityId, where: readonly EntityId[]): boolean => isOf(known.get(id), where, known);
  return names.map((name) => {
    const where = isOfBody(name);
    return where === undefined ? name : { ...name, candidates: name.candidates.filter(({ id }) => isThere(id, where)) };
  });
}

/** "[Mexican] [National Guard]", "[Texas]’s [Supreme Court]": what the place or people right before an institution's name may be. */
function besidePlaces(text: string, names: readonly CandidateName[]): Map<string, readonly EntityId[]> {
  const bodies = new Map<string, readonly EntityId[]>();
  for (const [i, name] of names.entries()) {
    const before = names[i - 1];
    if (name.type !== 'organisation' || name.candidates.length === 0 || before === undefined) continue;
    if (!/^(?:['’]s)? $/.test(text.slice(before.end, name.start))) continue;
    const where = before.candidates.filter(({ type }) => type === 'place' || type === 'nationality');
    const body = text.slice(name.start, name.end);
    if (where.length === 0 || !isGenericName(body)) continue;
    bodies.set(body, [...(bodies.get(body) ?? []), ...where.map(({ id }) => id)]);
  }
  return bodies;
}

/** Whether something is at home in one of the places, or in the country of one of the nationalities. */
function isOf(
  candidate: Candidate | undefined,
  where: readonly EntityId[],
  known: ReadonlyMap<EntityId, Candidate>,
): boolean {
  if (candidate === undefined) return true;
  const homes = homesOf(candidate);
  const countries = where.flatMap((id) => [
    id,
    ...(known.get(id)?.facts ?? []).flatMap(({ predicate, value }) =>
      predicate === 'demonymOf' && 'entity' in value ? [value.entity] : [],
    ),
  ]);
  return countries.some((id) => homes.has(id) || candidate.neighbours.has(id));
}
