import type { Entity } from '../model/entity.ts';
import type { Span } from '../model/span.ts';
import { acronymLetters, initialsOf, type NameForm, readForm } from '../recognise/cluster/forms.ts';
import { isLittleWord } from '../text/language.ts';

/** Letters that stand for dozens of things: "AA" is a size of battery, a club of drivers and two armies. */
const mostLetters = 3;
/** How well known something is that is meant by so few letters whatever the article is about. */
const wellKnown = 0.3;

/** Whether a name is a few letters that the article never writes out. */
export const isFewLetters = (surface: string): boolean =>
  /^(?:[A-Z]\.?){2,}$/.test(surface) && acronymLetters(surface).length <= mostLetters;

/** Whether so few letters need something else of the article to stand for this entity: it is not their name, and little known. */
export const needsSupport = (surface: string, { name, prominence }: Entity): boolean =>
  isFewLetters(surface) && (prominence ?? wellKnown) < wellKnown && acronymLetters(name) !== acronymLetters(surface);

/** How well known something is that is meant by its letters in whatever country the article plays. */
const knownEverywhere = 0.45;
/** Agencies report from everywhere, and what several countries have is at home in all of them. */
const ofNoCountry =
  /\b(?:agency|euro|eu(?!-)|un(?!-)|united nations|international|intergovernmental|world(?:wide|['’]s)?|global|european|african|arab)\b/iu;

/** Whether letters stand for this body at home and for other things elsewhere: "CCTV" outside of China is a camera. */
export const isMeantAtHome = (surface: string, { type, name, prominence, description }: Entity): boolean =>
  type === 'organisation' &&
  /^\p{Lu}{2,}$/u.test(surface) &&
  acronymLetters(name) !== acronymLetters(surface) &&
  (prominence ?? 0) < knownEverywhere &&
  !ofNoCountry.test(description);

/** How well known something is that is meant by letters which are a word as well ("WHO", and not "PLAN"). */
const knownAsWord = 0.5;

/** Whether the letters are a word of the article too, and one that is shouted rather than somebody little known. */
export const isShoutedWord = (surface: string, { name, prominence }: Entity, text: string): boolean =>
  /^[A-Z]{3,}$/u.test(surface) &&
  name.toUpperCase() !== surface &&
  (prominence ?? 0) < knownAsWord &&
  new RegExp(`(?<![\\p{L}\\p{N}])${surface.toLowerCase()}(?![\\p{L}\\p{N}])`, 'u').test(text);

/** Where a place's name may be shouted: it opens a line, or stands behind such a word or among others in capitals. */
const shoutedBefore = /(?:^|\n|["“‘(]?\p{Lu}{2,}[”’")]?[,/]? ?|(?:^|[^\p{L}])(?:in|at|from|near|to|of|and) )$/u;
const shoutedBehind = /^(?: ?\/ ?|,? )\p{Lu}{2,}(?!\p{Ll})/u;

/**
 * Whether some mention is written as the place is, or as a place is in a dateline or a heading: the North Alabama Hockey
 * Association's "NAHA" is not the town of Naha.
 */
export function isSpelledAsPlace({ type, name, aliases }: Entity, text: string, mentions: readonly Span[]): boolean {
  if (type !== 'place') return true;
  const forms = new Set([name, ...aliases.map((alias) => alias.text)]);
  return mentions.some(({ start, end }) => {
    const surface = text.slice(start, end);
    if (!/^\p{Lu}{3,}$/u.test(surface) || forms.has(surface)) return true;
    return (
      shoutedBefore.test(text.slice(Math.max(0, start - 24), start)) || shoutedBehind.test(text.slice(end, end + 8))
    );
  });
}

/** "CBs" are several of something, whatever CBS is. */
export const isOtherCase = (surface: string, { name, aliases }: Entity): boolean =>
  /^\p{Lu}{2,}\p{Ll}+$/u.test(surface) && ![name, ...aliases.map((alias) => alias.text)].includes(surface);

/**
 * Whether what the article writes out is another reading of the letters than the entity's: "Marine Stewardship Council
 * (MSC)" is no Mediterranean Shipping Company.
 */
export function isOtherReading(full: NameForm, { name, aliases }: Entity): boolean {
  const letters = new Set(initialsOf(full));
  const readings = [name, ...aliases.map(({ text }) => text)].flatMap((known) => {
    const { words, ...form } = readForm(known);
    // "MSC Mediterranean Shipping Company"
    const written = letters.has(words[0] ?? '') ? words.slice(1) : words;
    const hasLetters = initialsOf({ ...form, words: written }).some((initials) => letters.has(initials));
    return written.length >= 2 && hasLetters ? [written] : [];
  });
  const content = full.words.filter((word) => !isLittleWord(word, 'en'));
  const sharesLittle = (known: readonly string[]): boolean =>
    content.filter((word) => known.includes(word)).length * 2 < content.length;
  return readings.length > 0 && readings.every(sharesLittle);
}
