import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fillView } from '../../entrypoints/popup/fill-view.ts';

const longEnough = 5_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A popup's page that asks for 360 pixels and has others. */
const pageOf = (room: number) => {
  const { window } = new JSDOM('<!doctype html><body></body>');
  const { document } = window;
  let measure = (): void => {};
  class Sizes {
    constructor(tell: () => void) {
      measure = tell;
    }
    observe(): void {}
  }
  vi.stubGlobal('ResizeObserver', Sizes);
  let width = room;
  const resize = (to: number): void => {
    width = to;
    measure();
  };
  Object.defineProperty(document.documentElement, 'clientWidth', { get: () => width });
  Object.defineProperty(document.body, 'offsetWidth', { value: 360 });
  vi.spyOn(window, 'setTimeout').mockImplementation(((act: () => void, after: number) =>
    setTimeout(act, after)) as never);
  const taken = () => document.documentElement.style.getPropertyValue('--room');
  return { document, taken, resize };
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

test('a bar to scroll by, which comes with long lists, takes of the width', async () => {
  const { document, taken, resize } = pageOf(320);
  fillView(document, Promise.resolve(true));
  await Promise.resolve();
  await Promise.resolve();
  resize(305);
  expect(taken()).toBe('305px');
});
