import type { EntityId } from '../../lib/model/ids.ts';
import { type PackDraft, slugOf } from './draft.ts';

/** Something with the words that name it, as the draft and the built-in seed pack have it. */
export interface NamedPlace {
  readonly id: EntityId;
  readonly names: readonly string[];
  /** Where it is; a place of the seed pack has none, and is one that the world knows by its name. */
  readonly within: ReadonlySet<EntityId>;
}

/**
 * Where a team is at home, as far as its name says so: "Boston Celtics" is in the Boston of its country. The largest
 * place of a name comes first. To be called after all places and teams are in the draft.
 */
export function addTeamPlaces(draft: PackDraft, known: readonly NamedPlace[]): void {
  const places = new Map<string, NamedPlace[]>();
  for (const place of [...known, ...placesOf(draft)])
    for (const name of new Set(place.names.map(slugOf))) {
      const namesakes = places.get(name);
      if (namesakes === undefined) places.set(name, [place]);
      else namesakes.push(place);
    }
  const countries = countriesOf(draft);
  for (const team of draft.entities) {
    if (team.type !== 'organisation' || !isTeam(team.description)) continue;
    const homes = countries.get(team.id) ?? new Set();
    const isHere = ({ within }: NamedPlace): boolean => within.size === 0 || [...within].some((id) => homes.has(id));
    const place = [team.name, ...team.aliases.map(({ text }) => text)]
      .flatMap(partsOf)
      .map((part) => places.get(part)?.find(isHere))
      .find((found) => found !== undefined);
    if (place !== undefined) draft.fact(team.id, 'location', { entity: place.id });
  }
}

const isTeam = (description: string): boolean =>
  /\b(?:club|team of the N|team of Major|team of the Indian Premier)/u.test(description);

/** Slugs of the words in a row of a name, longest first. */
function partsOf(name: string): string[] {
  const words = slugOf(name).split('-');
  const parts: string[] = [];
  for (let size = words.length - 1; size > 0; size -= 1)
    for (let at = 0; at + size <= words.length; at += 1) parts.push(words.slice(at, at + size).join('-'));
  return parts;
}

const countriesOf = (draft: PackDraft): ReadonlyMap<EntityId, ReadonlySet<EntityId>> => {
  const found = new Map<EntityId, Set<EntityId>>();
  for (const { subject, predicate, value } of draft.facts)
    if ((predicate === 'location' || predicate === 'containedInPlace') && 'entity' in value)
      found.set(subject, (found.get(subject) ?? new Set()).add(value.entity));
  return found;
};

/** Cities and states, not countries: they are in nothing. */
function placesOf(draft: PackDraft): NamedPlace[] {
  const within = countriesOf(draft);
  return draft.entities.flatMap(({ id, type, name, aliases, description }) => {
    const outer = within.get(id);
    if (type !== 'place' || outer === undefined || !/\b(?:city|capital|state|province)\b/iu.test(description))
      return [];
    return [{ id, names: [name, ...aliases.map(({ text }) => text)], within: outer }];
  });
}
