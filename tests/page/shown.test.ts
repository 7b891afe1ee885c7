import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { shown } from '../../lib/page/shown.ts';

test('a page that is loaded ahead is none yet, until somebody opens it', async () => {
  const { document, Event } = new JSDOM('').window as unknown as Window & typeof globalThis;
  await shown(document);
  Object.assign(document, { prerendering: true });
  let isShown = false;
  const waiting = shown(document).then(() => {
    isShown = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(isShown).toBe(false);
  document.dispatchEvent(new Event('prerenderingchange'));
  await waiting;
});
