import { expect, test } from 'vitest';
import { readTogether } from '../../../lib/store/packs/together.ts';

const noting = (asked: string[][]) =>
  readTogether(async (keys: readonly string[]) => {
    asked.push([...keys]);
    return keys.map((key) => key.toUpperCase());
  });

test('what is asked for in one turn is one read, and each gets its own answer', async () => {
  const asked: string[][] = [];
  const read = noting(asked);
  expect(await Promise.all(['a', 'b', 'a'].map(read))).toEqual(['A', 'B', 'A']);
  expect(asked).toEqual([['a', 'b', 'a']]);
});

test('what is asked for later is read anew', async () => {
  const asked: string[][] = [];
  const read = noting(asked);
  await read('a');
  expect(await read('b')).toBe('B');
  expect(asked).toEqual([['a'], ['b']]);
});

test('a read that fails fails for all who asked, and for nobody after them', async () => {
  let isBroken = true;
  const read = readTogether(async (keys: readonly string[]) => {
    if (isBroken) throw new Error('the disk is gone');
    return keys;
  });
  const [a, b] = await Promise.allSettled([read('a'), read('b')]);
  expect([a.status, b.status]).toEqual(['rejected', 'rejected']);
  isBroken = false;
  expect(await read('a')).toBe('a');
});
