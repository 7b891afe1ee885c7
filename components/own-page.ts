import { keepFocus } from './keep-focus.ts';
import { speakLanguage } from './page-language.ts';

/** What every page of ours begins with: its language, its direction, its title, and the keyboard's place on it. */
export const beginPage = (page: Document, title: string): void => {
  speakLanguage(page, title);
  keepFocus(page);
};
