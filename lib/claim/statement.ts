import type { Period, Quantity } from '../model/claim.ts';
import { type Token, tokenise } from '../text/tokens.ts';
import { contentOf } from './content.ts';
import { findDates } from './dates.ts';
import { stemOf } from './opposites.ts';
import { mayBeginNumber } from './numbers.ts';
import { type Lexeme, readLexemes } from './lexemes.ts';
import { findQuantities } from './quantities.ts';
import { readWords, type StatementWords } from './statement-words.ts';
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
export interface Amount {
  readonly value: number;
  readonly unit: string;
  readonly of: readonly string[];
  /** `rise in ` or `fall in ` where it is a change, else empty. */
  readonly change: string;
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
  /** Bits of `traits`; 0 where there are no amounts. */
  readonly traits: number;
  /** The time that it is about; null where it names none. */
  readonly period: Period | null;
  /** The one near day ("on Monday", "yesterday") on which it happened (YYYY-MM-DD); null where it names none or several. */
  readonly eventDay: string | null;
  readonly quoteWords: readonly string[];
}

/** Takes a statement apart; linear in its text. */
export function readStatement(source: StatementSource): Statement {
  const { text, speaker, day } = source;
  const content = contentOf(text);
  const words = readWords(content.tokens);
  const owner = readWords(content.source);
  const stated = content.tokens.some(mayCount) ? findQuantities(lexemesOf(content.text)) : [];
  // Amounts in the words for the source ("two employees said") are none of the statement's; a pack may bring its own.
  const quantities = stated.length > 0 || content.source.length > 0 ? stated : (source.quantities ?? []);
  const traitsFound = quantities.length === 0 ? 0 : traitsOf(text);
  // Read on demand: most statements are told apart before their dates matter.
  let period: Period | null | undefined;
  let eventDay: string | null | undefined;
  return {
    ...words,
    speaker,
    day,
    stems:
      content.goesOn === 'by pronoun'
        ? new Set([...owner.stems, ...words.stems])
        : content.goesOn === 'by noun'
          ? new Set([...owner.names, ...words.stems])
          : words.stems,
    names: content.goesOn === 'no' ? words.names : [...owner.names, ...words.names],
    voices: owner.names,
    isNegated: content.isDenied !== words.isNegated,
    isPaired: content.text.includes(' and ') && /\p{Lu}[\p{L}]+ and (?:the )?\p{Lu}/u.test(content.text),
    amounts: quantities.map((quantity) => toAmount(quantity, traitsFound)),
    traits: traitsFound,
    get period() {
      if (period === undefined) period = periodOf(source);
      return period;
    },
    get eventDay() {
      if (eventDay === undefined) eventDay = eventDayOf(content.text, day);
      return eventDay;
    },
    quoteWords: wordsOf(source.quote ?? quotedPart(text)),
  };
}

/** Whether an amount may stand there: most sentences have none, and to read one takes as long as all the rest. */
const mayCount = ({ kind, folded, plain }: Token): boolean =>
  kind === 'number' || kind === 'symbol' || mayBeginNumber(folded) || (notLetters.test(plain) && /\p{N}/u.test(plain));
/** Quicker than a look for figures of any script. */
const notLetters = /[^A-Za-z]/;

function toAmount({ value, unit, of }: Quantity, traitsFound: number): Amount {
  const found = new Set(
    of
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !smallWords.has(word.toLowerCase()))
      .map((word) => stemOf(word.toLowerCase())),
  );
  // A toll counts people, and people who died are a toll.
  const isToll =
    unit === 'count' &&
    (traitsFound & traits.toll) !== 0 &&
    (found.has('people') || found.has(stemOf('people')) || found.has('die'));
  return {
    value,
    unit,
    of: isToll ? ['die'] : [...found],
    change: /^(?:rise|fall) in /u.exec(of)?.[0] ?? '',
    pilesUp: piling.test(of),
  };
}
const smallWords: ReadonlySet<string> = new Set(
  'the and for per its their his her that all in of to new total some more other rise fall rate level number'.split(
    ' ',
  ),
);

const nearDay = /day\b|\b(?:today|tonight|tomorrow)\b/iu;

/** Of the statement without its source: when that spoke ("said on Monday") is not when it happened. */
function eventDayOf(text: string, day: string | null): string | null {
  if (!nearDay.test(text)) return null;
  const days = findDates(lexemesOf(text), day).filter(
    ({ from, to, start, end }) => from === to && nearDay.test(text.slice(start, end)),
  );
  const [first] = days;
  return first !== undefined && days.every(({ from }) => from === first.from) ? first.from : null;
}

/** The first time that a statement names; weekdays and "today" tell when it was said, not what it is about. */
function periodOf({ text, day }: StatementSource): Period | null {
  const first = findDates(lexemesOf(text), day).find(
    (date) => !/^(?:on |last )?(?:\p{L}+day|tonight|today)\b/iu.test(text.slice(date.start, date.end)),
  );
  return first === undefined ? null : { from: first.from, to: first.to };
}

const lexemesOf = (text: string): Lexeme[] => readLexemes(text, { start: 0, end: text.length });

const quotedPart = (text: string): string => /[“"‘«]([^”"’»]{12,})[”"’»]/u.exec(text)?.[1] ?? '';
const wordsOf = (text: string): string[] =>
  tokenise(text).flatMap((token) => (token.kind === 'word' || token.kind === 'number' ? [token.folded] : []));
