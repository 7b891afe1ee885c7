/** Languages whose names and claims are analysed, as BCP 47 primary subtags; other pages get the store's own names only. */
const analysed: ReadonlySet<string> = new Set(['en']);

/** Whether a page in that language is analysed; where nobody knows its language, it is. */
export const isAnalysedLanguage = (language: string | null): boolean => language === null || analysed.has(language);
