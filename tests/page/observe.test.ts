import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPage } from '../../lib/page/observe.ts';

/** Tells of one change, which adds a text of so many characters. */
let mutate = (_length: number): void => {};
/** Tells that what is followed has its first size, or another one. */
let resize = (): void => {};
/** What the document's own listeners are called with. */
const act = new Map<string, (event: object) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: (records: readonly object[]) => void) {
        mutate = (length) => callback([{ addedNodes: [{ textContent: 'x'.repeat(length) }] }]);
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resize = callback;
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

const still = { moved: () => {}, routed: () => {}, renewed: () => {}, isLost: () => false };

/** Milliseconds between the looks at a page that changes every `every` milliseconds for two minutes. */
async function gapsOf(every: number, matters: boolean | null): Promise<number[]> {
  const looks: number[] = [];
  const stop = new AbortController();
  const changed = (): Promise<boolean | null> => {
    looks.push(Date.now());
    return Promise.resolve(matters);
  };
  watchPage({ document: bare(), signal: stop.signal, ...still, changed });
  for (let passed = 0; passed < 120_000; passed += every) {
    mutate(5);
    await vi.advanceTimersByTimeAsync(every);
  }
  stop.abort();
  return looks.slice(1).map((look, at) => look - (looks[at] ?? 0));
}

test('a document that was opened anew, which has lost its listeners, is begun with again once it is quiet', async () => {
  const renewed = vi.fn();
  const page = Object.assign(bare(), { documentElement: { isConnected: true } });
  watchPage({
    document: page,
    signal: new AbortController().signal,
    ...still,
    changed: () => Promise.resolve(false),
    renewed,
  });
  mutate(5);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(renewed).not.toHaveBeenCalled();
  page.documentElement.isConnected = false;
  mutate(5);
  expect(renewed).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(renewed).toHaveBeenCalledTimes(1);
});

describe('a page that never rests', () => {
  test('is looked at ever less often, yet news on it waits no longer than ten seconds', async () => {
    const gaps = await gapsOf(1_000, true);
    expect(gaps.length).toBeGreaterThan(8);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
    expect(gaps.at(-1)).toBeGreaterThan(gaps[0] ?? 0);
  });

  test('has its marks again as soon as ever where its framework writes the same text anew', async () => {
    const gaps = await gapsOf(1_000, null);
    expect(gaps.at(-1)).toBe(gaps[0]);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2_000);
  });

  test('is left alone for longer where nothing that changes matters', async () => {
    expect(Math.max(...(await gapsOf(1_000, false)))).toBeGreaterThan(20_000);
  });
});

test('a paragraph that comes where only a clock has changed for a long while waits no longer than ten seconds', async () => {
  const looks: number[] = [];
  const stop = new AbortController();
  const changed = (): Promise<boolean> => {
    looks.push(Date.now());
    return Promise.resolve(false);
  };
  watchPage({ document: bare(), signal: stop.signal, ...still, changed });
  const tick = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 1) {
      mutate(5);
      await vi.advanceTimersByTimeAsync(1_000);
    }
  };
  await tick(120);
  const came = Date.now();
  mutate(200);
  await tick(40);
  stop.abort();
  expect((looks.find((look) => look > came) ?? Number.POSITIVE_INFINITY) - came).toBeLessThanOrEqual(10_000);
});

test('what stands in place of the article that was taken away is looked for at once, and not for ever', async () => {
  const looks: number[] = [];
  const stop = new AbortController();
  const changed = (): Promise<boolean> => {
    looks.push(Date.now());
    return Promise.resolve(false);
  };
  watchPage({ document: bare(), signal: stop.signal, ...still, isLost: () => true, changed });
  const taken = Date.now();
  for (let passed = 0; passed < 60; passed += 1) {
    mutate(5);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  stop.abort();
  expect((looks[0] ?? 0) - taken).toBeLessThan(50);
  expect(looks.length).toBeLessThan(10);
});

test('text that a script unfolds changes the size of its article, and is looked for; the first size says nothing', async () => {
  const stop = new AbortController();
  const changed = vi.fn(() => Promise.resolve(false));
  const article = {} as Element;
  const watching = watchPage({ document: bare(), signal: stop.signal, ...still, changed });
  watching.follow(article);
  resize();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(changed).not.toHaveBeenCalled();
  watching.follow(article);
  for (let frames = 0; frames < 60; frames += 1) {
    resize();
    await vi.advanceTimersByTimeAsync(16);
  }
  await vi.advanceTimersByTimeAsync(5_000);
  stop.abort();
  expect(changed).toHaveBeenCalledTimes(1);
});

/** How often the page is read again within three seconds of a press. */
async function looksAfter(type: string, event: object): Promise<number> {
  vi.stubGlobal('Element', class {});
  const stop = new AbortController();
  const changed = vi.fn(() => Promise.resolve(false));
  watchPage({ document: bare(), signal: stop.signal, ...still, changed });
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
