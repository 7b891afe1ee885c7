import type { Token } from '../../text/tokens.ts';
import { endingJobs } from './opposites.ts';

/** The one stem of all words for power that is gone; as a turn, it stands in both of two statements that are compared or in neither. */
export const outage = '~outage';

const supply = /^(?:power|electricity)$/u;
const gone = /^(?:los[et]|loses|losing|cuts?|cutting|knock(?:s|ed)?)$/u;
/** Stems of whoever is supplied: a party may lose power too. */
const supplied: ReadonlySet<string> = new Set('home customer user property premis building subscrib'.split(' '));
const named = /^(?:outages?|blackouts?)$/u;
const backAgain = /^(?:restor\p{Ll}+|reconnect\p{Ll}+|return(?:s|ed|ing)?|back)$/u;
/** "cut off power", "knocked out the electricity", "power cuts": so many words apart at most. */
const reach = 3;

/** As in `StatementWords`. */
export interface Turned {
  readonly stems: ReadonlySet<string>;
  readonly sides: ReadonlyMap<string, 0 | 1>;
}

/**
 * "lost power", "cut the electricity", "power cuts" say one thing: their words make way for one stem. Who is "without power" is
 * so still, and may be fewer. Linear.
 */
export function joinOutages(tokens: readonly Token[], words: Turned): Turned {
  if (!tellsOfOutage(tokens, words)) return words;
  const isTurn = (stem: string): boolean => stem.startsWith('~') && endingJobs.includes(stem.slice(1));
  const isSaid = (stem: string): boolean => supply.test(stem) || named.test(stem) || /^(?:knock|cut)$/u.test(stem);
  const stems = [...words.stems].filter((stem) => !isTurn(stem) && !isSaid(stem));
  const sides = [...words.sides].filter(([pair]) => !endingJobs.includes(pair));
  return { stems: new Set([...stems, outage]), sides: new Map(sides) };
}

function tellsOfOutage(tokens: readonly Token[], { stems }: Turned): boolean {
  const isSpoken = stems.has('power') || stems.has('electricity') || stems.has('outag') || stems.has('blackout');
  if (!isSpoken || tokens.some(({ folded }) => backAgain.test(folded))) return false;
  const isOfGrid = [...supplied].some((stem) => stems.has(stem));
  return tokens.some(
    ({ folded }, at) =>
      named.test(folded) ||
      (isOfGrid &&
        supply.test(folded) &&
        tokens.slice(Math.max(0, at - reach), at + 2).some((token) => token !== tokens[at] && gone.test(token.folded))),
  );
}
