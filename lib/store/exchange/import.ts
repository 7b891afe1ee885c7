import { Dexie, type Table } from 'dexie';
import type { ImportConflict, ImportPreview, Settlement, TablePreview } from '../../model/exchange.ts';
import { asEntityId } from '../../model/ids.ts';
import { addressKey } from '../article-urls.ts';
import { isSameRow, squash } from '../edit/changes.ts';
import { countUpNames } from '../own-names.ts';
import { type Change, type HistoryRow, type OwnTable, ownTables } from '../own-rows.ts';
import { gistOf } from '../rows.ts';
import type { StoreView } from '../gather.ts';
import type { StoreDatabase } from '../schema.ts';
import { isSoundRow } from '../sound-rows.ts';
import type { ExportRow, Incoming } from './lines.ts';
import { exportedTables } from './export.ts';
import { besideShown } from './told-rows.ts';
import type { Watching } from './watching.ts';

/** Conflicts that are shown one by one. */
const mostListed = 200;
/** Changes beyond which an import is no entry that can be undone: the backup before it takes its place. */
const mostUndone = 5_000;

interface Compared {
  readonly table: string;
  readonly row: ExportRow['row'];
  readonly before: unknown;
  /** Whether the reader removed it: whose word counts is settled as any other difference is. */
  readonly isRemoved: boolean;
}

/**
 * What a table has under these keys. Rows of an export lie in the order of their keys, so that one look at the keys
 * between the first and the last tells that none is there, or fetches all: a look for each takes ten times as long.
 */
async function findRows(table: Table<unknown, string>, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const first = ids.reduce((a, b) => (b < a ? b : a));
  const last = ids.reduce((a, b) => (b > a ? b : a));
  const between = () => table.where(':id').between(first, last, true, true);
  const most = 2 * ids.length;
  const keys = await between().limit(most).primaryKeys();
  if (keys.length === 0) return new Map();
  const rows = keys.length < most ? await between().toArray() : await table.bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[(row as { readonly id: string }).id, row]])));
}

/** Each row beside what the store has under its key; a broken one takes nobody's place. */
async function compare(
  database: StoreDatabase,
  rows: readonly ExportRow[],
  removed: ReadonlySet<string>,
): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const table of exportedTables) {
    const theirs = rows.filter((each) => each.table === table);
    if (theirs.length === 0) continue;
    const mine = await findRows(
      database.table(table),
      theirs.map(({ row }) => row.id),
    );
    for (const { row: given, shown } of theirs) {
      const row = completed(table, given);
      const before = shown ?? mine.get(row.id) ?? null;
      if (before !== null && !isSoundRow(table, row)) continue;
      compared.push({ table, row, before, isRemoved: before === null && removed.has(`${table}/${row.id}`) });
    }
  }
  return compared;
}

/** A row of an older export with what rows are found by since; steps of the schema see only what is in the database. */
function completed(table: string, row: ExportRow['row']): ExportRow['row'] {
  const { url, readAt, addresses, text, gist } = row;
  if (table === 'sources' && addresses === undefined && typeof url === 'string' && typeof readAt === 'number')
    return readAt > 0 ? { ...row, addresses: [addressKey(url)] } : row;
  return table === 'claims' && gist === undefined && typeof text === 'string' ? { ...row, gist: gistOf(text) } : row;
}

/** Two rows are the same apart from their pictures' bytes, which only a look at each could tell. */
const isSame = ({ before, row }: Compared): boolean => isSameRow(withoutBytes(before), withoutBytes(row));

const isNew = ({ before, isRemoved }: Compared): boolean => before === null && !isRemoved;

const withoutBytes = (row: unknown): unknown =>
  typeof row === 'object' && row !== null
    ? Object.fromEntries(
        Object.entries(row)
          // Pictures of before have none until the first sync.
          .filter(([key]) => key !== 'hash')
          .map(([key, value]: [string, unknown]) => (value instanceof Blob ? [key, value.size] : [key, value])),
      )
    : row;

interface Counts {
  added: number;
  same: number;
  different: number;
}

/** What an import would change; reads only. */
export async function previewImport(
  view: StoreView,
  given: Incoming,
  { signal, onProgress }: Watching,
): Promise<ImportPreview> {
  const { database } = view;
  const incoming = await besideShown(given, view);
  const counts = new Map<string, Counts>();
  const conflicts: ImportConflict[] = [];
  const removed = await readRemoved(database);
  let different = 0;
  let done = 0;
  for await (const batch of incoming.batches()) {
    signal.throwIfAborted();
    for (const each of await compare(database, batch, removed)) {
      const own = counts.get(each.table) ?? { added: 0, same: 0, different: 0 };
      counts.set(each.table, own);
      if (isNew(each)) own.added += 1;
      else if (isSame(each)) own.same += 1;
      else {
        own.different += 1;
        different += 1;
        if (conflicts.length < mostListed) conflicts.push(toConflict(each));
      }
    }
    done += batch.length;
    onProgress(done, incoming.rows);
  }
  const tables = exportedTables.flatMap((table): TablePreview[] => {
    const own = counts.get(table);
    return own === undefined ? [] : [{ table, ...own }];
  });
  const { format, created, leftOut } = incoming;
  return { format, created, tables, conflicts, moreConflicts: different - conflicts.length, leftOut };
}

/** Fields that follow from others: by them rows are found. */
const foundBy: ReadonlySet<string> = new Set(['by', 'spoken', 'gist', 'met', 'traits']);

function toConflict({ table, row, before }: Compared): ImportConflict {
  const mine = (before ?? {}) as Readonly<Record<string, unknown>>;
  const differing = [...new Set([...Object.keys(mine), ...Object.keys(row)])].filter(
    (key) => !isSameRow(mine[key], row[key]),
  );
  const told = differing.filter((key) => !foundBy.has(key));
  const keys = told.length === 0 ? differing : told;
  const lines = (of: Readonly<Record<string, unknown>>): string[] =>
    keys.map((key) => `${key}: ${of[key] === undefined ? '–' : shorten(JSON.stringify(of[key]))}`);
  const title = ['name', 'title', 'text', 'predicate']
    .map((key) => mine[key] ?? row[key])
    .find((value) => typeof value === 'string');
  return { id: `${table}/${row.id}`, title: shorten(title ?? row.id), mine: lines(mine), theirs: lines(row) };
}

const shorten = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

interface Applying {
  readonly settlement: Settlement;
  readonly now: number;
  readonly newId: () => string;
  readonly watching: Watching;
}

const readRemoved = async ({ tombstones }: StoreDatabase): Promise<Set<string>> =>
  new Set(await tombstones.toCollection().primaryKeys());

/** The next batch, read outside of the transaction; a failure waits until somebody asks. */
function readOn(reading: ReturnType<Incoming['batches']>): ReturnType<typeof reading.next> {
  const next = Dexie.ignoreTransaction(() => reading.next());
  next.catch(() => undefined);
  return next;
}

/** Takes the rows in, in one transaction: all of them or none. Answers how many were written. */
export async function applyImport(
  view: StoreView,
  given: Incoming,
  { settlement, now, newId, watching: { signal, onProgress } }: Applying,
): Promise<number> {
  const { database } = view;
  const incoming = await besideShown(given, view);
  const takes = (each: Compared): boolean => {
    if (isNew(each)) return true;
    if (isSame(each)) return false;
    const isException = settlement.exceptions.has(`${each.table}/${each.row.id}`);
    return (settlement.usual === 'theirs') !== isException;
  };
  const tables = [...exportedTables.map((name) => database.table(name)), database.meta];
  return database.transaction('rw', tables, async () => {
    const removed = await readRemoved(database);
    const reading = incoming.batches();
    // Read ahead, so that the file is read while rows are written.
    let ahead = readOn(reading);
    // The transaction is kept open while there is still something to wait for.
    const read = async () => {
      const next = await Dexie.waitFor(ahead);
      if (next.done === true) return next;
      ahead = readOn(reading);
      return next;
    };
    const changes: Change[] = [];
    let count = 0;
    let done = 0;
    for (let next = await read(); next.done !== true; next = await read()) {
      signal.throwIfAborted();
      const taken = (await compare(database, next.value, removed)).filter(takes);
      for (const table of exportedTables) {
        const rows = taken.filter((each) => each.table === table).map(({ row }) => row);
        if (rows.length > 0) await database.table(table).bulkPut(rows);
      }
      const back = taken.filter(({ isRemoved }) => isRemoved);
      if (back.length > 0) changes.push(...(await bringBack(database, { back, now })));
      for (const { table, row } of back) removed.delete(`${table}/${row.id}`);
      for (const { table, row } of taken) if (table === 'tombstones') removed.add(row.id);
      count += taken.length;
      done += next.value.length;
      onProgress(done, incoming.rows);
      for (const { table, row, before } of taken)
        if (isOwn(table) && changes.length <= mostUndone) changes.push({ table, key: row.id, before, after: row });
    }
    if (changes.length > 0 && changes.length <= mostUndone) {
      const entry: HistoryRow = {
        id: `local:h-${newId()}`,
        at: now,
        by: 'import',
        kind: 'import',
        detail: `${incoming.format}, ${changes.length}`,
        subjects: subjectsOf(changes),
        changes: squash(changes),
        undoes: null,
        undoneBy: null,
      };
      await database.history.put(entry);
    }
    await countUpNames(database);
    return count;
  });
}

/** Entities whose own history has the import: those that it changed, or whose facts and notes it did. */
const subjectsOf = (changes: readonly Change[]): HistoryRow['subjects'] => [
  ...new Set(
    changes.flatMap(({ table, key, before, after }) => {
      if (table === 'entities' || table === 'overlays') return [asEntityId(key)];
      const { subject } = (after ?? before ?? {}) as { readonly subject?: unknown };
      return (table === 'facts' || table === 'notes') && typeof subject === 'string' ? [asEntityId(subject)] : [];
    }),
  ),
];

interface BringingBack {
  readonly back: readonly Compared[];
  readonly now: number;
}

/** What was removed and is taken in again is shown again. */
async function bringBack(
  { tombstones, overlays }: StoreDatabase,
  { back, now }: BringingBack,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { table, row } of back) {
    const key = `${table}/${row.id}`;
    changes.push({ table: 'tombstones', key, before: await tombstones.get(key), after: null });
    await tombstones.delete(key);
    const overlay = table === 'entities' ? await overlays.get(asEntityId(row.id)) : undefined;
    if (overlay?.isHidden !== true) continue;
    const shown = { ...overlay, isHidden: false, changedAt: now };
    changes.push({ table: 'overlays', key: overlay.id, before: overlay, after: shown });
    await overlays.put(shown);
  }
  return changes;
}

const isOwn = (table: string): table is OwnTable => ownTables.some((own) => own === table);
