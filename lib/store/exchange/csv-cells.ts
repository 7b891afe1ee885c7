import Papa from 'papaparse';
import { longestEntry } from './text-pieces.ts';

/** A quotation mark where none can be, or none where one must be. */
export class CellFault extends Error {
  readonly fault: 'quotes' | 'endless';
  /** In which the row begins, from 1. */
  readonly line: number;

  constructor(fault: 'quotes' | 'endless', line: number) {
    super(fault);
    this.fault = fault;
    this.line = line;
  }
}

export interface TableRow {
  readonly cells: readonly string[];
  /** In which it begins, from 1; cells may be broken over several. */
  readonly line: number;
}

/** UTF-16 units by which it is told what parts the cells. */
const enough = 10_000;

/** The rows of a table, cell by cell, without the whole of it in memory; what parts cells and lines is told by its beginning. */
export async function* readCells(pieces: AsyncIterable<string>): AsyncGenerator<TableRow> {
  let parser: Papa.Parser | null = null;
  let rest = '';
  let line = 1;
  const toRow = (cells: readonly string[]): TableRow => {
    const row = { cells, line };
    line += 1 + breaksIn(cells.join(''));
    return row;
  };
  const parse = (isLast: boolean): readonly TableRow[] => {
    if (parser === null) {
      const [before = '', said] = saying.exec(rest) ?? [];
      rest = rest.slice(before.length);
      line += breaksIn(before);
      parser = openParser(rest, said);
    }
    const { data, errors, meta } = parser.parse(rest, 0, !isLast) as Papa.ParseResult<string[]>;
    const [fault] = errors;
    const rows = data.slice(0, fault?.row ?? data.length).map(toRow);
    if (fault !== undefined) throw new CellFault('quotes', line);
    rest = rest.slice(meta.cursor);
    if (rest.length > longestEntry) throw new CellFault('endless', line);
    return rows;
  };
  for await (const piece of pieces) {
    rest += piece;
    if (rest.length >= enough) yield* parse(false);
  }
  if (rest !== '') yield* parse(true);
}

const breaksIn = (text: string): number => text.match(/\r\n?|\n/gu)?.length ?? 0;

/** A line of its own in which Excel says what parts the cells. */
const saying = /^\s*sep=(.)\r?\n/iu;

function openParser(beginning: string, said: string | undefined): Papa.Parser {
  // The empty line that ends a short table would count as a row of one cell, and tell for the comma.
  const { delimiter, linebreak } = Papa.parse(beginning, { preview: 10, skipEmptyLines: true }).meta;
  return new Papa.Parser({ delimiter: said ?? delimiter, newline: linebreak as '\n' });
}
