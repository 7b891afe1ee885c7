import type { Lexeme } from '../syntax/lexemes.ts';

/** The article's date as far as it is known. */
export interface Now {
  /** Milliseconds of the start of the day, or of the month or year, in UTC. */
  readonly time: number;
  readonly known: 'day' | 'month' | 'year';
}

/** Days from the first to the last, both included, in milliseconds of their start in UTC. */
export type DaySpan = readonly [from: number, to: number];

/** A time that starts at the lexeme asked about and ends before `end`. */
export interface Days {
  readonly days: DaySpan;
  readonly end: number;
}

/** What every reader of times is given. */
export interface DateContext {
  readonly lexemes: readonly Lexeme[];
  readonly now: Now | null;
}

export const dayLength = 86_400_000;

/** From one ISO date to another; negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayLength;

const numbered = (words: readonly string[]) => words.map((word, i): [string, number] => [word, i]);
const monthNames = 'january february march april may june july august september october november december'.split(' ');
const weekdayNames = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const months: ReadonlyMap<string, number> = new Map([
  ...numbered(monthNames),
  ...numbered('jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')),
  ['sept', 8],
]);
const weekdays: ReadonlyMap<string, number> = new Map([
  ...numbered(weekdayNames),
  ...numbered('sun mon tue wed thu fri sat'.split(' ')),
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
]);
const counts: ReadonlyMap<string, number> = new Map(
  'a one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, i): [string, number] => [word, Math.max(1, i)]),
);

/** Every word that a time may open with. */
const openers: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...weekdays.keys(),
  ...counts.keys(),
  ...'on in since by until during of from before after early late mid throughout through between at over'.split(' '),
  ...'last this next coming past previous end day today tonight tomorrow yesterday'.split(' '),
  ...'fiscal financial calendar fy season first second third fourth final q week month quarter year'.split(' '),
  ...'weeks months quarters years'.split(' '),
  ...'earlier later so overnight start beginning couple twenty thirty forty fifty sixty h the winter spring summer'.split(
    ' ',
  ),
  ...'autumn fall christmas easter boxing halloween good valentine new'.split(' '),
]);

/** Cheaper than to read a time where none can stand. */
export const mayOpenDate = (lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined && (lexeme.kind === 'number' || openers.has(lexeme.folded));

/** Null where the text is no date. */
export function parseNow(day: string): Now | null {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)/u.exec(day) ?? [];
  const time = Date.parse(`${year}-${month ?? '01'}-${date ?? '01'}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  return { time, known: date !== undefined ? 'day' : month !== undefined ? 'month' : 'year' };
}

export const utc = (year: number, month: number, date: number): number => Date.UTC(year, month, date);
export const wholeYear = (year: number): DaySpan => [utc(year, 0, 1), utc(year, 11, 31)];
export const wholeMonth = (year: number, month: number): DaySpan => [utc(year, month, 1), utc(year, month + 1, 0)];
export const sameDay = (time: number, end: number): Days => ({ days: [time, time], end });

export const foldedOf = (lexemes: readonly Lexeme[], at: number): string => lexemes[at]?.folded ?? '';
const isCapital = (lexeme: Lexeme | undefined): boolean => lexeme !== undefined && /^\p{Lu}/u.test(lexeme.plain);

/** 0 to 11, or null. */
export const monthOf = (lexeme: Lexeme | undefined): number | null => {
  const month = months.get(lexeme?.folded ?? '');
  return month === undefined || !isCapital(lexeme) ? null : month;
};

/** 0 (Sunday) to 6, or null. */
export const weekdayOf = (lexeme: Lexeme | undefined): number | null => {
  const weekday = weekdays.get(lexeme?.folded ?? '');
  return weekday === undefined || !isCapital(lexeme) ? null : weekday;
};

export const yearOf = (lexeme: Lexeme | undefined): number | null =>
  lexeme !== undefined && /^(?:1[5-9]|20)\d\d$/u.test(lexeme.plain) ? Number(lexeme.plain) : null;

/** 1 to 31, or null. */
export const dateOf = (lexeme: Lexeme | undefined): number | null =>
  lexeme !== undefined && /^\d{1,2}$/u.test(lexeme.plain) && Number(lexeme.plain) >= 1 && Number(lexeme.plain) <= 31
    ? Number(lexeme.plain)
    : null;

/** A small number in words or figures, or null. */
export const countOf = (lexeme: Lexeme | undefined): number | null => {
  const count = lexeme?.kind === 'number' ? Number(lexeme.plain) : counts.get(lexeme?.folded ?? '');
  return count === undefined || !Number.isFinite(count) || count >= 1000 ? null : count;
};

const ahead =
  /^(?:will|would|shall|due|scheduled|slated|set|expected|upcoming|forthcoming|deadline|until|coming|planned|plan|plans|planning|hopes?|hoping|ends|expires|begins|starts|aims?|aiming|intends?|ahead|going|must|should|may|might)$|['’]ll$/u;
const behind =
  /^(?:was|were|had|did|has|have|said|says|told|\p{Ll}{3,}ed|rose|fell|won|lost|made|took|met|began|held|left|went|came)$/u;
const farthest = 10;

/** Whether the words before a time, or those after one that opens its clause, speak of what is to come. */
export function isAhead(lexemes: readonly Lexeme[], at: number, end: number): boolean {
  // "the vote is on Saturday"
  if (foldedOf(lexemes, at) === 'on' && /^(?:is|are)$/u.test(foldedOf(lexemes, at - 1))) return true;
  for (let i = at - 1; i >= Math.max(0, at - farthest); i -= 1) {
    const word = foldedOf(lexemes, i);
    if (ahead.test(word)) return true;
    if (behind.test(word) || /^[;:.“”"]$/u.test(word)) return false;
  }
  const opens = at <= 1 || /^[,.;:]$/u.test(foldedOf(lexemes, at - 1));
  for (let i = end; opens && i < end + farthest; i += 1) {
    const word = foldedOf(lexemes, i);
    if (ahead.test(word)) return true;
    if (behind.test(word)) return false;
  }
  return false;
}

/** Whether the verb next to a time tells what has happened. */
export function hasHappened(lexemes: readonly Lexeme[], at: number, end: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - farthest); i -= 1) if (behind.test(foldedOf(lexemes, i))) return true;
  for (let i = end; i < end + farthest; i += 1) if (behind.test(foldedOf(lexemes, i))) return true;
  return false;
}

/** How far ahead a date without a year may lie that no word says is to come, in days. */
const soon = 60;

/** Where a time stands, half-open. */
export interface Place {
  readonly lexemes: readonly Lexeme[];
  readonly at: number;
  readonly end: number;
}

/** The date in the year before, of or after `now` that lies nearest to it; further ahead only where words say so. */
export function nearest(
  { lexemes, at, end }: Place,
  now: number,
  { month, date }: { readonly month: number; readonly date: number },
): number {
  const year = new Date(now).getUTCFullYear();
  const limit = now + (isAhead(lexemes, at, end) ? 366 : soon) * dayLength;
  return [year - 1, year, year + 1]
    .map((each) => utc(each, month, date))
    .reduce((best, one) => (one <= limit && Math.abs(one - now) < Math.abs(best - now) ? one : best));
}
