import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asClusterId } from '../../../lib/model/ids.ts';
import { type Box, shareOf, surround, toLines } from '../../../lib/page/marks/geometry.ts';
import { collectHandles, handlesAt } from '../../../lib/page/marks/hit.ts';
import type { Mark } from '../../../lib/page/marks/mark.ts';
import { isShown } from '../../../lib/page/marks/density.ts';
import { luminanceOf, parseColour } from '../../../lib/page/marks/palette.ts';
import { placeTick, stackTicks } from '../../../lib/page/marks/tick.ts';
import { turnAcross, turnBack, writingOf } from '../../../lib/page/marks/turn.ts';

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

describe('lines of a range', () => {
  test.each([
    ['pieces that touch are one', [box(0, 0, 10, 20), box(10, 1, 30, 19)], [box(0, 0, 30, 20)]],
    ['a second line is its own', [box(50, 0, 90, 20), box(0, 28, 40, 48)], [box(50, 0, 90, 20), box(0, 28, 40, 48)]],
    ['a trimmed space is no gap', [box(0, 0, 10, 20), box(14, 0, 30, 20)], [box(0, 0, 30, 20)]],
    ['columns apart stay apart', [box(0, 0, 10, 20), box(300, 0, 330, 20)], [box(0, 0, 10, 20), box(300, 0, 330, 20)]],
    ['right-to-left pieces', [box(50, 0, 90, 20), box(20, 0, 50, 20)], [box(20, 0, 90, 20)]],
    ['what is not rendered is left out', [box(0, 0, 0, 20), box(0, 0, 30, 0)], []],
  ])('%s', (_, pieces, lines) => {
    expect(toLines(pieces)).toEqual(lines);
  });

  test('share and surround', () => {
    expect(shareOf(box(0, 0, 10, 10), box(5, 5, 20, 20))).toEqual(box(5, 5, 10, 10));
    expect(shareOf(box(0, 0, 10, 10), box(10, 0, 20, 10))).toBeNull();
    expect(surround([box(0, 5, 10, 10), box(5, 0, 20, 8)])).toEqual(box(0, 0, 20, 10));
    expect(surround([])).toBeNull();
  });
});

describe('lines that stand upright', () => {
  test.each([
    ['horizontal-tb', 'across', 'right', 'left'],
    ['vertical-rl', 'down', 'left', 'right'],
    ['vertical-lr', 'down', 'right', 'left'],
    ['sideways-rl', 'down', 'left', 'left'],
    ['sideways-lr', 'up', 'right', 'right'],
  ] as const)('%s runs %s, has its next line at the %s and its marks at the %s', (mode, runs, next, under) => {
    expect(writingOf(mode)).toEqual({ runs, next, under });
  });

  const modes = ['horizontal-tb', 'vertical-rl', 'vertical-lr', 'sideways-rl', 'sideways-lr'];

  test.each(modes)('%s: turned back, a box lies where it was', (mode) => {
    const line = box(470, 10, 490, 90);
    expect(turnBack(turnAcross(line, writingOf(mode)), writingOf(mode))).toEqual(line);
  });

  test('what follows is below once it is turned, and what is read first is left', () => {
    const [left, right] = [box(470, 10, 490, 90), box(500, 10, 520, 90)];
    const turned = (line: Box, mode: string): Box => turnAcross(line, writingOf(mode));
    for (const mode of ['vertical-rl', 'sideways-rl'])
      expect(turned(right, mode).bottom).toBeLessThan(turned(left, mode).top);
    for (const mode of ['vertical-lr', 'sideways-lr'])
      expect(turned(left, mode).bottom).toBeLessThan(turned(right, mode).top);
    const [upper, lower] = [box(0, 0, 20, 50), box(0, 60, 20, 90)];
    expect(turned(upper, 'sideways-rl').right).toBeLessThan(turned(lower, 'sideways-rl').left);
    expect(turned(lower, 'sideways-lr').right).toBeLessThan(turned(upper, 'sideways-lr').left);
  });
});

describe('ticks', () => {
  const text = box(200, 0, 700, 100);
  const visible = { left: 0, right: 1_000 };
  test.each([
    ['in the margin on the left', { text, visible, direction: 'ltr', kind: 'other' }, { left: 182, width: 3 }],
    ['on the right from right to left', { text, visible, direction: 'rtl', kind: 'other' }, { left: 715, width: 3 }],
    ['further out beside a bullet', { text, visible, direction: 'ltr', kind: 'item' }, { left: 166, width: 3 }],
    [
      'within a narrow margin',
      { text, visible: { left: 190, right: 900 }, direction: 'ltr', kind: 'other' },
      { left: 191, width: 3 },
    ],
    [
      'on the other side without a margin',
      { text, visible: { left: 200, right: 900 }, direction: 'ltr', kind: 'other' },
      { left: 715, width: 3 },
    ],
  ] as const)('%s', (_, margin, place) => {
    expect(placeTick(margin)).toEqual(place);
  });

  test('a tick never covers text where there is any margin, and is always in view', () => {
    const margins = fc.record({
      left: fc.integer({ min: 0, max: 60 }),
      right: fc.integer({ min: 0, max: 60 }),
      direction: fc.constantFrom('ltr' as const, 'rtl' as const),
      kind: fc.constantFrom('item' as const, 'other' as const),
    });
    fc.assert(
      fc.property(margins, ({ left, right, direction, kind }) => {
        const tick = placeTick({
          text: box(left, 0, left + 300, 100),
          visible: { left: 0, right: left + 300 + right },
          direction,
          kind,
        });
        expect(tick.left).toBeGreaterThanOrEqual(0);
        expect(tick.left + tick.width).toBeLessThanOrEqual(left + 300 + right);
        if (left >= 6 || right >= 6) expect(tick.left + tick.width <= left || tick.left >= left + 300).toBe(true);
      }),
    );
  });

  test('two sentences on one line share it', () => {
    const [first, second] = stackTicks([
      [box(0, 0, 9, 20), box(0, 30, 9, 50)],
      [box(9, 30, 99, 50), box(0, 60, 9, 80)],
    ]);
    expect(first).toEqual({ top: 0, bottom: 38.5 });
    expect(second).toEqual({ top: 41.5, bottom: 80 });
  });

  test('a claim that is not rendered has none', () => {
    expect(stackTicks([[], [box(0, 0, 9, 20)]])).toEqual([null, { top: 0, bottom: 20 }]);
  });
});

test.each([
  ['rgb(255, 255, 255)', 1],
  ['rgb(0, 0, 0)', 0],
  ['rgba(255, 255, 255, 0.5)', 1],
  ['rgb(255 255 255 / 50%)', 1],
  ['color(srgb 1 1 1)', 1],
])('luminance of %s', (written, luminance) => {
  expect(luminanceOf(parseColour(written)!)).toBeCloseTo(luminance, 5);
});

test('a colour in words that are not understood is none', () => {
  expect(parseColour('oklch(0.5 0.1 20)')).toBeNull();
  expect(parseColour('')).toBeNull();
});

const figure = (start: number, end: number): Mark => ({
  kind: 'figure',
  subject: { kind: 'figure', cluster: asClusterId('m0') },
  type: 'person',
  known: true,
  start,
  end,
});
const claim = (
  start: number,
  end: number,
  handles: readonly (readonly [number, number])[],
  checkWorthiness = 0.8,
): Mark => ({
  kind: 'claim',
  subject: { kind: 'claim', index: 0 },
  checkWorthiness,
  isDiffering: false,
  handles: handles.map(([from, to]) => ({ start: from, end: to })),
  start,
  end,
});

describe('what answers to the pointer', () => {
  const marks = [
    claim(0, 100, [
      [0, 1],
      [20, 21],
      [40, 42],
    ]),
    figure(5, 12),
    figure(40, 50),
  ];
  const handles = collectHandles(marks);
  test.each([
    ['a name', 8, [1]],
    ['the end of a name, where carets snap', 12, [1]],
    ['a quotation mark', 0, [0]],
    ['a number within a name: the name first', 41, [2, 0]],
    ['plain words of a claim', 30, []],
    ['beyond everything', 500, []],
  ])('%s', (_, offset, found) => {
    expect(handlesAt(handles, offset, marks).map(({ mark }) => mark)).toEqual(found);
  });
});

test.each([
  ['figures', true, false, false],
  ['notable', true, true, false],
  ['everything', true, true, true],
] as const)('density %s', (density, figures, notable, weak) => {
  expect(isShown(figure(0, 1), density)).toBe(figures);
  expect(isShown(claim(0, 9, [], 0.5), density)).toBe(notable);
  expect(isShown(claim(0, 9, [], 0.49), density)).toBe(weak);
  expect(isShown({ ...claim(0, 9, [], 0.1), isDiffering: true } as Mark, density)).toBe(notable);
});
