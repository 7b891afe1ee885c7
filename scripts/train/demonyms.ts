import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { foldWord } from '../../lib/text/fold.ts';

interface Country {
  readonly demonyms: Readonly<Record<string, { readonly f: string; readonly m: string }>>;
}

/** Nationalities, peoples and religions in English, with their plurals. */
export function demonyms(): string[] {
  const countries = createRequire(import.meta.url)('world-countries') as readonly Country[];
  const ofCountries = countries.flatMap(({ demonyms: { eng } }) =>
    eng === undefined
      ? []
      : [eng.f, eng.m].flatMap((form) => (/(?:an|i|ian)$/u.test(form) ? [form, `${form}s`] : [form])),
  );
  const listed = readFileSync('scripts/train/lists/demonym.txt', 'utf8').split(/\s+/u);
  // A hyphen in the list stands for a space as well: "New Yorkers".
  return [...ofCountries, ...listed, ...listed.map((form) => form.replaceAll('-', ' '))].filter((form) => form !== '');
}

const folded: ReadonlySet<string> = new Set(demonyms().map(foldWord));
export const isDemonym = (surface: string): boolean => folded.has(foldWord(surface));
