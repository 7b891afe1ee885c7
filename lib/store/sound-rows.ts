import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import { entityTypes } from '../model/entity.ts';
import { isState } from './sync/state-text.ts';

/**
 * Reads past rows that lack what every row of their table has, as a failing disk or a program that wrote into the
 * profile leaves them: one broken row must not keep all others from being read. It stays where it is, and saving the
 * store from outside (exchange/salvage.ts) brings it along.
 */
export const readSoundRows: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'sound-rows',
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      const shape = shapes[name];
      return shape === undefined ? table : soundTable(table, (row) => hasShape(row, shape));
    },
  }),
};

type Kind = 'text' | 'number' | 'list' | 'record' | 'bytes' | 'type' | 'state';
type Shape = Readonly<Record<string, Kind>>;

const reviewShape: Shape = { review: 'record', terms: 'list', appearances: 'list' };

/** What is read without asking whether it is there, of every row since the first release. */
const shapes: Readonly<Record<string, Shape>> = {
  entities: { id: 'text', type: 'type', name: 'text', aliases: 'list', description: 'text' },
  facts: { id: 'text', subject: 'text', predicate: 'text', value: 'record', source: 'text' },
  claims: { id: 'text', text: 'text', kind: 'text', about: 'list', quantities: 'list', source: 'text', by: 'list' },
  sources: { id: 'text', title: 'text', authors: 'list', readAt: 'number' },
  notes: { id: 'text', subject: 'text', text: 'text' },
  overlays: { id: 'text', fields: 'record', addedAliases: 'list', removedAliases: 'list' },
  sightings: { id: 'text', source: 'text', name: 'text', type: 'text', mentions: 'number' },
  assertions: { id: 'text', a: 'text', b: 'text' },
  choices: { id: 'text', url: 'text', name: 'text', target: 'record' },
  tombstones: { id: 'text', table: 'text', key: 'text' },
  history: { id: 'text', at: 'number', subjects: 'list', changes: 'list' },
  images: { id: 'text', bytes: 'bytes', url: 'text', credit: 'text', licence: 'text', at: 'number' },
  packs: { generation: 'text', manifest: 'record', counts: 'record' },
  reviews: reviewShape,
  packReviews: reviewShape,
  reviewFeeds: { title: 'text', reviews: 'number' },
  claimSegments: { segment: 'record' },
  claimChanges: { ids: 'list' },
  syncRecords: { state: 'state' },
  syncArrivals: { keys: 'list', edits: 'list', revisions: 'list', states: 'list' },
  syncReceipts: { keys: 'list', edits: 'list', revisions: 'list' },
};

const isKind = (value: unknown, kind: Kind): boolean => {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'list':
      return Array.isArray(value);
    case 'record':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'bytes':
      return value instanceof Blob;
    case 'type':
      return entityTypes.some((type) => type === value);
    case 'state':
      return isState(value);
  }
};

const hasShape = (row: unknown, shape: Shape): boolean =>
  isKind(row, 'record') &&
  Object.entries(shape).every(([field, kind]) => isKind((row as Readonly<Record<string, unknown>>)[field], kind));

/** Whether a row of the table can be used; steps of the schema, which see every row, ask by themselves. */
export const isSoundRow = (table: string, row: unknown): boolean => {
  const shape = shapes[table];
  return shape === undefined || hasShape(row, shape);
};

/** While the schema is brought up to date, rows are seen as they are. */
const isUpgrade = (trans: object): boolean => (trans as Partial<IDBTransaction>).mode === 'versionchange';

function soundTable(table: DBCoreTable, isSound: (row: unknown) => boolean): DBCoreTable {
  return {
    ...table,
    // Chained, not awaited: a promise that is not Dexie's own would let the transaction end in between.
    get: (request) =>
      table
        .get(request)
        .then((row: unknown) => (row === undefined || isUpgrade(request.trans) || isSound(row) ? row : undefined)),
    getMany: (request) =>
      table
        .getMany(request)
        .then((rows: unknown[]) =>
          isUpgrade(request.trans) ? rows : rows.map((row) => (isSound(row) ? row : undefined)),
        ),
    query: (request) =>
      table.query(request).then((answer) => {
        if (request.values !== true || isUpgrade(request.trans)) return answer;
        return { ...answer, result: answer.result.filter(isSound) };
      }),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) =>
          cursor === null || request.values !== true || isUpgrade(request.trans) ? cursor : passOver(cursor, isSound),
        ),
  };
}

/** The same cursor, which does not stop at rows that are not sound. */
const passOver = (cursor: DBCoreCursor, isSound: (row: unknown) => boolean): DBCoreCursor =>
  Object.create(cursor, {
    start: {
      value: (onNext: () => void) =>
        cursor.start(() => {
          if (isSound(cursor.value)) onNext();
          else cursor.continue();
        }),
    },
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => cursor.value },
    done: { get: () => cursor.done },
  }) as DBCoreCursor;
