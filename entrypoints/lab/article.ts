import type { Article, Block } from '../../lib/model/article.ts';

/** Pasted text as an article: a paragraph for each line that has words; `language` is a BCP 47 tag. */
export const articleOf = (pasted: string, language = 'en'): Article => {
  const lines = pasted
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  let start = 0;
  const blocks = lines.map((line): Block => {
    const block: Block = { kind: 'paragraph', start, end: start + line.length };
    start = block.end + 1;
    return block;
  });
  const metadata = {
    url: null,
    canonicalUrl: null,
    title: null,
    publisher: null,
    publishedAt: null,
    authors: [],
    language,
    country: null,
  };
  return { text: lines.join('\n'), blocks, metadata };
};
