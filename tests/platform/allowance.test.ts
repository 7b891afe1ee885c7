import { expect, test } from 'vitest';
import { type Left, takeOf } from '../../lib/platform/allowance.ts';

const allowance = { most: 3, every: 1_000 };

/** Whether each of those who ask, in turn, is given what they ask for. */
function answersTo(asked: readonly (readonly [who: number, what: string, at: number])[]): readonly boolean[] {
  let all: readonly Left[] = [];
  return asked.map(([who, what, at]) => {
    const taken = takeOf(all, { who, what, at, cost: what.length }, allowance);
    ({ all } = taken);
    return taken.isGiven;
  });
}

test.each<[rule: string, asked: readonly (readonly [number, string, number])[], given: readonly boolean[]]>([
  [
    'so many at once and no more',
    [
      [1, 'a', 0],
      [1, 'b', 0],
      [1, 'c', 0],
      [1, 'd', 0],
    ],
    [true, true, true, false],
  ],
  [
    'one more after a while',
    [
      [1, 'a', 0],
      [1, 'b', 0],
      [1, 'c', 0],
      [1, 'd', 999],
      [1, 'd', 1_000],
      [1, 'e', 1_000],
    ],
    [true, true, true, false, true, false],
  ],
  [
    'what was had last again and again',
    [
      [1, 'a', 0],
      [1, 'a', 0],
      [1, 'a', 0],
      [1, 'b', 0],
      [1, 'c', 0],
      [1, 'c', 0],
    ],
    [true, true, true, true, true, true],
  ],
  [
    'to each their own',
    [
      [1, 'a', 0],
      [1, 'b', 0],
      [1, 'c', 0],
      [2, 'd', 0],
      [1, 'd', 0],
    ],
    [true, true, true, true, false],
  ],
  [
    'never more than at once, however long they wait',
    [[1, 'a', 0], ...'bcde'.split('').map((what): [number, string, number] => [1, what, 1e9])],
    [true, true, true, true, false],
  ],
  [
    'by a clock that was set back',
    [
      [1, 'a', 5_000],
      [1, 'b', 0],
      [1, 'c', 0],
      [1, 'd', 0],
    ],
    [true, true, true, false],
  ],
  [
    'what is large counts as several',
    [
      [1, 'aa', 0],
      [1, 'bb', 0],
      [1, 'c', 0],
    ],
    [true, false, true],
  ],
])('%s', (_, asked, given) => {
  expect(answersTo(asked)).toEqual(given);
});
