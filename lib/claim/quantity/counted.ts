import { isMoney } from '../../model/money.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { changeAt } from './change-words.ts';
import { ends, isNounAt, readAfter, wordsOf } from './counted-phrase.ts';
import { readHead, readObject } from './counted-head.ts';
import { readSubject } from './counted-subject.ts';
import { readNumber } from './numbers.ts';
import { inMiddle } from './share-context.ts';

interface Place {
  readonly unit: string;
  readonly first: number;
  readonly end: number;
}

/**
 * What an amount counts, in the sentence's own words: the nouns after it ("270 inspectors"), what follows "of" ("a third
 * of the voters"), or the subject before it ("Inflation was 5.1 per cent"). A change says so ("rise in sales"), and a
 * period stays ("losses a day").
 */
export function readCounted(lexemes: readonly Lexeme[], { unit, first, end }: Place): string {
  if (unit === 'magnitude') return quakeBeside(lexemes, { first, end });
  // "190 miles north of the town": how far it is, and of nothing.
  if (isFarFrom(lexemes, { unit, end }) || (durations.has(unit) && lexemes[end]?.folded === 'since')) return '';
  // "one household in six"
  const inside = unit === 'percent' && end - first > 3 ? inMiddle(lexemes, { end: first + 1, value: 1 }) : null;
  if (inside !== null) return lexemes[first + 1]?.folded === 'times' ? '' : wordsOf(lexemes, first + 1, inside);
  // "a 4.5% pay offer"
  const isAttribute = unit === 'percent' && (opensPhrase(lexemes, first) || rated.test(lexemes[end]?.folded ?? ''));
  const after = readAfter(lexemes, end, isAttribute ? 'share' : unit);
  const counted = after === null ? '' : wordsOf(lexemes, after[0], after[1]);
  // "crossed the 10,000 mark"
  const of = counted === 'mark' ? '' : counted;
  const rate = readRate(lexemes, end) || (after === null ? '' : readRate(lexemes, after[1]));
  const lost = suffers(lexemes, { unit, first });
  if (lost !== '') return rate === '' ? lost : `${lost} ${rate}`;
  const isLasting = lasts.test(wordBefore(lexemes, first)) && lexemes[end]?.folded !== 'of';
  // "with 11 minutes left", "by 9 minutes either way"
  const isLeft = /^(?:left|remaining|either|before|after|apart)$/u.test(lexemes[end]?.folded ?? '');
  if (durations.has(unit) && (isLeft || (isLasting && (of === '' || /^(?:on|in)$/u.test(lexemes[end]?.folded ?? '')))))
    return '';
  const standing = unit === 'percent' && of === '' ? readStanding(lexemes, first) : '';
  if (standing !== '') return standing;
  const told = of === '' ? readToldChange(lexemes, { first, end }) : '';
  if (told !== '') return told;
  const change = changeBefore(lexemes, first);
  const before = of !== '' ? of : readHead(lexemes, first) || readObject(lexemes, first);
  const subject = before !== '' || (isAttribute && change === null) ? before : readSubject(lexemes, first);
  const isChange =
    change !== null && unit !== 'count' && !isLevel(lexemes, first) && !isRaising(lexemes, { unit, first });
  if (/^(?:rise|increase|jump|fall|drop|decline|cut|reduction|growth|surge|gain)\b/u.test(of)) return of;
  const suffered = unit === 'count' && subject === '' ? readFate(lexemes, end) : '';
  if (suffered !== '') return suffered;
  const changed = isChange ? readChanged(lexemes, first) : '';
  if (changed !== '') return `${change} in ${changed}`;
  const what = isChange && subject !== '' ? `${change} in ${subject}` : subject;
  return rate === '' ? what : what === '' ? rate : `${what} ${rate}`;
}

const isFarFrom = (lexemes: readonly Lexeme[], { unit, end }: Pick<Place, 'unit' | 'end'>): boolean =>
  /^(?:km|metres)$/u.test(unit) &&
  /^(?:north|south|east|west|(?:north|south)(?:east|west)|away|off|inland|offshore|outside)$/u.test(
    lexemes[end]?.folded ?? '',
  );

/** "a 4% offer", "the bank's 2% target", "its planned 12% target": a word for whose it is, or which. */
function opensPhrase(lexemes: readonly Lexeme[], first: number): boolean {
  const isChosen = /^(?:projected|planned|estimated|expected|proposed|current|official|annual)$/u.test(
    lexemes[first - 1]?.folded ?? '',
  );
  const before = lexemes[isChosen ? first - 2 : first - 1]?.folded ?? '';
  return /^(?:an?|the|this|its|his|her|their)$|['’]s$|^s$/u.test(before);
}
/** "10 percent unemployment" */
const rated = /^(?:unemployment|inflation|turnout|target|stake|discount|tariff|tax|interest)$/u;

/** "a magnitude 6.9 earthquake", "a quake of magnitude 7" */
function quakeBeside(lexemes: readonly Lexeme[], { first, end }: Pick<Place, 'first' | 'end'>): string {
  for (let at = end; at >= Math.max(0, first - 5); at -= 1)
    if (/^(?:earthquake|quake|tremor|temblor|aftershock|foreshock)s?$/u.test(lexemes[at]?.folded ?? ''))
      return lexemes[at]?.plain ?? '';
  return '';
}

const durations: ReadonlySet<string> = new Set(['hours', 'minutes', 'seconds', 'days', 'weeks', 'months', 'years']);
/** "over 10 years", "in two hours": how long it took, not what is counted. */
const lasts = /^(?:in|over|for|within|during|after|next|past|last|every)$/u;
const roughly =
  /^(?:about|around|nearly|almost|over|up|to|roughly|some|under|more|less|than|at|least|most|a|an|another|just|only|between)$/u;

/** The word before an amount and whatever makes it rough; "over" itself where nothing else stands before it. */
function wordBefore(lexemes: readonly Lexeme[], first: number): string {
  let at = first - 1;
  while (at > 0 && roughly.test(lexemes[at]?.folded ?? '') && !lasts.test(lexemes[at]?.folded ?? '')) at -= 1;
  return lexemes[at]?.folded ?? '';
}

/** "with Reform on 30%", "had Labour on 22%": the name right before "on". */
function readStanding(lexemes: readonly Lexeme[], first: number): string {
  if (lexemes[first - 1]?.folded !== 'on') return '';
  let from = first - 1;
  while (from > 0 && lexemes[from - 1]?.kind === 'word' && /^\p{Lu}/u.test(lexemes[from - 1]?.plain ?? '')) from -= 1;
  // "of the governing National Bloc on 29.7%"
  const isDescribed =
    from > 1 && lexemes[from - 2]?.folded === 'the' && /^\p{Ll}/u.test(lexemes[from - 1]?.plain ?? '');
  const opener = lexemes[from === 0 ? first - 1 : from - (isDescribed ? 2 : 1)];
  const isLed = from > 0 && /^(?:with|had|has|have|put|puts|and|,|the|by|gave|gives|at)$/u.test(opener?.folded ?? '');
  return from < first - 1 && isLed ? wordsOf(lexemes, from, first - 1) : '';
}

/** "The firm lost £312m": a loss of so much, not less of the firm. */
function suffers(
  lexemes: readonly Lexeme[],
  { unit, first }: { readonly unit: string; readonly first: number },
): string {
  if (!isMoney(unit)) return '';
  const verb = wordBefore(lexemes, first);
  return /^(?:lose|loses|lost|losing)$/u.test(verb) ? 'loss' : '';
}

/** "will raise £4m", "added $2m": money got in, not a change of whoever got it. */
const isRaising = (
  lexemes: readonly Lexeme[],
  { unit, first }: { readonly unit: string; readonly first: number },
): boolean => isMoney(unit) && /^rais(?:es?|ed|ing)$/u.test(wordBefore(lexemes, first));

/** "17 were killed", "40 injured": what befell those who are counted. */
function readFate(lexemes: readonly Lexeme[], end: number): string {
  let at = end;
  while (/^(?:were|was|are|have|has|had|been)$/u.test(lexemes[at]?.folded ?? '')) at += 1;
  const word = lexemes[at]?.folded ?? '';
  return /^(?:killed|dead|died|injured|wounded|hurt|missing|arrested|detained|displaced|rescued|infected)$/u.test(word)
    ? word
    : '';
}

const changeNoun = /^(?:rise|increase|jump|gain|fall|drop|decline|decrease|cut|reduction)$/u;

/** "The rate was 76 per cent, a fall of 2 points", "a rise of 5% in rents": the noun of a change, and what has changed. */
function readToldChange(lexemes: readonly Lexeme[], { first, end }: Pick<Place, 'first' | 'end'>): string {
  let at = first - 1;
  while (at > 0 && roughly.test(lexemes[at]?.folded ?? '')) at -= 1;
  const noun = lexemes[at]?.folded === 'of' ? (lexemes[at - 1]?.folded ?? '') : '';
  if (!changeNoun.test(noun)) return '';
  const sense = /^(?:rise|increase|jump|gain)$/u.test(noun) ? 'rise' : 'fall';
  const object = lexemes[end]?.folded === 'in' ? readAfter(lexemes, end + 1, 'count') : null;
  const what = object === null ? readSubject(lexemes, at - 2) : wordsOf(lexemes, object[0], object[1]);
  return what === '' ? sense : `${sense} in ${what.replace(/^(?:the|a|an) /u, '')}`;
}

/** "cut deaths by 28 per cent": what stands between the verb of change and "by". */
function readChanged(lexemes: readonly Lexeme[], first: number): string {
  let by = first - 1;
  while (
    by > 0 &&
    /^(?:about|around|nearly|almost|over|up|to|some|more|than|at|least|a|an|between)$/u.test(lexemes[by]?.folded ?? '')
  )
    by -= 1;
  if (lexemes[by]?.folded !== 'by') return '';
  if (/^(?:up|down)$/u.test(lexemes[by - 1]?.folded ?? '')) return readMoved(lexemes, by - 1);
  for (let at = by - 1; at >= Math.max(0, by - longestChanged); at -= 1) {
    if (changeAt(lexemes, at) === undefined) continue;
    let from = at + 1;
    while (from < by && /^(?:the|a|an|its|his|her|their|our)$/u.test(lexemes[from]?.folded ?? '')) from += 1;
    return isNounAt(lexemes, from) && !/^(?:out|off|away|back)$/u.test(lexemes[from]?.folded ?? '')
      ? wordsOf(lexemes, from, by)
      : '';
  }
  return '';
}

/** "has moved its lending rate up by three points": what stands between the verb and "up". */
function readMoved(lexemes: readonly Lexeme[], up: number): string {
  for (let at = up - 2; at >= Math.max(0, up - longestChanged); at -= 1) {
    if (
      !/^(?:mov(?:es?|ed|ing)|push(?:es|ed|ing)?|br(?:ings?|inging|ought)|driv(?:es?|en|ing)|drove)$/u.test(
        lexemes[at]?.folded ?? '',
      )
    )
      continue;
    let from = at + 1;
    while (from < up && /^(?:the|a|an|its|his|her|their|our)$/u.test(lexemes[from]?.folded ?? '')) from += 1;
    return wordsOf(lexemes, from, up);
  }
  return '';
}

/** Words that may stand between a verb of change and "by". */
const longestChanged = 10;

/** "a day", "per head", "a barrel", "-a-barrel", "per 100,000 people" right after an amount; barrels "b/d" are a day's. */
function readRate(lexemes: readonly Lexeme[], end: number): string {
  if (lexemes[end - 1]?.folded === 'bpd' || (lexemes[end - 1]?.folded === 'd' && lexemes[end - 2]?.plain === '/'))
    return 'per day';
  const hyphen = lexemes[end]?.plain === '-' ? 1 : 0;
  const [by, noun] = [lexemes[end + hyphen], lexemes[end + 1 + 2 * hyphen]];
  if (by === undefined || noun === undefined) return '';
  if (by.folded === 'per' && noun.kind === 'number') {
    const whole = readNumber(lexemes, end + 1, lexemes.length);
    const people = lexemes[whole?.end ?? 0];
    const isNoun = people?.kind === 'word' && !ends.has(people.folded) && isNounAt(lexemes, whole?.end ?? 0);
    return whole === null ? '' : wordsOf(lexemes, end, isNoun ? whole.end + 1 : whole.end);
  }
  if (noun.kind !== 'word') return '';
  // "$10 per short ton"
  const isKind =
    /^(?:short|metric|square|cubic|fluid)$/u.test(noun.folded) && lexemes[end + 2 + 2 * hyphen]?.kind === 'word';
  if (by.folded === 'per' && isKind) return `per ${noun.folded} ${lexemes[end + 2 + 2 * hyphen]?.folded ?? ''}`;
  if (by.folded === 'per' || by.folded === 'each') return by.folded === 'per' ? `per ${noun.folded}` : '';
  const isAgo = /^(?:ago|earlier|later|before|after|old)$/u.test(lexemes[end + 2]?.folded ?? '');
  if ((by.folded === 'a' || by.folded === 'an') && rates.has(noun.folded) && !isAgo) return `per ${noun.folded}`;
  return '';
}
const rates: ReadonlySet<string> = new Set(
  'day week month year hour minute second mile kilometre km game pint bottle visit word head person barrel tonne ton kilo kilogram kilogramme litre gallon share night ticket unit home household acre hectare bushel piece seat pupil job worker employee student customer'.split(
    ' ',
  ),
);

/** Whether the verb before is one of rising or falling. */
function changeBefore(lexemes: readonly Lexeme[], first: number): string | null {
  // "cut malaria deaths in Malawi by 13 per cent"
  const reach = wordBefore(lexemes, first) === 'by' ? longestChanged + 2 : 5;
  for (let at = first - 1; at >= Math.max(0, first - reach); at -= 1) {
    const change = changeAt(lexemes, at);
    // "up from a forecast of 0.8%": what it was before.
    const isFrom = lexemes[at + 1]?.folded === 'from' && /^(?:up|down)$/u.test(lexemes[at]?.folded ?? '');
    if (change !== undefined && isNoun(lexemes, at)) return null;
    if (change !== undefined) return isFrom ? null : change;
    if (lexemes[at]?.plain === ',' || lexemes[at]?.plain === ';') return null;
  }
  return null;
}

/** "The cuts would save £4m": no verb of falling. */
const isNoun = (lexemes: readonly Lexeme[], at: number): boolean =>
  /^(?:the|these|those|this|that|its|his|her|their)$/u.test(lexemes[at - 1]?.folded ?? '') &&
  /^(?:cuts?|rises?|increases?|falls?|drops?|declines?|reductions?|gains?)$/u.test(lexemes[at]?.folded ?? '') &&
  /^(?:is|are|was|were|will|would|could|may|might|should|can)$/u.test(lexemes[at + 1]?.folded ?? '');

/** "rose to 5 per cent" gives the level reached, not the change. */
const isLevel = (lexemes: readonly Lexeme[], first: number): boolean => {
  for (let at = first - 1; at >= Math.max(0, first - 3); at -= 1) {
    const word = lexemes[at]?.folded;
    // "Sales at X rose 12 per cent"
    if (changeAt(lexemes, at) !== undefined) return false;
    if (word === 'to' || word === 'at' || word === 'from') return true;
    if (word === 'by') return false;
  }
  return false;
};
