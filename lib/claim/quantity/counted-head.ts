import type { Lexeme } from '../syntax/lexemes.ts';
import { ends, readAfter, wordsOf } from './counted-phrase.ts';
import { isAdverb } from '../syntax/grammar.ts';
import { isCapital } from '../syntax/words-after.ts';

/** "profit of £84m", "winds of 125 mph": the noun that "of" joins to the amount. */
export function readHead(lexemes: readonly Lexeme[], first: number): string {
  let at = first - 1;
  while (
    at > 0 &&
    /^(?:about|around|nearly|almost|over|up|to|roughly|some|under|more|less|than|at|least|most|between)$/u.test(
      lexemes[at]?.folded ?? '',
    )
  )
    at -= 1;
  if (lexemes[at]?.folded !== 'of' && lexemes[at]?.folded !== 'worth') return '';
  let from = at;
  while (from > 0 && at - from < 4) {
    const lexeme = lexemes[from - 1];
    // "a pre-tax loss of £47.3m"
    if (lexeme?.plain === '-' && !lexeme.spaceBefore && lexemes[from - 2]?.kind === 'word') {
      from -= 2;
      continue;
    }
    if (lexeme === undefined || lexeme.kind !== 'word' || ends.has(lexeme.folded) || isAdverb(lexeme.folded)) break;
    if (lexeme.folded === 'of' || (lexeme.folded === 's' && !lexeme.spaceBefore)) break;
    if (/^\p{L}+(?:s|ed|ing)$/u.test(lexeme.folded) && at - from >= 1 && /(?:ed|ts|es)$/u.test(lexeme.folded)) break;
    // "is forecasting growth of 7%", "the IMF forecast growth of 2%"
    if (
      at - from >= 1 &&
      /ing$/u.test(lexeme.folded) &&
      /^(?:is|are|was|were|be|been)$/u.test(lexemes[from - 2]?.folded ?? '')
    )
      break;
    if (at - from >= 1 && lexeme.folded === 'forecast' && isCapital(lexemes[from - 2])) break;
    // "the Board recommends coverage of 95%": a verb behind a name
    if (at - from >= 1 && /^\p{Ll}+s$/u.test(lexeme.plain) && isCapital(lexemes[from - 2])) break;
    from -= 1;
  }
  // "rose by an average of 4.5%": of what rose.
  return at - from === 1 && /^(?:average|mean|median)$/u.test(lexemes[from]?.folded ?? '')
    ? ''
    : wordsOf(lexemes, from, at);
}

/** "put the harvest at 17 million tonnes": what stands between the verb and "at". */
export function readObject(lexemes: readonly Lexeme[], first: number): string {
  if (/^(?:to|from)$/u.test(lexemes[first - 1]?.folded ?? ''))
    return readTotal(lexemes, first) || readRaised(lexemes, first);
  if (lexemes[first - 1]?.folded !== 'at') return '';
  for (let at = first - 2; at >= Math.max(0, first - 9); at -= 1) {
    if (!/^(?:put|puts|estimated|estimates|valued|values|set|gave|gives|pegged)$/u.test(lexemes[at]?.folded ?? ''))
      continue;
    let from = at + 1;
    while (from < first - 1 && /^(?:the|a|an|its|his|her|their)$/u.test(lexemes[from]?.folded ?? '')) from += 1;
    return /^(?:it|them|him|her|that|this)$/u.test(lexemes[from]?.folded ?? '')
      ? ''
      : wordsOf(lexemes, from, first - 1);
  }
  return '';
}

/** "raised rates by a quarter of a point to 5 per cent": what stands between the verb and "by" or "to". */
function readRaised(lexemes: readonly Lexeme[], first: number): string {
  for (let at = first - 2; at >= Math.max(0, first - 24); at -= 1) {
    const word = lexemes[at]?.folded ?? '';
    // "lowered its rate by a point, from 4 per cent"
    if ((word === ',' && lexemes[at + 1]?.folded !== 'from') || word === 'and') return '';
    if (
      !/^(?:raised?|raises|raising|lift(?:ed|ing)|cuts?|cutting|lower(?:ed|ing)|reduc(?:ed|ing)|increas(?:ed|ing)|trimmed|slashed|boosted|hiked)$/u.test(
        word,
      )
    )
      continue;
    // "the cuts would save $5 to $6"
    if (/^(?:the|these|those|its|his|her|their)$/u.test(lexemes[at - 1]?.folded ?? '')) return '';
    let from = at + 1;
    while (from < first - 1 && /^(?:the|a|an|its|his|her|their)$/u.test(lexemes[from]?.folded ?? '')) from += 1;
    let to = from;
    while (to < first - 1 && !/^(?:by|to|from|on)$/u.test(lexemes[to]?.folded ?? '') && lexemes[to]?.kind !== 'number')
      to += 1;
    return to > from && to - from <= 5 && !isAdverb(lexemes[from]?.folded ?? '') ? wordsOf(lexemes, from, to) : '';
  }
  return '';
}

/** "bringing the number of deaths to 14", "raised the death toll from the slide to 63": what is numbered. */
function readTotal(lexemes: readonly Lexeme[], first: number): string {
  for (let at = first - 2; at >= Math.max(0, first - 14); at -= 1) {
    const word = lexemes[at]?.folded ?? '';
    if (word === ',' || word === 'and') return '';
    if (!/^(?:toll|number|total|tally|count)$/u.test(word)) continue;
    let verb = at - 1;
    while (/^(?:the|its|a|an|total|overall|official|death|confirmed)$/u.test(lexemes[verb]?.folded ?? '')) verb -= 1;
    if (!bringing.test(lexemes[verb]?.folded ?? '')) return '';
    if (word === 'toll') return wordsOf(lexemes, lexemes[at - 1]?.folded === 'death' ? at - 1 : at, at + 1);
    const phrase = lexemes[at + 1]?.folded === 'of' ? readAfter(lexemes, at + 1, 'count') : null;
    return phrase === null ? '' : wordsOf(lexemes, phrase[0], Math.min(phrase[1], first - 1));
  }
  return '';
}
const bringing =
  /^(?:bring(?:s|ing)?|brought|tak(?:es?|ing)|took|rais(?:es?|ed|ing)|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)$/u;
