import { type Token, tokenise } from '../../text/tokens.ts';
import { cueWordOf } from '../syntax/cue-words.ts';
import { determiners, links } from '../syntax/grammar.ts';
import { isRecord } from '../time/record-since.ts';
import { genericBodies } from '../syntax/role-words.ts';

/** What a sentence states, apart from whoever states it. */
export interface Content {
  readonly text: string;
  /** The text that the tokens stand in. */
  readonly whole: string;
  readonly tokens: readonly Token[];
  /** Those of the whole sentence. */
  readonly all: readonly Token[];
  /** The words for the source, none where there is none. */
  readonly source: readonly Token[];
  /** Whether the statement goes on about its source: "X said it would …". */
  readonly goesOn: 'by pronoun' | 'by noun' | 'no';
  /** Said not to be so: "X denied that …". */
  readonly isDenied: boolean;
}

/** Words of the statement itself, without whoever is said to have made it, at either end of the sentence. Linear. */
export function contentOf(text: string): Content {
  const tokens = tokenise(text);
  const record = startOfRecord(tokens);
  const end = startOfSource(tokens, record);
  const inserted = end === record ? insertedSource(tokens, end) : null;
  const first = inserted === null ? endOfSource(tokens, end) : 0;
  const cut = inserted ?? { from: end, to: end };
  const own = [...tokens.slice(first, cut.from), ...tokens.slice(cut.to, end)];
  const content = `${textOf(text, tokens.slice(first, cut.from))}${textOf(text, tokens.slice(cut.to, end))}`;
  if (wordsIn(own) < 3) return { text, whole: text, tokens, all: tokens, source: [], goesOn: 'no', isDenied: false };
  const back = goesBack(own, first === 0);
  const calls = own.some(({ folded }, i) => folded === 'the' && genericBodies.has(own[i + 1]?.folded ?? ''));
  return {
    text: content,
    whole: text,
    tokens: own,
    all: tokens,
    source: [...tokens.slice(0, first), ...tokens.slice(cut.from, cut.to), ...tokens.slice(end, record)],
    goesOn: back ? 'by pronoun' : calls ? 'by noun' : 'no',
    isDenied: tokens.slice(0, first).some(({ folded }) => /^(?:den(?:y|ies|ied)|disput(?:es|ed))$/u.test(folded)),
  };
}

const textOf = (text: string, tokens: readonly Token[]): string =>
  text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);

/** Whether a pronoun goes back to the source: "X said it would …", but not "X said that Kenya will default on its debt". */
function goesBack(own: readonly Token[], opensSentence: boolean): boolean {
  const pronoun = own.findIndex(({ folded }) => backward.has(folded));
  if (pronoun < 0) return false;
  if (!/^(?:its|his|her|their)$/u.test(own[pronoun]?.folded ?? '')) return true;
  return !own.slice(0, pronoun).some(({ kind, plain }, i) => {
    if (kind !== 'word' || !/^\p{Lu}/u.test(plain)) return false;
    // Any word is a capital that opens the sentence.
    return i > 0 || !opensSentence || finite.test(own[1]?.folded ?? '');
  });
}

/** Words that go back to the source. */
const backward: ReadonlySet<string> = new Set('he she it they we i his her its their our my'.split(' '));

/** Runs of tokens without white space between them. */
const wordsIn = (tokens: readonly Token[]): number =>
  tokens.reduce((words, { spaceBefore }, i) => (i === 0 || spaceBefore ? words + 1 : words), 0);

/** Words before a verb of saying with "that" and without it, and after the last comma. */
const farthest = 16;
const longestTail = 12;
/** Verbs that hand on a statement also without "that"; "found" and "showed" take an object. */
const bare =
  /^(?:say|tell|announce|confirm|insist|claim|state|note|explain|argue|add|warn|report|estimate|maintain|believe|acknowledge|admit|allege|calculate|expect|forecast|predict|suggest)$/u;

const placing = /^(?:put|estimate)$/u;

const foretelling = /^(?:forecast|predict|project)$/u;

/** "forecast growth of 2.5% in Kenya": what a country does and no firm, whoever foretells it. */
function foretellsOfPlace(tokens: readonly Token[], from: number, to: number): boolean {
  const noun = tokens.findIndex(({ folded }, i) => i >= from && i < from + 4 && ofEconomies.test(folded));
  return noun >= 0 && tokens.slice(noun, to).some(({ folded }, i, rest) => folded === 'in' && isName(rest[i + 1]));
}
const ofEconomies = /^(?:growth|inflation|unemployment|contraction|recession)$/u;
const isName = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Lu}/u.test(token.plain);

interface Cut {
  /** The comma before, */
  readonly from: number;
  /** and the one behind it. */
  readonly to: number;
}

/** The source within a sentence, ", the council said on Monday,", where both sides of it are of the statement; or null. */
function insertedSource(tokens: readonly Token[], end: number): Cut | null {
  let hasVerb = false;
  let from = -1;
  for (let to = 1; to < end - 2; to += 1) {
    const token = tokens[to];
    if (token === undefined || /^[“”"‘;:]$/u.test(token.plain)) return null;
    if (token.plain === ',') {
      if (from >= 0 && to - from <= longestTail && isInserted(tokens.slice(from + 1, to))) return { from, to };
      // What stands before must say something by itself.
      from = hasVerb && to >= 3 ? to : -1;
    }
    hasVerb ||= finite.test(token.folded);
  }
  return null;
}

/** "the council said on Monday": nothing but the day follows the cue, and no relative clause tells of somebody before it. */
function isInserted(words: readonly Token[]): boolean {
  const cue = words.findIndex(({ folded, kind }) => kind === 'word' && (cueWordOf(folded)?.strength ?? 0) >= 2);
  if (cue <= 0 || cueWordOf(words[cue]?.folded ?? '')?.forms.includes('past') !== true) return false;
  const rest = words.slice(cue + 1).map(({ folded }) => folded);
  const isWhole = rest.length === 0 || (rest.length <= 2 && /day$/u.test(rest.at(-1) ?? ''));
  return isWhole && !/^(?:who|which|that|whose|and|but)$/u.test(words[0]?.folded ?? '');
}

/** The token after "X said that", "X told Y that", "According to X,", "X said"; 0 where nothing of that leads in. */
function endOfSource(tokens: readonly Token[], end: number): number {
  if (tokens[0]?.folded === 'according') {
    const comma = tokens.findIndex((token, i) => i < farthest && token.plain === ',');
    return comma < 0 ? 0 : comma + 1;
  }
  for (let at = 1; at < Math.min(farthest, end - 3); at += 1) {
    const token = tokens[at];
    if (token === undefined || /^[“”"‘;:]$/u.test(token.plain)) return 0;
    const cue = cueWordOf(token.folded);
    if (cue === null || token.kind !== 'word' || /^\p{Lu}/u.test(token.plain)) continue;
    if (!cue.forms.includes('past') && !cue.forms.includes('present') && !cue.forms.includes('base')) continue;
    const before = tokens[at - 1]?.folded ?? '';
    if (determiners.has(before) || links.has(before)) continue;
    const days = /^on$/u.test(tokens[at + 1]?.folded ?? '') ? 2 : /day$/u.test(tokens[at + 1]?.folded ?? '') ? 1 : 0;
    if (days > 0 && tokens[at + 1 + days]?.folded === 'that') return at + 2 + days;
    const after = tokens[at + 1];
    if (after?.folded === 'that' || (cue.strength === 3 && after?.plain === ':')) return at + 2;
    // "The ministry put the harvest at 17 million tonnes"
    if (placing.test(cue.lemma) && tokens.slice(at, end).some(({ folded }) => folded === 'at')) return at + 1;
    if (cue.lemma === 'tell' || cue.lemma === 'assure') {
      for (let i = at + 1; i < Math.min(at + 6, end - 3); i += 1)
        if (tokens[i]?.folded === 'that' || tokens[i]?.plain === ':') return i + 1;
      return pastListener(tokens, at + 1);
    }
    if (foretelling.test(cue.lemma) && before !== 'to' && foretellsOfPlace(tokens, at + 1, end)) return at + 1;
    // A cue that follows "to", or an object ("expects the economy to shrink"), leads in only what has a verb of its own.
    if (bare.test(cue.lemma) && before !== 'to' && hasFiniteVerb(tokens, at + 1, end)) return at + 1;
    return 0;
  }
  return 0;
}

/** "told parliament the bridge …": past one or two words for who listens. */
function pastListener(tokens: readonly Token[], at: number): number {
  const isArticle = /^(?:the|a|an|his|her|its)$/u.test(tokens[at]?.folded ?? '');
  return at + (isArticle ? 2 : 1);
}

const finite =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|\p{Ll}{3,}ed|rose|fell|grew|lost|won|took|gave|knew|sold|cost|fled|died|went|came|stood|saw|left|held|made|paid)$/u;
const hasFiniteVerb = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ folded }) => finite.test(folded));

/** The end of what was said before ", X said", ", according to X", ", his lawyer told the jury", ", records show". */
function startOfSource(tokens: readonly Token[], record: number): number {
  const last = record < tokens.length ? record : endOfWords(tokens);
  for (let at = last - 1; at > Math.max(2, last - longestTail - 1); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'number' || /^[“‘;:]$/u.test(token.plain)) break;
    const isComma = token.plain === ',' || (/^[”’"]$/u.test(token.plain) && tokens[at - 1]?.plain === ',');
    const opensTail = isComma || (token.folded === 'according' && tokens[at + 1]?.folded === 'to');
    if (!opensTail) continue;
    const from = isComma ? at + 1 : at;
    if (tokens[from]?.folded === 'according') return at;
    const isTold = tokens.slice(from, last).some(({ folded, kind }, i, tail) => {
      const cue = kind === 'word' ? cueWordOf(folded) : null;
      // "…, analysts estimate"
      const isLast = i > 0 && i === tail.length - 1 && cue?.strength === 3;
      if (cue === null || cue.strength < 2 || !(isLast || cue.forms.includes('past') || cue.forms.includes('present')))
        return i > 0 && folded === 'show';
      const isInverted = i === 0 && cue.strength === 3;
      return (i > 0 && tail[i - 1]?.folded !== 'to' && tail.length - i <= 6) || isInverted;
    });
    if (isTold) return at;
  }
  return record;
}

const endOfWords = (tokens: readonly Token[]): number =>
  tokens.at(-1)?.plain === '.' ? tokens.length - 1 : tokens.length;

/** The comma before ", the lowest since 2010", ", its sharpest fall in a decade", ", more than in any year since": it says how rare that is. */
function startOfRecord(tokens: readonly Token[]): number {
  const last = endOfWords(tokens);
  for (let at = last - 1; at > Math.max(2, last - longestTail - 1); at -= 1) {
    const token = tokens[at];
    if (token === undefined || /^[“”"‘’;:]$/u.test(token.plain)) break;
    if (token.plain !== ',') continue;
    return isRecord(tokens.slice(at + 1, last).map(({ folded }) => folded)) ? at : tokens.length;
  }
  return tokens.length;
}
