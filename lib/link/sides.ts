import type { Candidate } from '../model/knowledge.ts';
import type { Company } from './presence.ts';

/**
 * Whether a quarter of the compass is no side of the world: in an article that names no country but one of that side, as the
 * United States, the West is a part of it.
 */
export const isSideOfItsOwn = (
  surface: string,
  { entity: { type, description }, neighbours }: Candidate,
  { countries }: Company,
): boolean =>
  type === 'place' &&
  /^(?:north|south|east|west)(?:ern)?$/i.test(surface) &&
  /^Group of /.test(description) &&
  countries.size > 0 &&
  [...countries].every((id) => neighbours.has(id));
