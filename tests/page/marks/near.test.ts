import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Extent, findNear } from '../../../lib/page/marks/near.ts';

const stack = (heights: readonly (number | null)[]): readonly (Extent | null)[] => {
  let top = 0;
  return heights.map((height) => {
    if (height === null) return null;
    const extent = { top, bottom: top + height };
    top += height + 12;
    return extent;
  });
};

const look = (extents: readonly (Extent | null)[], stretch: Extent) => {
  const measured = new Set<number>();
  const near = findNear(
    {
      count: extents.length,
      extentOf: (at) => {
        measured.add(at);
        return extents[at] ?? null;
      },
    },
    stretch,
  );
  return { near, measured: measured.size };
};

const naive = (extents: readonly (Extent | null)[], { top, bottom }: Extent): readonly number[] =>
  extents.flatMap((extent, at) => (extent && extent.bottom >= top && extent.top <= bottom ? [at] : []));

const heights = fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 10, max: 400 }) }, fc.constant(null)), {
  maxLength: 1_200,
});

describe('findNear', () => {
  test('finds what a look at every block finds, where blocks stand one under the other', () => {
    fc.assert(
      fc.property(heights, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, share) => {
        const extents = stack(drawn);
        const top = (extents.findLast((extent) => extent)?.bottom ?? 0) * share;
        const stretch = { top, bottom: top + 2_000 };
        expect(look(extents, stretch).near).toEqual(naive(extents, stretch));
      }),
      { numRuns: 60 },
    );
  });

  test('of a megabyte of paragraphs it measures those nearby and a few others', () => {
    const extents = stack(Array.from({ length: 6_000 }, () => 90));
    const { near, measured } = look(extents, { top: 300_000, bottom: 302_000 });
    expect(near.length).toBeGreaterThan(10);
    expect(measured).toBeLessThan(near.length + 150);
  });

  test('columns stand side by side: every block is looked at', () => {
    const column = stack(Array.from({ length: 400 }, () => 90));
    const extents = [...column, ...column, ...column];
    const stretch = { top: 10_000, bottom: 11_000 };
    expect(look(extents, stretch).near).toEqual(naive(extents, stretch));
  });

  test('a block out of order nearby is found', () => {
    const extents = stack(Array.from({ length: 900 }, () => 90)).map((extent, at) =>
      extent && at % 9 === 4 ? { top: extent.top - 700, bottom: extent.bottom - 700 } : extent,
    );
    const stretch = { top: 40_000, bottom: 41_500 };
    expect(look(extents, stretch).near).toEqual(naive(extents, stretch));
  });
});
