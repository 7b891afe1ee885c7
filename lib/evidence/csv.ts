import { escapeFormulas } from '../model/export-escapes.ts';
import type { Evidence } from './evidence.ts';

const columns: readonly (readonly [name: string, cell: (one: Evidence) => string | number])[] = [
  ['claim', ({ text }) => text],
  ['quotes', ({ quotes }) => quotes.map(({ text }) => text).join(' … ')],
  ['kind', ({ kind }) => kind],
  ['speaker', ({ speaker, speakerWords }) => speaker?.name ?? speakerWords ?? ''],
  ['about', ({ about }) => about.map(({ name }) => name).join('; ')],
  [
    'quantities',
    ({ quantities }) => quantities.map(({ value, unit, of }) => [value, unit, of].join(' ').trim()).join('; '),
  ],
  ['link', ({ link }) => link ?? ''],
  ['title', ({ article }) => article.title ?? ''],
  ['outlet', ({ article }) => article.publisher ?? ''],
  ['authors', ({ article }) => article.authors.join('; ')],
  ['published', ({ article }) => article.publishedAt ?? ''],
  ['paragraph', ({ paragraph }) => paragraph],
  ['read', ({ receipt }) => receipt.readAt],
  ['text_sha256', ({ receipt }) => receipt.textHash],
];

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = escapeFormulas(value);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const lineOf = (cells: readonly (string | number)[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** RFC 4180, with the mark by which spreadsheets know UTF-8; a cell that would count as a formula begins with `'`. */
export const toCsv = (all: readonly Evidence[]): string =>
  `\uFEFF${lineOf(columns.map(([name]) => name))}${all.map((one) => lineOf(columns.map(([, cell]) => cell(one)))).join('')}`;
