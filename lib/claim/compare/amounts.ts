import { orderOf } from './amount-times.ts';
import { areCompatible } from './bounds.ts';
import { isSameCount, isSameEvent } from './same-event.ts';
import { layoff } from './layoffs.ts';
import type { Amount, Statement } from './statement.ts';
import { membership, setting } from './opposites.ts';
import { has } from './traits.ts';

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
/** And of tolls, of which the news is full: "a bus crash" is not "a jet crash". */
const sameToll = 0.67;

/** The verdict of the amounts that count the same thing. */
export function compareAmounts(now: Statement, before: Statement): AmountVerdict {
  const likeness = likenessOf(now, before);
  if (likeness.shared === 0 || !contrastsFit(now, before) || now.isAble !== before.isAble) return null;
  if (!turnsFit(now, before) || doOpposite(now, before)) return null;
  // "shed 900 jobs" is "laid off 900".
  const areLayoffs = now.stems.has(layoff) && before.stems.has(layoff);
  let equal = 0;
  let isOther = false;
  const different: (readonly [Amount, Amount])[] = [];
  for (const mine of now.amounts) {
    const rivals = before.amounts.filter((other) => countsSame(mine, other, { now, before, likeness }));
    if (rivals.length === 0) continue;
    if (!areLayoffs && rivals.some((other) => isOtherDeed(mine, other) || isOnceDone([mine, now], [other, before])))
      isOther = true;
    else if (rivals.some((other) => isClose(mine, other, now, before))) {
      // "in the 12 weeks to January" tells when, beside what is counted.
      if (!durations.has(mine.unit) || !now.amounts.some(({ unit }) => !durations.has(unit))) equal += 1;
    } else
      for (const rival of rivals.slice(0, 1)) {
        const mates = now.amounts.filter((other) => countsSame(other, rival, { now, before, likeness }));
        if (!isWithin(mine, rivals) && !isWithin(rival, mates)) different.push([mine, rival]);
      }
  }
  if (different.length === 0) return equal === 0 ? null : isOther ? 'conflict' : 'equal';
  // "from 30 to 35": the old figure stands beside the new one.
  if (equal > 0) return has(now, 'saysFrom') && different.length === 1 ? 'updates' : 'conflict';
  if (!subjectsFit(now, before) || !ownersFit(now, before) || now.isNegated !== before.isNegated) return null;
  if (isElsewhen(now) !== isElsewhen(before) || has(now, 'partial') || has(before, 'partial')) return null;
  for (const pair of different) {
    const verdict = orderOf(now, before, pair);
    // A floor is raised with time; on one day it takes nothing back.
    if (verdict === 'updates' || (verdict === 'differs' && !mayBothHold(pair, now, before))) return verdict;
  }
  return null;
}

/** "kidnapped 40 girls" and "freed 21 girls" */
const isOtherDeed = (a: Amount, b: Amount): boolean => a.deed !== '' && b.deed !== '' && a.deed !== b.deed;

/** "holds 440 kg" and "enriched 60 kg in May": what there is, and what was done at one time. */
function isOnceDone(
  [mine, now]: readonly [Amount, Statement],
  [theirs, before]: readonly [Amount, Statement],
): boolean {
  if ((mine.deed === '') === (theirs.deed === '') || (now.period === null) === (before.period === null)) return false;
  return (mine.deed === '') === (now.period === null);
}

/** Between the two ends of a range. */
const isWithin = ({ value }: Amount, amounts: readonly Amount[]): boolean => {
  const ends = amounts.filter(({ isEnd }) => isEnd);
  return ends.some((end) => end.value <= value) && ends.some((end) => end.value >= value);
};

/** A figure of one digit that is said to be rough ("about 300") may stand for what is this much off. */
const roundedOff = 0.1;

function mayBothHold([mine, theirs]: readonly [Amount, Amount], now: Statement, before: Statement): boolean {
  if (areCompatible(mine, theirs)) return true;
  const isRound = (amount: Amount, statement: Statement): boolean =>
    has(statement, 'rough') && Number(amount.value.toPrecision(1)) === amount.value;
  const gap = Math.abs(mine.value - theirs.value) / Math.max(Math.abs(mine.value), Math.abs(theirs.value));
  return gap <= roundedOff && (isRound(mine, now) || isRound(theirs, before));
}

/** Its one figure is of a time that only the text around it names. */
const isElsewhen = (statement: Statement): boolean => has(statement, 'elsewhen') && countOf(statement) === 1;

/** Each verb with an opposite ("lose", "open") stands in both or in neither; rising and falling may differ. */
const turnsFit = (a: Statement, b: Statement): boolean => hasTurnsOf(a, b) && hasTurnsOf(b, a);
function hasTurnsOf(a: Statement, b: Statement): boolean {
  // "lowered its rate to 3%" gives a level, as "stands at 3%" does.
  const isLevel = (stem: string): boolean => stem === '~0' || (stem === `~${setting}` && has(a, 'revises'));
  for (const stem of a.stems) if (stem.startsWith('~') && !isLevel(stem) && !b.stems.has(stem)) return false;
  return true;
}

/** "2,000 joined" and "3,000 left": so many did the one, and so many the other. */
function doOpposite(a: Statement, b: Statement): boolean {
  const [side, other] = [a.sides.get(membership), b.sides.get(membership)];
  return side !== undefined && other !== undefined && side !== other;
}

/** Words that say nothing of what is counted: rising, falling, having. */
const light: ReadonlySet<string> = new Set(
  '~0 get got use have host live record regist log rate level average total number amount figure count count year latest new now report put estimat keep kept see saw say earlier ago bring brought give given take took set go went gone'.split(
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
  if (a.unit !== b.unit || a.change !== b.change || a.rate !== b.rate) return false;
  const isAlone = countOf(now) === 1 && countOf(before) === 1;
  // Lengths of time are too often about different things.
  if (durations.has(a.unit)) return isAlone && likeness.jaccard >= sameThing && likeness.fewest === 0;
  if (has(now, 'narrowed') !== has(before, 'narrowed')) return false;
  if (a.unit === 'percent' && a.of.includes('vote') && has(now, 'polled') !== has(before, 'polled')) return false;
  // How many were asked is no figure about the world.
  if (a.unit === 'count' && has(now, 'sample') && has(before, 'sample')) return false;
  if (isAlone && isSameCount([a, now], [b, before])) return true;
  const [mine, theirs] = [a.of, b.of];
  if (mine.length === 0 || theirs.length === 0)
    return isAlone && likeness.jaccard >= sameThing && likeness.fewest === 0;
  let shared = 0;
  for (const stem of mine) if (theirs.includes(stem)) shared += 1;
  if (shared === 0 || (a.unit === 'percent' && !sharesFit(a, b, { now, before }))) return false;
  const part = shared / Math.min(mine.length, theirs.length);
  const whole = shared / (mine.length + theirs.length - shared);
  // "wheat exports" and "coal exports"
  if (shared < mine.length && shared < theirs.length && whole < sameThing) return false;
  // Both go on about things that the other does not mention: "sold" and "recalled", "wheat" and "coal".
  const isToll = whole === 1 && mine.length === 1 && /^(?:die|hurt)$/u.test(mine[0] ?? '');
  if (isToll && isSameEvent(now, before, light)) return true;
  if (likeness.fewest > 0 && likeness.jaccard <= (isToll ? sameToll : sameThing)) return false;
  // One common noun ("people") counts the same only where the rest of the statement agrees too.
  if (whole >= 0.99 && mine.length > 1) return likeness.jaccard >= 0.2;
  return part >= sameThing && likeness.jaccard >= (whole > 0.6 ? 0.34 : 0.42);
}

/** "Support for X" is not "support for X in Saxony": neither names what is counted more closely than the other. */
const sharesFit = (a: Amount, b: Amount, { now, before }: Pick<Both, 'now' | 'before'>): boolean => {
  const isCloser = ({ of }: Amount, one: Statement, other: Statement): boolean =>
    of.some((stem) => one.names.includes(stem) && !other.stems.has(stem));
  return !isCloser(a, now, before) && !isCloser(b, before, now);
};

/** Amounts other than lengths of time. */
const countOf = ({ amounts }: Statement): number => {
  const own = amounts.filter(({ unit }) => !durations.has(unit));
  return own.length === 0 ? amounts.length : own.length;
};

const durations: ReadonlySet<string> = new Set(['hours', 'minutes', 'seconds', 'days', 'weeks', 'months', 'years']);

/** Equal but for rounding; "about" and the like allow more. */
export function isClose(a: Amount, b: Amount, now: Statement, before: Statement): boolean {
  // "76 to 78 billion" against "up to 78 billion"
  if (a.isEnd !== b.isEnd && (a.bound !== '' || b.bound !== '')) return false;
  const gap = Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value), 1e-9);
  const isRough = has(now, 'rough') || has(before, 'rough');
  if (!isRough && isCounted(a) && isCounted(b)) return a.value === b.value;
  return gap <= (isRough ? 0.03 : 0.005);
}

/** "251 goals" are not 252: nobody rounds what is counted one by one. */
const isCounted = ({ value }: Amount): boolean => Number.isInteger(value) && value < 1_000;

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
      (name) =>
        other.owners.has(name) ||
        !other.names.includes(name) ||
        other.stems.size >= one.stems.size ||
        // "Norland's jobless rate" is that "in Norland".
        [...one.stems].every((stem) => light.has(stem) || other.stems.has(stem)),
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
