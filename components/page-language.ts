import { direction, languageTag } from '../lib/i18n/words.ts';

/** Tells a page of ours in which language it is and which way that runs; pages are written without either. */
export const speakLanguage = (page: Document, title: string): void => {
  page.documentElement.lang = languageTag;
  page.documentElement.dir = direction;
  page.title = title;
};
