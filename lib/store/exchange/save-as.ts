import type { StoreView } from '../gather.ts';
import type { Store } from '../store.ts';
import { claimColumns, entityColumns } from './columns.ts';
import { claimLines, entityLines, headLine } from './csv.ts';
import { claimEntry, entityEntry, graphFrame } from './json-ld.ts';
import { portableClaims, portableEntities } from './portable.ts';
import { unwatched, type Watching } from './watching.ts';

/** Forms in which the store goes out; the first alone holds all of it. */
export type ExportForm = 'whole' | 'json-ld' | 'entities-csv' | 'claims-csv';

export interface SavedFile {
  readonly content: Blob;
  readonly extension: string;
}

/** Whatever the form, only some of the store is in memory at a time, and the browser keeps what is written so far. */
export async function saveAs(
  store: Pick<Store, 'exportAll' | 'viewing'>,
  form: ExportForm,
  watching: Watching = unwatched,
): Promise<SavedFile> {
  switch (form) {
    case 'whole':
      return { content: await new Response(store.exportAll('with', watching)).blob(), extension: 'jsonl.gz' };
    case 'json-ld':
      return { content: await store.viewing((view) => saveGraph(view, watching)), extension: 'jsonld' };
    case 'entities-csv': {
      const save = (view: StoreView) => saveTable(entityColumns, portableEntities(view, watching), entityLines);
      return { content: await store.viewing(save), extension: 'names.csv' };
    }
    case 'claims-csv': {
      const save = (view: StoreView) => saveTable(claimColumns, portableClaims(view, watching), claimLines);
      return { content: await store.viewing(save), extension: 'claims.csv' };
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
