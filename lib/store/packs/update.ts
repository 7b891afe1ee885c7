import type { InstallFailure } from '../../model/install-failure.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { createByteReader } from '../../pack/byte-reader.ts';
import { filesFor, longestFeed, type PackFeed, parseFeed } from '../../pack/feed.ts';
import { fetchFrom, InputError, inputOfAddress, piecesOf } from '../../pack/remote.ts';
import { compareVersions } from '../../pack/version.ts';
import { toStoreFailure } from '../failures.ts';
import { findLost } from './lost.ts';
import { type Imported, type ImportRequest, importPack } from './import.ts';
import type { SubscriptionRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';
import { createSubscriptions } from './subscriptions.ts';

/** How something is fetched, and stopped. */
export type Fetching = Pick<ImportRequest, 'signal' | 'onProgress'> & { readonly fetchOne: typeof fetch };

type FetchingNow = Fetching & Pick<ImportRequest, 'now' | 'beforeSwitch'>;

/** What lies at an address. */
type Found =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'pack'; readonly etag: string | null }
  | { readonly kind: 'feed'; readonly feed: PackFeed; readonly at: string; readonly etag: string | null };

const packStart = 'SLPACK';

async function look(
  url: string,
  etag: string | null,
  { fetchOne, signal }: FetchingNow,
): Promise<Result<Found, InstallFailure>> {
  const headers: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
  const fetched = await fetchFrom(fetchOne, url, { headers, signal });
  const { response, url: at } = fetched;
  if (response.status === 304) return ok({ kind: 'unchanged' });
  const tag = response.headers.get('etag');
  const reader = createByteReader(piecesOf(fetched, signal));
  try {
    const start = await reader.take(packStart.length);
    if (start === null) return failed({ code: 'NotAPack', detail: 'too short' });
    const text = new TextDecoder();
    if (text.decode(start) === packStart) return ok({ kind: 'pack', etag: tag });
    const rest = await reader.takeRest(longestFeed);
    if (rest === null) return failed({ code: 'NotAPack', detail: 'neither a pack nor the feed of one' });
    const feed = parseFeed(text.decode(start) + text.decode(rest));
    return feed.ok ? ok({ kind: 'feed', feed: feed.value, at, etag: tag }) : feed;
  } finally {
    await reader.close().catch(() => undefined);
  }
}

/** What an address led to. */
export interface Added extends Imported {
  readonly etag: string | null;
}

export interface Adding {
  /** Keys to which the reader has just agreed. */
  readonly accept: readonly string[];
  /** Whether it is kept up to date from there: an import that is stopped and goes on later still is. */
  readonly subscribe: boolean;
}

/** Takes in the pack at an address, or the one that the feed there leads to. */
export async function addFromAddress(
  database: StoreDatabase,
  url: string,
  { accept, subscribe, ...fetching }: FetchingNow & Adding,
): Promise<Result<Added, InstallFailure>> {
  try {
    const found = await look(url, null, fetching);
    if (!found.ok) return found;
    if (found.value.kind === 'unchanged') return failed({ code: 'NotAPack', detail: 'nothing there' });
    const { etag } = found.value;
    const imported = await fetchFound(database, found.value, {
      url,
      accept,
      subscribe,
      expected: null,
      heldBack: null,
      fetching,
    });
    return imported.ok ? ok({ ...imported.value, etag }) : imported;
  } catch (error) {
    return failed(toFailure(error, fetching.signal));
  }
}

interface Wanted extends Adding {
  readonly url: string;
  readonly expected: string | null;
  readonly heldBack: string | null;
  readonly fetching: FetchingNow;
}

/** The patch where there is one that fits, else the whole. */
async function fetchFound(
  database: StoreDatabase,
  found: Exclude<Found, { readonly kind: 'unchanged' }>,
  { url, accept, subscribe, expected, heldBack, fetching }: Wanted,
): Promise<Result<Imported, InstallFailure>> {
  const { fetchOne, ...rest } = fetching;
  const importFrom = (address: string, pack: string | null): Promise<Result<Imported, InstallFailure>> =>
    importPack(database, {
      ...rest,
      accept,
      expected: pack,
      heldBack,
      input: inputOfAddress(fetchOne, address),
      // What the reader typed, so that going on begins where it began.
      from: { kind: 'url', name: url, subscribe },
    });
  if (found.kind === 'pack') return importFrom(url, expected);
  const { feed, at } = found;
  if (expected !== null && feed.id !== expected) return failed({ code: 'OtherPack', expected, found: feed.id });
  const installed = (await database.packs.get(feed.id))?.manifest.version ?? null;
  let last: Result<Imported, InstallFailure> = failed({ code: 'NotAPack', detail: 'the feed leads nowhere' });
  for (const file of filesFor(feed, at, installed)) {
    last = await importFrom(file.url, feed.id);
    // A patch that is missing, damaged or for another version is no reason to stay behind.
    if (last.ok || last.failure.code === 'ImportCancelled') break;
  }
  return last;
}

export type Checked = { readonly outcome: 'current' } | { readonly outcome: 'updated'; readonly version: string };

/** Asks a subscription's server, takes in what is new there and records how it went. */
export async function checkSubscription(
  database: StoreDatabase,
  row: SubscriptionRow,
  fetching: FetchingNow,
): Promise<Result<Checked, InstallFailure>> {
  const subscriptions = createSubscriptions(database);
  let checked: Result<Checked & { readonly etag: string | null }, InstallFailure>;
  try {
    checked = await check(database, row, fetching);
  } catch (error) {
    checked = failed(toFailure(error, fetching.signal));
  }
  // What was cut short is still due.
  if (!checked.ok && checked.failure.code === 'ImportCancelled') return checked;
  const { now } = fetching;
  // The tag counts only where all that it stands for is in: the next check must not be told that nothing changed.
  await subscriptions.record(
    row.pack,
    checked.ok ? { etag: checked.value.etag, trouble: null, now } : { etag: null, trouble: checked.failure, now },
  );
  return checked;
}

async function check(
  database: StoreDatabase,
  row: SubscriptionRow,
  fetching: FetchingNow,
): Promise<Result<Checked & { readonly etag: string | null }, InstallFailure>> {
  const pack = await database.packs.get(row.pack);
  const isWhole = pack !== undefined && (await findLost(database, pack)).length === 0;
  // Of what the disk has lost something, the same version is wanted as well.
  const found = await look(row.url, isWhole ? row.etag : null, fetching);
  if (!found.ok) return found;
  if (found.value.kind === 'unchanged') return ok({ outcome: 'current', etag: row.etag });
  const { etag } = found.value;
  if (found.value.kind === 'feed') {
    const { version, id } = found.value.feed;
    if (id !== row.pack) return failed({ code: 'OtherPack', expected: row.pack, found: id });
    const isNew = pack === undefined || compareVersions(version, pack.manifest.version) > (isWhole ? 0 : -1);
    if (!isNew || version === row.heldBack) return ok({ outcome: 'current', etag });
  }
  const wanted = { url: row.url, accept: [], subscribe: true, expected: row.pack, heldBack: row.heldBack, fetching };
  const imported = await fetchFound(database, found.value, wanted);
  if (!imported.ok) return imported;
  return imported.value.outcome === 'present'
    ? ok({ outcome: 'current', etag })
    : ok({ outcome: 'updated', version: imported.value.version, etag });
}

function toFailure(error: unknown, signal: AbortSignal): InstallFailure {
  if (signal.aborted) return { code: 'ImportCancelled' };
  return error instanceof InputError ? error.failure : toStoreFailure(error);
}
