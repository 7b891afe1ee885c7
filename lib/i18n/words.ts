import { language } from './language.ts';

/** BCP 47 tag of the language that the interface speaks. */
export const languageTag = language.tag;

export const direction: 'ltr' | 'rtl' = /^(?:ar|fa|he|ur)\b/.test(languageTag) ? 'rtl' : 'ltr';

/** The interface's text. */
export * as words from './surfaces.ts';
