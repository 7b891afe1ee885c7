import { expect, test } from 'vitest';
import { gunzipWithin, gzip } from '../../lib/pack/bytes.ts';
import { readCells } from '../../lib/store/exchange/csv-cells.ts';
import { readEntries } from '../../lib/store/exchange/json-entries.ts';
import { checkExport } from '../../lib/store/exchange/lines.ts';
import { compress, decompress } from '../../lib/sync/bytes.ts';

/** What unfolds to far more than it is. */

test('what unfolds beyond its limit is given up, what stays within it is read', async () => {
  const bomb = await gzip(new Uint8Array(4_000_000));
  expect(bomb.length).toBeLessThan(10_000);
  expect(await gunzipWithin(bomb, 1_000_000)).toBeNull();
  expect((await gunzipWithin(bomb, 4_000_000))?.length).toBe(4_000_000);
});

test('what a device of a team wrote does not unfold without measure', async () => {
  const bomb = await compress(new Uint8Array(4_000_000));
  await expect(decompress(bomb, 1_000_000)).rejects.toThrow('it unfolds to more than 1000000 bytes');
  expect((await decompress(bomb, 4_000_000)).length).toBe(4_000_000);
});

test.each([
  ['of a usual length', 1_000, 'read'],
  ['without end', 21_000_000, 'ExportMalformed'],
])('a line %s in a packed file', async (_, length, expected) => {
  const header = { format: 'sidelight-store', version: 1, created: '2026-11-23T12:00:00.000Z', packs: [] };
  const row = { table: 'notes', row: { id: 'n', subject: 'local:e', text: 'a'.repeat(length), changedAt: 1 } };
  const lines = [header, row, { end: 1 }].map((line) => `${JSON.stringify(line)}\n`).join('');
  const packed = await gzip(new TextEncoder().encode(lines));
  const parsed = await checkExport(new Blob([packed]), new Set(['notes']));
  expect(parsed.ok ? 'read' : parsed.failure.code).toBe(expected);
});

/** A text that could go on: whoever reads on beyond all measure is told so by another error. */
async function* endless(beginning: string): AsyncGenerator<string> {
  yield beginning;
  for (let piece = 0; piece < 8; piece += 1) yield await Promise.resolve('a'.repeat(4_000_000));
  throw new Error('it was read on');
}

test.each<
  [what: string, read: (pieces: AsyncIterable<string>) => AsyncIterable<unknown>, beginning: string, said: RegExp]
>([
  ['a cell of a table', readCells, 'id,name\n1,"', /^endless$/],
  ['an entry of a graph', readEntries, '{"@graph":[{"name":"', /does not end/],
])('%s without end is refused before it fills the memory', async (_, read, beginning, said) => {
  const reading = async (): Promise<void> => {
    for await (const one of read(endless(beginning))) void one;
  };
  await expect(reading()).rejects.toThrow(said);
});
