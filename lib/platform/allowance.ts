/** What somebody has left of an allowance. */
export interface Left {
  readonly who: number;
  /** What they had last. */
  readonly what: string;
  readonly left: number;
  /** When that was, in epoch milliseconds. */
  readonly at: number;
}

interface Allowance {
  /** As many as can be had one right after the other. */
  readonly most: number;
  /** Milliseconds after which there is one more. */
  readonly every: number;
}

/** Of whom it is known what they have left; whoever is not among them has all of it. */
const mostKnown = 200;

interface Asked extends Pick<Left, 'who' | 'what' | 'at'> {
  /** As how many it counts, from 1. */
  readonly cost: number;
}

/** What is left once somebody has asked for something; what they had last they have again without counting. */
export function takeOf(
  all: readonly Left[],
  { cost, ...asked }: Asked,
  { most, every }: Allowance,
): { readonly isGiven: boolean; readonly all: readonly Left[] } {
  const before = all.find(({ who }) => who === asked.who);
  if (before?.what === asked.what) return { isGiven: true, all };
  const grown = before === undefined ? most : before.left + Math.max(0, asked.at - before.at) / every;
  const left = Math.min(most, grown) - cost;
  if (left < 0) return { isGiven: false, all };
  const others = all.filter(({ who }) => who !== asked.who);
  return { isGiven: true, all: [...others, { ...asked, left }].slice(-mostKnown) };
}
