import type { KnownName, Knowledge } from '../model/knowledge.ts';
import { bareHits } from '../recognise/bare-hits.ts';
import type { CandidateName } from '../recognise/combine.ts';

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
  const isShadowed = ({ start, end, candidates }: CandidateName): boolean =>
    candidates.length === 0 &&
    known.some((hit) => hit.start <= start && end <= hit.end && hit.end - hit.start > end - start);
  const surfaceOf = ({ start, end }: CandidateName): string => text.slice(start, end);
  const surfaces = [...new Set(names.filter(isShadowed).map(surfaceOf))].filter((surface) => !surface.includes('\n'));
  if (surfaces.length === 0) return names;
  const lines = surfaces.join('\n');
  const found = new Map<string, KnownName['candidates']>();
  for (const hit of bareHits(lines, await knowledge.findNames(lines))) {
    const surface = lines.slice(hit.start, hit.end);
    if (surfaces.includes(surface)) found.set(surface, hit.candidates);
  }
  return names.map((name) => (isShadowed(name) ? { ...name, candidates: found.get(surfaceOf(name)) ?? [] } : name));
}
