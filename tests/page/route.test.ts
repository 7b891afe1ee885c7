import { describe, expect, test } from 'vitest';
import type { Article } from '../../lib/model/article.ts';
import { afterRoute } from '../../lib/page/route.ts';

const article = (text: string, url: string, canonicalUrl = url): Article => ({
  text,
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  metadata: {
    url,
    canonicalUrl,
    title: null,
    publisher: null,
    authors: [],
    publishedAt: null,
    language: null,
    country: null,
  },
});
const first = article('The market closes.', 'https://post.example/market', 'https://www.post.example/market');

describe('after the page went on by itself', () => {
  test('text that has not changed yet is still the article before', () => {
    const now = article(first.text, 'https://post.example/harbour');
    expect(afterRoute(now, first).metadata).toEqual(first.metadata);
  });

  test.each([
    ['left in place', 'https://www.post.example/market', 'https://post.example/harbour'],
    ['its own', 'https://www.post.example/harbour', 'https://www.post.example/harbour'],
  ])('a canonical address that is %s', (_, canonical, wanted) => {
    const now = article('The harbour is dredged.', 'https://post.example/harbour', canonical);
    expect(afterRoute(now, first).metadata.canonicalUrl).toBe(wanted);
  });

  test('back at the article, its own address counts', () => {
    const again = article(
      'The market closes today.',
      'https://post.example/market?seen=1',
      first.metadata.canonicalUrl ?? '',
    );
    expect(afterRoute(again, first)).toEqual(again);
  });

  test('a page that went nowhere', () => {
    expect(afterRoute(first, null)).toBe(first);
  });
});
