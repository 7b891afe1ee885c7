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
    ['a short one has none', paragraphs(2), []],
    ['one of a screen has what is read first', paragraphs(6), [560]],
    ['a long one has its first screen as well', paragraphs(30), [560, 2_060]],
    ['a very long one has a longer one besides', paragraphs(2_000), [560, 2_060, 30_060]],
    ['a headline alone is none', [60, 9_000, 9_000], []],
    ['one endless paragraph has none', [60, 1_000_000], []],
    ['a long first paragraph is one', [60, 9_000, ...paragraphs(400)], [9_061, 30_122]],
    ['one that is hardly longer than the one before is none', [60, 1_400, 700, ...paragraphs(30)], [1_461]],
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
