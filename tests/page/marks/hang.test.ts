import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Host } from '../../../lib/page/host/host.ts';
import { createHanger } from '../../../lib/page/marks/hang.ts';

/** An article, and a host in it that is nothing but an element. */
function open() {
  const { window } = new JSDOM('<article><p>The wall.</p></article>');
  const { document } = window;
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  const article = document.querySelector('article') as Element;
  const element = document.createElement('span');
  const settle = vi.fn((container: Element) => {
    container.append(element);
    return container;
  });
  const host = { settle, isSettled: () => element.isConnected };
  const end = new AbortController();
  const hung = vi.fn();
  const hanger = createHanger({ host: host as unknown as Host, signal: end.signal, hung });
  hanger.hang(article);
  return { window, article, element, settle, end, hanger, hung };
}

afterEach(() => vi.unstubAllGlobals());

/** Longer than all that is due in this task. */
const tasks = () => new Promise((resolve) => void setTimeout(resolve, 20));

test('text written anew over the host has it again in the same task', async () => {
  const { article, element } = open();
  article.innerHTML = '<p>The wall.</p>';
  await Promise.resolve();
  expect(element.isConnected).toBe(true);
});

test('a page that takes the host away each time has the last word', async () => {
  const { window, article, element, settle } = open();
  new window.MutationObserver(() => element.remove()).observe(article, { childList: true });
  element.remove();
  await tasks();
  expect(settle.mock.calls.length).toBeLessThan(4);
});

describe('a page that changes all the time, for an hour', () => {
  /** How often the host is hung while marks are painted every 120 ms and the page does so each time it sees it, or twice a second. */
  const hangs = async (act: (page: ReturnType<typeof open>) => void, byItself = false): Promise<number> => {
    const page = open();
    vi.useFakeTimers();
    try {
      if (!byItself) new page.window.MutationObserver(() => act(page)).observe(page.article, { childList: true });
      for (let at = 0; at < 3_600_000; at += 120) {
        if (at === 0 || (byItself && at % 480 === 0)) act(page);
        await vi.advanceTimersByTimeAsync(120);
        page.hanger.again();
      }
      return page.settle.mock.calls.length;
    } finally {
      vi.useRealTimers();
      page.end.abort();
    }
  };

  test('and takes the host and nothing else has it once a minute in the end', async () => {
    expect(await hangs(({ element }) => element.remove())).toBeLessThan(80);
  });

  test('and writes its text anew has it with each of them', async () => {
    const write = ({ article }: ReturnType<typeof open>): void => {
      article.innerHTML = '<p>The wall.</p>';
    };
    expect(await hangs(write, true)).toBeGreaterThan(7_000);
  });
});

test('a host that was away and hangs again is told of', () => {
  const { element, hanger, hung } = open();
  element.remove();
  hanger.again();
  expect([element.isConnected, hung.mock.calls.length]).toEqual([true, 2]);
});

test('nothing hangs again once the reader has gone', async () => {
  const { article, element, end } = open();
  end.abort();
  article.innerHTML = '<p>The wall.</p>';
  await tasks();
  expect(element.isConnected).toBe(false);
});
