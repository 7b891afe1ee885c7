import type { ImportFailure } from '../../model/exchange.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { StoreView } from '../gather.ts';
import { isSoundRow } from '../sound-rows.ts';
import { claimColumns, claimLines, entityColumns, entityLines, headLine } from './csv.ts';
import { readTable } from './csv-table.ts';
import { exportedTables, exportStore } from './export.ts';
import { readEntries } from './json-entries.ts';
import { claimEntry, entityEntry, graphFrame, readJsonLd } from './json-ld.ts';
import { createFirsts, createNotes, createOrder, type LeftOutNotes, unheard } from './left-out.ts';
import { checkExport, inBatches, type Incoming, readBatches, type ReadRow } from './lines.ts';
import { portableClaims, portableEntities } from './portable.ts';
import { readPieces } from './text-pieces.ts';
import { unwatched, type Watching } from './watching.ts';

/** Forms in which the store goes out; the first alone holds all of it. */
export type ExportForm = 'whole' | 'json-ld' | 'entities-csv' | 'claims-csv';

export interface SavedFile {
  readonly content: Blob;
  readonly extension: string;
}

interface Saving {
  readonly now: number;
  readonly watching: Watching;
}

/** Whatever the form, only some of the store is in memory at a time, and the browser keeps what is written so far. */
export async function saveAs(view: StoreView, form: ExportForm, { now, watching }: Saving): Promise<SavedFile> {
  switch (form) {
    case 'whole': {
      const stream = exportStore(view.database, { now, pictures: 'with', watching });
      return { content: await new Response(stream).blob(), extension: 'jsonl.gz' };
    }
    case 'json-ld':
      return { content: await saveGraph(view, watching), extension: 'jsonld' };
    case 'entities-csv': {
      const parts = portableEntities(view, watching);
      return { content: await saveTable(entityColumns, parts, entityLines), extension: 'names.csv' };
    }
    case 'claims-csv': {
      const parts = portableClaims(view, watching);
      return { content: await saveTable(claimColumns, parts, claimLines), extension: 'claims.csv' };
    }
  }
}

/** Names are the first half of the work, claims the other. */
const halfOf = ({ signal, onProgress }: Watching, half: 0 | 1): Watching => ({
  signal,
  onProgress: (done, total) => onProgress(half + done / Math.max(1, total), 2),
});

async function saveGraph(view: StoreView, watching: Watching): Promise<Blob> {
  const [before, between, behind] = graphFrame;
  const parts: Blob[] = [];
  const add = (entries: readonly string[]): void => {
    if (entries.length > 0) parts.push(new Blob([parts.length === 0 ? '' : between, entries.join(between)]));
  };
  for await (const entities of portableEntities(view, halfOf(watching, 0))) add(entities.map(entityEntry));
  for await (const claims of portableClaims(view, halfOf(watching, 1))) add(claims.map(claimEntry));
  return new Blob([before, ...parts, behind], { type: 'application/ld+json' });
}

/** With the mark by which spreadsheets know UTF-8. */
async function saveTable<Row>(
  columns: readonly string[],
  rows: AsyncIterable<readonly Row[]>,
  toLines: (rows: readonly Row[]) => string,
): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const some of rows) parts.push(new Blob([toLines(some)]));
  return new Blob(['\uFEFF', headLine(columns), ...parts], { type: 'text/csv' });
}

/** A file by how it begins and what it is called: an export, a schema.org graph, a table of names. */
export async function readFile(
  file: Blob,
  name: string,
  watching: Watching = unwatched,
): Promise<Result<Incoming, ImportFailure>> {
  const kind = (await kindInside(file)) ?? kindByName(name);
  switch (kind) {
    case 'export':
      return readExport(file, watching);
    case 'graph':
      return readNames(file, { format: 'JSON-LD', rowsOf: readJsonLd }, watching);
    case 'table':
      return readNames(file, { format: 'CSV', rowsOf: readTable }, watching);
  }
}

type FileKind = 'export' | 'graph' | 'table';

function kindByName(name: string): FileKind {
  if (/\.(?:[ct]sv|txt)(?:\.gz)?$/iu.test(name)) return 'table';
  return /\.(?:json|jsonld)(?:\.gz)?$/iu.test(name) ? 'graph' : 'export';
}

/** What it is whatever it is called: its first piece names our format, or its first entry has keywords of JSON-LD. */
async function kindInside(file: Blob): Promise<FileKind | null> {
  try {
    for await (const piece of readPieces(file, unwatched)) {
      if (/^\s*\{\s*"format"\s*:\s*"sidelight-store"/u.test(piece)) return 'export';
      // A table has no brackets to look for: it would be read to its end.
      if (!/^\s*[[{]/u.test(piece)) return null;
      break;
    }
    for await (const { text } of readEntries(readPieces(file, unwatched)))
      return Object.keys(JSON.parse(text) as object).some((key) => key.startsWith('@')) ? 'graph' : null;
  } catch {
    // Whoever reads it on says what is wrong with it.
  }
  return null;
}

interface NameForm {
  readonly format: string;
  /** Rows until the text ends or is none of that form. */
  readonly rowsOf: (pieces: AsyncIterable<string>, notes: LeftOutNotes) => RowsRead;
}

type RowsRead = AsyncGenerator<ReadRow, ImportFailure | null>;

/** What is given out of them: each entry once. */
async function* firstsOf(rows: RowsRead, notes: LeftOutNotes): RowsRead {
  const isFirst = createFirsts(notes);
  for (;;) {
    const { done, value } = await rows.next();
    if (done === true) return value;
    if (isFirst(value)) yield value;
  }
}

/** Reads it once to check it, and again each time its rows are asked for, as an export is read. */
async function readNames(
  file: Blob,
  { format, rowsOf }: NameForm,
  watching: Watching,
): Promise<Result<Incoming, ImportFailure>> {
  const notes = createNotes();
  const read = (how: Watching, told: LeftOutNotes) => inBatches(firstsOf(rowsOf(readPieces(file, how), told), told));
  const checking = read(watching, notes);
  let rows = 0;
  let next = await checking.next();
  for (; next.done !== true; next = await checking.next()) rows += next.value.length;
  if (next.value !== null) return failed(next.value);
  if (rows === 0) return failed({ code: 'NotAnExport', fault: 'namesNothing' });
  return ok({
    format,
    created: null,
    told: 'part',
    rows,
    leftOut: notes.list(),
    async *batches() {
      const end = yield* read(unwatched, unheard);
      if (end !== null) throw new Error(`the file changed while it was read: ${end.code}`);
      return undefined;
    },
  });
}

const known: ReadonlySet<string> = new Set(exportedTables);

/** Reads it once to check it, and again each time its rows are asked for: an export may be larger than the memory. */
export async function readExport(file: Blob, watching: Watching = unwatched): Promise<Result<Incoming, ImportFailure>> {
  const notes = createNotes();
  const order = createOrder();
  const look = (row: ReadRow): boolean => {
    order.see(row);
    if (!isSoundRow(row.table, row.row)) notes.note('broken', row.table, row.line);
    return true;
  };
  const checked = await checkExport(file, known, { watching, passes: look });
  if (!checked.ok) return checked;
  // As exports are written, no key comes twice; whoever edited one may have brought it there.
  const passes = (told: LeftOutNotes) => (order.holds() ? () => true : createFirsts(told));
  const again = order.holds() ? checked : await checkExport(file, known, { passes: passes(notes) });
  if (!again.ok) return again;
  return ok({
    format: 'Sidelight',
    created: checked.value.header.created === '' ? null : checked.value.header.created,
    told: 'whole',
    rows: again.value.rows,
    leftOut: notes.list(),
    async *batches() {
      const end = yield* readBatches(file, known, { watching: unwatched, passes: passes(unheard) });
      if (!end.ok) throw new Error(`the file changed while it was read: ${end.failure.code}`);
      return undefined;
    },
  });
}
