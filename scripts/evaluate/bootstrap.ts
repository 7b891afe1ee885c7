import { Random } from '../train/random.ts';
import { f1Of, type Score } from './pairwise.ts';

const draws = 1000;

/** The middle 95% of F1 over texts drawn anew with replacement (seeded); a single text has no interval. */
export function f1Interval(scores: readonly Score[]): readonly [low: number, high: number] | null {
  if (scores.length < 2) return null;
  const random = new Random(41);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const sum = { right: 0, found: 0, wanted: 0 };
    for (let i = 0; i < scores.length; i += 1) {
      const score = scores[random.below(scores.length)];
      if (score === undefined) continue;
      sum.right += score.right;
      sum.found += score.found;
      sum.wanted += score.wanted;
    }
    values.push(f1Of(sum));
  }
  values.sort((a, b) => a - b);
  return [values[Math.floor(draws * 0.025)] ?? 0, values[Math.floor(draws * 0.975)] ?? 1];
}
