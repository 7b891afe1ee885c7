import { describe, expect, test } from 'vitest';
import { datedClaims, periodWords } from '../../../components/panel/dated-claims.ts';
import { reading } from '../../../components/gallery/fixtures.ts';

describe('a period in words is as precise as it is', () => {
  test.each([
    ['a day', '2022-02-04', '2022-02-04', '4\u00A0February 2022'],
    ['a month', '2024-02-01', '2024-02-29', 'February 2024'],
    ['a year', '2021-01-01', '2021-12-31', '2021'],
    ['a week', '2022-02-28', '2022-03-06', '28\u00A0February 2022 to 6\u00A0March 2022'],
    ['two years', '2020-01-01', '2021-12-31', '1\u00A0January 2020 to 31\u00A0December 2021'],
  ])('%s', (_, from, to, words) => {
    expect(periodWords({ from, to })).toBe(words);
  });
});

test('claims that name no time are none of a timeline', () => {
  expect(datedClaims(reading).map(({ claim }) => claim.index)).toEqual([5, 2, 0]);
  expect(datedClaims({ claims: reading.claims.map((claim) => ({ ...claim, when: null })) })).toEqual([]);
});
