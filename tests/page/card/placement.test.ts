import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, shareOf } from '../../../lib/page/marks/geometry.ts';
import { isOnWay, placeCard, viewOf } from '../../../lib/page/card/placement.ts';

const line = (left: number, top: number, width = 100, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const boxOf = ({ left, top, width, height }: { left: number; top: number; width: number; height: number }): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

const card = { width: 372, height: 300 };
const view = { width: 1_000, height: 800 };

test.each([
  ['below, at the start of the mark', [line(200, 100)], 'ltr', { side: 'below', left: 200, top: 128 }],
  ['below, at the end of the mark from right to left', [line(600, 100)], 'rtl', { side: 'below', left: 328, top: 128 }],
  ['above where it does not fit below', [line(200, 600)], 'ltr', { side: 'above', left: 200, top: 292 }],
  ['within the view to the right', [line(900, 100)], 'ltr', { side: 'below', left: 620, top: 128 }],
  ['within the view to the left', [line(0, 100)], 'rtl', { side: 'below', left: 8, top: 128 }],
  [
    'under the last line of a mark of two',
    [line(700, 100), line(100, 130)],
    'ltr',
    { side: 'below', left: 620, top: 158 },
  ],
] as const)('%s', (_, mark, direction, placed) => {
  expect(placeCard({ mark, card, view, direction })).toMatchObject({ ...placed, width: 372, height: 300 });
});

test('beside a mark that leaves no room above and below', () => {
  const tall = Array.from({ length: 30 }, (_, at) => line(40, 10 + at * 26, 300));
  expect(placeCard({ mark: tall, card, view, direction: 'ltr' })).toMatchObject({ side: 'after', left: 348 });
  expect(placeCard({ mark: tall, card, view, direction: 'rtl' })).toMatchObject({ side: 'after', left: 348 });
});

test.each([
  ['cut where most of it fits below', 270, 560, { side: 'below', top: 298, height: 254 }],
  ['cut where most of it fits above', 290, 560, { side: 'above', top: 8, height: 274 }],
  ['beside where too little would be left', 170, 360, { side: 'after', top: 52, height: 300 }],
] as const)('of a card that fits nowhere whole: %s', (_, top, height, placed) => {
  expect(placeCard({ mark: [line(200, top)], card, view: { width: 1_000, height }, direction: 'ltr' })).toMatchObject(
    placed,
  );
});

test('a view of 320 pixels makes the card narrow', () => {
  const placed = placeCard({ mark: [line(20, 100)], card, view: { width: 320, height: 640 }, direction: 'ltr' });
  expect(placed).toMatchObject({ left: 8, width: 304, side: 'below' });
});

test('a view as low as one at 400% zoom keeps the mark in sight, and the card scrolls', () => {
  const placed = placeCard({ mark: [line(20, 118)], card, view: { width: 320, height: 256 }, direction: 'ltr' });
  expect(placed).toMatchObject({ side: 'below', top: 146, height: 102 });
});

describe('the card of a claim that fills a low view', () => {
  const low = { width: 320, height: 256 };
  const claimFrom = (top: number): readonly Box[] => [
    { left: 2, top, right: 5, bottom: 256 },
    ...Array.from({ length: 10 }, (_, at) => line(20, top + at * 28, 260)),
  ];

  test.each([
    ['is a sheet at its lower end, half as tall as the view', 4, { top: 128, height: 120 }],
    [
      'leaves the line free that comes first in view, also where the claim begins above it',
      -100,
      { top: 128, height: 120 },
    ],
    ['is lower where that line needs the room', 40, { top: 128, height: 120 }],
  ])('%s', (_, top, expected) => {
    const mark = claimFrom(top);
    const placed = placeCard({ mark, card, view: low, direction: 'ltr' });
    expect(placed).toMatchObject({ side: 'over', ...expected });
    const lines = mark.slice(1).filter((each) => each.bottom > 0 && each.top < low.height);
    const free = lines.filter((each) => shareOf(boxOf(placed), each) === null);
    expect(free[0]).toEqual(lines[0]);
    // Of what is in view, about half can still be read.
    expect(free.length).toBeGreaterThanOrEqual(Math.floor(lines.length / 2) - 1);
  });

  test('goes to the upper end where the claim begins in the lower half, and there is no more room above it for a whole one', () => {
    const mark = Array.from({ length: 4 }, (_, at) => line(20, 200 + at * 28, 260));
    const placed = placeCard({ mark, card, view: low, direction: 'ltr' });
    expect(shareOf(boxOf(placed), mark[0] ?? line(0, 0))).toBeNull();
  });
});

const isCovering = (card: Box, mark: readonly Box[]): boolean => mark.some((each) => shareOf(card, each) !== null);

const marks = fc
  .record({
    left: fc.integer({ min: 0, max: 900 }),
    top: fc.integer({ min: -200, max: 900 }),
    width: fc.integer({ min: 4, max: 700 }),
    lines: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ left, top, width, lines }) => Array.from({ length: lines }, (_, at) => line(left, top + at * 26, width)));

const questions = fc.record({
  mark: marks,
  card: fc.record({ width: fc.constant(372), height: fc.integer({ min: 60, max: 900 }) }),
  view: fc.record({ width: fc.integer({ min: 320, max: 1_600 }), height: fc.integer({ min: 320, max: 1_200 }) }),
  direction: fc.constantFrom('ltr' as const, 'rtl' as const),
});

describe('wherever the mark is', () => {
  test('the card stays in the view', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const box = boxOf(placeCard(question));
        expect(box.left).toBeGreaterThanOrEqual(8);
        expect(box.top).toBeGreaterThanOrEqual(8);
        expect(box.right).toBeLessThanOrEqual(question.view.width - 8);
        expect(box.bottom).toBeLessThanOrEqual(question.view.height - 8);
      }),
      { numRuns: 1_000 },
    );
  });

  test('it covers the mark only where no side has room', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const placed = placeCard(question);
        if (!isCovering(boxOf(placed), question.mark)) return;
        const top = Math.min(...question.mark.map((box) => box.top));
        const bottom = Math.max(...question.mark.map((box) => box.bottom));
        const wanted = Math.min(question.card.height, 160);
        expect(placed.side).toBe('over');
        expect(question.view.height - 8 - (bottom + 8)).toBeLessThan(wanted);
        expect(top - 16).toBeLessThan(wanted);
      }),
      { numRuns: 1_000 },
    );
  });
});

test.each([
  ['straight down to a card below', { x: 250, y: 118 }, { x: 260, y: 124 }, true],
  ['slanting to its far corner', { x: 210, y: 118 }, { x: 300, y: 124 }, true],
  ['up and away', { x: 250, y: 100 }, { x: 250, y: 60 }, false],
  ['sideways past the card', { x: 250, y: 118 }, { x: 150, y: 122 }, false],
  ['inside of it', { x: 250, y: 118 }, { x: 300, y: 300 }, true],
])('the way to the card: %s', (_, from, to, expected) => {
  expect(isOnWay(from, to, { left: 200, top: 140, right: 572, bottom: 440 })).toBe(expected);
});

test.each([
  ['a page without scrollbars', 640, 640, 640],
  ['a page with one at the bottom', 640, 625, 625],
  ['a page in quirks mode, whose root is as high as it', 640, 4_000, 640],
  ['a page that was not laid out yet', 640, 0, 640],
])('%s: how high the view is in which a card has its place', (_, innerHeight, clientHeight, height) => {
  const document = { documentElement: { clientWidth: 305, clientHeight }, defaultView: { innerHeight } };
  expect(viewOf(document as unknown as Document)).toEqual({ width: 305, height });
});
