import type { ImportFailure } from '../../model/exchange.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { StoreView } from '../gather.ts';
import { claimsCsv, entitiesCsv, fromEntitiesCsv } from './csv.ts';
import { exportedTables, exportStore } from './export.ts';
import type { Incoming } from './import.ts';
import { fromJsonLd, toJsonLd } from './json-ld.ts';
import { checkExport, readBatches } from './lines.ts';
import { unwatched, type Watching } from './watching.ts';
import { portableClaims, portableEntities } from './portable.ts';

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

/** Only of the whole store it is told how far it is: the others are read before they are written. */
export async function saveAs(view: StoreView, form: ExportForm, { now, watching }: Saving): Promise<SavedFile> {
  switch (form) {
    case 'whole': {
      const stream = exportStore(view.database, { now, pictures: 'with', watching });
      return { content: await new Response(stream).blob(), extension: 'jsonl.gz' };
    }
    case 'json-ld': {
      const text = toJsonLd(await portableEntities(view), await portableClaims(view));
      return { content: new Blob([text], { type: 'application/ld+json' }), extension: 'jsonld' };
    }
    case 'entities-csv':
      return { content: csvFile(entitiesCsv(await portableEntities(view))), extension: 'names.csv' };
    case 'claims-csv':
      return { content: csvFile(claimsCsv(await portableClaims(view))), extension: 'claims.csv' };
  }
}

/** With the mark by which spreadsheets know UTF-8. */
const csvFile = (text: string): Blob => new Blob(['\uFEFF', text], { type: 'text/csv' });

/** Bytes of a text file beyond which it is refused: tables and graphs are read whole. */
const longestText = 200_000_000;

interface Reading {
  readonly newId: () => string;
  readonly watching?: Watching;
}

/** A file by what it is called: an export, a schema.org graph, a table of names. */
export async function readFile(
  file: Blob,
  name: string,
  { newId, watching = unwatched }: Reading,
): Promise<Result<Incoming, ImportFailure>> {
  if (/\.(?:csv|json|jsonld)$/iu.test(name)) {
    if (file.size > longestText) return failed({ code: 'NotAnExport', detail: `${file.size} bytes` });
    const text = (await file.text()).replace(/^\uFEFF/u, '');
    return /\.csv$/iu.test(name) ? fromEntitiesCsv(text, newId) : fromJsonLd(text, newId);
  }
  return readExport(file, watching);
}

const known: ReadonlySet<string> = new Set(exportedTables);

/** Reads it once to check it, and again each time its rows are asked for: an export may be larger than the memory. */
export async function readExport(file: Blob, watching: Watching = unwatched): Promise<Result<Incoming, ImportFailure>> {
  const checked = await checkExport(file, known, watching);
  if (!checked.ok) return checked;
  return ok({
    format: 'Sidelight',
    created: checked.value.header.created,
    rows: checked.value.rows,
    async *batches() {
      const end = yield* readBatches(file, known);
      if (!end.ok) throw new Error(`the file changed while it was read: ${end.failure.code}`);
      return undefined;
    },
  });
}
