import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isBlurred } from '../../../lib/page/marks/blurred.ts';
import { watchVeils } from '../../../lib/page/marks/veils.ts';
import { openPage } from '../fixture.ts';

const page = () => openPage('<main><article><p id="text">A</p></article><aside>B</aside></main>');

/** Past the observers, which tell after the work at hand, and past the wait between two looks. */
async function pass(document: Document): Promise<void> {
  await new Promise((resolve) => document.defaultView?.setTimeout(resolve, 200));
}

let life = new AbortController();
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

test.each<[string, (document: Document) => void, number]>([
  ['the text itself', (document) => document.querySelector('p')?.setAttribute('style', 'filter:none'), 1],
  ['a part around it', (document) => document.querySelector('article')?.classList.add('paid'), 1],
  [
    'both, again and again',
    (document) => {
      for (const element of document.querySelectorAll('p, article'))
        for (const name of ['a', 'b', 'c']) element.classList.add(name);
    },
    1,
  ],
  ['something beside it', (document) => document.querySelector('aside')?.classList.add('open'), 0],
  ['what no look depends on', (document) => document.querySelector('p')?.setAttribute('data-seen', ''), 0],
])('%s changes: the texts that could not be seen are looked at again', async (_, change, times) => {
  const document = page();
  const changed = vi.fn();
  watchVeils(document, life.signal, changed)([...document.querySelectorAll('p')]);
  change(document);
  await pass(document);
  expect(changed).toHaveBeenCalledTimes(times);
});

test('what lies around a shadow root veils the text in it', async () => {
  const document = openPage('<main><x-story style="filter: blur(4px)"></x-story></main>');
  const [host] = document.querySelectorAll('x-story');
  const root = host?.attachShadow({ mode: 'open' });
  const text = document.createElement('p');
  root?.append(text);
  expect(isBlurred(text)).toBe(true);
  const changed = vi.fn();
  watchVeils(document, life.signal, changed)([text]);
  host?.removeAttribute('style');
  await pass(document);
  expect(changed).toHaveBeenCalledOnce();
  expect(isBlurred(text)).toBe(false);
});

test('nothing is looked at for texts that are seen, nor once it is over', async () => {
  const document = page();
  const [text] = document.querySelectorAll('p');
  if (text === undefined) throw new Error('no text');
  const changed = vi.fn();
  const watch = watchVeils(document, life.signal, changed);
  watch([text]);
  watch([]);
  text.className = 'clear';
  await pass(document);
  watch([text]);
  life.abort();
  text.className = '';
  await pass(document);
  expect(changed).not.toHaveBeenCalled();
});
