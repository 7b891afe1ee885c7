import { expect, test } from 'vitest';
import { reviseClaims } from '../../../lib/store/memory/revise.ts';
import type { ClaimRow, SourceRow } from '../../../lib/store/rows.ts';

const many = 600;
const source = { readAt: 1 } as SourceRow;

/** Sentences of a page, each of which counts how often it is read. */
function pageOf(version: string, sentence: (at: number) => string) {
  let looks = 0;
  const rows = Array.from({ length: many }, (_, at) => ({
    id: `${version}${at}`,
    speaker: null,
    get text() {
      looks += 1;
      return sentence(at);
    },
  })) as unknown as ClaimRow[];
  return { rows, looks: () => looks };
}

const wordOf = (at: number): string =>
  `ward${at.toString(36).replaceAll(/\d/gu, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`;

test.each([
  ['that are all of the same words', () => 'The mayor said that the ferries run again'],
  [
    'that each have words of their own',
    (at: number) => `The mayor said that ferries run to ${wordOf(at)} ${wordOf(at)}s`,
  ],
])('a page on which every sentence changed, of sentences %s, is not gone through for each of them', (_, sentence) => {
  const before = pageOf('a', (at) => `${sentence(at)} on Monday.`);
  const now = pageOf('b', (at) => `${sentence(at)} on Friday.`);
  const text = Array.from({ length: many }, (_, at) => `${sentence(at)} on Friday.`).join(' ');
  const { rows, dropped } = reviseClaims({ rows: before.rows, source }, { rows: now.rows, source, text });
  expect(dropped).toHaveLength(many);
  expect(rows).toHaveLength(many);
  for (const row of rows.slice(0, 5))
    expect(row.earlier?.[0]?.text).toBe(`${sentence(Number(row.id.slice(1)))} on Monday.`);
  expect(before.looks() + now.looks()).toBeLessThan(many * 20);
});
