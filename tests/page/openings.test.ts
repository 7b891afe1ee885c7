import { describe, expect, test } from 'vitest';
import type { Article, Block } from '../../lib/model/article.ts';
import { openingsOf } from '../../lib/page/openings.ts';

/** An article of blocks that are so long, each a paragraph but for the headline. */
function articleOf(lengths: readonly number[], first: Block['kind'] = 'headline'): Article {
  const blocks: Block[] = [];
  let text = '';
  for (const length of lengths) {
    const start = text.length;
    text += `${'x'.repeat(length)}\n`;
    blocks.push({ kind: blocks.length === 0 ? first : 'paragraph', start, end: start + length });
  }
  const metadata = {
    url: null,
    canonicalUrl: null,
    title: null,
    publisher: null,
    authors: [],
    language: null,
    country: null,
  };
  return { text, blocks, metadata: { ...metadata, publishedAt: '2023-05-09' } };
}

const paragraphs = (count: number): readonly number[] => [60, ...Array.from({ length: count }, () => 499)];
const lengthsOf = (article: Article): readonly number[] => openingsOf(article).map(({ text }) => text.length);

describe('the beginnings of an article', () => {
  test.each([
    ['a short one has none', paragraphs(3), []],
    ['one of two screens has none', paragraphs(8), []],
    ['a long one has its first screen', paragraphs(30), [1_560]],
    ['a very long one has a longer one as well', paragraphs(2_000), [1_560, 29_560]],
    ['a headline alone is none', [60, 9_000, 9_000], []],
    ['one endless paragraph has none', [60, 1_000_000], []],
    ['a long first paragraph has the longer one alone', [60, 9_000, ...paragraphs(400)], [29_622]],
    ['no text at all', [], []],
  ])('%s', (_, lengths, expected) => {
    expect(lengthsOf(articleOf(lengths))).toEqual(expected);
  });

  test('are whole blocks of the same article', () => {
    const article = articleOf(paragraphs(2_000));
    for (const { text, blocks, metadata } of openingsOf(article)) {
      expect(article.text.startsWith(text)).toBe(true);
      expect(blocks).toEqual(article.blocks.slice(0, blocks.length));
      expect(blocks.at(-1)?.end).toBe(text.length);
      expect(metadata).toBe(article.metadata);
    }
  });
});
