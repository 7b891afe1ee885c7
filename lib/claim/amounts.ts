import type { Period } from '../model/claim.ts';
import { daysBetween } from './date-parts.ts';
import type { Amount, Statement } from './statement.ts';
import { traits } from './traits.ts';

/** `equal`: what both count agrees; `conflict`: some of it agrees and some does not; null: nothing counts the same. */
export type AmountVerdict = 'equal' | 'differs' | 'updates' | 'conflict' | null;

interface Both {
  readonly now: Statement;
  readonly before: Statement;
  readonly likeness: Likeness;
}

/** How much of two statements is the same, without words that any figure may stand beside. */
interface Likeness {
  readonly shared: number;
  readonly jaccard: number;
  /** Stems that only the one with fewer such has. */
  readonly fewest: number;
}

/** Share of stems in common from which one noun alone ("people") counts the same thing. */
const sameThing = 0.6;

/** The verdict of the amounts that count the same thing. */
export function compareAmounts(now: Statement, before: Statement): AmountVerdict {
  const likeness = likenessOf(now, before);
  if (likeness.shared === 0 || !contrastsFit(now, before) || now.isAble !== before.isAble) return null;
  if (!turnsFit(now, before)) return null;
  let equal = 0;
  const different: (readonly [Amount, Amount])[] = [];
  for (const mine of now.amounts) {
    const rivals = before.amounts.filter((other) => countsSame(mine, other, { now, before, likeness }));
    if (rivals.length === 0) continue;
    if (rivals.some((other) => isClose(mine, other, now, before))) {
      // "in the 12 weeks to January" tells when, beside what is counted.
      if (!durations.has(mine.unit) || !now.amounts.some(({ unit }) => !durations.has(unit))) equal += 1;
    } else for (const rival of rivals.slice(0, 1)) different.push([mine, rival]);
  }
  if (different.length === 0) return equal > 0 ? 'equal' : null;
  // "from 30 to 35": the old figure stands beside the new one.
  if (equal > 0) return has(now, 'saysFrom') && different.length === 1 ? 'updates' : 'conflict';
  if (!subjectsFit(now, before) || !ownersFit(now, before) || now.isNegated !== before.isNegated) return null;
  if (isElsewhen(now) !== isElsewhen(before)) return null;
  const [pair] = different;
  return pair === undefined ? null : orderOf(now, before, pair);
}

/** Its one figure is of a time that only the text around it names. */
const isElsewhen = (statement: Statement): boolean => has(statement, 'elsewhen') && countOf(statement) === 1;

/** Each verb with an opposite ("lose", "open") stands in both or in neither; rising and falling may differ. */
const turnsFit = (a: Statement, b: Statement): boolean => hasTurnsOf(a, b) && hasTurnsOf(b, a);
function hasTurnsOf(a: Statement, b: Statement): boolean {
  for (const stem of a.stems) if (stem.startsWith('~') && stem !== '~0' && !b.stems.has(stem)) return false;
  return true;
}

/** Words that say nothing of what is counted: rising, falling, having. */
const light: ReadonlySet<string> = new Set(
  '~0 people get got use have host live rate level average total number amount figure count count year latest new now report put estimat keep kept see saw say earlier ago bring brought give given take took set'.split(
    ' ',
  ),
);

function likenessOf(a: Statement, b: Statement): Likeness {
  let [mine, theirs, shared] = [0, 0, 0];
  for (const stem of a.stems) {
    if (light.has(stem)) continue;
    mine += 1;
    if (b.stems.has(stem)) shared += 1;
  }
  for (const stem of b.stems) if (!light.has(stem)) theirs += 1;
  const all = mine + theirs - shared;
  return { shared, jaccard: all === 0 ? 0 : shared / all, fewest: Math.min(mine, theirs) - shared };
}

/** Whether two amounts have one unit and count one thing. */
function countsSame(a: Amount, b: Amount, { now, before, likeness }: Both): boolean {
  if (a.unit !== b.unit || a.change !== b.change) return false;
  const isAlone = countOf(now) === 1 && countOf(before) === 1;
  // Lengths of time are too often about different things.
  if (durations.has(a.unit)) return isAlone && likeness.jaccard >= sameThing && likeness.fewest === 0;
  if (has(now, 'narrowed') !== has(before, 'narrowed')) return false;
  // How many were asked is no figure about the world.
  if (a.unit === 'count' && has(now, 'sample') && has(before, 'sample')) return false;
  const [mine, theirs] = [a.of, b.of];
  if (mine.length === 0 || theirs.length === 0)
    return isAlone && likeness.jaccard >= sameThing && likeness.fewest === 0;
  let shared = 0;
  for (const stem of mine) if (theirs.includes(stem)) shared += 1;
  if (shared === 0) return false;
  const part = shared / Math.min(mine.length, theirs.length);
  const whole = shared / (mine.length + theirs.length - shared);
  // "wheat exports" and "coal exports"
  if (shared < mine.length && shared < theirs.length && whole < sameThing) return false;
  // Both go on about things that the other does not mention: "sold" and "recalled", "wheat" and "coal".
  if (likeness.fewest > 0 && likeness.jaccard <= sameThing) return false;
  // One common noun ("people") counts the same only where the rest of the statement agrees too.
  if (whole >= 0.99 && mine.length > 1) return likeness.jaccard >= 0.2;
  return part >= sameThing && likeness.jaccard >= (whole > 0.6 ? 0.34 : 0.42);
}

const has = (statement: Statement, trait: keyof typeof traits): boolean => (statement.traits & traits[trait]) !== 0;

/** Amounts other than lengths of time. */
const countOf = ({ amounts }: Statement): number => {
  const own = amounts.filter(({ unit }) => !durations.has(unit));
  return own.length === 0 ? amounts.length : own.length;
};

const durations: ReadonlySet<string> = new Set(['hours', 'minutes', 'seconds', 'days', 'weeks', 'months', 'years']);

/** Equal but for rounding; "about" and the like allow more. */
export function isClose(a: Amount, b: Amount, now: Statement, before: Statement): boolean {
  const gap = Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value), 1e-9);
  const isRough = has(now, 'rough') || has(before, 'rough');
  return gap <= (isRough ? 0.03 : 0.005);
}

/** A figure without a period of its own that is this much newer is a later one, in days. */
const longAfter = 300;
/** Periods further apart than this are no two points of one series, in days. */
const sameSeries = 800;

/** Things that pile up, words of revision, a later period or day: the newer figure follows the older one. */
function orderOf(now: Statement, before: Statement, [mine, theirs]: readonly [Amount, Amount]): AmountVerdict {
  const [day, then] = [now.day, before.day];
  const [period, earlier] = [now.period, before.period];
  if (period !== null && earlier !== null && (period.from > earlier.to || earlier.from > period.to)) {
    // What is counted afresh each year ("14 people died in 2019") is no later figure of the same thing.
    const isNext = period.from > earlier.to && daysBetween(earlier.to, period.from) <= sameSeries;
    return isNext && mine.unit !== 'count' && mine.change === '' ? 'updates' : null;
  }
  if (period !== null && earlier !== null && isPartOf(period, earlier)) return null;
  if (day === null || then === null) return 'differs';
  const gap = daysBetween(then, day);
  if (isOfAnotherDay(period, earlier === null ? then : null) || isOfAnotherDay(earlier, period === null ? day : null))
    return null;
  // Of a time that was over when the earlier figure was given nothing piles up any more.
  const isOver = period !== null && earlier !== null && earlier.to < then;
  const pilesUp = !isOver && (mine.pilesUp || has(now, 'pilesUp'));
  if (gap > 0 && ((pilesUp && mine.value > theirs.value) || has(now, 'revises'))) return 'updates';
  if (gap > longAfter && period === null && earlier === null) return 'updates';
  // The stored figure is the later one.
  if (gap < 0 && pilesUp && mine.value < theirs.value) return null;
  return gap < -longAfter && period === null && earlier === null ? null : 'differs';
}
/** Months and more, one of them this many times as long as the other, are told of apart. */
const [shortest, manyTimes] = [27, 2.5];

/** "in the third quarter" against "last year" */
function isPartOf(one: Period, other: Period): boolean {
  const lengths = [one, other].map(({ from, to }) => daysBetween(from, to) + 1);
  return Math.min(...lengths) >= shortest && Math.max(...lengths) >= manyTimes * Math.min(...lengths);
}

/** How long after a day a figure of that day alone is still given, in days. */
const sameEvent = 21;

/** "on 2 January" against a figure of March that names no time: another event. */
const isOfAnotherDay = (period: Period | null, day: string | null): boolean =>
  period !== null && day !== null && period.from === period.to && Math.abs(daysBetween(period.from, day)) > sameEvent;

/** The names of what is counted must not part company: "in Ghana" is not "in Kenya". */
function subjectsFit(a: Statement, b: Statement): boolean {
  const [mine, theirs] = [new Set(a.names), new Set(b.names)];
  // A word that begins a sentence looks like a name; the other statement may show that it is none.
  const onlyMine = [...mine].filter((name) => !theirs.has(name) && !b.stems.has(name));
  const onlyTheirs = [...theirs].filter((name) => !mine.has(name) && !a.stems.has(name));
  return onlyMine.length === 0 || onlyTheirs.length === 0;
}

/** "X's partner" is not X: a name that owns something on one side stands there on the other too, or owns it as well. */
export function ownersFit(a: Statement, b: Statement): boolean {
  const fits = (one: Statement, other: Statement): boolean =>
    [...one.owners].every(
      (name) => other.owners.has(name) || !other.names.includes(name) || other.stems.size >= one.stems.size,
    );
  return fits(a, b) && fits(b, a);
}

/** "The new stadium" is not the old one; "north" is not "south". */
export function contrastsFit(a: Statement, b: Statement): boolean {
  for (const [contrast, group] of a.contrasts) {
    const other = b.contrasts.get(contrast);
    if (other !== undefined && other !== group) return false;
  }
  return true;
}
