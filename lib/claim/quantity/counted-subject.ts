import { changeAt } from './change-words.ts';
import { longest, wordsOf } from './counted-phrase.ts';
import { isAdverb, links, pronounOf, stops } from '../syntax/grammar.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { type NumberReading, readNumber } from './numbers.ts';

const farthestSubject = 60;

/** The words before the verb that the amount belongs to, back to the start of the clause. */
export function readSubject(lexemes: readonly Lexeme[], first: number): string {
  let verb = -1;
  let from = Math.max(0, first - farthestSubject);
  for (let at = first - 1; at >= Math.max(0, first - farthestSubject); at -= 1) {
    const lexeme = lexemes[at];
    if (lexeme === undefined) break;
    const isDash = /^[-–—]$/u.test(lexeme.plain) && lexeme.spaceBefore;
    if (
      isDash ||
      (/^[.;:(“"‘]$/u.test(lexeme.plain) && !isPointOfName(lexemes, at)) ||
      (verb >= 0 && /^(?:and|as)$/u.test(lexeme.folded) && joinsClauses(lexemes, at, verb)) ||
      (lexeme.plain === ',' && verb >= 0) ||
      (lexeme.folded === 'that' && !(verb >= 0 && isRelative(lexemes, at))) ||
      (verb >= 0 &&
        /^(?:after|before|when|until|since)$/u.test(lexeme.folded) &&
        at > 0 &&
        lexemes[at + 1]?.kind !== 'number') ||
      // "expects the economy to grow", "sees prices rising"
      (verb >= 0 && foresees.test(lexeme.folded) && lexemes[at + 1]?.folded !== 'to' && at + 1 < verb) ||
      // "the report said traffic would grow"
      (verb >= 0 &&
        /^(?:though|although|while|whereas|because|unless|say|said|says|added|adds|warned|warns|predicts|predicted|believes|thinks|showing|shows|showed|saying|claiming|suggests|suggesting|found)$/u.test(
          lexeme.folded,
        ))
    ) {
      from = at + 1;
      break;
    }
    // "Diesel costs rose": what a verb follows is a noun.
    const isAlsoNoun = /^(?:costs?|hits?|rise|cuts?|stand)$/u.test(lexeme.folded);
    const isNoun =
      isAlsoNoun && (verb === at + 1 || /^(?:the|an?|its|his|her|their)$/u.test(lexemes[at - 1]?.folded ?? ''));
    // "the price of a home that sold in May was": the noun stands before "that".
    if (lexeme.folded === 'that') verb = at;
    // "product (GDP) grew"
    else if (verb === at + 1 && lexeme.plain === ')') at = verb = openOf(lexemes, at);
    else if (!isNoun && !isJoined(lexemes, at) && (copulas.has(lexeme.folded) || changeAt(lexemes, at) !== undefined))
      verb = at;
  }
  // "voted to raise it by 5 cents": of what "it" is.
  if (verb < 0 || (lexemes[verb - 1]?.folded === 'to' && /^(?:it|them)$/u.test(lexemes[verb + 1]?.folded ?? '')))
    return '';
  while (
    from < verb &&
    /^(?:the|a|an|another|and|but|while|as|its|his|her|their|in|on|by|last|that|said)$/u.test(
      lexemes[from]?.folded ?? '',
    )
  )
    from += 1;
  // "a total of 1,284 cases"
  if (lexemes[from]?.folded === 'total' && lexemes[from + 1]?.folded === 'of') from += 2;
  from = pastNumber(lexemes, from, verb);
  if (pronounOf(lexemes[verb - 1]?.folded ?? '') !== null) return '';
  // "It weighs 3 kg and costs": who or what that is the sentence does not tell.
  if (pronounOf(lexemes[from]?.folded ?? '') !== null) return '';
  let end = verb;
  while (end > from && (isAdverb(lexemes[end - 1]?.folded ?? '') || stops.has(lexemes[end - 1]?.folded ?? '')))
    end -= 1;
  // "Sales more than doubled", "Shares closed up 4%"
  while (end > from && /^(?:more|less|than|closed|opened|ended|finished)$/u.test(lexemes[end - 1]?.folded ?? ''))
    end -= 1;
  // A long subject keeps its noun and loses what hangs on it.
  for (let at = from + 1; at < end && end - from > longest; at += 1)
    if (
      /^(?:in|for|at|to|from|with|on|by|who|which|,)$/u.test(lexemes[at]?.folded ?? '') &&
      lexemes[at - 1]?.plain !== '-'
    )
      end = at;
  for (let at = from + 1; at < end; at += 1)
    if (/^(?:versus|against|despite|amid|including)$/u.test(lexemes[at]?.folded ?? '')) end = at;
  while (end > from && links.has(lexemes[end - 1]?.folded ?? '')) end -= 1;
  from = pastPlace(lexemes, from, end);
  if (end - from > longest + 2 || end <= from || isNoSubject(lexemes, from, end)) return '';
  return /^['’]s?$/u.test(wordsOf(lexemes, from, end)) ? '' : wordsOf(lexemes, from, end);
}

/** "highest-paid" */
const isJoined = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at - 1]?.plain === '-' && lexemes[at]?.spaceBefore === false;

/** "Pfizer Inc. fell" */
const isPointOfName = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at]?.plain === '.' &&
  /^(?:inc|corp|co|ltd|plc|llc|jr|sr|dr|mr|mrs|ms|st|\p{L})$/u.test(lexemes[at - 1]?.folded ?? '');

/** "Treasuries slipped and crude fell", "gained in Tokyo as the index added": a clause with a verb of its own stands before. */
function joinsClauses(lexemes: readonly Lexeme[], at: number, verb: number): boolean {
  if (verb === at + 1 || pronounOf(lexemes[at + 1]?.folded ?? '') !== null) return false;
  for (let i = at - 1; i >= Math.max(0, at - longest) && !/^[,.;:(]$/u.test(lexemes[i]?.plain ?? ''); i -= 1)
    if (changeAt(lexemes, i) !== undefined && /(?:ed|ose|ell|ew|id|ank|ung|unk)$/u.test(lexemes[i]?.folded ?? ''))
      return true;
  return false;
}

/** "a home that sold", but not "reports that prices rose": a verb right behind. */
const isRelative = (lexemes: readonly Lexeme[], at: number): boolean =>
  copulas.has(lexemes[at + 1]?.folded ?? '') || /^(?:sold|\p{Ll}{3,}ed)$/u.test(lexemes[at + 1]?.plain ?? '');

function openOf(lexemes: readonly Lexeme[], close: number): number {
  for (let at = close - 1; at > Math.max(0, close - 6); at -= 1) if (lexemes[at]?.plain === '(') return at;
  return close;
}

/** "At the market close Wednesday its value was": past where and when. */
function pastPlace(lexemes: readonly Lexeme[], from: number, end: number): number {
  if (!/^(?:at|on|in|by|after|during|for)$/u.test(lexemes[from]?.folded ?? '')) return from;
  for (let at = from + 2; at < end - 1; at += 1) {
    const before = lexemes[at - 1]?.folded ?? '';
    if (/^(?:the|its|his|her|their)$/u.test(lexemes[at]?.folded ?? '') && !links.has(before) && !stops.has(before))
      return at + 1;
  }
  return from;
}

/** "struck a rock and sank", "Between Friday and Tuesday 412 mm", "more than 300": no noun phrase, or a number alone. */
function isNoSubject(lexemes: readonly Lexeme[], from: number, end: number): boolean {
  if (/^(?:between|during|since|until|before|after|of)$/u.test(lexemes[from]?.folded ?? '')) return true;
  if (lexemes[end - 1]?.kind === 'number') return true;
  for (let at = from + 1; at < Math.min(end, from + 4); at += 1) {
    const before = lexemes[at - 1];
    if (!/^(?:an?|the|his|its|their)$/u.test(lexemes[at]?.folded ?? '') || before?.kind !== 'word') continue;
    // "all the boats", "the price of a loaf"
    if (!(stops.has(before.folded) || links.has(before.folded) || /^(?:all|both|half)$/u.test(before.folded)))
      return true;
  }
  return false;
}
const foresees = /^(?:expects?|expected|forecasts?|predicts?|predicted|projects|projected|sees|foresees|wants)$/u;

/** "About one in eight young people was", "51 people are missing": past the number that opens a subject. */
function pastNumber(lexemes: readonly Lexeme[], from: number, to: number): number {
  let at = from;
  while (
    /^(?:about|around|nearly|almost|roughly|some|over|under|more|less|fewer|than|at|least)$/u.test(
      lexemes[at]?.folded ?? '',
    )
  )
    at += 1;
  const number = readNumber(lexemes, at, to);
  if (number === null || !(number.isShare || isCounted(lexemes, number))) return from;
  at = number.end;
  while (/^(?:of|the|all|its|his|her|their)$/u.test(lexemes[at]?.folded ?? '')) at += 1;
  return at < to ? at : from;
}
/** "51 people", but neither "2019" nor "the One X". */
const isCounted = (lexemes: readonly Lexeme[], { end, value }: NumberReading): boolean =>
  !(value >= 1500 && value < 2100) && /^(?!(?:st|nd|rd|th)$)\p{Ll}/u.test(lexemes[end]?.plain ?? '');

const copulas: ReadonlySet<string> = new Set(
  'is are was were be been has have had will would went goes moved swung traded trades settled fetched doubled tripled trebled quadrupled halved passed exceeded surpassed topped neared crossed stands stood stand cost costs averaged reached reaches totalled totaled hit topped remains remained makes made accounts accounted covers covered peaked bottomed earned earns paid pays owns holds employs worth'.split(
    ' ',
  ),
);
