// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minister, reading } from '../../../components/gallery/fixtures.ts';
import { placesOf, spansTime, timelineOf } from '../../../components/timeline/timeline.ts';
import { Timeline } from '../../../components/timeline/Timeline.tsx';
import { show, textOf } from '../render.tsx';

const own = reading.claims.filter(({ speaker }) => speaker === 'm0');

test('what was said before and here stands in order of time', () => {
  const points = timelineOf(minister.saidBefore, own, reading);
  expect(points.map(({ date }) => date)).toEqual(points.map(({ date }) => date).toSorted());
  expect(points.filter(({ isHere }) => isHere)).toHaveLength(own.length);
  expect(spansTime(points)).toBe(true);
});

test('it is drawn, and read as a table', async () => {
  const points = timelineOf(minister.saidBefore, own, reading);
  await show(<Timeline points={points} />);
  expect(document.querySelectorAll('circle')).toHaveLength(points.length);
  expect([...document.querySelectorAll('tbody tr')].map((row) => textOf(row.lastElementChild))).toEqual(
    points.map(({ by }) => by ?? 'this article'),
  );
});

describe('nothing is drawn', () => {
  test.each([
    ['of one day', timelineOf([], own, reading)],
    ['without a date', timelineOf([], own, null)],
  ])('%s', async (_, points) => {
    await show(<Timeline points={points} />);
    expect(document.body.textContent).toBe('');
  });
});

test('points never touch, lie within the ends, and keep their order', () => {
  const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(date, { minLength: 1, maxLength: 30 }), (given) => {
      const dates = given.map((each) => each.toISOString()).toSorted();
      const places = placesOf(dates, { from: 10, to: 330, apart: 12 });
      for (const [i, a] of places.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(10);
        expect(a.x).toBeLessThanOrEqual(330);
        if (i > 0) expect(a.x).toBeGreaterThanOrEqual(places[i - 1]!.x);
        for (const b of places.slice(i + 1)) expect(a.row !== b.row || Math.abs(a.x - b.x) >= 12).toBe(true);
      }
    }),
  );
});
