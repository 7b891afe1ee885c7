import type { EntityId } from '../../model/ids.ts';
import type { HistoryLine, Meaning, Meeting } from '../../model/library.ts';
import { type Gathered, gather, type StoreView } from '../gather.ts';
import type { ChoiceRow, HistoryRow } from '../own-rows.ts';

type Known = ReadonlyMap<EntityId, Pick<Gathered, 'entity'>>;

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

/** An import is of many, and what a name stands for says so itself. */
const isOfMany = ({ kind }: HistoryRow): boolean => kind === 'import' || kind === 'correct';

/** Of an undoing, what it undid goes along; `known` are those by whose names lines are told apart. */
async function toLines(view: StoreView, rows: readonly HistoryRow[], known: Known): Promise<HistoryLine[]> {
  const asked = rows.flatMap(({ undoes }) => (undoes === null ? [] : [undoes]));
  const undone = (await view.database.history.bulkGet(asked)).filter((row) => row !== undefined);
  const byId = new Map(undone.map((row) => [row.id, row]));
  const meaningOf = await findMeanings(view, [...rows, ...undone]);
  return rows.map((row) => {
    const { id, at, by, kind, detail, undoes, undoneBy } = row;
    const undid = undoes === null ? undefined : byId.get(undoes);
    const subject = isOfMany(undid ?? row) ? undefined : row.subjects[0];
    const entity = subject === undefined ? undefined : known.get(subject)?.entity;
    return {
      id,
      at,
      by,
      kind,
      detail,
      meaning: meaningOf(row),
      of: entity === undefined ? null : { id: entity.id, name: entity.name },
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
        of: null,
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
      of: null,
      undid: null,
      isUndone: false,
    }),
  );
  const edits = await toLines(view, rows, new Map());
  return [...edits, ...installed, ...met].sort((a, b) => b.at - a.at).slice(0, mostLines);
}

/** The latest entries of the whole store, each with the name of whom it is about. */
export async function latestHistory(view: StoreView): Promise<HistoryLine[]> {
  const rows = await view.database.history.orderBy('at').reverse().limit(mostLines).toArray();
  const known = await gather(
    view,
    rows.flatMap(({ subjects }) => subjects.slice(0, 1)),
  );
  return toLines(view, rows, known);
}
