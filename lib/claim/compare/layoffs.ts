import type { Token } from '../../text/tokens.ts';
import { endingJobs } from './opposites.ts';

/** The one stem of all words for jobs that go; as a turn, it stands in both of two statements that are compared or in neither. */
export const layoff = '~layoff';

const going = /^(?:eliminat|axe$|loss$)/u;
const letGo = /^(?:layoff|redundan)/u;
const coming = /^(?:creat|add$|hir(?:e|ing)$)/u;
const laying = /^(?:lay|lays|laid|laying)$/u;

/** As in `StatementWords`. */
interface Turned {
  readonly stems: ReadonlySet<string>;
  readonly sides: ReadonlyMap<string, 0 | 1>;
}

/** "cut 900 jobs", "lay off 900 people", "900 jobs will go" say one thing: their verbs make way for one stem. Linear. */
export function joinLayoffs(tokens: readonly Token[], words: Turned): Turned {
  if (!tellsOfLayoffs(tokens, words)) return words;
  const isTurn = (stem: string): boolean => stem.startsWith('~') && endingJobs.includes(stem.slice(1));
  const stems = [...words.stems].filter((stem) => !isTurn(stem) && !going.test(stem) && !letGo.test(stem));
  const sides = [...words.sides].filter(([pair]) => !endingJobs.includes(pair));
  return { stems: new Set([...stems, layoff]), sides: new Map(sides) };
}

function tellsOfLayoffs(tokens: readonly Token[], { stems, sides }: Turned): boolean {
  const isLeft = (pair: string): boolean => stems.has(`~${pair}`) && sides.get(pair) === 1;
  for (const stem of stems) if (letGo.test(stem)) return true;
  if ((stems.has('lay') || endingJobs.some(isLeft)) && tokens.some((_, at) => laysOff(tokens, at))) return true;
  if (!stems.has('job') || [...stems].some((stem) => coming.test(stem))) return false;
  return (
    endingJobs.some(isLeft) || [...stems].some((stem) => going.test(stem)) || tokens.some((_, at) => goes(tokens, at))
  );
}

/** "laid off", "lay 900 off" */
const laysOff = (tokens: readonly Token[], at: number): boolean =>
  laying.test(tokens[at]?.folded ?? '') && tokens.slice(at + 1, at + 3).some(({ folded }) => folded === 'off');

/** "will go" */
const goes = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.folded === 'go' && /^(?:will|to|could|would)$/u.test(tokens[at]?.folded ?? '');
