import {
  type DateContext,
  type Days,
  type DaySpan,
  dayLength,
  foldedOf,
  hasHappened,
  isAhead,
  nearest,
  type Now,
  sameDay,
  utc,
} from './date-parts.ts';
import { yearAfter, yearPair } from './date-ranges.ts';
import { isCountedNoun } from '../syntax/words-after.ts';
import type { Lexeme } from '../syntax/lexemes.ts';

/** First month of each season, as meteorologists of the northern hemisphere have it. */
const seasons: ReadonlyMap<string, number> = new Map([
  ['spring', 2],
  ['summer', 5],
  ['autumn', 8],
  ['fall', 8],
  ['winter', 11],
]);
const spanOf = (year: number, month: number): DaySpan => [utc(year, month, 1), utc(year, month + 3, 0)];

/** "last summer", "next spring", "summer 2019", "the winter of 2019-20", "since the autumn", "Christmas Day", "last Easter". */
export const readSeason = (context: DateContext, at: number): Days | null =>
  readNamedSeason(context, at) ?? readFeast(context, at);

/** What each of its kind has. */
const ofSeasons = /^(?:weather|rain|snow|heat|cold|storm|break|tourism|sport|clothing|heating|term|season)$/u;
const leaders = /^(?:in|over|during|since|by|until|through|throughout|before|after|of)$/u;

function readNamedSeason({ lexemes, now }: DateContext, at: number): Days | null {
  const word = foldedOf(lexemes, at);
  const isStep = /^(?:last|this|next)$/u.test(word);
  const isLed = leaders.test(word);
  let own = isStep || isLed ? at + 1 : at;
  if (isStep && foldedOf(lexemes, own) === 'past') own += 1;
  const hasThe = isLed && foldedOf(lexemes, own) === 'the';
  if (hasThe) own += 1;
  const season = foldedOf(lexemes, own);
  const month = seasons.get(season);
  if (month === undefined) return null;
  const told = readTold({ lexemes, now }, own + 1);
  // "the fall of 1989", but not "the fall of Kabul" and "a fall 2 metres deep"
  if (told !== null && (season !== 'fall' || isLed || isStep || foldedOf(lexemes, own - 1) === 'the'))
    return { days: spanOf(told.year, month), end: told.end };
  if (now === null || now.known === 'year') return null;
  const end = own + 1;
  if (isStep) return { days: spanOf(yearBy(word, month, now), month), end };
  if (!isLed || season === 'fall') return null;
  // "in winter weather", "by summer rains"
  if (!hasThe && (isCountedNoun(lexemes[end]) || ofSeasons.test(foldedOf(lexemes, end)))) return null;
  const isToCome = word === 'by' || word === 'until' || isAhead(lexemes, at, end);
  // "In winter the elk move down" is of every year.
  if (!isToCome && word !== 'since' && !(hasThe && hasHappened(lexemes, at, end))) return null;
  return { days: spanOf(isToCome ? comingYear(month, now) : begunYear(month, now), month), end };
}

function readTold(context: DateContext, at: number): { readonly year: number; readonly end: number } | null {
  const own = foldedOf(context.lexemes, at) === 'of' ? at + 1 : at;
  const pair = yearPair(context.lexemes, own);
  if (pair !== null) return { year: new Date(pair.days[0]).getUTCFullYear(), end: pair.end };
  return foldedOf(context.lexemes, at) === ',' ? null : yearAfter(context, at);
}

const yearOfNow = ({ time }: Now): number => new Date(time).getUTCFullYear();
/** The last one that has begun, and the first one that is not over. */
const begunYear = (month: number, now: Now): number =>
  spanOf(yearOfNow(now), month)[0] <= now.time ? yearOfNow(now) : yearOfNow(now) - 1;
const comingYear = (month: number, now: Now): number =>
  [yearOfNow(now) - 1, yearOfNow(now)].find((year) => spanOf(year, month)[1] >= now.time) ?? yearOfNow(now) + 1;

/** "last summer" in November is still the one of the year before; "next summer" has not begun; "this winter" in March is just over. */
function yearBy(step: string, month: number, now: Now): number {
  const year = yearOfNow(now);
  if (step === 'next') return spanOf(year, month)[0] > now.time ? year : year + 1;
  if (step === 'last') return spanOf(year - 1, month)[1] < now.time ? year - 1 : year - 2;
  return month === 11 && new Date(now.time).getUTCMonth() < 5 ? year - 1 : year;
}

type FeastDay = (year: number) => number;
const fixed =
  (month: number, date: number): FeastDay =>
  (year) =>
    utc(year, month, date);
const aroundEaster =
  (days: number): FeastDay =>
  (year) =>
    easter(year) + days * dayLength;

/** By the lexemes of their names. */
const feastDays: readonly (readonly [words: readonly string[], day: FeastDay])[] = (
  [
    ["new year ' s eve", fixed(11, 31)],
    ["new year ' s day", fixed(0, 1)],
    ["valentine ' s day", fixed(1, 14)],
    ['christmas eve', fixed(11, 24)],
    ['christmas day', fixed(11, 25)],
    ['christmas', fixed(11, 25)],
    ['boxing day', fixed(11, 26)],
    ['halloween', fixed(9, 31)],
    ['good friday', aroundEaster(-2)],
    ['easter sunday', aroundEaster(0)],
    ['easter monday', aroundEaster(1)],
    ['easter', aroundEaster(0)],
  ] as const
).map(([name, day]) => [name.split(' '), day]);

/** Easter Sunday of the western churches: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991). */
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return utc(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}

/** "on Christmas Day", "at Easter", "last Christmas", "New Year’s Eve 2019"; feasts without a day need a word before them. */
function readFeast({ lexemes, now }: DateContext, at: number): Days | null {
  const word = foldedOf(lexemes, at);
  const isStep = /^(?:last|this|next)$/u.test(word);
  const isLed = isStep || /^(?:on|at|over|since|by|until|before|after)$/u.test(word);
  const own = isLed ? at + 1 : at;
  if (!/^\p{Lu}/u.test(lexemes[own]?.plain ?? '')) return null;
  const feast = feastDays.find(([words]) => words.every((each, i) => foldedOf(lexemes, own + i) === each));
  if (feast === undefined) return null;
  const [words, day] = feast;
  const end = own + words.length;
  const told = yearAfter({ lexemes, now }, end);
  if (told !== null) return sameDay(day(told.year), told.end);
  // "a Christmas market", "the Easter Rising"
  if (words.length === 1 && (!isLed || isNoun(lexemes[end]))) return null;
  if (now === null || now.known === 'year') return null;
  const year = yearOfNow(now);
  if (/^\p{Lu}/u.test(lexemes[end]?.plain ?? '')) return null;
  if (word === 'last' || word === 'since') return sameDay(day(year) < now.time ? day(year) : day(year - 1), end);
  if (word === 'next') return sameDay(day(year) > now.time ? day(year) : day(year + 1), end);
  if (word === 'this') return sameDay(day(year), end);
  const date = new Date(day(year));
  const found = nearest({ lexemes, at, end }, now.time, { month: date.getUTCMonth(), date: date.getUTCDate() });
  return sameDay(day(new Date(found).getUTCFullYear()), end);
}
const isNoun = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'word' &&
  !/^(?:and|or|the|in|on|at|but|when|after|before|for|as|he|she|they|it|to|with|last|this)$/u.test(lexeme.folded);
