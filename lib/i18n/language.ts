import { nativeBrowser } from '../platform/native.ts';
import { tag } from './en/tag.ts';
import type { Language } from './messages.ts';

/** The browser's own catalogue, in the language of its interface; outside of a browser there is none. */
const find = (key: string): string | null => {
  const text = nativeBrowser?.i18n?.getMessage(key) ?? '';
  return text === '' ? null : text;
};

/** That of the interface: dates, numbers and plurals follow its tag. */
export const language: Language = { tag: find('languageTag') ?? tag, find };
