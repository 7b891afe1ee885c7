import type { Period } from '../../model/claim.ts';
import { schedulable } from './opposites.ts';
import type { Statement } from './statement.ts';

/** What is done once, and may be put off. */
const oneOff: ReadonlySet<string> = new Set([
  ...schedulable.map((pair) => `~${pair}`),
  ...'finish complet retir deliver releas publish ready'.split(' '),
]);
/** Words for the plan itself. */
const planning: ReadonlySet<string> = new Set('due set plan schedul expect hope aim'.split(' '));

/** "will open in June", "is due to open in September": one thing for which two days to come are given. */
export function isMoved(now: Statement, before: Statement): boolean {
  const [mine, theirs] = [now.period, before.period];
  if (mine === null || theirs === null || !isToCome(mine, now) || !isToCome(theirs, before)) return false;
  if (mine.from <= theirs.to && theirs.from <= mine.to) return false;
  if (!now.names.some((name) => before.names.includes(name))) return false;
  const [own, other] = [tellingOf(now), tellingOf(before)];
  return own.some((stem) => oneOff.has(stem)) && own.join(' ') === other.join(' ');
}

const isToCome = ({ to }: Period, { day }: Statement): boolean => day !== null && to > day;

const tellingOf = ({ stems }: Statement): string[] => [...stems].filter((stem) => !planning.has(stem)).sort();
