import { language } from './language.ts';
import { createWords } from './messages.ts';
import { source } from './source.ts';

/** BCP 47 tag of the language that the interface speaks. */
export const languageTag = language.tag;

export const direction: 'ltr' | 'rtl' = /^(?:ar|fa|he|ur)\b/.test(languageTag) ? 'rtl' : 'ltr';

/** The interface's text. */
export const words = createWords(source, language);
