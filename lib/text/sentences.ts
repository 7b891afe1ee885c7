import type { Span } from '../model/span.ts';
import { mayEnd, otherAbbreviations, regionAbbreviations, titleAbbreviations } from './abbreviations.ts';
import type { Token } from './tokens.ts';

/** A sentence as a span of text and a half-open range of token indexes. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}

const closers = /^["'”’»›)\]}]$/u;
const openers = /^["'“‘«‹([{]$/u;
const enders = /^[.!?…。！？]$/u;

/** Sentences of a text whose blocks are lines; none crosses a line break. Linear in the number of tokens. */
export function findSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  const close = (end: number): void => {
    const from = tokens[first];
    const to = tokens[end - 1];
    if (from !== undefined && to !== undefined && end > first)
      sentences.push({ start: from.start, end: to.end, firstToken: first, endToken: end });
    first = end;
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const previous = tokens[i - 1];
    if (previous !== undefined && first < i && hasLineBreak(text, previous.end, token.start)) close(i);
    const endsAbbreviation = token.kind === 'word' && token.plain.endsWith('.');
    if (!enders.test(token.plain) && !endsAbbreviation) continue;
    let end = i + 1;
    while (enders.test(tokens[end]?.plain ?? '') && !(tokens[end]?.spaceBefore ?? true)) end += 1;
    while (end < tokens.length && isCloserAt(tokens, end)) end += 1;
    const next = tokens[end];
    if (next === undefined || hasLineBreak(text, tokens[end - 1]?.end ?? 0, next.start)) {
      close(end);
      i = end - 1;
    } else if (next.spaceBefore && endsSentence(tokens, i, end)) {
      close(end);
      i = end - 1;
    }
  }
  close(tokens.length);
  return sentences;
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text[at] === '\n') return true;
  return false;
}

const isCloserAt = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined || !closers.test(token.plain)) return false;
  // French sets a space before its closing mark.
  if (token.spaceBefore && !/^[»›]$/u.test(token.plain)) return false;
  const next = tokens[at + 1];
  // A straight or single mark that touches the word after it opens a quotation instead.
  return next === undefined || next.spaceBefore || next.kind === 'punctuation';
};

/** Whether the point at token `at` (and what closes after it, up to `end`) ends a sentence, by its neighbours. */
function endsSentence(tokens: readonly Token[], at: number, end: number): boolean {
  const point = tokens[at];
  const before = tokens[at - 1];
  let next = tokens[end];
  let ahead = end;
  while (next !== undefined && openers.test(next.plain)) {
    ahead += 1;
    next = tokens[ahead];
  }
  if (point === undefined || next === undefined) return true;
  const nextIsCapital = /^[\p{Lu}\p{Lt}\p{Nd}@#$£€]/u.test(next.plain) || !/^\p{L}/u.test(next.plain);
  const closed = end > at + 1;
  if (point.plain !== '.' && !point.plain.endsWith('.')) {
    if (closed && nextIsCapital && isTold(tokens, end)) return false;
    return nextIsCapital || (point.plain === '?' && !closed);
  }
  if (!nextIsCapital) return false;
  if (point.kind === 'word') return isLikelyStarter(next);
  if (before === undefined || before.kind !== 'word' || point.spaceBefore) return true;
  const word = before.folded;
  if (closed) return true;
  if (titleAbbreviations.has(word) && /^\p{Lu}/u.test(before.plain)) return word === 'st' && isLikelyStarter(next);
  if (isRegion(tokens, at)) return isLikelyStarter(next);
  // "They said no. Shares fell.", but "no. 10"
  if (before.plain === 'no') return next.kind === 'word' && next.plain.length > 1;
  if (otherAbbreviations.has(word)) return mayEnd.has(word) && isLikelyStarter(next);
  if (before.plain.length === 1 && /\p{Lu}/u.test(before.plain))
    return (
      before.plain === 'I' ||
      isPlatform(tokens, at - 1) ||
      isNoName(next) ||
      (isLikelyStarter(next) && !isInitial(tokens, at - 1))
    );
  return true;
}

/** A state stands behind its town or its member's party, or before its governor; "Mass." alone is a service. */
function isRegion(tokens: readonly Token[], point: number): boolean {
  const [before, word, next] = [tokens[point - 2], tokens[point - 1], tokens[point + 1]];
  if (word === undefined || !/^\p{Lu}/u.test(word.plain) || !regionAbbreviations.has(word.folded)) return false;
  return /^[,-]$/u.test(before?.plain ?? '') || titleAbbreviations.has(next?.folded ?? '');
}

const quoteEnd = /^["'”’»]$/u;
const tells: ReadonlySet<string> = new Set(
  'said says asked asks added adds told tells wrote writes replied replies shouted shouts cried cries exclaimed'.split(
    ' ',
  ),
);
const longestName = 6;

/** "“Who knows?” Mr. Smith said.": a name and a verb of saying go on with the question before them. */
function isTold(tokens: readonly Token[], end: number): boolean {
  if (!quoteEnd.test(tokens[end - 1]?.plain ?? '')) return false;
  let at = end;
  while (at - end < longestName && (isNameWord(tokens[at]) || (at > end && tokens[at]?.plain === '.'))) at += 1;
  if (at === end || !tells.has(tokens[at]?.folded ?? '')) return false;
  const next = tokens[at + 1];
  return (
    next === undefined ||
    /^[.,;:]$/u.test(next.plain) ||
    /^(?:in|on|at|when|after|as|during|to|of|with|last|this|reporters|the)$/u.test(next.folded)
  );
}

const isNameWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^\p{Lu}/u.test(token.plain) && !starters.has(token.folded);

/** "posted on X. She": the network, and no initial. */
const isPlatform = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.plain === 'X' && /^(?:on|to|from|via|off|quit|left|using)$/u.test(tokens[at - 1]?.plain ?? '');

/** An initial stands after another name word or initial, or opens the sentence. */
const isInitial = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before === undefined || /^\p{Lu}/u.test(before.plain) || before.plain === '.';
};

const starters: ReadonlySet<string> = new Set(
  'the a an he she it they we i you this that these those in on at but and so if when while after before as for with by from to there here his her its their our my what who why how where not no one some many most all both each another other more since under over despite although though however instead meanwhile later last earlier now then still also yet about according during until once only just even none nor or because such'.split(
    ' ',
  ),
);
/** "the One S. The console": nobody is called by these, whatever stands before them. */
const isNoName = ({ plain }: Token): boolean =>
  /^(?:The|This|That|These|Those|It|They|There|However|And|But|If|When|Then)$/u.test(plain);
const isLikelyStarter = (token: Token): boolean => starters.has(token.folded);
