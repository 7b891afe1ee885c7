import { describe, expect, test } from 'vitest';
import { compareStatements } from '../../lib/claim/compare/compare.ts';
import { readStatement } from '../../lib/claim/compare/statement.ts';
import { newsPairs, type Pair, proofPairs, tuningPairs } from './pairs.ts';
import { heldOutPairs } from './pairs-held-out.ts';
import { livePairs } from './pairs-live.ts';
import { loosePairs } from './pairs-loose.ts';
import { allPairs } from './pairs-all.ts';
import { naivePairs } from './pairs-naive.ts';
import { secondPart } from './pairs-second-part.ts';

const relationOf = ({ now, before, speakers, days }: Pair) =>
  compareStatements(
    readStatement({ text: now, quote: null, speaker: speakers[0], day: days[0] }),
    readStatement({ text: before, quote: null, speaker: speakers[1], day: days[1] }),
  );

const measure = (pairs: readonly Pair[]) => {
  const found = pairs.filter((pair) => relationOf(pair) !== null);
  const wanted = pairs.filter((pair) => pair.relation !== null);
  const right = found.filter((pair) => relationOf(pair) === pair.relation);
  return { precision: right.length / found.length, recall: right.length / wanted.length };
};

test('the pairs are enough and no pair stands twice', () => {
  expect(allPairs.length).toBeGreaterThanOrEqual(550);
  expect(new Set(allPairs.map((pair) => `${pair.now}|${pair.before}`)).size).toBe(allPairs.length);
  for (const relation of ['repeats', 'supports', 'differs', 'contradicts', 'updates', null])
    expect(allPairs.filter((pair) => pair.relation === relation).length).toBeGreaterThanOrEqual(25);
});

describe('a relation is named only where it holds', () => {
  test.each([
    ['by which the thresholds were set', tuningPairs, 0.85],
    ['written to prove them', proofPairs, 0.85],
    ['in the length of news', newsPairs, 0.6],
    ['in the words of agencies', livePairs, 0.75],
    ['held out', heldOutPairs, 0.7],
    ['of the second part', secondPart, 0.8],
    ['in loose words', loosePairs, 0.55],
  ] as const)('pairs %s', (_name, pairs, leastRecall) => {
    const { precision, recall } = measure(pairs);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(leastRecall);
  });

  test.each(naivePairs.map((pair) => [pair.relation ?? 'nothing', pair.now, pair.before, pair] as const))(
    '%s: %s | %s',
    (_relation, _now, _before, pair) => {
      expect(relationOf(pair)).toBe(pair.relation);
    },
  );

  test('a wrong "contradicts" never stands among the pairs', () => {
    const wrong = allPairs.filter((pair) => relationOf(pair) === 'contradicts' && pair.relation !== 'contradicts');
    expect(wrong.map((pair) => pair.now)).toEqual([]);
  });
});

describe('laws', () => {
  const asPair = (text: string): Pair => ({
    now: text,
    before: text,
    relation: 'repeats',
    speakers: [null, null],
    days: ['2023-05-10', '2023-05-10'],
  });

  test.each([
    'Denmark voted against the fishing quota in Brussels.',
    'The Harlow plant employs 1,400 people.',
    'Hungary opposes the embargo on Russian oil.',
  ])('a statement repeats itself: %s', (text) => {
    expect(relationOf(asPair(text))).toBe('repeats');
  });

  test('differing and contradicting hold in both directions', () => {
    for (const pair of [...tuningPairs, ...proofPairs]) {
      if (pair.relation !== 'differs' && pair.relation !== 'contradicts') continue;
      const turned: Pair = {
        ...pair,
        now: pair.before,
        before: pair.now,
        speakers: [pair.speakers[1], pair.speakers[0]],
      };
      const [one, other] = [relationOf(pair), relationOf(turned)];
      if (one === 'contradicts') expect(other, pair.now).toBe('contradicts');
      if (one === 'differs') expect(['differs', 'updates'], pair.now).toContain(other);
    }
  });
});
