import type { Period, Quantity } from '../../model/claim.ts';
import type { Span } from '../../model/span.ts';
import { type Token, tokenise } from '../../text/tokens.ts';
import { type Bounded, boundOf } from './bounds.ts';
import { deedBefore } from './deeds.ts';
import { fateOf, isOfLivesLost, isOfToll } from './fates.ts';
import { looseFigures } from './loose-figures.ts';
import { type Content, contentOf } from './content.ts';
import { isComparedTime } from '../time/compared-time.ts';
import { endOfDateline } from '../time/dateline.ts';
import { bareDollar } from '../../model/money.ts';
import { findDates } from '../time/dates.ts';
import { stemOf } from './opposites.ts';
import { mayBeginNumber } from '../quantity/numbers.ts';
import { lexemesOfTokens } from '../syntax/lexemes.ts';
import { findQuantities } from '../quantity/quantities.ts';
import { isRecordSince } from '../time/record-since.ts';
import { readWords, type StatementWords } from './statement-words.ts';
import { joinWholes } from './wholes.ts';
import { piling, traits, traitsOf } from './traits.ts';

/** A claim as comparison reads it; entities and speaker as ids of any one kind. */
export interface StatementSource {
  readonly text: string;
  readonly quote: string | null;
  readonly speaker: string | null;
  /** When it was said or printed, YYYY-MM-DD or a part of it. */
  readonly day: string | null;
  readonly quantities?: readonly Quantity[];
}

/** An amount with the stems of what it counts. */
export interface Amount extends Bounded {
  readonly unit: string;
  readonly of: readonly string[];
  /** `rise in ` or `fall in ` where it is a change, else empty. */
  readonly change: string;
  /** The noun of "a day", "per head"; empty where it is no rate. */
  readonly rate: string;
  /** Stem of what was done to them: "kidnapped 40 girls"; empty where no verb stands right before. */
  readonly deed: string;
  /** One end of "76 to 78 billion". */
  readonly isEnd: boolean;
  /** Counts what only grows: deaths, signatures. */
  readonly pilesUp: boolean;
}

/** A statement taken apart, once for each claim. */
export interface Statement extends StatementWords {
  readonly speaker: string | null;
  readonly day: string | null;
  /** Words between "A and B": a pair whose order does not matter. */
  readonly isPaired: boolean;
  /** Names in the words for the source. */
  readonly voices: readonly string[];
  readonly amounts: readonly Amount[];
  /** Ranks, ages, scores: figures that are no amounts. */
  readonly figures: readonly string[];
  /** Bits of `traits`; 0 where there are no amounts. */
  readonly traits: number;
  /** The time that it is about; null where it names none. */
  readonly period: Period | null;
  /** The one near day ("on Monday", "yesterday") on which it happened (YYYY-MM-DD); null where it names none or several. */
  readonly eventDay: string | null;
  readonly quoteWords: readonly string[];
}

/** A statement that was read from its words. */
export interface StatementRead extends Statement {
  /** Without reading them: whether there may be amounts. */
  readonly mayHaveAmounts: boolean;
}

/** Takes a statement apart; linear in its text. */
export function readStatement(source: StatementSource): StatementRead {
  const { speaker, day } = source;
  const text = source.text.slice(endOfDateline(source.text));
  const content = contentOf(text);
  const words = readWords(content.tokens);
  const owner = content.source.length === 0 ? noWords : readWords(content.source);
  const mayState = content.tokens.some(mayCount);
  // Amounts in the words for the source ("two employees said") are none of the statement's; a pack may bring its own.
  const given = content.source.length > 0 ? [] : (source.quantities ?? []);
  // Read on demand: most statements are told apart before their amounts and dates matter.
  const amounts = once(() => amountsOf(content, { mayState, given }));
  const figures = once(() => looseFigures(content.whole, content.tokens, amounts().spans));
  const period = once(() => periodOf(text, { day, content }));
  const eventDay = once(() => eventDayOf(content, day));
  return {
    speaker,
    day,
    stems: stemsOf(content, words, owner),
    names: content.goesOn === 'no' || owner.names.length === 0 ? words.names : [...owner.names, ...words.names],
    owners: words.owners,
    contrasts: words.contrasts,
    sides: words.sides,
    isHedged: words.isHedged,
    isAble: words.isAble,
    voices: owner.names,
    isNegated: content.isDenied !== words.isNegated,
    isPaired: content.text.includes(' and ') && / and (?<=\p{Lu}\p{L}+ and )(?:the )?\p{Lu}/u.test(content.text),
    quoteWords: wordsOf(source.quote ?? quotedPart(text)),
    mayHaveAmounts: mayState || given.length > 0,
    get amounts() {
      return amounts().amounts;
    },
    get figures() {
      return figures();
    },
    get traits() {
      return amounts().traits;
    },
    get period() {
      return period();
    },
    get eventDay() {
      return eventDay();
    },
  };
}

const noWords: StatementWords = readWords([]);

function once<T>(read: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => (found ??= { value: read() }).value;
}

function stemsOf({ goesOn }: Content, words: StatementWords, owner: StatementWords): ReadonlySet<string> {
  if (goesOn === 'no') return words.stems;
  return new Set([...(goesOn === 'by pronoun' ? owner.stems : owner.names), ...words.stems]);
}

function amountsOf(
  content: Content,
  { mayState, given }: { readonly mayState: boolean; readonly given: readonly Quantity[] },
): Pick<Statement, 'amounts' | 'traits'> & { readonly spans: readonly Span[] } {
  const stated = mayState ? findQuantities(lexemesOfTokens(content.whole, content.tokens)) : [];
  const quantities = stated.length > 0 ? stated : given;
  if (quantities.length === 0) return { amounts: [], traits: 0, spans: [] };
  const found = traitsOf(content.whole, content.all);
  const amounts = quantities.map((quantity) => toAmount(quantity, { found, text: content.whole }));
  const isJoined = (at: number): boolean => joinsRange(content.whole, quantities[at]?.span, quantities[at + 1]?.span);
  return {
    amounts: joinWholes(
      content.whole,
      quantities.map(({ span }) => span),
      amounts.map((amount, i) => (isJoined(i - 1) || isJoined(i) ? { ...amount, isEnd: true } : amount)),
    ),
    traits: found,
    spans: quantities.flatMap(({ span }) => span ?? []),
  };
}

/** "76 to 78 billion", "between 10 and 20", but not "from 30 to 35". */
const joinsRange = (text: string, low: Span | undefined, high: Span | undefined): boolean =>
  low !== undefined &&
  high !== undefined &&
  /^\s*(?:to|[-–—]|and|or)\s*$/u.test(text.slice(low.end, high.start)) &&
  !/\bfrom\s+$/iu.test(text.slice(Math.max(0, low.start - 6), low.start));

/** Whether an amount may stand there: most sentences have none, and to read one takes as long as all the rest. */
const mayCount = ({ kind, folded, plain }: Token): boolean =>
  kind === 'number' || kind === 'symbol' || mayBeginNumber(folded) || (notLetters.test(plain) && /\p{N}/u.test(plain));
/** Quicker than a look for figures of any script. */
const notLetters = /[^A-Za-z]/;

function toAmount(
  { value, unit, of, span }: Quantity,
  { found: traitsFound, text }: { readonly found: number; readonly text: string },
): Amount {
  const rate = perNoun.exec(of)?.[1] ?? '';
  const change = /^(?:rise|fall) in /u.exec(of)?.[0] ?? '';
  const found = new Set(
    of
      .replace(perNoun, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !smallWords.has(word.toLowerCase()))
      .map((word) => stemOf(word.toLowerCase())),
  );
  // A toll counts people, and people who died are a toll.
  const isOfPeople =
    unit === 'count' &&
    (found.size === 0 ||
      [...anybody].some((stem) => found.has(stem)) ||
      (span !== undefined && (isOfLivesLost(text, span) || isOfToll(text, span))));
  const fate = isOfPeople && (traitsFound & traits.pilesUp) !== 0 && span !== undefined ? fateOf(text, span) : '';
  const isToll =
    fate !== 'hurt' && isOfPeople && found.size > 0 && !found.has('hurt') && (traitsFound & traits.toll) !== 0;
  const isFahrenheit = unit === '°F';
  return {
    value: isFahrenheit ? (change === '' ? value - 32 : value) / 1.8 : value,
    bound: span === undefined ? '' : boundOf(text, span),
    // Whose dollar is meant is not written where statements are compared.
    unit: isFahrenheit ? '°C' : unit === bareDollar ? 'USD' : unit,
    of: fate !== '' ? [fate] : isToll ? ['die'] : [...found],
    change,
    rate,
    deed: change === '' && span !== undefined ? deedBefore(text, span) : '',
    isEnd: false,
    pilesUp: piling.test(of),
  };
}
/** Stems of those whom any toll counts. */
const anybody: ReadonlySet<string> = new Set(['people', 'die', 'hurt', 'body']);
const perNoun = /\bper (\p{L}+)/u;
const smallWords: ReadonlySet<string> = new Set(
  'the and for per its their his her that all in of to new total some more other rise fall rate level number'.split(
    ' ',
  ),
);

const nearDay = /day\b|\b(?:today|tonight|tomorrow)\b/iu;

/** Of the statement without its source: when that spoke ("said on Monday") is not when it happened. */
function eventDayOf({ text, whole, tokens }: Content, day: string | null): string | null {
  if (!nearDay.test(text)) return null;
  const days = findDates(lexemesOfTokens(whole, tokens), day).filter(
    ({ from, to, start, end }) => from === to && nearDay.test(whole.slice(start, end)),
  );
  const [first] = days;
  return first !== undefined && days.every(({ from }) => from === first.from) ? first.from : null;
}

/** The first time that a statement names; weekdays and "today" tell when it was said, not what it is about. */
function periodOf(
  text: string,
  { day, content: { all } }: { readonly day: string | null; readonly content: Content },
): Period | null {
  const first = findDates(lexemesOfTokens(text, all), day).find(
    (date) =>
      !/^(?:on |last )?(?:\p{L}+day|tonight|today)\b/iu.test(text.slice(date.start, date.end)) &&
      !isRecordSince(text, date) &&
      !isComparedTime(text, date),
  );
  return first === undefined ? null : { from: first.from, to: first.to };
}

/** Letters of a quotation that is more than a word. */
const fewestQuoted = 12;

/** The first quotation of a text. */
function quotedPart(text: string): string {
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(/[“"‘«”’»]/gu)) {
    if (open >= 0 && /[”"’»]/u.test(mark)) {
      if (index - open > fewestQuoted) return text.slice(open + 1, index);
      open = -1;
    }
    if (open < 0 && /[“"‘«]/u.test(mark)) open = index;
  }
  return '';
}
const wordsOf = (text: string): string[] =>
  tokenise(text).flatMap((token) => (token.kind === 'word' || token.kind === 'number' ? [token.folded] : []));
