import type { CandidateName } from '../../recognise/combine.ts';
import { foldName } from '../../text/fold-name.ts';
import { foldWord } from '../../text/fold.ts';
import { countryOfRegion } from '../regions.ts';

/**
 * Towns of one name in several states ("Columbus, Ohio", "Columbus, Georgia"): where an article puts the name into more
 * than one, each mention stands in its own. One that says nothing is the one that was spoken of last, or is to be first.
 */
export function partTowns(text: string, names: readonly CandidateName[]): readonly CandidateName[] {
  const groups = new Map<string, number[]>();
  const regions = names.map((_, i) => regionBehind(text, names, i));
  for (const [i, name] of names.entries()) {
    if (name.type !== 'place' || name.apart !== undefined || name.isTeam === true) continue;
    const surface = foldName(text.slice(name.start, name.end));
    const group = groups.get(surface);
    if (group === undefined) groups.set(surface, [i]);
    else group.push(i);
  }
  const parted = new Map<number, string>();
  for (const mentions of groups.values()) {
    const told = mentions.flatMap((i) => regions[i] ?? []);
    if (new Set(told).size < 2) continue;
    let last = told[0] ?? '';
    for (const i of mentions) {
      last = regions[i] ?? last;
      parted.set(i, last);
    }
  }
  if (parted.size === 0) return names;
  return names.map((name, i) => {
    const region = parted.get(i);
    return region === undefined ? name : { ...name, apart: `in ${region}` };
  });
}

/** The state or province behind a comma: the store's id, or its folded name; null where there is none. */
function regionBehind(text: string, names: readonly CandidateName[], i: number): string | null {
  const [name, region] = [names[i], names[i + 1]];
  if (name?.type !== 'place' || region?.type !== 'place' || text.slice(name.end, region.start) !== ', ') return null;
  const folded = foldWord(text.slice(region.start, region.end));
  if (countryOfRegion(folded) === null) return null;
  return region.candidates.find(({ type }) => type === 'place')?.id ?? folded;
}
