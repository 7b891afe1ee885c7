import Papa from 'papaparse';
import { longestEntry } from './text-pieces.ts';

/** A quotation mark where none can be, or none where one must be. */
export class CellFault extends Error {
  readonly fault: 'quotes' | 'endless';
  /** Rows of the same piece that came before the fault. */
  readonly rowsBefore: number;

  constructor(fault: 'quotes' | 'endless', rowsBefore: number) {
    super(fault);
    this.fault = fault;
    this.rowsBefore = rowsBefore;
  }
}

/** UTF-16 units by which it is told what parts the cells. */
const enough = 10_000;

/** The rows of a table, cell by cell, without the whole of it in memory; what parts cells and lines is told by its beginning. */
export async function* readCells(pieces: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let parser: Papa.Parser | null = null;
  let rest = '';
  const parse = (isLast: boolean): readonly (readonly string[])[] => {
    if (parser === null) {
      const [before = '', said] = saying.exec(rest) ?? [];
      rest = rest.slice(before.length);
      parser = openParser(rest, said);
    }
    const { data, errors, meta } = parser.parse(rest, 0, !isLast) as Papa.ParseResult<string[]>;
    const [fault] = errors;
    if (fault !== undefined) throw new CellFault('quotes', fault.row ?? data.length);
    rest = rest.slice(meta.cursor);
    if (rest.length > longestEntry) throw new CellFault('endless', data.length);
    return data;
  };
  for await (const piece of pieces) {
    rest += piece;
    if (rest.length >= enough) yield* parse(false);
  }
  if (rest !== '') yield* parse(true);
}

/** A line of its own in which Excel says what parts the cells. */
const saying = /^\s*sep=(.)\r?\n/iu;

function openParser(beginning: string, said: string | undefined): Papa.Parser {
  // The empty line that ends a short table would count as a row of one cell, and tell for the comma.
  const { delimiter, linebreak } = Papa.parse(beginning, { preview: 10, skipEmptyLines: true }).meta;
  return new Papa.Parser({ delimiter: said ?? delimiter, newline: linebreak as '\n' });
}
