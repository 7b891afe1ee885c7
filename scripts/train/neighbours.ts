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
  const near = new Float64Array(voters);
  const sides = new Int8Array(voters);
  /** The votes of the nearest seeds, each as strong as it is near. */
  const ask = (at: number): { vote: number; total: number } => {
    near.fill(-1);
    sides.fill(0);
    for (const seed of known) {
      if (seed.at === at) continue;
      let dot = 0;
      for (let d = 0; d < dimensions; d += 1)
        dot += (values[at * dimensions + d] ?? 0) * (values[seed.at * dimensions + d] ?? 0);
      let place = voters;
      while (place > 0 && dot > (near[place - 1] ?? 0)) place -= 1;
      if (place === voters) continue;
      near.copyWithin(place + 1, place, voters - 1);
      sides.copyWithin(place + 1, place, voters - 1);
      near[place] = dot;
      sides[place] = seed.side;
    }
    let vote = 0;
    let total = 0;
    for (let k = 0; k < voters; k += 1) {
      const weight = Math.max(0, near[k] ?? 0);
      vote += (sides[k] ?? 0) * weight;
      total += weight;
    }
    return { vote, total };
  };
  const given = [...seeds.given];
  const family = [...seeds.family];
  for (const name of new Set(names)) {
    const at = indexOf.get(name);
    if (at === undefined) continue;
    const { vote, total } = ask(at);
    if (total > 0 && vote / total > 0.3) given.push(name);
    else if (total > 0 && vote / total < -0.3) family.push(name);
  }
  return { given, family };
}
