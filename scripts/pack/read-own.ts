import Papa from 'papaparse';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { InputFault, linesOf, textOf, unreadable } from './lines.ts';
import {
  ownSource,
  type PackRecord,
  type Reader,
  type ReadOptions,
  type RecordKind,
  slugOf,
  toRecord,
} from './records.ts';

/** In the order in which they are read. */
const kinds: Readonly<Record<string, RecordKind>> = {
  sources: 'source',
  entities: 'entity',
  facts: 'fact',
  claims: 'claim',
  reviews: 'review',
};

const kindWord = (file: string): string => /^[a-z]+/u.exec(basename(file))?.[0] ?? '';

/** What a file holds, by the beginning of its name: `entities.jsonl`, `facts-2.csv`. */
function kindOf(file: string): RecordKind {
  const kind = kinds[kindWord(file)];
  if (kind !== undefined) return kind;
  throw new InputFault(
    file,
    null,
    `is called after none of ${Object.keys(kinds).join(', ')}; of another kind of file --from says what it holds`,
  );
}

/** Our own JSON Lines: a file, or a folder of them. */
export const readRecords: Reader = async function* (file) {
  for (const path of filesOf(file, /\.jsonl(?:\.gz)?$/u)) {
    const kind = kindOf(path);
    for await (const { text, line } of linesOf(path)) {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (error) {
        throw new InputFault(path, line, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
      }
      yield toRecord(kind, value, { file: path, line });
    }
  }
};

/** The file itself, or those of a folder, each kind after the one that it builds on. */
function filesOf(path: string, ending: RegExp): readonly string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  const names = readdirSync(path)
    .filter((name) => ending.test(name))
    .sort();
  if (names.length === 0) throw new InputFault(path, null, `holds no file whose name ends in ${said(ending)}`);
  const order = Object.keys(kinds);
  const rankOf = (name: string): number => order.indexOf(kindWord(name));
  return names.toSorted((a, b) => rankOf(a) - rankOf(b)).map((name) => join(path, name));
}

/** `.jsonl` of its expression. */
const said = (ending: RegExp): string => /^\\(\.[a-z]+)/u.exec(ending.source)?.[1] ?? ending.source;

/** A row behind the last: where it is swallowed, a quotation mark is not closed. */
const lastRow = '\0';

/** Line breaks of every system, also mixed, as one; `lastRow` at the end. */
async function* withPlainBreaks(file: string): AsyncGenerator<string> {
  let held = '';
  try {
    for await (const piece of textOf(file)) {
      const text = held + piece;
      // What may be half of a break waits for the other half.
      held = text.endsWith('\r') ? '\r' : '';
      yield text.slice(0, text.length - held.length).replace(/\r\n?/gu, '\n');
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  yield `${held === '' ? '' : '\n'}\n${lastRow}`;
}

type Row = Readonly<Record<string, string>>;

/**
 * CSV with a header. Entities: `id,type,name,aliases,description,gender,prominence,sameAs` (lists are parted by `;`, `=`
 * before an alias asks for the exact letters, an empty id is made of the name). Facts:
 * `subject,predicate,entity|text|date|number,unit,of,validFrom,validTo,source`.
 */
export const readCsv: Reader = async function* (file, options) {
  for (const path of filesOf(file, /\.csv(?:\.gz)?$/u)) yield* readTable(path, options);
};

async function* readTable(file: string, options: ReadOptions): AsyncGenerator<PackRecord> {
  const kind = kindOf(file);
  if (kind !== 'entity' && kind !== 'fact') throw new InputFault(file, null, 'only entities and facts come as CSV');
  let line = 1;
  let header: readonly string[] | null = null;
  let made = 0;
  const parsed = Papa.parse(Papa.NODE_STREAM_INPUT, { newline: '\n' });
  // Not piped: what goes wrong with the file would reach nobody.
  pipeline(Readable.from(withPlainBreaks(file)), parsed, () => undefined);
  for await (const cells of parsed as AsyncIterable<readonly string[]>) {
    const at = line;
    line += 1 + cells.join('').split('\n').length - 1;
    if (cells.at(-1)?.endsWith(lastRow) === true) {
      if (cells.length > 1 || cells[0] !== lastRow) throw new InputFault(file, at, 'a quotation mark is not closed');
      continue;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (header === null) {
      header = cells.map((cell) => columnOf(cell.trim()));
      const columns = header;
      const lacking = (kind === 'entity' ? ['name', 'type'] : ['subject', 'predicate']).find(
        (wanted) => !columns.includes(wanted),
      );
      const twice = columns.find((name, i) => name !== '' && columns.indexOf(name) !== i);
      if (twice !== undefined) throw new InputFault(file, at, `has the column "${twice}" twice in its header`);
      if (lacking !== undefined)
        throw new InputFault(file, at, `has no column "${lacking}" in its header: ${columns.join(', ')}`);
      continue;
    }
    if (cells.length !== header.length)
      throw new InputFault(file, at, `${cells.length} cells instead of ${header.length}`);
    const row: Row = Object.fromEntries(header.map((name, i) => [name, (cells[i] ?? '').trim()]));
    made += 1;
    const value =
      kind === 'entity'
        ? entityOf(row, options.owner)
        : factOf(row, options.owner, `${options.owner}:f-${slugOf(basename(file))}-${made}`);
    yield toRecord(kind, value, { file, line: at });
  }
}

/** Columns of two words; spreadsheets write names as they like. */
const twoWords = ['sameAs', 'validFrom', 'validTo'];
const columnOf = (written: string): string => {
  const name = written.toLowerCase();
  return twoWords.find((each) => each.toLowerCase() === name) ?? name;
};

const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const filled = (row: Row, names: readonly string[]): object =>
  Object.fromEntries(names.filter((name) => (row[name] ?? '') !== '').map((name) => [name, row[name]]));

const entityOf = (row: Row, owner: string): object => ({
  id: row['id'] || `${owner}:${slugOf(row['name'] ?? '')}`,
  type: row['type']?.toLowerCase(),
  name: row['name'],
  aliases: list(row['aliases']).map((alias) =>
    alias.startsWith('=') ? { text: alias.slice(1), case: 'exact' } : { text: alias },
  ),
  description: row['description'] ?? '',
  ...filled(row, ['gender']),
  ...((row['prominence'] ?? '') === '' ? {} : { prominence: Number(row['prominence']) }),
  ...(list(row['sameAs']).length === 0 ? {} : { sameAs: list(row['sameAs']) }),
});

const factOf = (row: Row, owner: string, id: string): object => ({
  id: row['id'] || id,
  subject: row['subject'],
  predicate: row['predicate'],
  value: {
    ...filled(row, ['entity', 'text', 'date']),
    ...((row['number'] ?? '') === '' ? {} : { number: Number(row['number']), ...filled(row, ['unit']) }),
  },
  ...filled(row, ['of', 'qualifier', 'validFrom', 'validTo']),
  source: row['source'] || ownSource(owner),
});
