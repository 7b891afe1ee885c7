// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { LeftOutPart } from '../../../components/library/LeftOut.tsx';
import type { LeftOut } from '../../../lib/model/exchange.ts';
import { show, textOf } from '../render.tsx';

const linesOf = async (listed: readonly LeftOut[], more = 0): Promise<string[]> => {
  const body = await show(<LeftOutPart leftOut={{ listed, more }} />);
  return [...body.querySelectorAll('li, p')].map(textOf);
};

test.each<[LeftOut, string]>([
  [
    { why: 'column', name: 'born', count: 1, lines: [3] },
    'The column “born”: there is no place for it in the store (line 3)',
  ],
  [
    { why: 'twice', name: 'Ann (local:a)', count: 2, lines: [2, 1_204] },
    '“Ann (local:a)” comes more than once: the first counts (lines 2, 1204)',
  ],
  [{ why: 'broken', name: 'notes', count: 9, lines: [2, 3] }, 'A broken record (notes) (lines 2, 3, …)'],
])('what stays out of a file is told with its lines: %#', async (leftOut, said) => {
  expect(await linesOf([leftOut])).toEqual([said]);
});

test('nothing is said where nothing stays out, and of too much how much more there is', async () => {
  expect(await linesOf([])).toEqual([]);
  expect((await linesOf([{ why: 'cut', name: 'aliases', count: 1, lines: [2] }], 1_000)).at(-1)).toBe(
    'and 1,000 more like these',
  );
});
