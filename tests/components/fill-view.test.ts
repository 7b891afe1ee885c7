import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fillView } from '../../entrypoints/popup/fill-view.ts';

const longEnough = 5_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A popup's page that asks for 360 pixels and has others. */
const pageOf = (room: number) => {
  const { window } = new JSDOM('<!doctype html><body></body>');
  const { document } = window;
  Object.defineProperty(document.documentElement, 'clientWidth', { value: room });
  Object.defineProperty(document.body, 'offsetWidth', { value: 360 });
  vi.spyOn(window, 'setTimeout').mockImplementation(((act: () => void, after: number) =>
    setTimeout(act, after)) as never);
  const taken = () => document.documentElement.style.getPropertyValue('--room');
  return { document, taken };
};

test('a page in a tab has its size before anything can be pressed', async () => {
  const { document, taken } = pageOf(420);
  fillView(document, Promise.resolve(true));
  await Promise.resolve();
  await Promise.resolve();
  expect(taken()).toBe('420px');
});

test('a popup, which grows to what it asks for, is measured once it has', async () => {
  const { document, taken } = pageOf(300);
  fillView(document, Promise.resolve(false));
  await vi.advanceTimersByTimeAsync(100);
  expect(taken()).toBe('');
  await vi.advanceTimersByTimeAsync(longEnough);
  expect(taken()).toBe('300px');
});

test('a popup that got what it asked for stays as it is', async () => {
  const { document, taken } = pageOf(360);
  fillView(document, Promise.resolve(false));
  await vi.advanceTimersByTimeAsync(longEnough);
  expect(taken()).toBe('');
});
