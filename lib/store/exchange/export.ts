import { ownTables } from '../own-rows.ts';
import type { StoreDatabase } from '../schema.ts';
import { unwatched, type Watching } from './watching.ts';
import { encodeRow, exportFormat, exportVersion, type ExportHeader, toLine } from './lines.ts';

/** Tables that an export holds: all that the reader made, read or looked up. Packs are files of their own. */
export const exportedTables = [...ownTables, 'reviews', 'reviewFeeds', 'history', 'images'] as const;

/** Rows read at once. */
const atOnce = 2_000;

export interface ExportOptions {
  readonly now: number;
  /** Backups leave the pictures out, which can be looked up again. */
  readonly pictures: 'with' | 'without';
  readonly watching?: Watching;
}

/** The whole of the reader's own store as one compressed file, piece by piece. */
export function exportStore(database: StoreDatabase, options: ExportOptions): ReadableStream<Uint8Array<ArrayBuffer>> {
  const lines = exportLines(database, options);
  const encoder = new TextEncoder();
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return text.pipeThrough(new CompressionStream('gzip'));
}

async function* exportLines(
  database: StoreDatabase,
  { now, pictures, watching: { signal, onProgress } = unwatched }: ExportOptions,
): AsyncGenerator<string, undefined> {
  const packs = await database.packs.toArray();
  const header: ExportHeader = {
    format: exportFormat,
    version: exportVersion,
    created: new Date(now).toISOString(),
    packs: packs.map(({ manifest }) => ({ id: manifest.id, version: manifest.version })),
  };
  yield toLine(header);
  const tables = exportedTables.filter((table) => table !== 'images' || pictures === 'with');
  let total = 0;
  for (const table of tables) total += await database.table(table).count();
  let count = 0;
  for (const table of tables) {
    let last = '';
    for (;;) {
      const next = database.table<{ readonly id: string }, string>(table).where('id').above(last).limit(atOnce);
      signal.throwIfAborted();
      const rows = await next.toArray();
      // Broken rows are passed over, be they as many as are read at once.
      const end = rows.at(-1)?.id ?? (await next.primaryKeys()).at(-1);
      if (end === undefined) break;
      last = end;
      const encoded = await Promise.all(rows.map(encodeRow));
      count += rows.length;
      onProgress(count, total);
      yield encoded.map((row) => toLine({ table, row: row as { readonly id: string } })).join('');
    }
  }
  yield toLine({ end: count });
}
