import type { Analysis } from '../model/analysis.ts';
import type { Claim } from '../model/claim.ts';
import { asClaimId, asSourceId, type EntityId, type SourceId } from '../model/ids.ts';
import type { Cluster } from '../model/mention.ts';
import { sliceOf } from '../model/span.ts';
import { sha256 } from '../pack/bytes.ts';
import { foldForSearch } from '../pack/search-part.ts';
import { toArticleUrl } from './article-urls.ts';
import { type ClaimRow, momentKey, nameSubject, type SightingRow, type SourceRow } from './rows.ts';
import type { StoreDatabase } from './schema.ts';

/**
 * Keeps what an article says: its source, its claims, and whom it names, all or nothing. The same article again
 * replaces its own claims and sightings, and writes nothing but the date where nothing changed. `now` is in epoch
 * milliseconds.
 */
export async function rememberAnalysis(database: StoreDatabase, analysis: Analysis, now: number): Promise<void> {
  const kept = await toRows(analysis, now);
  const { sources, claims, sightings } = database;
  await database.transaction('rw', sources, claims, sightings, async () => {
    const before = await sources.get(kept.source.id);
    await sources.put(kept.source);
    if (before?.contentHash === kept.source.contentHash) return;
    if (before !== undefined) {
      await claims.where('source').equals(kept.source.id).delete();
      await sightings.where('source').equals(kept.source.id).delete();
    }
    await claims.bulkPut(kept.claims);
    await sightings.bulkPut(kept.sightings);
  });
}

interface KeptRows {
  readonly source: SourceRow;
  readonly claims: readonly ClaimRow[];
  readonly sightings: readonly SightingRow[];
}

const hashText = async (text: string): Promise<string> => (await sha256(new TextEncoder().encode(text))).slice(0, 24);

async function toRows(analysis: Analysis, now: number): Promise<KeptRows> {
  const { metadata, text } = analysis.article;
  const address = metadata.canonicalUrl ?? metadata.url;
  const url = address === null ? null : toArticleUrl(address);
  const id = asSourceId(`local:s-${await hashText(url ?? text)}`);
  const claims = await toClaimRows(analysis, id);
  const sightings = toSightingRows(analysis, id);
  const contentHash = await hashText(JSON.stringify([claims, sightings]));
  const source: SourceRow = {
    id,
    url,
    title: metadata.title ?? url ?? firstLine(text),
    publisher: metadata.publisher ?? hostOf(url),
    authors: metadata.authors,
    publishedAt: metadata.publishedAt,
    readAt: now,
    contentHash,
  };
  return { source, claims, sightings };
}

const firstLine = (text: string): string => text.slice(0, 120).split('\n', 1)[0] ?? '';
const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : null;

async function toClaimRows(analysis: Analysis, source: SourceId): Promise<ClaimRow[]> {
  const clusters = new Map(analysis.clusters.map((cluster) => [cluster.id, cluster]));
  const rows = new Map<string, ClaimRow>();
  for (const claim of analysis.claims) {
    const text = sliceOf(analysis.article.text, claim);
    const id = asClaimId(`local:c-${await hashText(`${source}\n${text}`)}`);
    rows.set(id, { id, source, text, ...toClaimFields(claim, analysis, clusters) });
  }
  return [...rows.values()];
}

function toClaimFields(
  claim: Claim,
  { article }: Analysis,
  clusters: ReadonlyMap<string, Cluster>,
): Omit<ClaimRow, 'id' | 'source' | 'text'> {
  const { attribution } = claim;
  const cluster = attribution.speaker === null ? undefined : clusters.get(attribution.speaker);
  const speaker = cluster === undefined ? null : linkedTo(cluster);
  const named = cluster?.name ?? (attribution.source === null ? null : sliceOf(article.text, attribution.source));
  const about = claim.about.flatMap((id) => {
    const subject = clusters.get(id);
    return subject === undefined ? [] : (linkedTo(subject) ?? []);
  });
  const saidAt = article.metadata.publishedAt;
  const everybody = new Set<EntityId>([...(speaker === null ? [] : [speaker]), ...about]);
  return {
    kind: claim.kind,
    ...(attribution.quotes.length === 0
      ? {}
      : { quote: attribution.quotes.map((quote) => sliceOf(article.text, quote)).join(' … ') }),
    speaker,
    ...(speaker === null && named !== null ? { speakerName: named } : {}),
    about: [...new Set(about)],
    quantities: claim.quantities.map(({ value, unit, of }) => ({ value, unit, of })),
    saidAt,
    ...(speaker === null ? {} : { spoken: momentKey(speaker, saidAt) }),
    by: [...everybody].map((id) => momentKey(id, saidAt)),
  };
}

const linkedTo = ({ link }: Cluster): EntityId | null => (link.kind === 'linked' ? link.entity : null);

/** One row for each entity and for each name that is linked to none. */
function toSightingRows({ clusters, article }: Analysis, source: SourceId): SightingRow[] {
  const rows = new Map<string, SightingRow>();
  for (const cluster of clusters) {
    const entity = linkedTo(cluster);
    const folded = foldForSearch(cluster.name);
    if (entity === null && folded === '') continue;
    const whom = entity ?? nameSubject(folded);
    const id = `${source}#${whom}`;
    const mentions = cluster.mentions.length + (rows.get(id)?.mentions ?? 0);
    const met = momentKey(whom, article.metadata.publishedAt);
    rows.set(id, { id, source, entity, name: cluster.name, type: cluster.type, mentions, met });
  }
  return [...rows.values()];
}
