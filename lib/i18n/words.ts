import { nativeBrowser } from '../platform/native.ts';
import { createWords } from './messages.ts';
import { source } from './source.ts';

/** The browser's own catalogue, in the language of its interface; outside of a browser there is none. */
const find = (key: string): string | null => {
  const text = nativeBrowser?.i18n?.getMessage(key) ?? '';
  return text === '' ? null : text;
};

/** BCP 47 tag of the language that the interface speaks: dates, numbers and plurals follow it. */
export const languageTag = find('languageTag') ?? source.languageTag;

export const direction: 'ltr' | 'rtl' = /^(?:ar|fa|he|ur)\b/.test(languageTag) ? 'rtl' : 'ltr';

/** The interface's text. */
export const words = createWords(source, { tag: languageTag, find });
