import type { Vectors } from './vectors.ts';

/** How many of the nearest seeds vote. */
const voters = 9;

/** Parts names into given and family names by the nearest seeds in the vector space; unclear ones are in neither. */
export function spreadMarks(
  { words, values, dimensions }: Vectors,
  names: readonly string[],
  seeds: { readonly given: readonly string[]; readonly family: readonly string[] },
): { given: string[]; family: string[] } {
  const indexOf = new Map<string, number>();
  for (const [i, word] of words.entries()) indexOf.set(word, i);
  const known = [
    ...seeds.given.map((name) => ({ at: indexOf.get(name), side: 1 })),
    ...seeds.family.map((name) => ({ at: indexOf.get(name), side: -1 })),
  ].flatMap(({ at, side }) => (at === undefined ? [] : { at, side }));
  const given = [...seeds.given];
  const family = [...seeds.family];
  for (const name of new Set(names)) {
    const at = indexOf.get(name);
    if (at === undefined) continue;
    const near = known
      .filter((seed) => seed.at !== at)
      .map((seed) => {
        let dot = 0;
        for (let d = 0; d < dimensions; d += 1)
          dot += (values[at * dimensions + d] ?? 0) * (values[seed.at * dimensions + d] ?? 0);
        return { dot, side: seed.side };
      })
      .sort((a, b) => b.dot - a.dot)
      .slice(0, voters);
    const vote = near.reduce((sum, { side, dot }) => sum + side * Math.max(0, dot), 0);
    const total = near.reduce((sum, { dot }) => sum + Math.max(0, dot), 0);
    if (total > 0 && vote / total > 0.3) given.push(name);
    else if (total > 0 && vote / total < -0.3) family.push(name);
  }
  return { given, family };
}
