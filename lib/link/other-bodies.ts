import type { Entity } from '../model/entity.ts';
import { foldName } from '../text/fold-name.ts';
import { countryOfRegion } from './regions.ts';

/**
 * Whether the words before a name that the store knows make another body of it: the Montana Freedom Caucus is none of
 * Congress, and the Hampton High Redskins have only the name of a team. A country's name or people ("UK Met Office") does
 * not.
 */
export function isAnotherBody(full: string, bare: string, { type, name, aliases, description }: Entity): boolean {
  if (type !== 'organisation' || !full.endsWith(` ${bare}`)) return false;
  const lead = foldName(full.slice(0, -bare.length));
  const known = foldName([name, description, ...aliases.map(({ text }) => text)].join(' ')).split(' ');
  if (lead.split(' ').some((word) => known.includes(word))) return false;
  return countryOfRegion(lead) !== null || /\b(?:club|team)\b/iu.test(description);
}
