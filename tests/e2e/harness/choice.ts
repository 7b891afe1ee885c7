/** Which figures and claims of a page a test points at: chosen from what was found, never by their words. */
import type { Figure, PageClaim, PageReading } from '../../../lib/model/reading.ts';
import type { Tab } from '../../../scripts/drive/driver.ts';
import { findWords, handleOf, type Words } from '../../../scripts/drive/pointing.ts';

export interface Target<T> {
  readonly subject: T;
  readonly words: Words;
}

async function firstShown<T>(
  tab: Tab,
  subjects: readonly T[],
  toWords: (subject: T) => Words | null,
): Promise<Target<T>> {
  for (const subject of subjects) {
    const words = toWords(subject);
    if (words !== null && (await findWords(tab, words)) !== null) return { subject, words };
  }
  throw new Error(`the page shows none of ${subjects.length}`);
}

/** The heaviest figure that passes and whose name stands on the page as it is. */
export const chooseFigure = (
  tab: Tab,
  reading: PageReading,
  passes: (figure: Figure) => boolean,
): Promise<Target<Figure>> => firstShown(tab, reading.figures.filter(passes), ({ name }) => ({ words: name }));

/** The first claim that passes and can be pointed at by its words. */
export const chooseClaim = (
  tab: Tab,
  reading: PageReading,
  passes: (claim: PageClaim) => boolean,
): Promise<Target<PageClaim>> => firstShown(tab, reading.claims.filter(passes), handleOf);
