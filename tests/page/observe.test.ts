import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPage } from '../../lib/page/observe.ts';

let mutate = (): void => {};
/** What the document's own listeners are called with. */
const act = new Map<string, (event: object) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: () => void) {
        mutate = callback;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A document of which only what is watched is there. */
const bare = (): Document =>
  ({
    URL: 'https://news.example/live',
    addEventListener: (type: string, listener: (event: object) => void) => void act.set(type, listener),
    defaultView: {
      setTimeout: (work: () => void, wait: number) => setTimeout(work, wait),
      clearTimeout: (timer: number) => clearTimeout(timer),
      setInterval: (work: () => void, wait: number) => setInterval(work, wait),
      clearInterval: (timer: number) => clearInterval(timer),
      addEventListener: () => {},
    },
  }) as unknown as Document;

/** Milliseconds between the looks at a page that changes every `every` milliseconds for two minutes. */
async function gapsOf(every: number, matters: boolean): Promise<number[]> {
  const looks: number[] = [];
  const stop = new AbortController();
  const changed = (): Promise<boolean> => {
    looks.push(Date.now());
    return Promise.resolve(matters);
  };
  watchPage({ document: bare(), signal: stop.signal, moved: () => {}, changed, routed: () => {} });
  for (let passed = 0; passed < 120_000; passed += every) {
    mutate();
    await vi.advanceTimersByTimeAsync(every);
  }
  stop.abort();
  return looks.slice(1).map((look, at) => look - (looks[at] ?? 0));
}

describe('a page that never rests', () => {
  test('is looked at ever less often, yet news on it waits no longer than ten seconds', async () => {
    const gaps = await gapsOf(1_000, true);
    expect(gaps.length).toBeGreaterThan(8);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
    expect(gaps.at(-1)).toBeGreaterThan(gaps[0] ?? 0);
  });

  test('is left alone for longer where nothing that changes matters', async () => {
    expect(Math.max(...(await gapsOf(1_000, false)))).toBeGreaterThan(20_000);
  });
});

/** How often the page is read again within three seconds of a press. */
async function looksAfter(type: string, event: object): Promise<number> {
  vi.stubGlobal('Element', class {});
  const stop = new AbortController();
  const changed = vi.fn(() => Promise.resolve(false));
  watchPage({ document: bare(), signal: stop.signal, moved: () => {}, changed, routed: () => {} });
  act.get(type)?.({ type, composedPath: () => [], ...event });
  await vi.advanceTimersByTimeAsync(3_000);
  stop.abort();
  return changed.mock.calls.length;
}

test.each(['click', 'keydown'])(
  'a %s may have unfolded something, one that the page makes up has not',
  async (type) => {
    expect(await looksAfter(type, { isTrusted: true })).toBe(1);
    expect(await looksAfter(type, { isTrusted: false })).toBe(0);
  },
);
