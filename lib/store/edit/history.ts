import type { EntityId } from '../../model/ids.ts';
import type { HistoryLine, Meeting } from '../../model/library.ts';
import type { StoreView } from '../gather.ts';
import type { HistoryRow } from '../own-rows.ts';
import type { StoreDatabase } from '../schema.ts';

const mostLines = 200;

/** Of an undoing, what it undid goes along. */
async function toLines(database: StoreDatabase, rows: readonly HistoryRow[]): Promise<HistoryLine[]> {
  const undone = await database.history.bulkGet(rows.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])));
  const byId = new Map(undone.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
  return rows.map(({ id, at, by, kind, detail, undoes, undoneBy }) => {
    const undid = undoes === null ? undefined : byId.get(undoes);
    return {
      id,
      at,
      by,
      kind,
      detail,
      undid: undid === undefined ? null : { kind: undid.kind, detail: undid.detail },
      isUndone: undoneBy !== null,
    };
  });
}

/** Who changed what of an entity: the reader, look-ups and imports, its packs, the articles read; latest first. */
export async function historyOf(
  { database, packs }: StoreView,
  members: readonly EntityId[],
  metIn: readonly Meeting[],
): Promise<HistoryLine[]> {
  const rows = await database.history
    .where('subjects')
    .anyOf([...members])
    .distinct()
    .toArray();
  const installed = packs
    .filter(({ index }) => members.some((id) => index.entities.ordinalOf(id) !== null))
    .map(
      ({ row }): HistoryLine => ({
        id: null,
        at: row.installedAt,
        by: 'pack',
        kind: 'installed',
        detail: `${row.manifest.title} ${row.manifest.version}`,
        undid: null,
        isUndone: false,
      }),
    );
  const met = metIn.map(
    ({ source, readAt }): HistoryLine => ({
      id: null,
      at: readAt,
      by: 'reading',
      kind: 'met',
      detail: source.title,
      undid: null,
      isUndone: false,
    }),
  );
  const edits = await toLines(database, rows);
  return [...edits, ...installed, ...met].sort((a, b) => b.at - a.at).slice(0, mostLines);
}

/** The latest entries of the whole store. */
export async function latestHistory(database: StoreDatabase): Promise<HistoryLine[]> {
  const rows = await database.history.orderBy('at').reverse().limit(mostLines).toArray();
  return toLines(database, rows);
}
