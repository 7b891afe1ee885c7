import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Answer = { readonly state: string };
const told: { readonly type: string; readonly body: object }[] = [];
let answer: () => Promise<Answer>;

beforeEach(() => {
  vi.resetModules();
  told.length = 0;
  answer = () => Promise.resolve({ state: 'reading' });
  const listeners = { addListener: vi.fn(), removeListener: vi.fn() };
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'sidelight',
      getURL: (path: string) => path,
      onMessage: listeners,
      sendMessage: async (message: (typeof told)[number]) => {
        told.push(message);
        return { ok: true, value: await answer() };
      },
    },
    storage: { onChanged: listeners, sync: { get: () => Promise.resolve({}) } },
  });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('sidelight'));
  vi.unstubAllGlobals();
});

const said = 'said in a long answer to the council that the harbour would be dredged before the summer is over.';
const text = `<article><h1>Council decides</h1>${['Ada', 'Ben', 'Cleo', 'Dora'].map((name) => `<p>${name} Reader ${said}</p>`).join('')}</article>`;
const article = '<meta property="og:type" content="article">';

/** A page of which nothing but the head has come, seen by stage one; the rest comes when the test says so. */
async function openHead(head: string, url = 'https://post.example/2023/05/09/harbour') {
  const { window } = new JSDOM(`<head>${head}</head>`, { url, pretendToBeVisual: true });
  const { document } = window;
  for (const name of ['top', 'self']) vi.stubGlobal(name, window);
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  vi.stubGlobal('HTMLIFrameElement', window.HTMLIFrameElement);
  vi.stubGlobal('requestIdleCallback', vi.fn());
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('AbortController', window.AbortController);
  if (document.readyState !== 'complete') await new Promise((done) => window.addEventListener('load', done));
  document.body.remove();
  let state = 'loading';
  Object.defineProperty(document, 'readyState', { get: () => state });
  const [{ scout }, stage] = await Promise.all([import('../../lib/page/scout.ts'), import('../../lib/page/stage.ts')]);
  const signal = stage.beginStageOne();
  if (signal === null) throw new Error('stage one is here already');
  scout(document, signal);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 10));
  return {
    stage,
    signal,
    beginBody: async () => {
      document.documentElement.append(document.createElement('body'));
      await settle();
    },
    finish: async (body: string) => {
      document.body.innerHTML = body;
      state = 'complete';
      window.dispatchEvent(new window.Event('load'));
      await settle();
    },
  };
}

const asks = () => told.map(({ type, body }) => `${type} ${'by' in body ? String(body.by) : ''}`.trim());

test.each<[what: string, head: string, url: string | undefined, expected: readonly string[]]>([
  ['an article', article, undefined, ['articleFound head']],
  [
    'a date of publication',
    '<meta property="article:published_time" content="2023-05-09">',
    undefined,
    ['articleFound head'],
  ],
  [
    'an article by schema.org',
    '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
    undefined,
    ['articleFound head'],
  ],
  ['nothing', '', undefined, []],
  ['a product', '<meta property="og:type" content="product">', undefined, []],
  ['a recipe', `${article}<script type="application/ld+json">{"@type":"Recipe"}</script>`, undefined, []],
  ['an article, at a site’s root', article, 'https://post.example/', []],
])('a page whose head says %s', async (_, head, url, expected) => {
  const page = await openHead(head, url);
  expect(asks()).toEqual([]);
  await page.beginBody();
  expect(asks()).toEqual(expected);
});

test('the reader that was announced waits at hand, and begins with the text without being asked for again', async () => {
  const page = await openHead(article);
  await page.beginBody();
  const start = vi.fn(() => void page.stage.takeOver());
  page.stage.bringReader(start);
  expect(start).not.toHaveBeenCalled();
  await page.finish(text);
  expect(start).toHaveBeenCalledTimes(1);
  expect(page.signal.aborted).toBe(true);
  expect(asks()).toEqual(['articleFound head']);
});

test('a page that has no text though its head says so leaves it at hand, until its reader insists', async () => {
  const page = await openHead(article);
  await page.beginBody();
  const start = vi.fn();
  page.stage.bringReader(start);
  await page.finish('<p>Soon.</p>');
  expect(start).not.toHaveBeenCalled();
  Object.assign(Reflect.get(globalThis, Symbol.for('sidelight')), { isInsistedOn: true });
  page.stage.bringReader(start);
  expect(start).toHaveBeenCalledTimes(1);
});

test('one that is still on its way begins when it comes', async () => {
  const page = await openHead(article);
  answer = () => new Promise(() => {});
  await page.beginBody();
  await page.finish(text);
  const start = vi.fn();
  page.stage.bringReader(start);
  expect(start).toHaveBeenCalledTimes(1);
  expect(asks()).toEqual(['articleFound head']);
});

test('where it was not let in, or nothing announced it, the text asks for it', async () => {
  answer = () => Promise.resolve({ state: 'paused' });
  const off = await openHead(article);
  await off.beginBody();
  await off.finish(text);
  expect(asks()).toEqual(['articleFound head', 'articleFound gate']);
  Reflect.deleteProperty(globalThis, Symbol.for('sidelight'));
  vi.resetModules();
  told.length = 0;
  const silent = await openHead('');
  await silent.beginBody();
  await silent.finish(text);
  expect(asks()).toEqual(['articleFound gate']);
});
