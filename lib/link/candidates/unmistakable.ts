import type { EntityType } from '../../model/entity.ts';
import type { KnownName } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import { capitalisesNouns, isLittleWord, isReportingVerb } from '../../text/language.ts';
import { isSpaced, mainScript } from '../../text/script.ts';

/** Shorter names of a script without spaces are parts of other words too often. */
const severalCharacters = /^.{2,}$/su;

const severalWords = /\s/u;

/**
 * The store's names that are sure to be what they look like in a text whose language is not analysed: of several words;
 * where no space parts words, of several characters. In another script than the text's ("قال Mark Rutte إن") no more of
 * that script may be beside it: it would be a sentence of another language. A name that may as well be ordinary
 * words of the language ("Die Zeit drängt") counts where its capitals prove it, or where another place of the text does;
 * with an article before it, only if it then writes or reports something as well.
 */
export function unmistakable(text: string, known: readonly KnownName[], language: string | null): readonly KnownName[] {
  const script = mainScript(text);
  const sure = known.filter(({ start, end }) => {
    const surface = text.slice(start, end);
    const own = mainScript(surface);
    const isLong = (isSpaced(own) ? severalWords : severalCharacters).test(surface);
    return isLong && (own === script || isAlone(text, { start, end }));
  });
  const isOrdinary = ordinaryWords(text, language);
  const doubtful = new Set(sure.filter((name) => mayBeWords(text, name, isOrdinary, language)));
  if (doubtful.size === 0) return sure;
  const proven = new Set(sure.flatMap((name) => (doubtful.has(name) ? [] : name.candidates.map(({ id }) => id))));
  return sure.filter(
    (name) =>
      !doubtful.has(name) || (name.candidates.some(({ id }) => proven.has(id)) && !isIdle(text, name, language)),
  );
}

/** Whether the words on both sides, where only spaces part them from it, are in another script. */
function isAlone(text: string, { start, end }: Span): boolean {
  const own = mainScript(text.slice(start, end));
  const [before] = /\p{L}(?=\s*$)/u.exec(text.slice(Math.max(0, start - 4), start)) ?? [];
  const [after] = /(?<=^\s*)\p{L}/u.exec(text.slice(end, end + 4)) ?? [];
  return [before, after].every((letter) => letter === undefined || mainScript(letter) !== own);
}

/** Whether a name with an article does nothing that a paper would: time presses, whatever the paper of that name wrote. */
function isIdle(text: string, { start, end }: Span, language: string | null): boolean {
  const [first = ''] = text.slice(start, end).split(' ');
  const [next = ''] = /(?<=^ )\p{L}+/u.exec(text.slice(end, end + 30)) ?? [];
  return isLittleWord(first, language) && isReportingVerb(next, language) === false;
}

/** Whether a word is one of the language's little ones, or stands in small letters somewhere in the text. */
function ordinaryWords(text: string, language: string | null): (word: string) => boolean {
  const small = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]*/gu));
  return (word) => isLittleWord(word, language) || small.has(word.toLowerCase());
}

/** These are called by ordinary words, article and all; towns and people ("El Salvador", "Le Pen") seldom are. */
const calledByWords: ReadonlySet<EntityType> = new Set(['organisation', 'work', 'event', 'product', 'law', 'other']);

const longestArticle = 3;

function mayBeWords(
  text: string,
  { start, end, candidates }: KnownName,
  isOrdinary: (word: string) => boolean,
  language: string | null,
): boolean {
  const surface = text.slice(start, end);
  const isShouted = surface === surface.toUpperCase() && surface !== surface.toLowerCase();
  if (!isShouted && !isSentenceStart(text, { start, end })) return false;
  if (candidates.every(({ type }) => type === 'person')) return false;
  const [first = '', ...rest] = surface.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  if (!isOrdinary(first)) return false;
  const saysNothing = capitalisesNouns(language) || isShouted;
  const isLedByArticle = first.length <= longestArticle && candidates.some(({ type }) => calledByWords.has(type));
  return saysNothing || isLedByArticle || rest.every(isOrdinary);
}

/** Whether the capital of the first word proves nothing: behind an end, a colon, a dash, or as a quotation begins. */
function isSentenceStart(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  if (/["“”„«»‹›‘‚]\s?$/u.test(before)) return !/^\s?["“”„«»‹›‘’]/u.test(text.slice(end, end + 2));
  return /(?:^|[\n.!?…:;–—•·|¡¿)\]-])\s*$/u.test(before);
}
