import { type BenchRow, ours } from '../rows.ts';
import { type ArticleSize, headStart } from './pages.ts';
import type { PaintTimes } from './reading.ts';

/** How what was measured on pages is told. */

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => percentile(values, 0.5);

export type Measure = Pick<BenchRow, 'case' | 'subject'>;
export const row = (at: Measure, metric: string, value: number, unit: string): BenchRow => ({
  bench: 'page',
  ...at,
  metric,
  value,
  unit,
});
export const megabytes = (at: Measure, metric: string, bytes: number): BenchRow => row(at, metric, bytes / 1e6, 'MB');

export const articleOf = (size: ArticleSize): string => `an article of ${size}`;
export const lateArticle = `${articleOf('10 KB')} that comes ${headStart} ms after its head`;

export const paintRows = (at: Measure, times: readonly PaintTimes[]): readonly BenchRow[] => [
  ...(times.some(({ painted }) => painted > 0)
    ? [
        row(at, 'ready to painted', median(times.map(({ painted }) => painted)), 'ms'),
        // Peers mark all at once.
        ...(at.subject === ours
          ? [row(at, 'ready to all painted', median(times.map(({ whole }) => whole)), 'ms')]
          : []),
      ]
    : []),
  row(at, 'longest task', median(times.map(({ longestTask }) => longestTask)), 'ms'),
  row(at, 'layout shift', Math.max(...times.map(({ layoutShift }) => layoutShift)), ''),
];
