import { expect, test } from 'vitest';
import { type BenchRow, formatRows, ratioOf } from '../../scripts/bench/rows.ts';

const row = (subject: string, value: number, metric = 'time'): BenchRow => ({
  bench: 'page',
  case: 'an article',
  subject,
  metric,
  value,
  unit: 'ms',
});

test.each<[rule: string, row: BenchRow, ratio: number | null]>([
  ['a peer beside us', row('peer', 30), 3],
  ['we beside ourselves', row('sidelight', 10), null],
  ['another metric', row('peer', 30, 'size'), null],
])('%s', (_, other, ratio) => {
  expect(ratioOf(other, [row('sidelight', 10), other])).toBe(ratio);
});

test('a peer beside nothing has no ratio', () => {
  expect(ratioOf(row('peer', 30), [row('sidelight', 0)])).toBeNull();
});

test('the table says how much slower a peer is', () => {
  expect(formatRows([row('sidelight', 10), row('peer', 25)])).toMatch(/peer\s+time\s+25 ms\s+2\.5 × ours/);
});
