import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../lib/page/extract.ts';
import { findOpenRoots, flatParent, isWithin, parentElementOf } from '../../lib/page/text/flat-tree.ts';
import { judgePage } from '../../lib/page/gate.ts';
import { openPage } from './fixture.ts';

const paragraphs = [1, 2, 3, 4].map(
  (at) =>
    `<p>Paragraph ${at} of the report tells, in a sentence of some length, what the council of Aubrey decided.</p>`,
);
const url = 'https://post.example/2023/05/09/page';

/** A page whose text lies in the shadow root of an element of its own, its headline in a slot. */
const openShadowPage = (mode: ShadowRootMode): { readonly document: Document; readonly inner: ShadowRoot } => {
  const document = openPage(
    '<body><news-story><h1 slot="title">Council decides on the harbour</h1></news-story></body>',
    url,
  );
  const host = document.querySelector('news-story');
  if (!host) throw new Error('no host');
  const inner = host.attachShadow({ mode });
  inner.innerHTML = `<article><slot name="title"></slot><time>9 May 2023</time>${paragraphs.join('')}</article>`;
  return { document, inner };
};

describe('shadow roots', () => {
  test('paragraphs right in the root of an element within another’s', () => {
    const document = openPage('<body><h1>Council decides on the harbour</h1><news-story></news-story></body>', url);
    const outer = document.querySelector('news-story')?.attachShadow({ mode: 'open' });
    if (!outer) throw new Error('no host');
    outer.innerHTML = '<main><time>9 May 2023</time><story-text></story-text></main>';
    const inner = outer.querySelector('story-text')?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = paragraphs.join('');
    expect(judgePage(document, url).isArticle).toBe(true);
    expect(extractArticle(document, url).article.blocks.length).toBe(5);
  });

  test('an article in an open one is an article, and its text is read with the slotted headline', () => {
    const { document, inner } = openShadowPage('open');
    expect(judgePage(document, url).isArticle).toBe(true);
    const { article, map, roots } = extractArticle(document, url);
    expect(article.blocks.map(({ kind }) => kind)).toEqual(['headline', ...paragraphs.map(() => 'paragraph')]);
    expect(roots).toEqual([inner]);
    const at = article.text.indexOf('Paragraph 3');
    const range = map.rangeOf({ start: at, end: at + 11 });
    expect(range?.toString()).toBe('Paragraph 3');
    expect(range?.startContainer.getRootNode()).toBe(inner);
  });

  test('a closed one stays closed', () => {
    const { document } = openShadowPage('closed');
    expect(judgePage(document, url).isArticle).toBe(false);
    expect(findOpenRoots(document)).toEqual([]);
  });

  test('a form whose fields are called as what it hangs in leads up all the same', () => {
    const document = openPage('<main><form><input><p>A</p></form></main>');
    const [form, field, main] = ['form', 'input', 'main'].map((name) => document.querySelector(name) as Element);
    // As browsers have it, and jsdom has not.
    for (const name of ['parentNode', 'parentElement']) Object.defineProperty(form, name, { value: field });
    expect(form?.parentNode).toBe(field);
    expect(flatParent(form as Element)).toBe(main);
    expect(parentElementOf(form as Element)).toBe(main);
    expect(parentElementOf(document.documentElement)).toBeNull();
  });

  test('what lies in what is told across the borders', () => {
    const { document, inner } = openShadowPage('open');
    const [headline, article] = [document.querySelector('h1'), inner.querySelector('article')];
    if (!headline || !article) throw new Error('no page');
    expect(flatParent(headline)?.localName).toBe('slot');
    expect(isWithin(headline, article)).toBe(true);
    expect(isWithin(article, headline)).toBe(false);
    expect(isWithin(article, document.body)).toBe(true);
  });
});
