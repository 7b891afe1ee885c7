import type { InstallFailure } from '../model/install-failure.ts';
import type { Analysis } from '../model/analysis.ts';
import type { CardContext, CardRequest, EntityBrief } from '../model/card.ts';
import type { Actor, Edit, EditFailure, Edited } from '../model/edit.ts';
import type { SegmentBuilder } from '../model/claim-segment.ts';
import type { ImportPreview, Settlement, Usage } from '../model/exchange.ts';
import type { EntityId } from '../model/ids.ts';
import type { ClaimReview, ReviewFeed } from '../model/review.ts';
import type { Forgetting, RememberedPage, RememberedPages } from '../model/memory.ts';
import type { Picture } from '../model/picture.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { BrowsePage, BrowseQuery, EntityAnswer, HistoryLine, PackBrief } from '../model/library.ts';
import { failed, type Result, unreachable } from '../model/result.ts';
import { getBriefs } from './cards/briefs.ts';
import { answerClaim } from './cards/claim-card.ts';
import { createClaimSegments } from './claim-segments.ts';
import { browseEntities } from './browse.ts';
import { countStore, type StoreTotals } from './counts.ts';
import { applyEdit } from './edit/apply.ts';
import { answerEntity } from './cards/entity-page.ts';
import { exportStore } from './exchange/export.ts';
import { applyImport, previewImport } from './exchange/import.ts';
import type { Incoming as IncomingRows } from './exchange/lines.ts';
import { unwatched, type Watching } from './exchange/watching.ts';
import { StoreError, toStoreFailure } from './failures.ts';
import { answerFigure } from './cards/figure-card.ts';
import type { StoreView } from './gather.ts';
import { countOwn, findBirth, findDamage, type Freeing, freeRoom, measureUsage } from './health.ts';
import { latestHistory } from './edit/history.ts';
import { type Installed, removePack, rollBack } from './packs/generations.ts';
import { type Imported, type ImportRequest, importPack } from './packs/import.ts';
import { type BuiltInPack, ensureBuiltIn, installShipped } from './packs/install.ts';
import { type Keeping, keepLookUp } from './keep-look-up.ts';
import { findPicture } from './pictures.ts';
import { createOwnNames } from './own-names.ts';
import { findRemembered, forget, forgetBefore, listRemembered } from './memory/forget.ts';
import { importReviews, keepReviews, listFeeds, removeFeed } from './memory/reviews.ts';
import { openReading, type StoreReading } from './reading.ts';
import { rememberAnalysis } from './memory/remember.ts';
import type { SubscriptionRow } from './rows.ts';
import { type DatabaseOptions, newestVersion, openDatabase, type StoreDatabase } from './schema.ts';
import { searchEntities } from './search.ts';
import { requireRoom, type RoomLeft } from './room.ts';
import { createShelf } from './packs/shelf.ts';
import { undoEdit } from './edit/undo.ts';
import { discardImport, listPacks, type PackList } from './packs/list-packs.ts';
import {
  type Added,
  addFromAddress,
  type Adding,
  type Checked,
  checkSubscription,
  type Fetching,
} from './packs/update.ts';
import { createSubscriptions, type Subscriptions } from './packs/subscriptions.ts';

export interface StoreOptions extends DatabaseOptions {
  /** UUIDs; random ones unless told. */
  readonly newId?: () => string;
  /** Asked before anything new is written. */
  readonly roomLeft?: RoomLeft;
  /** Tells whoever reads packs what comes; unless told, this store opens it ahead for itself. */
  readonly beforeSwitch?: ImportRequest['beforeSwitch'];
}

/**
 * Knowledge on this machine. Everything true lies in the database; what is kept in memory can be read again, so that
 * any number of contexts may hold a store at once and any of them may die. Methods reject with `StoreError` where the
 * database fails.
 */
export interface Store {
  /** For sync, which writes what other devices wrote; everybody else asks the methods. */
  readonly database: StoreDatabase;
  /** What the pipeline asks; reads what is there at each call, so that one may be kept for long. */
  knowledge(): Promise<Knowledge>;
  /** In the order of the ids; unknown ones are left out. */
  briefs(ids: readonly EntityId[]): Promise<readonly EntityBrief[]>;
  /** Reads for one article; once more from the start where a pack was replaced meanwhile. */
  read<T>(use: (reading: StoreReading) => Promise<T>): Promise<T>;
  /** The same where `use` only reads, and may be called twice: does not wait for what is as it was at the last reading. */
  readAhead<T>(use: (reading: StoreReading) => Promise<T>): Promise<T>;
  answerCard(request: CardRequest): Promise<CardContext>;
  /** The picture that a look-up brought; null where there is none that can be shown. */
  picture(id: EntityId): Promise<Picture | null>;
  /** Best first, at most 20. */
  search(query: string): Promise<readonly EntityBrief[]>;
  counts(): Promise<StoreTotals>;
  /** Waits for `between` between two parts of a long article: others may want the thread. */
  remember(analysis: Analysis, between?: () => Promise<void>): Promise<void>;
  /** Keeps what a page says of the claims that it reviews, in place of what it said before. */
  keepReviews(url: string, reviews: readonly ClaimReview[]): Promise<void>;
  importReviews(feed: Pick<ReviewFeed, 'id' | 'title'>, reviews: readonly ClaimReview[]): Promise<void>;
  reviewFeeds(): Promise<readonly ReviewFeed[]>;
  removeReviewFeed(id: string): Promise<void>;
  /** Brings what claims are found by up to date, so that nothing of what was taken away stays. Safe to break off. */
  settleClaims(builder: SegmentBuilder): Promise<void>;
  /** Takes away what was read, and answers how many pages that were. */
  forget(what: Forgetting): Promise<number>;
  /** Takes away what was last read before a moment (epoch milliseconds). */
  forgetBefore(moment: number): Promise<number>;
  remembered(from: { readonly offset: number; readonly limit: number }): Promise<RememberedPages>;
  /** The page under any of these addresses; null where nothing is kept of it. */
  rememberedAt(urls: readonly string[]): Promise<RememberedPage | null>;
  ensureBuiltIn(pack: BuiltInPack, read: () => Promise<ArrayBuffer>): Promise<Result<Installed, InstallFailure>>;
  /** Installs a pack of the extension's own, as `ensureBuiltIn` does. */
  install(file: ArrayBuffer): Promise<Result<Installed, InstallFailure>>;
  /** Takes in a signed pack or patch (see packs/import.ts); an expected failure is a value. */
  importPack(request: Omit<ImportRequest, 'now' | 'beforeSwitch'>): Promise<Result<Imported, InstallFailure>>;
  /** Takes in what lies at an address: a pack, or the feed that leads to one. */
  addFromAddress(url: string, adding: Adding, fetching: Fetching): Promise<Result<Added, InstallFailure>>;
  /** Asks a subscription's server now, and takes in what is new. */
  checkSubscription(row: SubscriptionRow, fetching: Fetching): Promise<Result<Checked, InstallFailure>>;
  listPacks(): Promise<PackList>;
  /** Frees the space of an import that will not go on. */
  discardImport(pack: string): Promise<void>;
  /** Reads what an import is about to switch to, so that the first card behind the switch need not. */
  openAhead(next: Parameters<ImportRequest['beforeSwitch']>[0]): Promise<void>;
  /** Back to the version before; false where there is none. */
  rollBack(pack: string): Promise<boolean>;
  remove(pack: string): Promise<void>;
  readonly subscriptions: Subscriptions;
  /** A page of the library's list. */
  browse(query: BrowseQuery): Promise<BrowsePage>;
  packs(): Promise<readonly PackBrief[]>;
  /** Everything that the store has of one entity. */
  page(id: EntityId): Promise<EntityAnswer>;
  /** The latest changes of the whole store. */
  history(): Promise<readonly HistoryLine[]>;
  /** Makes one change in one transaction; what it was is kept, so that it can be undone. */
  edit(edit: Edit, by: Actor): Promise<Result<Edited, EditFailure>>;
  /** Undoes an entry of the history exactly, or refuses where that would undo a later change as well. */
  undo(history: string): Promise<Result<Edited, EditFailure>>;
  /** Keeps what a look-up brought; answers the entry under which it is found. */
  keepLookUp(keeping: Keeping): Promise<EntityId>;
  /** All that is there at once, for what is written of it in other forms (exchange/save-as.ts). */
  viewing<T>(answer: (view: StoreView) => Promise<T>): Promise<T>;
  /** The whole of the reader's own as a stream; backups leave the pictures out. */
  exportAll(pictures: 'with' | 'without', watching?: Watching): ReadableStream<Uint8Array<ArrayBuffer>>;
  previewImport(rows: IncomingRows, watching?: Watching): Promise<ImportPreview>;
  /** Takes rows in, all or none; tells how many of the file are behind it, and answers how many were written. */
  importRows(rows: IncomingRows, settlement: Settlement, watching?: Watching): Promise<number>;
  /** Whether the database was made just now: for the first time, or because it was emptied. */
  isNew(): Promise<boolean>;
  /** Calls back when the database is taken away while it is open: deleted, or closed by the browser. */
  whenLost(listener: () => void): void;
  /** When the database was made, and whether that is now. */
  birth(): Promise<{ readonly madeAt: number; readonly isNew: boolean }>;
  /** What of it cannot be read; null where all can. */
  damage(): Promise<string | null>;
  countOwn(): Promise<number>;
  usage(): Promise<Usage>;
  free(what: Freeing): Promise<void>;
  close(): void;
}

export type { IncomingRows };

/** Opens the store, bringing an older one up to date; rejects with `StoreError`. */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const database = await guarded(() => openReadable(options));
  const shelf = createShelf(database);
  const readOwn = createOwnNames(database);
  const segments = createClaimSegments(database);
  const now = options.now ?? Date.now;
  const beforeSwitch = options.beforeSwitch ?? shelf.openAhead;
  const newId = options.newId ?? (() => crypto.randomUUID());
  const withRoom = async <T>(write: () => Promise<T>): Promise<T> => {
    if (options.roomLeft !== undefined) await requireRoom(options.roomLeft);
    return write();
  };
  const installing = <T>(install: () => Promise<Result<T, InstallFailure>>): Promise<Result<T, InstallFailure>> =>
    withRoom(install).catch((error: unknown) => {
      if (error instanceof StoreError) return failed(error.failure);
      throw error;
    });
  const today = (): string => new Date(now()).toISOString().slice(0, 10);
  const view = <T>(answer: (view: StoreView) => Promise<T>): Promise<T> =>
    guarded(() => shelf.read(async (packs, names) => answer({ database, packs, own: await readOwn(names) })));
  const reading = (now: StoreView): StoreReading => openReading(now, { segments, today: today() });
  const read = <T>(use: (reading: StoreReading) => Promise<T>): Promise<T> => view((now) => use(reading(now)));
  const knowledge: Knowledge = {
    findNames: (text) => read((reading) => reading.knowledge.findNames(text)),
    getCandidates: (ids) => read((reading) => reading.knowledge.getCandidates(ids)),
    openClaims: (query) => read((reading) => reading.knowledge.openClaims(query)),
  };
  return {
    database,
    knowledge: () => Promise.resolve(knowledge),
    briefs: (ids) =>
      view(async (now) => {
        const briefs = await getBriefs(now, ids);
        return ids.flatMap((id) => briefs.get(id) ?? []);
      }),
    read,
    readAhead: (use) =>
      guarded(() =>
        shelf.readAhead(async (packs, names) => use(reading({ database, packs, own: await readOwn(names) }))),
      ),
    answerCard: (request) => view((now) => answerRequest(now, request, today())),
    picture: (id) => view((now) => findPicture(now, id)),
    search: (query) => view((now) => searchEntities(now, query)),
    counts: () => guarded(() => countStore(database)),
    remember: (analysis, between) =>
      withRoom(() => guarded(() => rememberAnalysis(database, analysis, { now: now(), between }))),
    keepReviews: (url, reviews) => withRoom(() => guarded(() => keepReviews(database, url, reviews))),
    importReviews: (feed, reviews) =>
      withRoom(() => guarded(() => importReviews(database, feed, { reviews, now: now() }))),
    reviewFeeds: () => guarded(() => listFeeds(database)),
    removeReviewFeed: (id) => guarded(() => removeFeed(database, id)),
    settleClaims: (builder) => view((now) => segments.settle(now, builder)),
    forget: (what) => guarded(() => forget(database, what)),
    forgetBefore: (moment) => guarded(() => forgetBefore(database, moment)),
    remembered: (from) => guarded(() => listRemembered(database, from)),
    rememberedAt: (urls) => guarded(() => findRemembered(database, urls)),
    ensureBuiltIn: (pack, read) => ensureBuiltIn(database, pack, read),
    install: (file) => installShipped(database, file),
    importPack: (request) => installing(() => importPack(database, { ...request, beforeSwitch, now: now() })),
    addFromAddress: (url, adding, fetching) =>
      installing(() => addFromAddress(database, url, { ...fetching, ...adding, beforeSwitch, now: now() })),
    checkSubscription: (row, fetching) =>
      installing(() => checkSubscription(database, row, { ...fetching, beforeSwitch, now: now() })),
    listPacks: () => guarded(() => listPacks(database)),
    discardImport: (pack) => guarded(() => discardImport(database, pack)),
    openAhead: (next) => guarded(() => shelf.openAhead(next)),
    rollBack: (pack) => guarded(() => rollBack(database, pack, beforeSwitch)),
    remove: (pack) => guarded(() => removePack(database, pack)),
    subscriptions: createSubscriptions(database),
    browse: (query) => view((now) => browseEntities(now, query)),
    packs: () =>
      view(({ packs }) =>
        Promise.resolve(
          packs.map(({ row }) => {
            const { id, title, version } = row.manifest;
            return { id, title, version, entities: row.counts.entities };
          }),
        ),
      ),
    page: (id) => view((now) => answerEntity(now, id, today())),
    history: () => view(latestHistory),
    edit: (edit, by) => withRoom(() => view((view) => applyEdit(view, edit, { now: now(), by, newId }))),
    undo: (history) => guarded(() => undoEdit(database, history, { now: now(), newId })),
    keepLookUp: (keeping) => withRoom(() => view((view) => keepLookUp(view, keeping, { now: now(), newId }))),
    viewing: view,
    exportAll: (pictures, watching = unwatched) => exportStore(database, { now: now(), pictures, watching }),
    previewImport: (rows, watching = unwatched) => view((now) => previewImport(now, rows, watching)),
    importRows: (rows, settlement, watching = unwatched) =>
      withRoom(() => view((shown) => applyImport(shown, rows, { settlement, now: now(), newId, watching }))),
    whenLost: (listener) => {
      database.on('versionchange', listener);
      database.on('close', listener);
    },
    isNew: () => guarded(async () => (await database.meta.get('made-at')) === undefined),
    birth: () => guarded(() => findBirth(database, now())),
    damage: () => findDamage(database),
    countOwn: () => guarded(() => countOwn(database)),
    usage: () => guarded(() => measureUsage(database)),
    free: (what) => guarded(() => freeRoom(database, what)),
    close: () => database.close(),
  };
}

function answerRequest(view: StoreView, request: CardRequest, today: string): Promise<CardContext> {
  switch (request.kind) {
    case 'figure':
      return answerFigure(view, request, today);
    case 'claim':
      return answerClaim(view, request);
    default:
      return unreachable(request);
  }
}

/** Dexie opens a later version's database too, but what its rows mean only that version knows. */
async function openReadable(options: DatabaseOptions): Promise<StoreDatabase> {
  const database = await openDatabase(options);
  // Dexie counts in tens, so that there is room between its versions.
  const found = database.backendDB().version / 10;
  if (found <= newestVersion) return database;
  const detail = `version ${found}, this one reads up to ${newestVersion}`;
  database.close();
  throw new StoreError({ code: 'StoreTooNew', detail });
}

/** Failures of the database become `StoreError`, bugs stay what they are. */
async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError(toStoreFailure(error));
  }
}
