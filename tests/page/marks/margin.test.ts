import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { findGroundAt, onItsGround, withBorders } from '../../../lib/page/marks/margin.ts';
import { findGround } from '../../../lib/page/marks/palette.ts';

/** A paragraph of a page 800 wide, its box and its text's, in pixels. */
function layOut(style: string, [left, right]: readonly [number, number], padding: number) {
  const { window } = new JSDOM(`<body style="background:#fff"><p style="${style}">Words</p>`);
  const { document } = window;
  const at = (element: Element, from: number, to: number): void => {
    element.getBoundingClientRect = () => ({ left: from, right: to, top: 0, bottom: 90 }) as DOMRect;
  };
  const p = document.querySelector('p')!;
  at(document.documentElement, 0, 800);
  at(document.body, 0, 800);
  at(p, left, right);
  return { p, body: document.body, text: { left: left + padding, right: right - padding, top: 0, bottom: 90 } };
}

const visible = { left: 0, right: 800 };

describe('where a tick may stand beside a text', () => {
  test.each([
    ['anywhere where nothing is filled', '', 16, { left: 3, right: 797 }],
    ['within a colour that leaves room', 'background:#000', 16, { left: 103, right: 697 }],
    ['nearer its edge in less', 'background:#000', 8, { left: 101, right: 699 }],
    ['outside of one without room', 'background:#000', 4, { left: 3, right: 797 }],
    ['outside of a border', 'background:#eee;border-left:4px solid', 16, { left: 3, right: 697 }],
    ['within a picture', 'background-image:url(a.png)', 16, { left: 103, right: 697 }],
  ])('%s', (_, style, padding, sides) => {
    const { p, text } = layOut(style, [100, 700], padding);
    expect(onItsGround(visible, text, p)).toEqual(sides);
  });

  test('a border belongs to the text', () => {
    const { p, body, text } = layOut('border-left:4px solid', [100, 700], 16);
    expect(withBorders(text, p, body)).toMatchObject({ left: 110, right: 684 });
  });
});

describe('what is behind a tick', () => {
  test.each([
    ['the colour that it stands on', { left: 104, right: 107 }, 'dark'],
    ['not the one that it stands beside', { left: 90, right: 93 }, 'light'],
  ])('%s', (_, sides, palette) => {
    const { p } = layOut('background:#000', [100, 700], 16);
    expect(findGroundAt(p, sides).palette).toBe(palette);
  });
});

describe('the ground of a text', () => {
  test.each([
    ['#fff', 'light', 'clear'],
    ['#111', 'dark', 'clear'],
    ['#9a9a9a', 'light', 'middling'],
    ['#6c6c6c', 'dark', 'middling'],
    ['rgba(0, 0, 0, 0.1)', 'light', 'clear'],
  ])('%s', (colour, palette, tone) => {
    const { p } = layOut(`background:${colour}`, [100, 700], 16);
    expect(findGround(p)).toEqual({ palette, tone });
  });
});
