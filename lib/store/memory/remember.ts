import type { Analysis } from '../../model/analysis.ts';
import type { Article } from '../../model/article.ts';
import { asSourceId } from '../../model/ids.ts';
import { sketchOf } from '../../text/sketch.ts';
import { addressKey, hostOf, toArticleUrl } from '../article-urls.ts';
import { eraseTraces, traceTables } from './erase.ts';
import { findKept, isElsewhere, isPosing } from './kept-source.ts';
import { reviseClaims } from './revise.ts';
import { hashOfText, toClaimRows, toSightingRows } from '../reading-rows.ts';
import type { ClaimRow, SightingRow, SourceRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';

/** The first hashes of a sketch: near-duplicates have one of them in common. */
const traitsKept = 8;

/** Rows that one transaction writes at most: a card that is asked for meanwhile waits behind it. */
const mostAtOnce = 300;

/** `contentHash` of an article that is being written down. The next reading takes it for one that has changed. */
const unfinished = '';

interface Remembering {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Waited for between two transactions. */
  readonly between?: (() => Promise<void>) | undefined;
}

/**
 * Keeps what an article says: its source, its claims, and whom it names. The same article again, under whichever
 * address, replaces its own claims and sightings, and writes nothing but the date where nothing changed; a claim that
 * took another's place keeps what stood there before. All or nothing, but for a long article that is read for the first
 * time (`keepInParts`).
 */
export async function rememberAnalysis(
  database: StoreDatabase,
  analysis: Analysis,
  { now, between }: Remembering,
): Promise<void> {
  const { draft, known } = await identify(database, analysis.article, now);
  const id = known?.id ?? draft.id;
  const kept = await toRows(analysis, { ...draft, id });
  const isLong = kept.claims.length + kept.sightings.length > mostAtOnce;
  if (known === null && isLong && (await keepInParts(database, kept, between))) return;
  await keepAtOnce(database, kept, analysis.article.text);
}

/**
 * The source to be, and what is kept of it. A page that gives the address of another site's article as its own is that
 * article if it has its text; else it is what it is, and takes nothing of the article's place.
 */
async function identify(
  database: StoreDatabase,
  article: Article,
  now: number,
): Promise<{ readonly draft: SourceRow; readonly known: SourceRow | null }> {
  const draft = await toSource(article, now);
  const known = await findKept(database, draft);
  if (known === null || !isElsewhere(draft) || !isPosing(draft, known)) return { draft, known };
  const own = await toSource({ ...article, metadata: { ...article.metadata, canonicalUrl: null } }, now);
  const found = await findKept(database, own);
  return { draft: own, known: found?.id === known.id ? null : found };
}

async function keepAtOnce(database: StoreDatabase, kept: KeptRows, text: string): Promise<void> {
  const { sources, claims, sightings } = database;
  const { id } = kept.source;
  await database.transaction('rw', [sources, claims, sightings, ...traceTables(database)], async () => {
    const found = await sources.get(id);
    const rows = found === undefined ? [] : await claims.where('source').equals(id).toArray();
    // What another site gave out as this article was never in it.
    const posed = found !== undefined && isPosing(kept.source, found) ? rows : [];
    const before = posed.length > 0 ? undefined : found;
    await sources.put(joined(kept.source, before));
    if (before?.contentHash === kept.source.contentHash) return;
    const revision = reviseClaims(
      { rows: before === undefined ? [] : rows, source: before },
      { rows: kept.claims, source: kept.source, text },
    );
    const dropped = [...revision.dropped, ...posed.map(({ id }) => id)];
    await claims.bulkDelete(dropped);
    await eraseTraces(database, 'claims', dropped);
    await sightings.where('source').equals(id).delete();
    await claims.bulkPut([...revision.rows]);
    await sightings.bulkPut([...kept.sightings]);
  });
}

/**
 * Writes so many rows at a time, the source first and its hash last. What a kill or a full disk leaves is true as far as
 * it goes, and the next reading completes it; what is forgotten meanwhile is gone on with no more. False where there is
 * something of the article already.
 */
async function keepInParts(
  database: StoreDatabase,
  { source, claims, sightings }: KeptRows,
  between: Remembering['between'],
): Promise<boolean> {
  const tables = [database.sources, database.claims, database.sightings];
  const isBegun = await database.transaction('rw', tables, async () => {
    if ((await database.sources.get(source.id)) !== undefined) return false;
    await database.sources.add({ ...source, contentHash: unfinished });
    return true;
  });
  if (!isBegun) return false;
  const parts = [
    ...inParts(sightings).map((part) => () => database.sightings.bulkPut([...part])),
    ...inParts(claims).map((part) => () => database.claims.bulkPut([...part])),
    () => database.sources.put(source),
  ];
  for (const write of parts) {
    await between?.();
    const goesOn = await database.transaction('rw', tables, async () => {
      const found = await database.sources.get(source.id);
      if (found?.contentHash !== unfinished || found.readAt !== source.readAt) return false;
      await write();
      return true;
    });
    if (!goesOn) break;
  }
  return true;
}

const inParts = <Row>(rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / mostAtOnce) }, (_, at) =>
    rows.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  );

/** The source as it is now, with the addresses under which it was read before. */
const joined = (now: SourceRow, before: SourceRow | undefined): SourceRow => {
  if (before === undefined) return now;
  const { reading, addresses = [] } = now;
  return {
    ...now,
    // Of a page that was looked up before.
    ...(before.licence === undefined ? {} : { licence: before.licence }),
    url: now.url ?? before.url,
    addresses: [...new Set([...addresses, ...(before.addresses ?? [])])],
    ...(reading === undefined
      ? {}
      : {
          reading: { ...reading, firstReadAt: before.reading?.firstReadAt ?? (before.readAt || reading.firstReadAt) },
        }),
  };
};

interface KeptRows {
  readonly source: SourceRow;
  readonly claims: readonly ClaimRow[];
  readonly sightings: readonly SightingRow[];
}

async function toSource({ metadata, text }: Article, now: number): Promise<SourceRow> {
  const address = metadata.canonicalUrl ?? metadata.url;
  const url = address === null ? null : toArticleUrl(address);
  const given = [metadata.canonicalUrl, metadata.url].filter((each) => each !== null);
  const sketch = sketchOf(text);
  return {
    id: asSourceId(`local:s-${await hashOfText(url ?? text)}`),
    url,
    title: metadata.title ?? url ?? firstLine(text),
    publisher: metadata.publisher ?? hostOf(url),
    authors: metadata.authors,
    publishedAt: metadata.publishedAt,
    readAt: now,
    contentHash: '',
    addresses: [...new Set(given.map(addressKey))],
    traits: sketch.slice(0, traitsKept),
    reading: { firstReadAt: now, sketch, length: text.length, address: placeOf(url, metadata.url) },
  };
}

/** Where a text that has this address was read: there, or on another site. */
const placeOf = (url: string | null, read: string | null): string | null => {
  if (url === null) return null;
  return read === null || hostOf(read) === hostOf(url) ? addressKey(url) : `${hostOf(read)} ${addressKey(url)}`;
};

const firstLine = (text: string): string => text.slice(0, 120).split('\n', 1)[0] ?? '';

async function toRows(analysis: Analysis, source: SourceRow): Promise<KeptRows> {
  const claims = await toClaimRows(analysis, source.id);
  const sightings = toSightingRows(analysis, source.id);
  const contentHash = await hashOfText(JSON.stringify([claims, sightings]));
  return { source: { ...source, contentHash }, claims, sightings };
}
