import type { KnownName, Knowledge } from '../../model/knowledge.ts';
import { bareHits } from '../../recognise/bare-hits.ts';
import type { CandidateName } from '../../recognise/combine.ts';

/**
 * Names that stand inside a longer name of the store, and were marked without it, by what they mean themselves: in "the
 * Israeli military" the store knows the army, and the one word that is marked is the nationality.
 */
export async function lookUpShadowed(
  text: string,
  names: readonly CandidateName[],
  known: readonly KnownName[],
  knowledge: Pick<Knowledge, 'findNames'>,
): Promise<readonly CandidateName[]> {
  const shadowed = shadowedNames(names, known);
  const surfaceOf = ({ start, end }: CandidateName): string => text.slice(start, end);
  const surfaces = new Set([...shadowed].map(surfaceOf).filter((surface) => !surface.includes('\n')));
  if (surfaces.size === 0) return names;
  const lines = [...surfaces].join('\n');
  const found = new Map<string, KnownName['candidates']>();
  for (const hit of bareHits(lines, await knowledge.findNames(lines))) {
    const surface = lines.slice(hit.start, hit.end);
    if (surfaces.has(surface)) found.set(surface, hit.candidates);
  }
  return names.map((name) => (shadowed.has(name) ? { ...name, candidates: found.get(surfaceOf(name)) ?? [] } : name));
}

/** Both in order and without overlaps within themselves. */
function shadowedNames(names: readonly CandidateName[], known: readonly KnownName[]): Set<CandidateName> {
  const shadowed = new Set<CandidateName>();
  let at = 0;
  for (const name of names) {
    while ((known[at]?.end ?? Number.POSITIVE_INFINITY) <= name.start) at += 1;
    const hit = known[at];
    if (name.candidates.length > 0 || hit === undefined || hit.start > name.start || hit.end < name.end) continue;
    if (hit.end - hit.start > name.end - name.start) shadowed.add(name);
  }
  return shadowed;
}
