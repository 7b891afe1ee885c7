import Papa from 'papaparse';
import { type Entity, entityTypes } from '../../model/entity.ts';
import type { ImportFailure, LeftOutReason, LineFault } from '../../model/exchange.ts';
import { asEntityId } from '../../model/ids.ts';
import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import { CellFault, readCells } from './csv-cells.ts';
import type { LeftOutNotes } from './left-out.ts';
import type { ReadRow } from './lines.ts';
import { createNameIds } from './name-ids.ts';
import type { PortableEntity } from './portable.ts';

/** UTF-16 units. */
const longestName = 300;
const longestDescription = 4_000;

/** What separates several values in one cell. */
const separator = ' | ';

const newline = '\r\n';

/**
 * Lines of a table, each with its end. A cell that begins like a formula is one to a spreadsheet: it is written so that
 * it stays text.
 */
const unparse = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : Papa.unparse(rows as string[][], { escapeFormulae: true, newline }) + newline;

export const entityColumns = ['id', 'type', 'name', 'aliases', 'description', 'gender', 'sameAs'] as const;

export const claimColumns = [
  'id',
  'kind',
  'text',
  'quote',
  'speaker',
  'speakerName',
  'about',
  'quantities',
  'saidAt',
  'title',
  'publisher',
  'url',
] as const;

export const headLine = (columns: readonly string[]): string => unparse([columns]);

export const entityLines = (entities: readonly PortableEntity[]): string =>
  unparse(
    entities.map(({ entity }) => [
      entity.id,
      entity.type,
      entity.name,
      entity.aliases
        .map(({ text }) => text)
        .filter((text) => text !== entity.name)
        .join(separator),
      entity.description,
      entity.gender ?? '',
      (entity.sameAs ?? []).join(separator),
    ]),
  );

export const claimLines = (claims: readonly StoredClaimWithSource[]): string =>
  unparse(
    claims.map(({ claim, source }) => [
      claim.id,
      claim.kind,
      claim.text,
      claim.quote ?? '',
      claim.speaker ?? '',
      claim.speakerName ?? '',
      claim.about.join(separator),
      claim.quantities.map(({ value, unit, of }) => `${value} ${unit} ${of}`.trim()).join(separator),
      claim.saidAt ?? '',
      source.title,
      source.publisher ?? '',
      source.url ?? '',
    ]),
  );

/** Takes back what `unparse` put before such a cell. */
const unescaped = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/u, '');

/**
 * Entities of a table with a column `name`; all others may be missing. The first fault ends it; what else of it stays out
 * is noted.
 */
export async function* readEntitiesCsv(
  pieces: AsyncIterable<string>,
  notes: LeftOutNotes,
): AsyncGenerator<ReadRow, ImportFailure | null> {
  let fields: readonly string[] | null = null;
  let line = 0;
  const idOf = createNameIds();
  const malformed = (fault: LineFault, of = ''): ImportFailure => ({ code: 'ExportMalformed', line, fault, of });
  const leaveOut: LeaveOut = (why, name) => notes.note(why, name, line);
  try {
    for await (const row of readCells(pieces)) {
      const { cells } = row;
      ({ line } = row);
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (fields === null) {
        fields = cells.map(columnOf);
        if (!fields.includes('name')) return { code: 'NotAnExport', fault: 'noNameColumn' };
        continue;
      }
      // A spreadsheet goes on with empty cells where another row is longer.
      const isLonger = cells.slice(fields.length).some((cell) => cell.trim() !== '');
      if (cells.length < fields.length || isLonger) return malformed('cells', `${cells.length}/${fields.length}`);
      const record = recordOf(fields, cells, leaveOut);
      const name = (record['name'] ?? '').trim();
      if (name === '') return malformed('noName');
      const entity = toEntity(record, name, { idOf, leaveOut });
      if ('fault' in entity) return malformed(entity.fault, entity.of);
      yield { table: 'entities', row: { ...entity }, line };
    }
    return fields === null ? { code: 'NotAnExport', fault: 'noNameColumn' } : null;
  } catch (error) {
    if (error instanceof CellFault) {
      ({ line } = error);
      return malformed(error.fault);
    }
    if (error instanceof TypeError) return { code: 'NotAnExport', fault: 'notText' };
    throw error;
  }
}

type LeaveOut = (why: LeftOutReason, name: string) => void;
type Told = Readonly<Record<string, string>>;

const isKnown = (field: string): boolean => entityColumns.some((column) => column === field);

/** Of the columns that a name has, each by its first; what others hold is left out. */
function recordOf(fields: readonly string[], cells: readonly string[], leaveOut: LeaveOut): Told {
  const record: Record<string, string> = {};
  for (const [at, field] of fields.entries()) {
    const isTaken = isKnown(field) && fields.indexOf(field) === at;
    const cell = unescaped(cells[at] ?? '');
    if (isTaken) record[field] = cell;
    else if (cell.trim() !== '') leaveOut(isKnown(field) ? 'columnTwice' : 'column', field);
  }
  return record;
}

/** Spreadsheets write the names of columns as they like. */
const columnOf = (written: string): string => {
  const name = written.trim();
  const plain = name.toLowerCase().replaceAll(/[\s_-]/gu, '');
  return entityColumns.find((each) => each.toLowerCase() === plain) ?? name;
};

const many = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

interface Making {
  readonly idOf: ReturnType<typeof createNameIds>;
  readonly leaveOut: LeaveOut;
}

/** Only what the table has a column for. */
type ToldEntity = Pick<Entity, 'id' | 'name'> & Partial<Entity>;

/** What is wrong with it, where something is. */
function toEntity(
  record: Told,
  name: string,
  { idOf, leaveOut }: Making,
): ToldEntity | { readonly fault: LineFault; readonly of: string } {
  const kind = (record['type'] ?? '').trim();
  const type = kind === '' ? 'other' : entityTypes.find((each) => each === kind.toLowerCase());
  if (type === undefined) return { fault: 'noType', of: kind };
  const id = (record['id'] ?? '').trim();
  if (id !== '' && !/^[a-z][a-z0-9.-]*:[!-~]+$/u.test(id)) return { fault: 'noId', of: id };
  const gender = record['gender']?.trim().toLowerCase() ?? '';
  const sameAs = many(record['sameAs']);
  const odd = sameAs.find((url) => !/^https?:\/\//iu.test(url));
  if (odd !== undefined) return { fault: 'noAddress', of: odd };
  if (name.length > longestName) return { fault: 'longName', of: String(longestName) };
  if (gender !== '' && gender !== 'female' && gender !== 'male') leaveOut('value', `gender: ${gender}`);
  const cut = (text: string, field: string, most: number): string => {
    if (text.length > most) leaveOut('cut', field);
    return text.slice(0, most);
  };
  return {
    id: id === '' ? idOf(type, name) : asEntityId(id),
    ...(record['type'] === undefined ? {} : { type }),
    name: name.replaceAll(/\s+/gu, ' '),
    ...(record['aliases'] === undefined
      ? {}
      : { aliases: many(record['aliases']).map((alias) => ({ text: cut(alias, 'aliases', longestName) })) }),
    ...(record['description'] === undefined
      ? {}
      : { description: cut(record['description'].trim(), 'description', longestDescription) }),
    ...(gender === 'female' || gender === 'male' ? { gender } : {}),
    ...(sameAs.length === 0 ? {} : { sameAs }),
  };
}
