import { expect, test } from 'vitest';
import { readAudit } from '../../scripts/audit.ts';
import { findDiffering } from '../../scripts/same-bytes.ts';

test.each([
  ['an answer', '{"metadata":{"vulnerabilities":{"high":1,"critical":0}}}', { high: 1, critical: 0 }],
  ['an answer after a warning', 'npm warn x\n{"metadata":{"vulnerabilities":{"high":0}}}', { high: 0 }],
  ['no network', '{"error":{"code":"ENOTFOUND"}}', null],
  ['words', 'npm error audit endpoint returned an error', null],
  ['nothing', '', null],
])('the registry’s audit: %s', (_, output, found) => {
  expect(readAudit(output)).toEqual(found);
});

test('two builds differ in what one of them lacks or has otherwise', () => {
  const one = new Map([
    ['a.js', '1'],
    ['b.js', '2'],
    ['c.js', '3'],
  ]);
  expect(findDiffering(one, new Map(one))).toEqual([]);
  expect(
    findDiffering(
      one,
      new Map([
        ['a.js', '1'],
        ['b.js', 'x'],
        ['d.js', '4'],
      ]),
    ),
  ).toEqual(['b.js', 'c.js', 'd.js']);
});
