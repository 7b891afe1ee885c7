import type { Token } from '../../text/tokens.ts';
import { isRoleNoun } from './before.ts';

/** How many words the second half of "planning and public works" may have. */
const mostWords = 4;
const ties = /^(?:of|for|at|in|on|with)$/u;
const closes = /^[,;.:)—–]$/u;
const noNoun =
  /^(?:an?|the|his|her|their|its|who|which|that|has|have|had|is|was|are|were|will|would|said|says|told|now|then|later|also|one|both|lives|works|runs|serves|teaches|writes|speaks|helps|leads|owns|plays|makes|\p{L}+ly)$/u;

/**
 * Whether "and" at a token only joins two nouns of one role ("head of water and sewer operations at the board", "a research
 * and advocacy body,"): what follows is nouns until the phrase closes or is tied to something else.
 */
export function joinsNouns(tokens: readonly Token[], from: number, and: number): boolean {
  if (tokens[and]?.folded !== 'and') return false;
  const isTied = tokens.slice(from, and).some(({ folded }) => ties.test(folded));
  for (let at = and + 1; at <= and + 1 + mostWords; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token === undefined || token.kind !== 'word' || noNoun.test(token.folded) || ties.test(token.folded))
      return false;
    const isEnd = next === undefined || closes.test(next.plain) || ties.test(next.folded);
    // "of the union and chairman of the port": another role; "a research and advocacy body": the noun of this one.
    if (isRoleNoun(token)) return !isTied && isEnd;
    if (isEnd) return isTied || (at > and + 1 && !isRoleNoun(tokens[and - 1]));
    if (!/^\p{Ll}/u.test(token.plain) && /^\p{Ll}/u.test(next.plain)) return false;
  }
  return false;
}
