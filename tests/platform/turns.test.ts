import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTurns } from '../../lib/platform/turns.ts';

/** How many steps each piece of work has, whatever its size. */
const steps = 6;

/** Work of these sizes, begun together; in which order it ends. */
async function orderOf(sizes: readonly number[]): Promise<number[]> {
  const take = createTurns();
  const ended: number[] = [];
  await Promise.all(
    sizes.map(async (size, nth) => {
      const turn = take(size);
      for (let step = 0; step < steps; step += 1) {
        await new Promise(setImmediate);
        await turn.mine();
      }
      turn.end();
      ended.push(nth);
    }),
  );
  return ended;
}

test('the shortest is done first, and of the same size the first', async () => {
  expect(await orderOf([8, 3, 5, 3])).toEqual([1, 3, 2, 0]);
});

test('what comes later and is shorter goes before what is under way', async () => {
  const take = createTurns();
  const long = take(100);
  await long.mine();
  const short = take(5);
  let isBack = false;
  const waits = long.mine().then(() => {
    isBack = true;
  });
  await short.mine();
  expect(isBack).toBe(false);
  short.end();
  await waits;
  expect(isBack).toBe(true);
});

test('what is long waits for some that come later and are shorter, and not for all that ever come', async () => {
  const take = createTurns();
  const long = take(100);
  let gone = 0;
  let isDone = false;
  const read = (async () => {
    for (let step = 0; step < steps; step += 1) await long.mine();
    isDone = true;
    long.end();
  })();
  let next = take(5);
  while (!isDone && gone < 200) {
    const after = take(5);
    await new Promise(setImmediate);
    next.end();
    next = after;
    gone += 1;
  }
  expect(isDone).toBe(true);
  expect(gone).toBeLessThan(50);
  next.end();
  await read;
});

test('what has let enough go before goes on at once, also before what is under way', async () => {
  const take = createTurns();
  const long = take(100);
  const middling = take(50);
  let isBack = false;
  const waits = long.mine().then(() => {
    isBack = true;
  });
  await middling.mine();
  const short = Array.from({ length: 20 }, () => take(5));
  await new Promise(setImmediate);
  expect(isBack).toBe(true);
  long.end();
  await waits;
  for (const turn of [middling, ...short]) turn.end();
});

test('whatever there is, all of it is done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(6), { maxLength: 8 }), async (sizes) => {
      expect((await orderOf(sizes)).toSorted((a, b) => a - b)).toEqual([...sizes.keys()]);
    }),
    { numRuns: 40 },
  );
});
