import { isMoney } from '../../model/money.ts';
import { isAdverb, isPlural } from '../syntax/grammar.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { readNumber } from './numbers.ts';

/** Words that what is counted does not run over. */
export const ends: ReadonlySet<string> = new Set(
  'a an the his her its their our this that these those and or but to by from at on in since last next after before during until till over under up down about around than as for with between against into without within along across throughout amid per not also only more less fewer is are was were be been being has have had will would could may might must can said says told rose fell grew cut gave made put took went came got were who which when where while because if so among found died fled voted won saw watched lost want wants believe believes think thinks agreed changed left stayed lived work works worked live lives plus each worth valued costing saying they he she we it them him me us happen happens occur occurs run runs pay pays need needs use uses remain remains face faces say come stand wait expect hope plan aged near above below behind inside outside beyond ahead some either gives makes takes shows does through out every ages earlier later'.split(
    ' ',
  ),
);
/** Words of what is counted. */
export const longest = 8;

/** Lexemes from the first to before the last one, half-open. */
type Range = readonly [from: number, to: number];

/** What follows an amount and is counted by it; null where nothing does. */
export function readAfter(lexemes: readonly Lexeme[], end: number, unit: string): Range | null {
  let at = end;
  // "half the bill"
  const isHalf =
    unit === 'percent' &&
    lexemes[at - 1]?.folded === 'half' &&
    /^(?:the|its|his|her|their|our|my|your|all)$/u.test(lexemes[at]?.folded ?? '');
  const isOf = isHalf || lexemes[at]?.folded === 'of';
  const isRatio =
    unit === 'percent' &&
    /^(?:word|number)$/u.test(lexemes[at - 1]?.kind ?? '') &&
    /^(?:in|of|every)$/u.test(lexemes[at - 2]?.folded ?? '');
  if (measured.test(lexemes[at]?.folded ?? '')) return null;
  // "has claimed 23 lives"
  if (unit === 'count' && lexemes[at]?.folded === 'lives') return [at, at + 1];
  // "a 3-mile-long queue", "a 12-storey tower"
  if (lexemes[at]?.plain === '-' && measured.test(lexemes[at + 1]?.folded ?? ''))
    return phraseFrom(lexemes, at + 2, 'bare');
  if (unit === 'count' && lexemes[at]?.plain === '-' && lexemes[at + 1]?.spaceBefore === false)
    return /^\p{Ll}{3,}$/u.test(lexemes[at + 1]?.plain ?? '') && !ends.has(lexemes[at + 1]?.folded ?? '')
      ? [at + 1, at + 2]
      : null;
  // "a 30% rise in cases", "a $5m cut in grants"
  if (
    unit !== 'count' &&
    /^(?:rise|increase|jump|fall|drop|decline|cut|reduction|growth|surge|gain)$/u.test(lexemes[at]?.folded ?? '')
  ) {
    const isIn = lexemes[at + 1]?.folded === 'in' && isNounAt(lexemes, at + 2);
    return isIn ? [at, phraseFrom(lexemes, at + 2, 'of')?.[1] ?? at + 1] : [at, at + 1];
  }
  // "£9m spent on consultants"
  if (unit !== 'count' && /^(?:spent|paid|earmarked|set|pledged|invested)$/u.test(lexemes[at]?.folded ?? '')) at += 1;
  // "25 per cent fewer nurses"
  if (unit === 'percent' && /^(?:fewer|more|less)$/u.test(lexemes[at]?.folded ?? '') && isNounAt(lexemes, at + 1)) {
    const more = phraseFrom(lexemes, at + 1, 'bare');
    return more === null ? null : [at, more[1]];
  }
  const modifies = unit !== 'count' && unit !== 'percent' && (isNounAt(lexemes, at) || lexemes[at]?.plain === '-');
  if (isOf) at += isHalf ? 0 : 1;
  else if (isRatio) return phraseFrom(lexemes, at, 'share');
  // "a $46 million gap", "a 16,900-tonne vessel"
  else if (modifies && !isTime(lexemes[at]?.folded ?? '')) {
    const noun = phraseFrom(lexemes, lexemes[at]?.plain === '-' ? at + 1 : at, 'bare');
    // "the $1bn analysts had forecast"
    const isClause =
      noun !== null &&
      isPlural(lexemes[noun[1] - 1]?.folded ?? '') &&
      /^(?:had|have)$/u.test(lexemes[noun[1]]?.folded ?? '');
    return isClause ? null : noun;
  } else if (unit !== 'count' && unit !== 'percent') {
    // "£412,000 on drawings", "$5m in damages"
    if (!/^(?:on|for|in)$/u.test(lexemes[at]?.folded ?? '') || !/^\p{Ll}/u.test(lexemes[at + 1]?.plain ?? ''))
      return null;
    if (ends.has(lexemes[at + 1]?.folded ?? '') || isTime(lexemes[at + 1]?.folded ?? '')) return null;
    if (idle.test(lexemes[at + 1]?.folded ?? '') && lexemes[at]?.folded !== 'for') return null;
    // "rose 8 feet in two hours"
    if (readNumber(lexemes, at + 1, lexemes.length) !== null) return null;
    at += 1;
  }
  if (unit === 'percent' && !isOf) return null;
  // "22 more bodies"
  if (unit === 'count' && !isOf && lexemes[at]?.folded === 'more' && isNounAt(lexemes, at + 1)) at += 1;
  // "27 people, 25 of them children"
  if (unit === 'count' && isOf && /^(?:them|whom)$/u.test(lexemes[at]?.folded ?? '')) {
    at += /^(?:were|are|was|is)$/u.test(lexemes[at + 1]?.folded ?? '') ? 2 : 1;
    return isNounAt(lexemes, at) && isPlural(lexemes[at]?.folded ?? '') ? phraseFrom(lexemes, at, 'share') : null;
  }
  const whole = phraseFrom(lexemes, at, isOf ? 'of' : 'bare');
  const phrase = whole !== null && unit === 'count' && !isOf ? uptoPlural(lexemes, whole) : whole;
  // "earned $8bn on revenue of $71bn"
  const isOther = phrase !== null && isMoney(unit) && !isOf && lexemes[phrase[1]]?.folded === 'of';
  return isOther ? null : phrase;
}

/** "$9.8m in return", "£4m in advance": how, and not for what. */
const idle =
  /^(?:return|exchange|turn|fact|advance|part|full|instalments|installments|addition|general|practice|theory|response|reply|average|top|morning|afternoon|early|late|trading|trade)$/u;

const measured = /^(?:long|tall|high|wide|deep|away|apart|thick|heavy|old|strong)$/u;

const isTime = (word: string): boolean =>
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|all|total|early|late|mid|both|fiscal|beginning|starting)$/u.test(
    word,
  );

/** Verbs that are nouns as well: "back pay", "the work", not "nurses work". */
const alsoNouns = /^(?:pay|pays|work|works|use|uses|need|needs|plan|run|runs|wait|hope|face|faces|stand)$/u;

/** A noun phrase that starts at `at`; after "of" it may go on over one more "of" and "in", in a share it ends with its plural. */
function phraseFrom(lexemes: readonly Lexeme[], start: number, after: 'of' | 'share' | 'bare'): Range | null {
  const isOf = after === 'of';
  let at = start;
  while (/^(?:the|all|a|an|its|his|her|their|our|my|your|those|these)$/u.test(lexemes[at]?.folded ?? '') && isOf)
    at += 1;
  // "half of the 1,300 refugees"
  const number = isOf ? readNumber(lexemes, at, lexemes.length) : null;
  // "of the county's 180,000 residents"
  const owned = isOf ? pastOwner(lexemes, at) : at;
  if (owned > at) return phraseFrom(lexemes, owned, after);
  // "of five-year-olds"
  if (number !== null && lexemes[number.end]?.plain !== '-') at = number.end;
  if (/^(?:now|then|here|there|today|yesterday|again|already|once|twice)$/u.test(lexemes[at]?.folded ?? ''))
    return null;
  const from = at;
  let links = 0;
  while (at < lexemes.length && at - from < longest) {
    const lexeme = lexemes[at];
    if (lexeme === undefined || lexeme.kind === 'number') break;
    if (lexeme.kind === 'punctuation') {
      // "of U.S. coal"
      if (isPointOfInitials(lexemes, at)) {
        at += 1;
        continue;
      }
      const isJoint =
        (lexeme.plain === '-' || lexeme.plain === "'" || lexeme.plain === '&') &&
        at > from &&
        !(lexemes[at + 1]?.spaceBefore ?? true);
      if (!isJoint) break;
    } else if (at > from && /^(?:of|in)$/u.test(lexeme.folded)) {
      if (links === 2 || !isNounAt(lexemes, at + 1) || readNumber(lexemes, at + 1, lexemes.length) !== null) break;
      links += 1;
    } else if (at > from && lexeme.folded === 'and' && isOf && isNounAt(lexemes, at + 1) && links === 0) {
      // "days of mourning and promised 40 homes"
      if (/^\p{Ll}{3,}ed$/u.test(lexemes[at + 1]?.plain ?? '')) break;
      links += 1;
    } else if (alsoNouns.test(lexeme.folded) && isNounUse(lexemes, at, { from, isOf })) {
      at += 1;
      continue;
    } else if (ends.has(lexeme.folded) && !(lexeme.folded === 'the' && links > 0)) break;
    else if (after === 'share' && at > from && isPlural(lexemes[at - 1]?.folded ?? '')) break;
    else if (isAdverb(lexeme.folded) && at > from) break;
    else if (at > from && (isVerbThere(lexemes, at) || lexeme.folded.endsWith("n't"))) break;
    // "voters backed it": a verb after a plural.
    else if (
      at > from &&
      /^\p{Ll}{3,}ed$/u.test(lexeme.plain) &&
      /(?:[^'’]s|people|men|women)$/u.test(lexemes[at - 1]?.folded ?? '')
    )
      break;
    // "powers leading the talks"
    else if (at > from && /^\p{Ll}{2,}ing$/u.test(lexeme.plain) && isManyAt(lexemes, at - 1)) break;
    at += 1;
  }
  if (at - from === longest) at = pastName(lexemes, at);
  return at > from && !isDone(lexemes, from, at) ? [from, at] : null;
}

/** "publishers embrace what", "people travel there": so many are as many, and what stands behind them is their verb. */
function uptoPlural(lexemes: readonly Lexeme[], [from, to]: Range): Range {
  let link = from;
  while (link < to && !/^(?:of|in|and|or|&|-|\.)$/u.test(lexemes[link]?.folded ?? '')) link += 1;
  const last = lexemes[link - 1];
  if (link !== to || last === undefined || !/^\p{L}/u.test(last.plain) || isPlural(last.folded)) return [from, to];
  for (let at = to - 2; at >= from; at -= 1) {
    const [noun, verb] = [lexemes[at], lexemes[at + 1]];
    if (!isPlural(noun?.folded ?? '') || !/^\p{Ll}/u.test(noun?.plain ?? '') || !/^\p{Ll}/u.test(verb?.plain ?? ''))
      continue;
    return /^(?:news|sports|savings|arms|species|series|sales|customs|goods|means|works)$/u.test(noun?.folded ?? '') ||
      isAlsoModifier(lexemes, at + 1, to)
      ? [from, to]
      : [from, at + 1];
  }
  return [from, to];
}

/** "rights groups": another plural ends the phrase, and "bits long" is none of a verb. */
const isAlsoModifier = (lexemes: readonly Lexeme[], at: number, to: number): boolean =>
  lexemes.slice(at, to).some(({ folded }) => isPlural(folded));

const isManyAt = (lexemes: readonly Lexeme[], at: number): boolean =>
  isPlural(lexemes[at]?.folded ?? '') && !/['’]/u.test(lexemes[at]?.plain ?? '') && lexemes[at]?.folded !== 's';

/** "U.S.", with the points that it is read with. */
const isPointOfInitials = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at]?.plain === '.' &&
  /^\p{Lu}$/u.test(lexemes[at - 1]?.plain ?? '') &&
  lexemes[at]?.spaceBefore === false &&
  at + 1 < lexemes.length;

/** A name is not cut in the middle. */
function pastName(lexemes: readonly Lexeme[], end: number): number {
  let at = end;
  while (/^\p{Lu}/u.test(lexemes[at - 1]?.plain ?? '') && /^\p{Lu}/u.test(lexemes[at]?.plain ?? '')) at += 1;
  return at;
}

/** "only 712,000 applied", "$125,000 individually", "the 4 million covered under it": what those who are counted did, or how. */
function isDone(lexemes: readonly Lexeme[], from: number, to: number): boolean {
  const word = lexemes[from];
  if (to !== from + 1 || word === undefined || !/^\p{Ll}/u.test(word.plain)) return false;
  if (/^(?:state|nation|county|city|world)wide$/u.test(word.folded)) return true;
  if (word.folded.length > 6 && word.folded.endsWith('ly') && isAdverb(word.folded)) return true;
  return /\p{L}{3}ed$/u.test(word.folded) && !fates.test(word.folded);
}
const fates =
  /^(?:killed|injured|wounded|arrested|detained|displaced|rescued|infected|unemployed|disabled|accused|convicted|hundred)$/u;

/** "loans in Norland carry a fee", "boys sleep less": a word behind a plural or a place, with what only a verb takes behind it. */
function isVerbThere(lexemes: readonly Lexeme[], at: number): boolean {
  const [before, word, next] = [lexemes[at - 1], lexemes[at], lexemes[at + 1]];
  if (word?.kind !== 'word' || !/^\p{Ll}{3,}$/u.test(word.plain) || isPlural(word.folded)) return false;
  // "yield reached the lowest level"
  if (/\p{L}{3}ed$/u.test(word.folded) && /^(?:an?|the|its|their)$/u.test(next?.folded ?? '')) return true;
  const isBehind =
    isPlural(before?.folded ?? '') || (lexemes[at - 2]?.folded === 'in' && /^\p{Lu}/u.test(before?.plain ?? ''));
  return isBehind && takenByVerbs.test(next?.folded ?? '');
}
const takenByVerbs = /^(?:an?|the|his|her|its|their|our|no|less|more|it|them)$/u;

/** Behind "county's 180,000": the first word of what is numbered; where it began if no owner and number stand there. */
function pastOwner(lexemes: readonly Lexeme[], start: number): number {
  for (let at = start; at < start + 4; at += 1) {
    if (lexemes[at]?.kind !== 'word') return start;
    const mark = /^['’]$/u.test(lexemes[at + 1]?.plain ?? '') ? 1 : 0;
    const isOwner =
      /['’]s?$/u.test(lexemes[at]?.plain ?? '') || (mark === 1 && /^s?$/u.test(lexemes[at + 2]?.folded ?? ''));
    const end = at + 1 + (mark === 1 ? 2 : 0);
    const number = isOwner ? readNumber(lexemes, end, lexemes.length) : null;
    if (number !== null && isNounAt(lexemes, number.end)) return number.end;
  }
  return start;
}

/** After a singular word ("back pay") and right behind "of" ("of the work"). */
const isNounUse = (
  lexemes: readonly Lexeme[],
  at: number,
  { from, isOf }: { readonly from: number; readonly isOf: boolean },
): boolean =>
  at > from
    ? !isPlural(lexemes[at - 1]?.folded ?? '') && !/^(?:staff|who|that|which)$/u.test(lexemes[at - 1]?.folded ?? '')
    : isOf;

export const isNounAt = (lexemes: readonly Lexeme[], at: number): boolean => {
  const lexeme = lexemes[at];
  if (lexeme?.folded === 'the') return lexemes[at + 1]?.kind === 'word' && !isTime(lexemes[at + 1]?.folded ?? '');
  return lexeme?.kind === 'word' && !ends.has(lexeme.folded) && !isTime(lexeme.folded);
};

/** The words as they stand between two lexemes. */
export const wordsOf = (lexemes: readonly Lexeme[], from: number, to: number): string =>
  lexemes
    .slice(from, to)
    .map((lexeme, i) => (lexeme.spaceBefore && i > 0 ? ` ${lexeme.plain}` : lexeme.plain))
    .join('')
    .replace(/['\s-]+$/u, '')
    // "product (GDP)" keeps both of its brackets.
    .replace(/^([^(]*)\)$/u, '$1');
