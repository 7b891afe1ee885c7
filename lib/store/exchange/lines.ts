import type { ImportFailure, LeftOutList } from '../../model/exchange.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { sha256 } from '../../pack/bytes.ts';
import { longestEntry, readPieces } from './text-pieces.ts';
import { unwatched, type Watching } from './watching.ts';

/**
 * The format of exports and backups: JSON Lines, compressed with gzip. The first line says what it is, each further line
 * is a row of a table, the last one how many rows there were, so that a file that was cut off is told from a whole one.
 */
export const exportFormat = 'sidelight-store';
export const exportVersion = 1;

export interface ExportHeader {
  readonly format: typeof exportFormat;
  readonly version: number;
  /** ISO 8601. */
  readonly created: string;
  /** Installed packs, which are files of their own and not in this one. */
  readonly packs: readonly { readonly id: string; readonly version: string }[];
}

export interface ExportRow {
  readonly table: string;
  readonly row: { readonly id: string } & Readonly<Record<string, unknown>>;
  /** What the store shows of it by more than one row, where that is the same. */
  readonly shown?: object;
}

/** A row as it stands in a file. */
export interface ReadRow extends ExportRow {
  /** From 1. */
  readonly line: number;
}

/** A file that was checked and can be taken in. However big it is, only some of its rows are in memory at a time. */
export interface Incoming {
  readonly format: string;
  readonly created: string | null;
  /** Whether its rows are all of what they name, or only what another kind of file has a place for. */
  readonly told: 'whole' | 'part';
  readonly rows: number;
  readonly leftOut: LeftOutList;
  /** All rows from the first one on; throws where the file does not read as it did when it was checked. */
  batches(): AsyncGenerator<readonly ExportRow[], undefined>;
}

/** Bytes inside a row, which JSON has no place for. */
interface Encoded {
  readonly $bytes: string;
  readonly type: string;
}

const isEncoded = (value: unknown): value is Encoded =>
  typeof value === 'object' && value !== null && '$bytes' in value && typeof value.$bytes === 'string';

/** A row as a line; Blobs must have been read before, for that takes time which a transaction does not give. */
export const toLine = (value: ExportHeader | ExportRow | { readonly end: number }): string =>
  `${JSON.stringify(value)}\n`;

export async function encodeRow(row: object): Promise<object> {
  const entries = await Promise.all(
    Object.entries(row).map(async ([key, value]): Promise<readonly [string, unknown]> => {
      if (!(value instanceof Blob)) return [key, value];
      const encoded: Encoded = { $bytes: toBase64(new Uint8Array(await value.arrayBuffer())), type: value.type };
      return [key, encoded];
    }),
  );
  return Object.fromEntries(entries);
}

export const decodeRow = <Row extends object>(row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]: [string, unknown]) =>
      isEncoded(value) ? [key, new Blob([fromBase64(value.$bytes)], { type: value.type })] : [key, value],
    ),
  ) as Row;

/** A picture's row with the hash that its bytes have, whatever the file says. */
async function hashed<Row extends ExportRow['row']>(row: Row): Promise<Row> {
  const { bytes } = row;
  if (!(bytes instanceof Blob)) return row;
  return { ...row, hash: await sha256(new Uint8Array(await bytes.arrayBuffer())) };
}

/** Characters at once: `String.fromCharCode` takes its bytes as parameters. */
const chunk = 32_768;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Lines of a compressed file, one at a time, without the whole of it in memory; tells of its bytes. */
export async function* readLines(file: Blob, watching: Watching): AsyncGenerator<string> {
  // Of the line that has begun; joined when it ends, not at each piece.
  let parts: string[] = [];
  let length = 0;
  for await (const piece of readPieces(file, watching)) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
      yield parts.join('') + piece.slice(from, end);
      parts = [];
      length = 0;
      from = end + 1;
    }
    parts.push(piece.slice(from));
    length += piece.length - from;
    if (length > longestEntry) throw new SyntaxError('a line that does not end');
  }
  if (length > 0) yield parts.join('');
}

/** Rows that are compared and written together, and UTF-16 units of them: pictures are long. */
const rowsAtOnce = 1_000;
const textAtOnce = 4_000_000;

interface Reading {
  readonly watching: Watching;
  /** Whether a row is given out; told of each. */
  readonly passes: (row: ReadRow) => boolean;
}

/**
 * An export, checked line by line and given out in batches; the first fault ends it. Answers the header of a whole one.
 */
export async function* readBatches(
  file: Blob,
  tables: ReadonlySet<string>,
  { watching, passes }: Reading,
): AsyncGenerator<readonly ExportRow[], Result<ExportHeader, ImportFailure>> {
  let header: ExportHeader | null = null;
  let batch: ExportRow[] = [];
  let length = 0;
  let count = 0;
  let line = 0;
  let end: number | null = null;
  try {
    for await (const text of readLines(file, watching)) {
      line += 1;
      if (text.trim() === '') continue;
      const value: unknown = JSON.parse(text);
      if (header === null) {
        const found = parseHeader(value);
        if (!found.ok) return found;
        header = found.value;
      } else if (isEnd(value)) end = value.end;
      else if (isRow(value, tables)) {
        count += 1;
        const row = { table: value.table, row: await hashed(decodeRow(value.row)), line };
        if (!passes(row)) continue;
        batch.push(row);
        length += text.length;
      } else return failed({ code: 'ExportMalformed', line, fault: 'unknownRow', of: '' });
      if (batch.length < rowsAtOnce && length < textAtOnce) continue;
      yield batch;
      batch = [];
      length = 0;
    }
  } catch (error) {
    watching.signal.throwIfAborted();
    if (header === null)
      return failed({ code: 'NotAnExport', fault: error instanceof SyntaxError ? 'noHeader' : 'unreadable' });
    return error instanceof SyntaxError
      ? failed({ code: 'ExportMalformed', line, fault: 'notJson', of: '' })
      : failed({ code: 'ExportCutOff', rows: count, expected: null });
  }
  if (header === null) return failed({ code: 'NotAnExport', fault: 'empty' });
  if (end !== count) return failed({ code: 'ExportCutOff', rows: count, expected: end });
  if (batch.length > 0) yield batch;
  return ok(header);
}

/** Rows as they come, in batches; answers what comes behind the last of them. */
export async function* inBatches<End>(rows: AsyncGenerator<ExportRow, End>): AsyncGenerator<readonly ExportRow[], End> {
  let batch: ExportRow[] = [];
  for (;;) {
    const { done, value } = await rows.next();
    if (done === true) {
      if (batch.length > 0) yield batch;
      return value;
    }
    batch.push(value);
    if (batch.length < rowsAtOnce) continue;
    yield batch;
    batch = [];
  }
}

export interface CheckedExport {
  readonly header: ExportHeader;
  readonly rows: number;
}

/** Reads it all once and keeps none of it. */
export async function checkExport(
  file: Blob,
  tables: ReadonlySet<string>,
  { watching = unwatched, passes = () => true }: Partial<Reading> = {},
): Promise<Result<CheckedExport, ImportFailure>> {
  const reading = readBatches(file, tables, { watching, passes });
  let rows = 0;
  for (;;) {
    const { done, value } = await reading.next();
    if (done !== true) rows += value.length;
    else return value.ok ? ok({ header: value.value, rows }) : value;
  }
}

function parseHeader(value: unknown): Result<ExportHeader, ImportFailure> {
  const header = value as Partial<ExportHeader> | null;
  if (typeof header !== 'object' || header === null || header.format !== exportFormat)
    return failed({ code: 'NotAnExport', fault: 'noHeader' });
  const { version } = header;
  if (typeof version !== 'number') return failed({ code: 'NotAnExport', fault: 'noVersion' });
  if (version > exportVersion) return failed({ code: 'ExportTooNew', version, understood: exportVersion });
  return ok({ format: exportFormat, version, created: header.created ?? '', packs: header.packs ?? [] });
}

const isEnd = (value: unknown): value is { readonly end: number } =>
  typeof value === 'object' && value !== null && 'end' in value && typeof value.end === 'number' && !('table' in value);

const isRow = (value: unknown, tables: ReadonlySet<string>): value is ExportRow => {
  if (typeof value !== 'object' || value === null || !('table' in value) || !('row' in value)) return false;
  const { table, row } = value;
  return (
    typeof table === 'string' &&
    tables.has(table) &&
    typeof row === 'object' &&
    row !== null &&
    'id' in row &&
    typeof row.id === 'string'
  );
};
