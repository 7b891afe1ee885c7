import type { ImportFailure, LineFault } from '../../model/exchange.ts';
import { unescapeFormulas } from '../../model/export-escapes.ts';
import { claimColumns, entityColumns } from './columns.ts';
import { CellFault, readCells } from './csv-cells.ts';
import { toClaim } from './csv-claim.ts';
import { toEntity } from './csv-entity.ts';
import type { LeaveOut, Making, RowFault, ToldCells } from './csv-row.ts';
import type { LeftOutNotes } from './left-out.ts';
import type { ExportRow, ReadRow } from './lines.ts';
import { createNameIds } from './name-ids.ts';

/** What a table's rows are. */
interface TableKind {
  readonly table: 'entities' | 'claims';
  readonly columns: readonly string[];
  readonly make: (cells: ToldCells, making: Making) => ExportRow['row'] | RowFault;
}

/** By the column without which there is nothing. */
const kinds: readonly (readonly [needed: string, kind: TableKind])[] = [
  ['name', { table: 'entities', columns: entityColumns, make: (...told) => ({ ...toEntity(...told) }) }],
  ['text', { table: 'claims', columns: claimColumns, make: (...told) => ({ ...toClaim(...told) }) }],
];

interface Header {
  readonly kind: TableKind;
  readonly fields: readonly string[];
}

/** Spreadsheets write the names of columns as they like. */
function headerOf(cells: readonly string[]): Header | null {
  const plain = (name: string): string =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]/gu, '');
  const found = kinds.find(([needed]) => cells.some((cell) => plain(cell) === needed));
  if (found === undefined) return null;
  const [, kind] = found;
  const fields = cells.map(
    (cell) => kind.columns.find((column) => column.toLowerCase() === plain(cell)) ?? cell.trim(),
  );
  return { kind, fields };
}

/**
 * Names of a table with a column `name`, or claims of one with a column `text`; all others may be missing. The first fault
 * ends it; what else of it stays out is noted.
 */
export async function* readTable(
  pieces: AsyncIterable<string>,
  notes: LeftOutNotes,
): AsyncGenerator<ReadRow, ImportFailure | null> {
  let header: Header | null = null;
  let line = 0;
  const idOf = createNameIds();
  const malformed = (fault: LineFault, of = ''): ImportFailure => ({ code: 'ExportMalformed', line, fault, of });
  const leaveOut: LeaveOut = (why, name) => notes.note(why, name, line);
  try {
    for await (const row of readCells(pieces)) {
      const { cells } = row;
      ({ line } = row);
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (header === null) {
        header = headerOf(cells);
        if (header === null) return { code: 'NotAnExport', fault: 'noNameColumn' };
        continue;
      }
      const { kind, fields } = header;
      // A spreadsheet goes on with empty cells where another row is longer.
      const isLonger = cells.slice(fields.length).some((cell) => cell.trim() !== '');
      if (cells.length < fields.length || isLonger) return malformed('cells', `${cells.length}/${fields.length}`);
      const made = kind.make(recordOf(header, cells, leaveOut), { idOf, leaveOut });
      if (isFault(made)) return malformed(made.fault, made.of);
      yield { table: kind.table, row: made, line };
    }
    return header === null ? { code: 'NotAnExport', fault: 'empty' } : null;
  } catch (error) {
    if (error instanceof CellFault) {
      ({ line } = error);
      return malformed(error.fault);
    }
    if (error instanceof TypeError) return { code: 'NotAnExport', fault: 'notText' };
    throw error;
  }
}

const isFault = (made: ExportRow['row'] | RowFault): made is RowFault => 'fault' in made;

/** Of the columns that are known, each by its first; what others hold is left out. */
function recordOf({ kind: { columns }, fields }: Header, cells: readonly string[], leaveOut: LeaveOut): ToldCells {
  const record: Record<string, string> = {};
  for (const [at, field] of fields.entries()) {
    const isKnown = columns.includes(field);
    const cell = unescapeFormulas(cells[at] ?? '');
    if (isKnown && fields.indexOf(field) === at) record[field] = cell;
    else if (cell.trim() !== '') leaveOut(isKnown ? 'columnTwice' : 'column', field);
  }
  return record;
}
