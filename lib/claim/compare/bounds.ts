/** How far an amount reaches: `least` as in "at least 27", `most` as in "up to 1,200"; empty where neither is told. */
export type Bound = '' | 'least' | 'most';

export interface Bounded {
  readonly value: number;
  readonly bound: Bound;
}

/** Words between a bound and its figure: "more than an estimated £3m". */
const between = String.raw`(?:\s+(?:an?|the|about|some|estimated))*\s*[$£€¥₹]?\s*$`;
const least = new RegExp(
  String.raw`(?:\b(?:at least|(?:more|greater|higher) than|over|above|upwards? of|no (?:fewer|less) than|a minimum of|in excess of|exceed\w*|surpass\w*|topped))${between}`,
  'iu',
);
const most = new RegExp(
  String.raw`(?:\b(?:up to|as (?:many|much|high) as|(?:fewer|less|lower) than|under|below|at most|no more than|a maximum of|not more than))${between}`,
  'iu',
);
const orMore = /^\s*(?:\+|-plus\b|plus\b|(?:\p{L}+\s)?or more\b|(?:\p{L}+\s)?at least\b)/iu;
const orLess = /^\s*(?:(?:\p{L}+\s)?or (?:fewer|less)\b|(?:\p{L}+\s)?at (?:the )?most\b)/iu;

/** Words one of which no bound does without. */
const mayBind =
  /than|least|most|over|under|above|below|up|many|much|high|minimum|maximum|excess|exceed|surpass|topped|more|less|fewer|\+|plus/iu;

/** Room in which the words of a bound stand before and behind a figure. */
const reach = 40;

/** The bound that the words around a figure of a text give it. */
export function boundOf(text: string, { start, end }: { readonly start: number; readonly end: number }): Bound {
  const before = text.slice(Math.max(0, start - reach), start);
  if (!mayBind.test(before) && !mayBind.test(text.slice(end, end + reach))) return '';
  const after = text.slice(end, end + reach);
  // "no more than" has "more than" in it.
  if (most.test(before) || orLess.test(after)) return 'most';
  return least.test(before) || orMore.test(after) ? 'least' : '';
}

/** Whether two amounts can both be true: "at least 27" and 31, "up to 1,200" and 400, two floors. */
export function areCompatible(a: Bounded, b: Bounded): boolean {
  const allows = (one: Bounded, other: Bounded): boolean =>
    one.bound === 'least'
      ? other.bound === 'least' || other.value >= one.value
      : one.bound === 'most' && (other.bound === 'most' || other.value <= one.value);
  return allows(a, b) || allows(b, a);
}
