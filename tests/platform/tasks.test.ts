import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { breath, type Steps } from '../../lib/model/steps.ts';
import { createPace } from '../../lib/platform/tasks.ts';

const share = 10;
/** Milliseconds that have been worked, by the only clock there is. */
let worked = 0;

beforeEach(() => {
  worked = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => worked);
});
afterEach(() => vi.restoreAllMocks());

function* work(...pieces: readonly number[]): Steps<void> {
  for (const milliseconds of pieces) {
    yield;
    worked += milliseconds;
  }
}

/** A pace, and how much had been worked at each of its breaks. */
const listen = () => {
  const breaks: number[] = [];
  const turn = async (): Promise<void> => void breaks.push(worked);
  return { breaks, pace: createPace({ share, turn }) };
};

test('a task takes as many steps as its share has room for', async () => {
  const { breaks, pace } = listen();
  await pace(work(4, 4, 4, 4, 4, 4, 4));
  expect(breaks).toEqual([12, 24]);
});

test('what comes one after the other at one pace shares the tasks', async () => {
  const { breaks, pace } = listen();
  for (let nth = 0; nth < 7; nth += 1) await pace(work(4));
  expect(breaks).toEqual([12, 24]);
});

test('work without steps is followed by a break where it took longer than a task may', async () => {
  const { breaks, pace } = listen();
  worked += 50;
  await pace(breath());
  worked += 3;
  await pace(breath());
  expect(breaks).toEqual([50]);
});
