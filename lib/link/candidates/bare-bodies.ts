import type { EntityId } from '../../model/ids.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { CandidateName } from '../../recognise/combine.ts';
import { isGenericName } from '../generic-names.ts';

/**
 * What any country's institution is called by, where the article names one of them in full: beside "Scottish Parliament",
 * "the Parliament" is that one, unless something else of the article belongs to another ("House of Commons").
 */
export async function lookUpBareBodies(
  text: string,
  names: readonly CandidateName[],
  { getCandidates }: Pick<Knowledge, 'getCandidates'>,
): Promise<readonly CandidateName[]> {
  const surfaceOf = ({ start, end }: CandidateName): string => text.slice(start, end);
  const bare = new Map<string, ReadonlySet<EntityId>>();
  for (const name of names) {
    const surface = surfaceOf(name);
    if (name.candidates.length > 1 && /^\p{Lu}\p{Ll}+$/u.test(surface) && isGenericName(surface))
      bare.set(surface, new Set(name.candidates.map(({ id }) => id)));
  }
  if (bare.size === 0) return names;
  const meant = new Map<string, CandidateName>();
  for (const [surface, ids] of bare) {
    const full = names.filter((name) => surfaceOf(name).endsWith(` ${surface}`));
    const [first] = full;
    const only = first?.candidates.length === 1 ? first.candidates[0] : undefined;
    if (first === undefined || only === undefined || ids.has(only.id)) continue;
    if (full.every(({ candidates }) => candidates.length === 1 && candidates[0]?.id === only.id))
      meant.set(surface, first);
  }
  if (meant.size === 0) return names;
  const others = names.filter((name) => name.type === 'organisation' && !bare.has(surfaceOf(name)));
  const known = await getCandidates([...new Set(others.flatMap(({ candidates }) => candidates.map(({ id }) => id)))]);
  const isSpokenOf = (ids: ReadonlySet<EntityId>): boolean =>
    known.some(({ entity, neighbours }) => ids.has(entity.id) || [...neighbours].some((id) => ids.has(id)));
  // A party has what it is called by to itself: "Congress" is no Trinamool Congress.
  const parties = new Set(
    known.filter(({ entity }) => /\bparty\b/iu.test(entity.description)).map(({ entity }) => entity.id),
  );
  const isParty = ({ candidates }: CandidateName): boolean => candidates.some(({ id }) => parties.has(id));
  return names.map((name) => {
    const surface = surfaceOf(name);
    const full = meant.get(surface);
    if (full === undefined || isParty(full) || isSpokenOf(bare.get(surface) ?? new Set())) return name;
    return { ...name, type: full.type, candidates: full.candidates };
  });
}
