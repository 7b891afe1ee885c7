import type { CardOccasion, Report } from '../../model/card.ts';
import type { SourceId } from '../../model/ids.ts';
import type { Source } from '../../model/source.ts';
import { overlapOf, type Sketch } from '../../text/sketch.ts';
import { addressKey, hostOf, isSameArticle } from '../article-urls.ts';
import { toSource } from '../gather.ts';
import { isSameOutlet } from './kept-source.ts';
import type { StoreDatabase } from '../schema.ts';

/**
 * Share of the shorter text from which two outlets print one text. Copies of a wire report, cut and edited, keep most of
 * its shingles; separate reports of one event share what was said there, under a quarter.
 */
const sharedText = 0.4;

interface Met {
  readonly source: Source;
  readonly sketch: Sketch;
}

/** Sources by independent report: one outlet counts once, and so do outlets that print one text. The page comes first. */
export async function findReports(
  database: StoreDatabase,
  sources: readonly Source[],
  occasion: CardOccasion,
): Promise<readonly Report[]> {
  const distinct = [...new Map(sources.map((source) => [source.id, source])).values()];
  const here = await findHere(database, occasion);
  const others = distinct.filter(({ url, id }) => id !== here?.id && !isSameArticle(url, occasion.url));
  const all = [...(here === null ? [] : [here]), ...others];
  const groups: Met[][] = [];
  for (const met of await withSketches(database, all)) {
    const joined = groups.filter((group) => group.some((other) => isOneReport(other, met)));
    const rest = groups.filter((group) => !joined.includes(group));
    groups.splice(0, groups.length, ...rest, [...joined.flat(), met]);
  }
  const reports = groups.map((group) => toReport(group, here?.id ?? null));
  return [...reports.filter(({ isHere }) => isHere), ...reports.filter(({ isHere }) => !isHere)];
}

/** The article that is being read, as it was kept, or as the page tells where it was not. */
async function findHere(
  database: StoreDatabase,
  { url, publisher, publishedAt }: CardOccasion,
): Promise<Source | null> {
  if (url === null) return null;
  const row = await database.sources.where('addresses').equals(addressKey(url)).first();
  if (row !== undefined) return toSource(row);
  const id = `page:${url}` as SourceId;
  return { id, url, title: '', publisher: publisher ?? hostOf(url), authors: [], publishedAt };
}

async function withSketches(database: StoreDatabase, sources: readonly Source[]): Promise<Met[]> {
  const rows = await database.sources.bulkGet(sources.map(({ id }) => id));
  return sources.map((source, i) => ({ source, sketch: rows[i]?.reading?.sketch ?? [] }));
}

const isOneReport = (a: Met, b: Met): boolean =>
  isSameOutlet(a.source, b.source) || overlapOf(a.sketch, b.sketch).containment >= sharedText;

const toReport = (group: readonly Met[], here: SourceId | null): Report => ({
  outlets: [...new Set(group.map(({ source }) => source.publisher ?? hostOf(source.url) ?? source.title))],
  sources: group.map(({ source }) => source),
  isHere: group.some(({ source }) => source.id === here),
});
