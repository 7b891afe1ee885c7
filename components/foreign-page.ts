import { languageTag, words } from '../lib/i18n/words.ts';
import { isAnalysedLanguage } from '../lib/model/languages.ts';
import type { PageReading } from '../lib/model/reading.ts';

/** What to tell of a page in a language that is not read; null for any other. */
export const foreignWords = ({
  article: { language },
}: PageReading): { readonly title: string; readonly text: string } | null => {
  if (language === null || isAnalysedLanguage(language)) return null;
  const name = new Intl.DisplayNames(languageTag, { type: 'language' }).of(language) ?? language;
  return { title: words.panel.otherLanguage.title, text: words.panel.otherLanguage.text({ language: name }) };
};
