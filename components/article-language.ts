import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageReading } from '../lib/model/reading.ts';

const Language = createContext<string | null>(null);

/** Around whatever shows words of the article. */
export const ArticleLanguage = Language.Provider;

export const languageOf = (reading: PageReading | null): string | null => reading?.article.language ?? null;

/** The `lang` of words that are the article's: so that they are read aloud and parted as such, not as the interface is. */
export const useArticleLanguage = (): string | undefined => useContext(Language) ?? undefined;
