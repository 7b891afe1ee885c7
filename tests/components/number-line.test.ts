import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { share } from '../../components/gallery/claim-fixtures.ts';
import { minister, reading } from '../../components/gallery/fixtures.ts';
import { placeLabels, spreadOver } from '../../components/claim/number-line-layout.ts';
import { numberLines } from '../../components/claim/number-lines.ts';
import type { RelatedStatement } from '../../lib/model/card.ts';
import type { Quantity } from '../../lib/model/claim.ts';
import { asClaimId } from '../../lib/model/ids.ts';

const [first] = minister.saidBefore;
const related = (...quantities: Quantity[]): RelatedStatement => ({
  relation: 'differs',
  statement: { ...first!, id: asClaimId(`r${quantities.length}`), quantities },
});
const claim = (...quantities: Quantity[]) => ({ ...reading.claims[0]!, quantities });
const percent = (value: number): Quantity => ({ value, unit: 'percent', of: 'oil' });
const euro = (value: number): Quantity => ({ value, unit: 'EUR', of: 'oil' });
const dollars = (value: number, unit: string): Quantity => ({ value, unit, of: 'oil' });

describe('numberLines', () => {
  test.each([
    ['amounts that differ make a line', claim(percent(30)), [related(percent(20))], [[20, 30]]],
    ['equal amounts make none', claim(percent(30)), [related(percent(30))], []],
    ['other units make none', claim(percent(30)), [related(euro(20))], []],
    ['a bare dollar may be any', claim(dollars(5, '$')), [related(dollars(7, 'USD'))], [[5, 7]]],
    ['dollars of two countries make none', claim(dollars(5, 'NZD')), [related(dollars(7, 'USD'))], []],
    ['nothing elsewhere makes none', claim(percent(30), percent(40)), [], []],
    ['nothing here makes none', claim(), [related(percent(20))], []],
    [
      'a line for each unit',
      claim(percent(3), euro(7)),
      [related(percent(1), euro(9))],
      [
        [1, 3],
        [7, 9],
      ],
    ],
    ['the same said twice counts once', claim(percent(3)), [related(percent(1)), related(percent(1))], [[1, 3]]],
  ])('%s', (_, own, others, expected) => {
    expect(numberLines(own, others).map(({ points }) => points.map(({ value }) => value))).toEqual(expected);
  });

  test('what an outlet gives twice is one point, of what the claim counts', () => {
    const headline = { ...percent(20), of: 'price of oil' };
    const [line] = numberLines(claim(percent(30)), [related(headline), related(percent(20))]);
    expect(line?.points.map(({ value, of }) => [value, of])).toEqual([
      [20, 'oil'],
      [30, 'oil'],
    ]);
    const [both] = numberLines(claim(percent(30)), [related(percent(20), { ...percent(20), of: 'gas' })]);
    expect(both?.counted).toEqual(['oil', 'gas']);
  });

  test('the claim itself stays on a crowded line', () => {
    const crowd = related(...Array.from({ length: 20 }, (_, at) => percent(at)));
    const [line] = numberLines(claim(percent(99)), [crowd]);
    expect(line?.points.filter(({ here }) => here)).toHaveLength(1);
    expect(line?.points.length).toBeLessThanOrEqual(6);
  });

  test.each([
    ['days of one year by their day', ['2022-03-07', '2022-03-09T08:00:00Z'], ['7\u00A0Mar', '9\u00A0Mar']],
    ['of several years by the year', ['2021-03-07', '2022-03-09'], ['2021', '2022']],
    ['known by the month alone by the year', ['2022-03', '2022-03-09'], ['2022', '2022']],
  ])('%s', (_, days, expected) => {
    const others = days.map((saidAt, at) => {
      const other = related(percent(at + 1));
      return { ...other, statement: { ...other.statement, saidAt } };
    });
    const [line] = numberLines(claim(percent(9)), others);
    expect(line?.points.flatMap(({ when }) => when ?? [])).toEqual(expected);
  });

  test('different things counted are named', () => {
    const [line] = numberLines(reading.claims[2]!, share.related);
    expect(line?.counted).toEqual(['power in the dry months', 'power in 2030', 'the power used in Velland']);
  });
});

test('spreadOver keeps order and ends', () => {
  expect(spreadOver([10, 15, 20], 0, 100)).toEqual([0, 50, 100]);
  expect(spreadOver([7, 7], 0, 100)).toEqual([50, 50]);
});

describe('placeLabels', () => {
  const labels = fc
    .array(fc.record({ at: fc.integer({ min: 0, max: 340 }), width: fc.integer({ min: 10, max: 160 }) }), {
      minLength: 1,
      maxLength: 7,
    })
    .map((boxes) => boxes.toSorted((a, b) => a.at - b.at));

  test('no two labels overlap, no leader runs through one, and all stay within the width', () => {
    fc.assert(
      fc.property(labels, (boxes) => {
        const placed = placeLabels(boxes, 340).map(({ edge, row, side }, index) => {
          const { at, width } = boxes[index]!;
          return {
            at,
            row,
            side,
            from: side === 'below' ? edge : edge - width,
            to: side === 'below' ? edge + width : edge,
          };
        });
        for (const one of placed) {
          expect(one.from).toBeGreaterThanOrEqual(0);
          expect(one.to).toBeLessThanOrEqual(340);
          for (const other of placed) {
            if (one === other || one.side !== other.side) continue;
            if (one.row === other.row) expect(one.from >= other.to || other.from >= one.to).toBe(true);
            if (other.row > one.row) expect(other.at <= one.from || other.at >= one.to).toBe(true);
          }
        }
      }),
    );
  });
});
