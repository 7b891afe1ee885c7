import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSecondLooks } from '../../../lib/page/marks/second-looks.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Looks at one text that stays unseen for so many looks. */
function watch(unseenFor: number) {
  const { document } = new JSDOM('<p>Nobody sees it yet.</p>').window;
  const text = document.querySelector('p') as Element;
  let looked = 0;
  const looks = createSecondLooks(document, new AbortController().signal, () => {
    looked += 1;
    looks.missed(looked < unseenFor ? [text] : []);
  });
  looks.missed([text]);
  return { looks, looked: () => looked };
}

test('what is not seen is looked at again until it is', () => {
  const { looked } = watch(3);
  vi.advanceTimersByTime(60_000);
  expect(looked()).toBe(3);
});

test('what nobody ever sees is not looked at for ever, but again once something moved', () => {
  const { looks, looked } = watch(Number.POSITIVE_INFINITY);
  vi.advanceTimersByTime(60_000);
  const first = looked();
  expect(first).toBeGreaterThan(3);
  expect(first).toBeLessThan(20);
  looks.later();
  vi.advanceTimersByTime(60_000);
  expect(looked()).toBe(first);
  looks.renew();
  looks.later();
  vi.advanceTimersByTime(60_000);
  expect(looked()).toBe(2 * first);
});
