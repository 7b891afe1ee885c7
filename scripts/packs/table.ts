import { readFileSync } from 'node:fs';

/**
 * Rows of a pipe-separated table; lines that start with `#` are comments. Columns are given by name, in order;
 * `at` is the file and line of a row.
 * Throws with file and line for a row of another length.
 */
export function readTable<Column extends string>(
  file: string,
  columns: readonly Column[],
): readonly (Readonly<Record<Column, string>> & { readonly at: string })[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, i) => {
      if (text.trim() === '' || text.startsWith('#')) return [];
      const cells = text.split('|').map((cell) => cell.trim());
      if (cells.length !== columns.length)
        throw new Error(`${file}:${i + 1}: ${cells.length} columns instead of ${columns.length}`);
      const row = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>;
      return [{ ...row, at: `${file}:${i + 1}` }];
    });
}

/** Items of a cell, parted by `;`. */
export const listOf = (cell: string): string[] =>
  cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
