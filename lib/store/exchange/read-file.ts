import type { ImportFailure } from '../../model/exchange.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { readTable } from './csv-table.ts';
import { readEntries } from './json-entries.ts';
import { readJsonLd } from './json-ld.ts';
import { createFirsts, createNotes, type LeftOutNotes, unheard } from './left-out.ts';
import { inBatches, type Incoming, type ReadRow } from './lines.ts';
import { readExport } from './read-export.ts';
import { readPieces } from './text-pieces.ts';
import { unwatched, type Watching } from './watching.ts';

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
