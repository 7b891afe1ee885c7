import type { ClaimRelation, Quantity } from '../model/claim.ts';
import { type Statement, stemOf } from './statement.ts';

/**
 * How a statement stands to an earlier one, or null where nothing certain can be said. Precision before recall: each
 * rule wants the same things spoken of, in the same roles, at a time that fits.
 */
export function compareStatements(now: Statement, before: Statement): ClaimRelation | null {
  const likeness = likenessOf(now, before);
  if (likeness.shared === 0) return null;
  const quote = sharedQuote(now, before);
  if (quote && speakersFit(now, before)) return 'repeats';
  const amounts = compareAmounts(now, before, likeness);
  if (amounts === 'conflict') return null;
  if (amounts !== null && amounts !== 'equal') return amounts;
  const hasAmounts = now.quantities.length > 0 || before.quantities.length > 0;
  if (hasAmounts && amounts === null && !sameFigures(now, before)) return null;
  if (!namesFit(now, before) || !datesFit(now, before)) return null;
  if (isOpposed(now, before)) return contradicts(now, before, likeness) ? 'contradicts' : null;
  if (now.isNegated !== before.isNegated || now.isHedged !== before.isHedged) return null;
  if (likeness.jaccard >= nearlySame || (amounts === 'equal' && likeness.jaccard >= 0.75))
    return sameVoice(now, before) ? 'repeats' : 'supports';
  if (amounts === 'equal') return 'supports';
  return likeness.jaccard >= saysTheSame &&
    likeness.shared >= 4 &&
    likeness.fewest <= 1 &&
    now.isHedged === before.isHedged
    ? 'supports'
    : null;
}

/** Thresholds from the pairs in tests/claim: below them precision falls under 0.9. */
const nearlySame = 0.72;
const saysTheSame = 0.55;
const negatedSame = 0.6;
const sameThing = 0.6;

interface Likeness {
  readonly shared: number;
  readonly jaccard: number;
  /** Stems that only one of them has: of the one that has fewer such, and of the other. */
  readonly fewest: number;
  readonly most: number;
}

function likenessOf(a: Statement, b: Statement): Likeness {
  let shared = 0;
  for (const stem of a.stems) if (b.stems.has(stem)) shared += 1;
  const all = a.stems.size + b.stems.size - shared;
  return {
    shared,
    jaccard: all === 0 ? 0 : shared / all,
    fewest: Math.min(a.stems.size, b.stems.size) - shared,
    most: Math.max(a.stems.size, b.stems.size) - shared,
  };
}

/** Four or more words in quotation marks that stand in both, in the same order. */
function sharedQuote(a: Statement, b: Statement): boolean {
  const [short, long] =
    a.quoteWords.length <= b.quoteWords.length ? [a.quoteWords, b.quoteWords] : [b.quoteWords, a.quoteWords];
  return short.length >= 4 && ` ${long.join(' ')} `.includes(` ${short.join(' ')} `);
}

const speakersFit = (a: Statement, b: Statement): boolean =>
  a.source.speaker === null || b.source.speaker === null || a.source.speaker === b.source.speaker;

/** Both by the same speaker, or both by nobody. */
const sameVoice = (a: Statement, b: Statement): boolean => a.source.speaker === b.source.speaker || speakersFit(a, b);

type AmountVerdict = 'equal' | 'differs' | 'updates' | 'conflict' | null;

/** The verdict of the amounts that count the same thing; `conflict` where some agree and some do not. */
function compareAmounts(now: Statement, before: Statement, likeness: Likeness): AmountVerdict {
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
  if (!subjectsFit(now, before) || now.isNegated !== before.isNegated) return null;
  const [pair] = different;
  if (pair === undefined) return null;
  return isLater(now, before, pair) ? 'updates' : sameTime(now, before) ? 'differs' : null;
}

const saysFrom = (statement: Statement): boolean =>
  /\b(?:from|revised|previously|earlier)\b/iu.test(statement.source.text);

interface Both {
  readonly now: Statement;
  readonly before: Statement;
  readonly likeness: Likeness;
}

/** Whether two amounts have one unit and count one thing. */
function countsSame(a: Quantity, b: Quantity, { now, before, likeness }: Both): boolean {
  if (a.unit !== b.unit || durations.has(a.unit)) return false;
  const [mine, theirs] = [ofStems(a), ofStems(b)];
  if (isChange(a) !== isChange(b)) return false;
  if (mine.size === 0 || theirs.size === 0)
    return likeness.jaccard >= sameThing && now.quantities.length === 1 && before.quantities.length === 1;
  let shared = 0;
  for (const stem of mine) if (theirs.has(stem)) shared += 1;
  const part = shared / Math.min(mine.size, theirs.size);
  const whole = shared / (mine.size + theirs.size - shared);
  // "wheat exports" and "coal exports"
  if (shared < mine.size && shared < theirs.size && whole < sameThing) return false;
  if (shared === 0 || hasQualifier(now) !== hasQualifier(before)) return false;
  // Both go on about things that the other does not mention: "sold" and "recalled", "wheat" and "coal".
  if (likeness.fewest > 0 && likeness.jaccard <= sameThing) return false;
  // One common noun ("people") counts the same only where the rest of the statement agrees too.
  if (whole >= 0.99 && mine.size > 1) return likeness.jaccard >= 0.2;
  return part >= sameThing && likeness.jaccard >= (whole > 0.6 ? 0.34 : 0.42);
}

/** Words that narrow down who or what is counted. */
const hasQualifier = ({ source }: Statement): boolean =>
  /\b(?:among|aged|young|younger|older|elderly|women|men|girls|boys|rural|urban|black|white|foreign|male|female|average|median|excluding|except|per head|only)\b/iu.test(
    source.text,
  );

/** Lengths of time are too often about different things. */
const durations: ReadonlySet<string> = new Set(['hours', 'minutes', 'seconds', 'days', 'weeks', 'months', 'years']);
const isChange = ({ of }: Quantity): boolean => /^(?:rise|fall) in /u.test(of);
const ofStems = ({ of }: Quantity): ReadonlySet<string> =>
  new Set(
    of
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !smallWords.has(word.toLowerCase()))
      .map((word) => stemOf(word.toLowerCase())),
  );
const smallWords: ReadonlySet<string> = new Set(
  'the and for per its their his her that all in of to new total some more other rise fall'.split(' '),
);

/** Equal but for rounding; "about" and the like allow more. */
function isClose(a: Quantity, b: Quantity, now: Statement, before: Statement): boolean {
  const gap = Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value), 1e-9);
  const isRough = rough.test(now.source.text) || rough.test(before.source.text);
  return gap <= (isRough ? 0.03 : 0.005);
}
const rough = /\b(?:about|around|roughly|nearly|almost|some|approximately|close to|more than|over|at least)\b/iu;

/** Things that pile up, words of revision, or a later period: the newer figure follows the older one. */
function isLater(now: Statement, before: Statement, [mine, theirs]: readonly [Quantity, Quantity]): boolean {
  const [day, then] = [now.source.day, before.source.day];
  const [period, earlier] = [periodOf(now), periodOf(before)];
  // What is counted afresh each year ("14 people died in 2019") is no later figure of the same thing.
  if (period !== null && earlier !== null && period.from > earlier.to) return mine.unit !== 'count';
  if (day === null || then === null || day <= then) return false;
  if (period !== null && earlier !== null && period.to < earlier.from) return false;
  const pilesUp = piling.test(mine.of) || piling.test(now.source.text);
  return (pilesUp && mine.value > theirs.value) || revision.test(now.source.text);
}
const piling =
  /\b(?:dead|deaths?|died|killed|injured|wounded|cases|infections|arrest\w*|detained|displaced|fled|refugees|missing|signatures|casualties|toll|victims|evacuated)\b/iu;
const revision =
  /\b(?:now|revised|updated|latest|so far|as of|risen|climbed to|grown to|has reached|have reached|up from|down from|no longer)\b/iu;

/** The span of time that a statement names; weekdays and "today" tell when it was said, not what it is about. */
function periodOf({ dates, source }: Statement): { readonly from: string; readonly to: string } | null {
  const named = dates.filter(
    (date) => !/^(?:on |last )?(?:\p{L}+day|tonight|today)\b/iu.test(source.text.slice(date.start, date.end)),
  );
  const [first] = named;
  return first === undefined ? null : { from: first.from, to: first.to };
}

/** Neither names a period that the other's excludes. */
const sameTime = (a: Statement, b: Statement): boolean => datesFit(a, b);

function datesFit(a: Statement, b: Statement): boolean {
  const [one, other] = [periodOf(a), periodOf(b)];
  if (one === null || other === null) return true;
  return one.from <= other.to && other.from <= one.to;
}

/** All figures of one statement stand in the other. */
const sameFigures = (a: Statement, b: Statement): boolean => {
  if (a.quantities.length === 0 || b.quantities.length === 0) return false;
  const [few, many] = a.quantities.length <= b.quantities.length ? [a, b] : [b, a];
  return few.quantities.every((one) =>
    many.quantities.some((other) => one.unit === other.unit && isClose(one, other, a, b)),
  );
};

/** Names that both mention stand in the same order, and neither has two that the other lacks. */
function namesFit(a: Statement, b: Statement): boolean {
  const [mine, theirs] = [new Set(a.names), new Set(b.names)];
  const shared = [...mine].filter((name) => theirs.has(name));
  const order = [...theirs].filter((name) => mine.has(name));
  if (shared.join(' ') !== order.join(' ') && shared.length > 1 && !(a.isPaired && b.isPaired)) return false;
  const lacking = Math.max(mine.size - shared.length, theirs.size - shared.length);
  const bothLack = Math.min(mine.size - shared.length, theirs.size - shared.length);
  return bothLack === 0 || lacking <= 1;
}

/** The names of what is counted must not part company: "in Ghana" is not "in Kenya". */
function subjectsFit(a: Statement, b: Statement): boolean {
  const [mine, theirs] = [new Set(a.names), new Set(b.names)];
  const onlyMine = [...mine].filter((name) => !theirs.has(name));
  const onlyTheirs = [...theirs].filter((name) => !mine.has(name));
  return onlyMine.length === 0 || onlyTheirs.length === 0;
}

/** Whether one negates the other: by a negation, or by exactly one word and its opposite. */
function isOpposed(a: Statement, b: Statement): boolean {
  let turned = 0;
  for (const [pair, side] of a.sides) {
    const other = b.sides.get(pair);
    if (other !== undefined && other !== side) turned += 1;
  }
  return (turned % 2 === 1) !== (a.isNegated !== b.isNegated);
}

const contradicts = (now: Statement, before: Statement, likeness: Likeness): boolean =>
  likeness.jaccard >= negatedSame &&
  (likeness.shared >= 3 || (likeness.shared === 2 && likeness.most === 0 && isSameSpeaker(now, before))) &&
  likeness.fewest === 0 &&
  now.isHedged === before.isHedged &&
  (now.names.length > 0 || isSameSpeaker(now, before));

const isSameSpeaker = (a: Statement, b: Statement): boolean =>
  a.source.speaker !== null && a.source.speaker === b.source.speaker;
