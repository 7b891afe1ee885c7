import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { annotate } from '../../lib/annotate/annotate.ts';
import type { Analysis } from '../../lib/model/analysis.ts';
import { f1Of } from '../../scripts/evaluate/pairwise.ts';
import { readSeedArticle } from '../../scripts/evaluate/references.ts';
import { addScores, emptyScores } from '../../scripts/evaluate/whole.ts';
import { useResources } from './resources.ts';

const shared = '../shared';
const isThere = existsSync(`${shared}/gold/seed-article.json`);

describe.skipIf(!isThere)('the seed article, against its reference (needs ../shared)', () => {
  const scores = emptyScores();
  const resources = useResources();
  let analysis: Analysis;

  beforeAll(async () => {
    const { article, reference } = readSeedArticle(shared);
    analysis = await annotate(article, resources());
    addScores(scores, analysis, reference);
  }, 120_000);

  test('names: F1 of 0.97 or more, exact span and type', () => {
    expect(f1Of(scores.mentions)).toBeGreaterThanOrEqual(0.97);
  });

  test('clusters: pairwise F1 of 0.97 or more', () => {
    expect(f1Of(scores.clusters)).toBeGreaterThanOrEqual(0.97);
  });

  test('claims: F1 of 0.93 or more', () => {
    expect(f1Of(scores.claims)).toBeGreaterThanOrEqual(0.93);
  });

  test('speakers: 0.95 or more of the named ones', () => {
    expect(scores.speakers.right / scores.speakers.of).toBeGreaterThanOrEqual(0.95);
  });

  test('every span slices to its surface, and mentions neither overlap nor leave their order', () => {
    let last = 0;
    for (const { start, end, surface } of analysis.mentions) {
      expect(analysis.article.text.slice(start, end)).toBe(surface);
      expect(start).toBeGreaterThanOrEqual(last);
      last = end;
    }
  });
});
