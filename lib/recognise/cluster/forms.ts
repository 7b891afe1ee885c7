import { foldWord } from '../../text/fold.ts';
import { tokenise } from '../../text/tokens.ts';

/** A name taken apart: its words, folded, without titles, points and marks. */
export interface NameForm {
  /** Folded words in order; initials are single letters. */
  readonly words: readonly string[];
  /** `jr`, `sr`, `ii`, `iii`, … where the name has one. */
  readonly suffix: string | null;
  /** Words joined by one space: equal keys are equal names. */
  readonly key: string;
  /** Words that a hyphen joins with others into one name: "Araneta" and "Marcos" of "Araneta-Marcos". */
  readonly joined: readonly string[];
}

const suffixes: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** What a name may be called without: "al-Assad" is "Assad" too. */
const looseParts: ReadonlySet<string> = new Set('al el ul as ash ad an at az ben bin ibn abu ould de da'.split(' '));

function joinedWords(surface: string): string[] {
  if (!surface.includes('-')) return [];
  return [...surface.matchAll(/(?<![\p{L}\p{M}'’])[\p{L}\p{M}'’]+(?:-[\p{L}\p{M}'’]+)+/gu)].flatMap(([compound]) => {
    const parts = compound.split('-').map(foldWord);
    return parts.some((part) => looseParts.has(part)) ? [] : parts;
  });
}

export function readForm(surface: string): NameForm {
  const words: string[] = [];
  for (const token of tokenise(surface)) {
    if (token.kind === 'punctuation' || token.kind === 'symbol' || token.kind === 'possessive') continue;
    for (const part of token.folded.split('.')) if (part !== '') words.push(part);
  }
  const last = words.at(-1);
  const suffix = words.length > 1 && last !== undefined && suffixes.has(last) ? last : null;
  if (suffix !== null) words.pop();
  if (words.length > 1 && words[0] === 'the') words.shift();
  const key = words.join(' ') + (suffix === null ? '' : ` ${suffix}`);
  return { words, suffix, key, joined: joinedWords(surface) };
}

/** Where `inner` stands as a run of whole words inside `outer`; null if it does not, or is all of it. */
export function partOf(inner: readonly string[], outer: readonly string[]): 'start' | 'middle' | 'end' | null {
  if (inner.length === 0 || inner.length >= outer.length) return null;
  for (let at = 0; at + inner.length <= outer.length; at += 1)
    if (inner.every((word, i) => outer[at + i] === word))
      return at === 0 ? 'start' : at + inner.length === outer.length ? 'end' : 'middle';
  return null;
}

const sameOrInitial = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** Whether two full personal names may be one: equal first and last words, inner words or initials left out in one. */
export function sameFullName(a: NameForm, b: NameForm): boolean {
  if (a.suffix !== b.suffix && a.suffix !== null && b.suffix !== null) return false;
  if ((a.suffix === null) !== (b.suffix === null)) return false;
  if (a.key === b.key) return true;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const firstShort = short[0];
  const firstLong = long[0];
  if (short.length < 2 || firstShort === undefined || firstLong === undefined || short.at(-1) !== long.at(-1))
    return false;
  if (!sameOrInitial(firstShort, firstLong)) return false;
  if (firstShort !== firstLong && short.length < 3 && long.length < 3)
    return firstShort.length === 1 || firstLong.length === 1;
  let at = 0;
  for (const word of short) {
    while (at < long.length && !sameOrInitial(word, long[at] ?? '')) at += 1;
    if (at === long.length) return false;
    at += 1;
  }
  return true;
}

const smallWords: ReadonlySet<string> = new Set('of the and for in on to de la du des der und y e et al'.split(' '));

/** How many closing words of a name ("of Singapore", "Museum") its acronym may leave out. */
const silentWords = 2;

/** The letters of an acronym, folded: "U.N." and "UN" are the same two. */
export const acronymLetters = (acronym: string): string => acronym.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The letters that may stand for a name: the initials of its words, small words counted or not, closing words left out. */
export function initialsOf({ words }: NameForm): string[] {
  if (words.length < 2) return [];
  const initials = (of: readonly string[]): string => of.map((word) => word[0] ?? '').join('');
  const capital = initials(words.filter((word) => !smallWords.has(word)));
  const forms = new Set([initials(words), capital]);
  for (let silent = 1; silent <= silentWords && capital.length - silent >= 3; silent += 1)
    forms.add(capital.slice(0, -silent));
  return [...forms].filter(({ length }) => length >= 2);
}

/** Whether the letters of a short name stand in the longer one in order, the first letters equal ("Fipag", "AfDB"). */
export function abbreviates(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const within = long.toLowerCase();
  if (letters.length < 2 || letters[0] !== within[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = within.indexOf(letter, at);
    if (at < 0) return false;
    at += 1;
  }
  return true;
}
