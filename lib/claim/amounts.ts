import type { Quantity } from '../model/claim.ts';
import { stemOf } from './opposites.ts';
import type { Statement } from './statement.ts';

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
  const different: (readonly [Quantity, Quantity])[] = [];
  for (const mine of now.quantities) {
    const rivals = before.quantities.filter((other) => countsSame(mine, other, { now, before, likeness }));
    if (rivals.length === 0) continue;
    if (rivals.some((other) => isClose(mine, other, now, before))) equal += 1;
    else for (const rival of rivals.slice(0, 1)) different.push([mine, rival]);
  }
  if (different.length === 0) return equal > 0 ? 'equal' : null;
  // "from 30 to 35": the old figure stands beside the new one.
  if (equal > 0) return saysFrom(now) && different.length === 1 ? 'updates' : 'conflict';
  if (!subjectsFit(now, before) || !ownersFit(now, before) || now.isNegated !== before.isNegated) return null;
  const [pair] = different;
  return pair === undefined ? null : orderOf(now, before, pair);
}

/** Each verb with an opposite ("lose", "open") stands in both or in neither; rising and falling may differ. */
function turnsFit(a: Statement, b: Statement): boolean {
  const turns = ({ stems }: Statement): string =>
    [...stems]
      .filter((stem) => stem.startsWith('~') && stem !== '~0')
      .toSorted()
      .join(' ');
  return turns(a) === turns(b);
}

/** Words that say nothing of what is counted: rising, falling, having. */
const light: ReadonlySet<string> = new Set(
  '~0 people get got use have host live rate level average total number amount figure count count year latest new now report put estimat keep kept see saw say earlier ago bring brought give given take took set'.split(
    ' ',
  ),
);

function likenessOf(a: Statement, b: Statement): Likeness {
  const [mine, theirs] = [weighty(a), weighty(b)];
  let shared = 0;
  for (const stem of mine) if (theirs.has(stem)) shared += 1;
  const all = mine.size + theirs.size - shared;
  return { shared, jaccard: all === 0 ? 0 : shared / all, fewest: Math.min(mine.size, theirs.size) - shared };
}
const weighty = ({ stems }: Statement): ReadonlySet<string> => new Set([...stems].filter((stem) => !light.has(stem)));

/** Whether two amounts have one unit and count one thing. */
function countsSame(a: Quantity, b: Quantity, { now, before, likeness }: Both): boolean {
  if (a.unit !== b.unit || changeOf(a) !== changeOf(b)) return false;
  const isAlone = countOf(now) === 1 && countOf(before) === 1;
  // Lengths of time are too often about different things.
  if (durations.has(a.unit)) return isAlone && likeness.jaccard >= sameThing && likeness.fewest <= 1;
  if (narrowed(now) !== narrowed(before)) return false;
  // How many were asked is no figure about the world.
  if (a.unit === 'count' && sampled.test(now.source.text) && sampled.test(before.source.text)) return false;
  const [mine, theirs] = [ofStems(a, now), ofStems(b, before)];
  if (mine.size === 0 || theirs.size === 0) return isAlone && likeness.jaccard >= sameThing && likeness.fewest === 0;
  let shared = 0;
  for (const stem of mine) if (theirs.has(stem)) shared += 1;
  if (shared === 0) return false;
  const part = shared / Math.min(mine.size, theirs.size);
  const whole = shared / (mine.size + theirs.size - shared);
  // "wheat exports" and "coal exports"
  if (shared < mine.size && shared < theirs.size && whole < sameThing) return false;
  // Both go on about things that the other does not mention: "sold" and "recalled", "wheat" and "coal".
  if (likeness.fewest > 0 && likeness.jaccard <= sameThing) return false;
  // One common noun ("people") counts the same only where the rest of the statement agrees too.
  if (whole >= 0.99 && mine.size > 1) return likeness.jaccard >= 0.2;
  return part >= sameThing && likeness.jaccard >= (whole > 0.6 ? 0.34 : 0.42);
}

const sampled = /\b(?:survey|poll|sample|study) of (?:about |around |more than |nearly )?\p{Nd}/iu;

/** Words that narrow down who or what is counted. */
const narrowed = ({ source }: Statement): boolean =>
  /\b(?:among|aged|youth|teenage|young|younger|older|elderly|women|men|girls|boys|rural|urban|black|white|foreign|male|female|average|median|excluding|except|per head|under \d+|over \d+s)\b/iu.test(
    source.text.replace(/\ban average of\b/giu, ''),
  );

/** Amounts other than lengths of time. */
const countOf = ({ quantities }: Statement): number => {
  const own = quantities.filter(({ unit }) => !durations.has(unit));
  return own.length === 0 ? quantities.length : own.length;
};

const durations: ReadonlySet<string> = new Set(['hours', 'minutes', 'seconds', 'days', 'weeks', 'months', 'years']);
const changeOf = ({ of }: Quantity): string => /^(?:rise|fall) in /u.exec(of)?.[0] ?? '';

function ofStems({ of, unit }: Quantity, { source }: Statement): ReadonlySet<string> {
  const found = new Set(
    of
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !smallWords.has(word.toLowerCase()))
      .map((word) => stemOf(word.toLowerCase())),
  );
  // A toll counts people, and people who died are a toll.
  const isToll = toll.test(source.text) && !hurt.test(source.text);
  if (unit === 'count' && isToll && (found.has('people') || found.has('die'))) return new Set(['die']);
  return found;
}
const toll = /\b(?:dead|died|dies|deaths?|killed|kills?|fatalities|toll)\b/iu;
const hurt = /\b(?:injured|wounded|hurt|missing)\b/iu;
const smallWords: ReadonlySet<string> = new Set(
  'the and for per its their his her that all in of to new total some more other rise fall rate level number'.split(
    ' ',
  ),
);

/** Equal but for rounding; "about" and the like allow more. */
export function isClose(a: Quantity, b: Quantity, now: Statement, before: Statement): boolean {
  const gap = Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value), 1e-9);
  const isRough = rough.test(now.source.text) || rough.test(before.source.text);
  return gap <= (isRough ? 0.03 : 0.005);
}
const rough = /\b(?:about|around|roughly|nearly|almost|some|approximately|close to|more than|over|at least)\b/iu;

const saysFrom = (statement: Statement): boolean =>
  /\b(?:from|revised|previously|earlier)\b/iu.test(statement.source.text);

const dayLength = 86_400_000;
/** A figure without a period of its own that is this much newer is a later one, in days. */
const longAfter = 300;
/** Periods further apart than this are no two points of one series, in days. */
const sameSeries = 800;

/** Things that pile up, words of revision, a later period or day: the newer figure follows the older one. */
function orderOf(now: Statement, before: Statement, [mine, theirs]: readonly [Quantity, Quantity]): AmountVerdict {
  const [day, then] = [now.source.day, before.source.day];
  const [period, earlier] = [periodOf(now), periodOf(before)];
  if (period !== null && earlier !== null && (period.from > earlier.to || earlier.from > period.to)) {
    // What is counted afresh each year ("14 people died in 2019") is no later figure of the same thing.
    const isNext = period.from > earlier.to && daysBetween(earlier.to, period.from) <= sameSeries;
    return isNext && mine.unit !== 'count' && changeOf(mine) === '' ? 'updates' : null;
  }
  if (day === null || then === null) return 'differs';
  const gap = daysBetween(then, day);
  const pilesUp = piling.test(mine.of) || piling.test(now.source.text);
  if (gap > 0 && ((pilesUp && mine.value > theirs.value) || revision.test(now.source.text))) return 'updates';
  if (gap > longAfter && period === null && earlier === null) return 'updates';
  // The stored figure is the later one.
  if (gap < 0 && pilesUp && mine.value < theirs.value) return null;
  return gap < -longAfter && period === null && earlier === null ? null : 'differs';
}
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayLength;
const piling =
  /\b(?:dead|deaths?|died|killed|injured|wounded|cases|infections|infected|arrest\w*|detained|displaced|fled|refugees|missing|signatures|casualties|toll|victims|evacuated|destroyed)\b/iu;
const revision =
  /\b(?:now|revis\w+|updated|latest|so far|as of|risen|climbed to|grown to|has reached|have reached|has passed|have passed|up from|down from|no longer)\b/iu;

/** The span of time that a statement names; weekdays and "today" tell when it was said, not what it is about. */
export function periodOf({ dates, source }: Statement): { readonly from: string; readonly to: string } | null {
  const named = dates.filter(
    (date) => !/^(?:on |last )?(?:\p{L}+day|tonight|today)\b/iu.test(source.text.slice(date.start, date.end)),
  );
  const [first] = named;
  return first === undefined ? null : { from: first.from, to: first.to };
}

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
