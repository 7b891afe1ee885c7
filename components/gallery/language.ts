/**
 * `?lang=ru` gives the gallery the language of a catalogue, `?lang=pseudo` English in longer words with accents, which
 * shows what overflows and what is not translated at all.
 */
import { flatten } from '../../lib/i18n/messages.ts';
import { source } from '../../lib/i18n/source.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'û',
  n: 'ñ',
  c: 'ç',
  A: 'Å',
  E: 'É',
};

/** As long as the longest of the languages that we have: text of a few words grows most. */
const growth = (text: string): number => (text.length < 12 ? 0.7 : text.length < 40 ? 0.45 : 0.3);

const pseudo = (text: string): string => {
  const longer = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : part.replaceAll(/[a-z]/gi, (letter) => accents[letter] ?? letter)))
    .join('');
  return `[${longer}${' ëñô'.repeat(Math.ceil((text.length * growth(text)) / 4))}]`;
};

type Texts = Readonly<Record<string, string>>;

const load = async (language: string): Promise<Texts> => {
  const file = (await import(`../../lib/i18n/locales/${language}.json`)) as { readonly default: Texts };
  return file.default;
};

const textsIn = async (language: string): Promise<Texts> => {
  if (language === '') return {};
  if (language !== 'pseudo') return load(language);
  return Object.fromEntries(flatten(source).map(([key, text]) => [key, key === 'languageTag' ? text : pseudo(text)]));
};

/** Has everything that is loaded from now on speak the language. */
export const speakIn = async (language: string): Promise<void> => {
  const texts = await textsIn(language);
  Object.assign(globalThis, {
    browser: {
      runtime: { id: 'gallery', getURL: (path: string) => path },
      i18n: { getMessage: (key: string) => texts[key] ?? '' },
    },
  });
};
