import { JSDOM } from 'jsdom';
import { afterEach, expect, test, vi } from 'vitest';
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
  const host = { settle, isSettled: () => element.isConnected } as unknown as Host;
  const end = new AbortController();
  createHanger({ host, signal: end.signal, hung: () => {} })(article);
  return { window, article, element, settle, end };
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

test('nothing hangs again once the reader has gone', async () => {
  const { article, element, end } = open();
  end.abort();
  article.innerHTML = '<p>The wall.</p>';
  await tasks();
  expect(element.isConnected).toBe(false);
});
