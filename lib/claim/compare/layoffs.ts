import type { Token } from '../../text/tokens.ts';
import type { Turned } from './outages.ts';
import { endingJobs, sideOf, stemOf } from './opposites.ts';

/** The one stem of all words for jobs that go; as a turn, it stands in both of two statements that are compared or in neither. */
export const layoff = '~layoff';

const letGo = /^(?:layoff|redundan)/u;
const ending = /^(?:eliminat\p{Ll}+|loss(?:es)?)$/u;
const laying = /^(?:lay|lays|laid|laying)$/u;
const passive = /^(?:be|been|being|is|are|was|were)$/u;
const leading = /^(?:will|to|could|would)$/u;
const joining = /^(?:and|but|or|for|in|at|with|while|which|that|who)$/u;
/** "cut up to 1,200 jobs", "jobs at Ostrava Steel will be cut": so many words apart at most. */
const [reachOn, reachBack] = [4, 8];

/** "cut 900 jobs", "lay off 900 people", "900 jobs will go" say one thing: their verbs make way for one stem. Linear. */
export function joinLayoffs(tokens: readonly Token[], words: Turned): Turned {
  if (!tellsOfLayoffs(tokens, words)) return words;
  const isTurn = (stem: string): boolean => stem.startsWith('~') && endingJobs.includes(stem.slice(1));
  const stems = [...words.stems].filter((stem) => !isTurn(stem) && !ending.test(stem) && !letGo.test(stem));
  const sides = [...words.sides].filter(([pair]) => !endingJobs.includes(pair));
  return { stems: new Set([...stems, layoff]), sides: new Map(sides) };
}

function tellsOfLayoffs(tokens: readonly Token[], { stems }: Turned): boolean {
  for (const stem of stems) if (letGo.test(stem)) return true;
  // Most statements have none of the words that are looked for.
  if (!stems.has('job') && !stems.has('lay') && !endingJobs.some((pair) => stems.has(`~${pair}`))) return false;
  return tokens.some(({ folded }, at) =>
    laying.test(folded) ? laysOff(tokens, at) : isEnding(tokens, at) && endsJobs(tokens, at),
  );
}

/** "laid off", "lay 900 off" */
const laysOff = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 3).some(({ folded }) => folded === 'off');

const isJob = ({ folded }: Token): boolean => stemOf(folded) === 'job';

function isEnding(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.folded ?? '';
  const side = sideOf(word);
  const isTurn = side !== null && side[1] === 1 && endingJobs.includes(side[0]);
  return isTurn || ending.test(word) || (word === 'go' && leading.test(tokens[at - 1]?.folded ?? ''));
}

/** "cut 900 jobs", "900 job cuts", "900 jobs will be cut", "900 jobs will go", but not "employs 900 workers and cut its dividend". */
function endsJobs(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before !== undefined && isJob(before)) return true;
  const isBehind = tokens[at]?.folded === 'go' || passive.test(before?.folded ?? '');
  if (isBehind && tokens.slice(Math.max(0, at - reachBack), at).some(isJob)) return true;
  const behind = tokens.slice(at + 1, at + 1 + reachOn);
  const job = behind.findIndex(isJob);
  return job >= 0 && !behind.slice(0, job).some(({ folded }) => joining.test(folded));
}
