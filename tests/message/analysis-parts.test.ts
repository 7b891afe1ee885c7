import { describe, expect, test } from 'vitest';
import { fromParts, type PartsTaken, takePart, toParts } from '../../lib/message/analysis-parts.ts';
import type { AnalysisAnswer, AnalysisPart } from '../../lib/message/protocol.ts';
import type { Article } from '../../lib/model/article.ts';
import { asClusterId } from '../../lib/model/ids.ts';

const article: Article = {
  text: 'Ann Lee spoke.',
  blocks: [{ kind: 'paragraph', start: 0, end: 14 }],
  metadata: {
    url: 'https://news.example/a',
    canonicalUrl: null,
    title: null,
    publisher: null,
    authors: [],
    publishedAt: null,
    language: null,
    country: null,
  },
};

/** An answer with so many mentions and clusters, and a third as many claims. */
const answerOf = (count: number): AnalysisAnswer => ({
  analysis: {
    // The background has found out in which language it is.
    article: { ...article, metadata: { ...article.metadata, language: 'en' } },
    mentions: Array.from({ length: count }, (_, nth) => ({
      start: nth,
      end: nth + 1,
      surface: `${nth}`,
      type: 'person',
      cluster: asClusterId(`m${nth}`),
      confidence: 1,
    })),
    clusters: Array.from({ length: count }, (_, nth) => ({
      id: asClusterId(`m${nth}`),
      name: `${nth}`,
      type: 'person',
      mentions: [nth],
      link: { kind: 'nil' },
      role: null,
      gender: null,
    })),
    groups: [],
    claims: Array.from({ length: Math.floor(count / 3) }, (_, nth) => ({
      start: nth,
      end: nth + 1,
      kind: 'assertion',
      attribution: { speaker: null, source: null, cue: null, quotes: [], saidOn: null },
      about: [],
      quantities: [],
      when: null,
      checkWorthiness: nth / count,
      related: [],
    })),
  },
  briefs: [],
  receipt: { readAt: '2026-11-27T20:00:00Z', textHash: 'abc' },
});

const takeAll = (parts: readonly AnalysisPart[]): PartsTaken | null => parts.reduce<PartsTaken | null>(takePart, null);

describe('an analysis on its way to the page', () => {
  test.each([0, 1, 400, 1_000, 1_001, 3_000, 7_500])('of %i names arrives as it was', (count) => {
    const answer = answerOf(count);
    const sent = toParts(answer, 7);
    const arrived = fromParts(sent.answer, article, takeAll(sent.parts)?.parts ?? []);
    expect(arrived).toEqual(answer);
  });

  test('does not carry the text', () => {
    const { parts, answer } = toParts(answerOf(3_000), 1);
    expect(JSON.stringify([parts, answer])).not.toContain(article.text);
  });

  test('that is short, or of which no parts are wanted, is one message', () => {
    expect(toParts(answerOf(1_000), 1).parts).toEqual([]);
    expect(toParts(answerOf(5_000), null).parts).toEqual([]);
  });

  test('that is long comes in parts of which none is long', () => {
    const { parts } = toParts(answerOf(9_000), 1);
    const longest = Math.max(
      ...parts.flatMap(({ mentions, clusters, claims }) => [mentions, clusters, claims]).map((list) => list.length),
    );
    expect(parts.length).toBeGreaterThan(9);
    expect(longest).toBeLessThan(2_000);
  });

  test.each([
    ['the first', (parts: readonly AnalysisPart[]) => parts.slice(1)],
    ['the last', (parts: readonly AnalysisPart[]) => parts.slice(0, -1)],
    ['one between', (parts: readonly AnalysisPart[]) => parts.filter(({ nth }) => nth !== 2)],
    ['all', () => []],
  ])('is nothing where %s of its parts is lost', (_, lose) => {
    const { parts, answer } = toParts(answerOf(5_000), 1);
    expect(fromParts(answer, article, takeAll(lose(parts))?.parts ?? [])).toBeNull();
  });

  test('whose background was stopped half way is taken in anew from its beginning', () => {
    const answer = answerOf(5_000);
    const sent = toParts(answer, 1);
    const taken = takeAll([...sent.parts.slice(0, 3), ...sent.parts]);
    expect(fromParts(sent.answer, article, taken?.parts ?? [])).toEqual(answer);
  });

  test('takes the place of what came for the question before', () => {
    const sent = toParts(answerOf(3_000), 2);
    const taken = takeAll([...toParts(answerOf(5_000), 1).parts, ...sent.parts]);
    expect(taken?.parts).toEqual(sent.parts);
  });
});
