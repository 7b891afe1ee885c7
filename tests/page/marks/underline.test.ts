import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../lib/page/marks/mark.ts';
import { placeBlock } from '../../../lib/page/marks/measure.ts';
import { type Lettering, underline } from '../../../lib/page/marks/underline.ts';
import type { TextMap } from '../../../lib/page/text/text-map.ts';
import { openPage } from '../fixture.ts';

const across: Lettering['writing'] = { runs: 'across', next: 'right', under: 'right' };
const line = { left: 10.3, top: 20.27, right: 90.6, bottom: 41.27 };

describe('an underline', () => {
  test.each(
    [1, 1.25, 1.5, 2, 3].flatMap((dots) => (['usual', 'more'] as const).map((contrast) => [dots, contrast] as const)),
  )(
    'begins and ends on whole pixels of a screen with %s in one, %s: no line looks thicker than the next',
    (dots, contrast) => {
      const heights = [0, 0.2, 0.4, 0.6, 0.8].flatMap((shift) => {
        const moved = { ...line, top: line.top + shift, bottom: line.bottom + shift };
        return underline([moved], { writing: across, size: 18, contrast, dots }).map(({ top, bottom }) => {
          expect(top * dots).toBeCloseTo(Math.round(top * dots), 6);
          return Math.round((bottom - top) * dots * 1e6) / 1e6;
        });
      });
      expect(new Set(heights).size).toBe(1);
      expect(heights[0]).toBe(Math.round(heights[0] ?? 0));
    },
  );
});

/** Lines of a name that stands as these boxes, each its left edge, top, width and height. */
function linesUnder(html: string, boxes: readonly (readonly [number, number, number, number])[]) {
  const document = openPage(html);
  const container = document.querySelector('article');
  const element = document.querySelector('[data-first]');
  if (container === null || element === null) throw new Error('no page');
  const rects = boxes.map(([left, top, width, height]) => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
    width,
    height,
  }));
  const range = { getBoundingClientRect: () => rects[0], getClientRects: () => rects };
  const mark = { kind: 'figure', type: 'person', known: true, start: 0, end: 11 } as unknown as Mark;
  const placed = placeBlock({
    block: { kind: 'paragraph', start: 0, end: 200 },
    marks: [[0, mark]],
    isShown: () => true,
    contrast: 'usual',
    map: { elementAt: () => element, rangeOf: () => range } as unknown as TextMap,
    frame: { left: 0, top: 0, scale: 1 },
    container,
    visible: { left: 0, right: 900 },
  });
  return (placed?.paints ?? []).filter(({ look }) => look.includes('known')).map(({ left, top }) => [left, top]);
}

const paragraph = 'aja Kallas thanked Latvia.';

test.each([
  [
    'in an element of its own',
    `<article><p style="font-size:18px"><span data-first style="font-size:64px">K</span>${paragraph}</p></article>`,
  ],
  ['that the style alone makes', `<article><p data-first style="font-size:18px">K${paragraph}</p></article>`],
])('a drop cap %s has no line under it, the rest of its name has', (_, html) => {
  expect(
    linesUnder(html, [
      [93, 180, 48, 75],
      [147, 190, 88, 21],
    ]),
  ).toEqual([[147, 210]]);
});
