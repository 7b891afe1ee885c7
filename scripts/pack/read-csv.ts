import Papa from 'papaparse';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { InputFault, textOf, unreadable } from './lines.ts';
import { filesOf, kindByName } from './read-own.ts';
import { ownSource, type PackRecord, type Reader, type ReadOptions, slugOf, toRecord } from './records.ts';

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
 * CSV with a header, which says of what the table is where its name does not. Entities:
 * `id,type,name,aliases,description,gender,prominence,sameAs` (lists are parted by `;` or a bar, `=` before an alias asks
 * for the exact letters, an empty id is made of the name). Facts:
 * `subject,predicate,entity|text|date|number,unit,of,validFrom,validTo,source`.
 */
export const readCsv: Reader = async function* (file, options) {
  for (const path of filesOf(file, ['csv', 'tsv'])) yield* readTable(path, options);
};

/** What is found of the header before the table is parsed. */
interface Beginning {
  readonly separator: string;
  /** All of the text, what was read ahead included. */
  readonly text: AsyncIterable<string>;
}

const separators = [',', ';', '\t', '|'] as const;

/** UTF-16 units within which a header ends. */
const longestHeader = 100_000;

/**
 * What parts the cells, by the header: it alone has words that are known. Excel writes it into a line of its own before
 * it (`sep=;`), which is left empty.
 */
async function beginningOf(pieces: AsyncGenerator<string>): Promise<Beginning> {
  let begun = '';
  const headerOf = (): RegExpExecArray | null => /^(\s*(?:sep=(.)\s*\n\s*)?)([^\n]+)\n/iu.exec(begun);
  while (headerOf() === null && begun.length < longestHeader) {
    const next = await pieces.next();
    if (next.done === true) break;
    begun += next.value;
  }
  const [, before = '', said, line = begun] = headerOf() ?? [];
  const columnsBy = (separator: string): number => {
    const names = line.split(separator).map((cell) => columnOf(cell.replaceAll('"', '').trim()));
    return knownColumns.filter((name) => names.includes(name)).length;
  };
  const [likeliest] = separators.toSorted((a, b) => columnsBy(b) - columnsBy(a));
  const breaks = before.replaceAll(/[^\n]/gu, '');
  return {
    separator: said ?? likeliest ?? ',',
    text: (async function* () {
      yield breaks + begun.slice(before.length);
      yield* pieces;
    })(),
  };
}

const columnsOf = {
  entity: ['id', 'type', 'name', 'aliases', 'description', 'gender', 'prominence', 'sameAs'],
  fact: 'id subject predicate entity text date number unit of qualifier validFrom validTo source'.split(' '),
} as const;

const knownColumns: readonly string[] = Object.values(columnsOf).flat();

const needed = { entity: ['name', 'type'], fact: ['subject', 'predicate'] } as const;

type Kind = keyof typeof needed;
const kinds: readonly Kind[] = ['entity', 'fact'];

/** The columns by their names; says which of them nothing is made of. */
function readHeader(
  cells: readonly string[],
  { named, fault, say }: { named: Kind | null; fault: Fault; say: (line: string) => void },
): { readonly kind: Kind; readonly columns: readonly string[] } {
  const columns = cells.map((cell) => columnOf(cell.trim()));
  const kind = named ?? kinds.find((each) => needed[each].every((name) => columns.includes(name)));
  if (kind === undefined)
    throw fault(
      `is called after neither entities nor facts, and its header has neither "name" and "type" nor "subject" and "predicate": ${columns.join(', ')}`,
    );
  const twice = columns.find((name, i) => name !== '' && columns.indexOf(name) !== i);
  if (twice !== undefined) throw fault(`has the column "${twice}" twice in its header`);
  const lacking = needed[kind].find((wanted) => !columns.includes(wanted));
  if (lacking !== undefined) throw fault(`has no column "${lacking}" in its header: ${columns.join(', ')}`);
  const known: readonly string[] = columnsOf[kind];
  const others = columns.filter((name) => name !== '' && !known.includes(name));
  if (others.length > 0) say(`left out are columns that no pack has: ${others.join(', ')}`);
  return { kind, columns };
}

async function* readTable(file: string, options: ReadOptions): AsyncGenerator<PackRecord> {
  const named = kindByName(file);
  if (named !== null && named !== 'entity' && named !== 'fact')
    throw new InputFault(file, null, 'only entities and facts come as CSV');
  let line = 1;
  let header: ReturnType<typeof readHeader> | null = null;
  let made = 0;
  const { separator, text } = await beginningOf(withPlainBreaks(file));
  const parsed = Papa.parse(Papa.NODE_STREAM_INPUT, { newline: '\n', delimiter: separator });
  // Not piped: what goes wrong with the file would reach nobody.
  pipeline(Readable.from(text), parsed, () => undefined);
  for await (const cells of parsed as AsyncIterable<readonly string[]>) {
    const at = line;
    const fault = (detail: string): InputFault => new InputFault(file, at, detail);
    line += 1 + cells.join('').split('\n').length - 1;
    if (cells.at(-1)?.endsWith(lastRow) === true) {
      if (cells.length > 1 || cells[0] !== lastRow) throw fault('a quotation mark is not closed');
      continue;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (header === null) {
      header = readHeader(cells, { named, fault, say: (said) => options.say(`${file}: ${said}`) });
      continue;
    }
    const { kind, columns } = header;
    // A spreadsheet goes on with empty cells where another row is longer.
    const nameless = cells.findIndex((cell, i) => (columns[i] ?? '') === '' && cell.trim() !== '');
    if (cells.length < columns.length || (nameless >= columns.length && nameless !== -1))
      throw fault(`${cells.length} cells instead of ${columns.length}`);
    if (nameless !== -1) throw fault(`has “${cells[nameless]}” in a column without a name`);
    const row: Row = Object.fromEntries(columns.map((name, i) => [name, plain(cells[i] ?? '')]));
    made += 1;
    const value =
      kind === 'entity'
        ? entityOf(row, options.owner, fault)
        : factOf(row, { owner: options.owner, id: `${options.owner}:f-${slugOf(basename(file))}-${made}`, fault });
    yield toRecord(kind, value, { file, line: at });
  }
}

/** A name may be broken over two lines of its cell; nothing here has more than one. */
const plain = (cell: string): string => cell.trim().replaceAll(/\s+/gu, ' ');

/** Columns of two words; spreadsheets write names as they like. */
const twoWords = ['sameAs', 'validFrom', 'validTo'];
const columnOf = (written: string): string => {
  const name = written.toLowerCase();
  return twoWords.find((each) => each.toLowerCase() === name.replaceAll(/[\s_-]/gu, '')) ?? name;
};

const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(/[;|]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');

const filled = (row: Row, names: readonly string[]): object =>
  Object.fromEntries(names.filter((name) => (row[name] ?? '') !== '').map((name) => [name, row[name]]));

type Fault = (detail: string) => InputFault;

/** With a point before the decimals and nothing between the thousands: what else is there means another number elsewhere. */
function numberOf(row: Row, name: string, fault: Fault): number {
  const written = row[name] ?? '';
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(written)) return Number(written);
  throw fault(`${name}: “${written}” is no number (1234.5)`);
}

const entityOf = (row: Row, owner: string, fault: Fault): object => ({
  id: row['id'] || `${owner}:${slugOf(row['name'] ?? '')}`,
  type: row['type']?.toLowerCase(),
  name: row['name'],
  aliases: list(row['aliases']).map((alias) =>
    alias.startsWith('=') ? { text: alias.slice(1), case: 'exact' } : { text: alias },
  ),
  description: row['description'] ?? '',
  ...((row['gender'] ?? '') === '' ? {} : { gender: row['gender']?.toLowerCase() }),
  ...((row['prominence'] ?? '') === '' ? {} : { prominence: numberOf(row, 'prominence', fault) }),
  ...(list(row['sameAs']).length === 0 ? {} : { sameAs: list(row['sameAs']) }),
});

function factOf(row: Row, { owner, id, fault }: { owner: string; id: string; fault: Fault }): object {
  const hasNumber = (row['number'] ?? '') !== '';
  if (!hasNumber && (row['unit'] ?? '') !== '') throw fault(`unit: “${row['unit']}” without a number`);
  return {
    id: row['id'] || id,
    subject: row['subject'],
    predicate: row['predicate'],
    value: {
      ...filled(row, ['entity', 'text', 'date']),
      ...(hasNumber ? { number: numberOf(row, 'number', fault), ...filled(row, ['unit']) } : {}),
    },
    ...filled(row, ['of', 'qualifier', 'validFrom', 'validTo']),
    source: row['source'] || ownSource(owner),
  };
}
