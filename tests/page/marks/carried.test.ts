import { describe, expect, test } from 'vitest';
import { isBlurred } from '../../../lib/page/marks/blurred.ts';
import { findClip } from '../../../lib/page/marks/measure.ts';
import { isCarriedWith, sticks } from '../../../lib/page/host/carried.ts';
import { plotMarks } from '../../../lib/page/marks/plots.ts';
import type { TextMap } from '../../../lib/page/text/text-map.ts';
import { openPage } from '../fixture.ts';

const find = (document: Document, id: string): Element => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no ${id}`);
  return element;
};

describe('a headline is carried along with the text below it', () => {
  test.each([
    ['side by side', '', '', true],
    ['in a header that goes along', 'position:relative', '', true],
    ['in a header that stacks', 'position:relative;z-index:2', '', true],
    ['in a header that clips', 'overflow:hidden', '', true],
    ['in a header that sticks', 'position:sticky;top:0', '', false],
    ['in a header that scrolls by itself', 'overflow-x:scroll', '', false],
    ['over a text that scrolls by itself', '', 'overflow-y:auto', false],
  ])('%s', (_, header, body, isOne) => {
    const document = openPage(
      `<article><header style="${header}"><h1 id="headline">A</h1></header><div id="text" style="${body}"><p>B</p></div></article>`,
    );
    expect(isCarriedWith(find(document, 'headline'), find(document, 'text'))).toBe(isOne);
  });

  test('a heading within the text, unless it sticks', () => {
    const document = openPage('<div id="text"><section><h2 id="heading">A</h2><p id="words">B</p></section></div>');
    const [heading, text] = [find(document, 'heading'), find(document, 'text')];
    expect(sticks(heading, text)).toBe(false);
    (heading as HTMLElement).style.position = 'sticky';
    expect(sticks(heading, text)).toBe(true);
    expect(sticks(find(document, 'words'), text)).toBe(false);
    const map = { elementAt: (at: number) => find(document, at === 0 ? 'heading' : 'words') } as TextMap;
    const blocks = [
      { kind: 'heading', start: 0, end: 1 },
      { kind: 'paragraph', start: 2, end: 3 },
    ] as const;
    expect(plotMarks({ blocks, map, marks: [], container: text }).map(({ block }) => block.start)).toEqual([2]);
  });

  test('a text in a tree of its own', () => {
    const document = openPage('<article><h1 id="headline">A</h1><news-story id="story"></news-story></article>');
    const root = find(document, 'story').attachShadow({ mode: 'open' });
    const section = document.createElement('section');
    root.append(section);
    expect(isCarriedWith(find(document, 'headline'), section)).toBe(true);
    section.style.overflowY = 'auto';
    expect(isCarriedWith(find(document, 'headline'), section)).toBe(false);
  });
});

describe('of what a page clips only what it shows is marked', () => {
  const boxes: Readonly<Record<string, Partial<DOMRect>>> = {
    header: { left: 0, top: 0, right: 300, bottom: 20 },
    fold: { left: 0, top: 50, right: 100, bottom: 90 },
  };
  test.each([
    ['a headline beside the layer', 'headline', boxes['header']],
    ['a text within it', 'folded', boxes['fold']],
    ['a text that nothing clips', 'text', null],
  ])('%s', (_, id, expected) => {
    const document = openPage(
      `<article style="overflow:hidden"><header id="header" style="overflow:hidden"><h1 id="headline">A</h1></header>
        <div id="body"><p id="text">B</p><div id="fold" style="overflow:hidden"><p id="folded">C</p></div></div></article>`,
    );
    for (const [name, box] of Object.entries(boxes))
      Object.assign(find(document, name), { getBoundingClientRect: () => box });
    expect(findClip(find(document, id), find(document, 'body'))).toEqual(expected);
  });
});

test.each([
  ['plain', '', '', false],
  ['blurred itself', '', 'filter:blur(4px)', true],
  ['in a part that is blurred', 'filter:grayscale(1) blur(8px)', '', true],
  ['softened by less than a letter shows', 'filter:blur(0.5px)', '', false],
  ['grey', 'filter:grayscale(1)', '', false],
])('a text that is %s', (_, around, own, blurred) => {
  const document = openPage(`<article style="${around}"><p id="text" style="${own}">A</p></article>`);
  expect(isBlurred(find(document, 'text'))).toBe(blurred);
});
