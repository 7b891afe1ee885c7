import type { KnownName } from '../model/knowledge.ts';
import { isSpaced, mainScript } from '../text/script.ts';

/** Shorter names of a script without spaces are parts of other words too often. */
const severalCharacters = /^.{2,}$/su;

/**
 * The store's names that are sure to be what they look like in a text whose language is not analysed: in the text's own
 * script, and of several words; where no space parts words, of several characters.
 */
export function unmistakable(text: string, known: readonly KnownName[]): readonly KnownName[] {
  const script = mainScript(text);
  const isLong = isSpaced(script)
    ? (surface: string): boolean => /\s/u.test(surface)
    : (surface: string): boolean => severalCharacters.test(surface);
  return known.filter(({ start, end }) => {
    const surface = text.slice(start, end);
    return isLong(surface) && mainScript(surface) === script;
  });
}
