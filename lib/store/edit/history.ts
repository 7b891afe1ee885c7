import type { EntityId } from '../../model/ids.ts';
import type { HistoryLine, Meaning, Meeting } from '../../model/library.ts';
import { gather, type StoreView } from '../gather.ts';
import type { ChoiceRow, HistoryRow } from '../own-rows.ts';

const mostLines = 200;

const targetOf = ({ kind, changes }: HistoryRow): ChoiceRow['target'] | null => {
  if (kind !== 'correct') return null;
  const choice = changes.find(({ table }) => table === 'choices')?.after as ChoiceRow | null | undefined;
  return choice?.target ?? null;
};

/** Names of the entities as they are called today. */
async function findMeanings(
  view: StoreView,
  rows: readonly HistoryRow[],
): Promise<(row: HistoryRow) => Meaning | null> {
  const meant = rows.flatMap((row) => {
    const target = targetOf(row);
    return target?.kind === 'entity' ? [target.entity] : [];
  });
  const known = await gather(view, [...new Set(meant)]);
  return (row) => {
    const target = targetOf(row);
    if (target?.kind !== 'entity') return target;
    const name = known.get(target.entity)?.entity.name;
    return name === undefined ? null : { kind: 'entity', name };
  };
}

/** Of an undoing, what it undid goes along. */
async function toLines(view: StoreView, rows: readonly HistoryRow[]): Promise<HistoryLine[]> {
  const asked = rows.flatMap(({ undoes }) => (undoes === null ? [] : [undoes]));
  const undone = (await view.database.history.bulkGet(asked)).filter((row) => row !== undefined);
  const byId = new Map(undone.map((row) => [row.id, row]));
  const meaningOf = await findMeanings(view, [...rows, ...undone]);
  return rows.map((row) => {
    const { id, at, by, kind, detail, undoes, undoneBy } = row;
    const undid = undoes === null ? undefined : byId.get(undoes);
    return {
      id,
      at,
      by,
      kind,
      detail,
      meaning: meaningOf(row),
      undid: undid === undefined ? null : { kind: undid.kind, detail: undid.detail, meaning: meaningOf(undid) },
      isUndone: undoneBy !== null,
    };
  });
}

/** Who changed what of an entity: the reader, look-ups and imports, its packs, the articles read; latest first. */
export async function historyOf(
  view: StoreView,
  members: readonly EntityId[],
  metIn: readonly Meeting[],
): Promise<HistoryLine[]> {
  const rows = await view.database.history
    .where('subjects')
    .anyOf([...members])
    .distinct()
    .toArray();
  const installed = view.packs
    .filter(({ index }) => members.some((id) => index.entities.ordinalOf(id) !== null))
    .map(
      ({ row }): HistoryLine => ({
        id: null,
        at: row.installedAt,
        by: 'pack',
        kind: 'installed',
        detail: `${row.manifest.title} ${row.manifest.version}`,
        meaning: null,
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
      meaning: null,
      undid: null,
      isUndone: false,
    }),
  );
  const edits = await toLines(view, rows);
  return [...edits, ...installed, ...met].sort((a, b) => b.at - a.at).slice(0, mostLines);
}

/** The latest entries of the whole store. */
export async function latestHistory(view: StoreView): Promise<HistoryLine[]> {
  const rows = await view.database.history.orderBy('at').reverse().limit(mostLines).toArray();
  return toLines(view, rows);
}
