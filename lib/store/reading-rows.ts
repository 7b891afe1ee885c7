import type { Analysis } from '../model/analysis.ts';
import type { Claim } from '../model/claim.ts';
import { asClaimId, type ClaimId, type EntityId, type SourceId } from '../model/ids.ts';
import type { Cluster } from '../model/mention.ts';
import { sliceOf } from '../model/span.ts';
import { sha256 } from '../pack/bytes.ts';
import { foldForSearch } from '../pack/search-part.ts';
import { type ClaimRow, gistOf, momentKey, nameSubject, type SightingRow } from './rows.ts';

/** Short enough for an id, long enough that two texts never meet. */
export const hashOfText = async (text: string): Promise<string> =>
  (await sha256(new TextEncoder().encode(text))).slice(0, 24);

export const claimIdOf = async (source: SourceId, text: string) =>
  asClaimId(`local:c-${await hashOfText(`${source}\n${text}`)}`);

/** Whether the id is one that `claimIdOf` gives: what the reader saves by hand has another form. */
export const isOfReading = (id: ClaimId): boolean => /^local:c-[0-9a-f]{24}$/u.test(id);

/** One row for each claim; the same sentence twice is one. */
export async function toClaimRows(analysis: Analysis, source: SourceId): Promise<ClaimRow[]> {
  const clusters = new Map(analysis.clusters.map((cluster) => [cluster.id, cluster]));
  const rows = new Map<string, ClaimRow>();
  for (const claim of analysis.claims) {
    const text = sliceOf(analysis.article.text, claim);
    const id = await claimIdOf(source, text);
    rows.set(id, { id, source, text, gist: gistOf(text), ...toClaimFields(claim, analysis, clusters) });
  }
  return [...rows.values()];
}

function toClaimFields(
  claim: Claim,
  { article }: Analysis,
  clusters: ReadonlyMap<string, Cluster>,
): Omit<ClaimRow, 'id' | 'source' | 'text' | 'gist'> {
  const { attribution } = claim;
  const cluster = attribution.speaker === null ? undefined : clusters.get(attribution.speaker);
  const speaker = cluster === undefined ? null : linkedTo(cluster);
  const named = cluster?.name ?? (attribution.source === null ? null : sliceOf(article.text, attribution.source));
  const about = claim.about.flatMap((id) => {
    const subject = clusters.get(id);
    return subject === undefined ? [] : (linkedTo(subject) ?? []);
  });
  const saidAt = attribution.saidOn ?? article.metadata.publishedAt;
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
    ...spokenBy(speaker ?? (cluster === undefined ? null : speakingName(cluster)), saidAt),
    by: [...everybody].map((id) => momentKey(id, saidAt)),
  };
}

const spokenBy = (whom: string | null, saidAt: string | null): Pick<ClaimRow, 'spoken'> =>
  whom === null ? {} : { spoken: momentKey(whom, saidAt) };

/** What is said under a name that the store does not know is found by it; a surname alone is of too many. */
function speakingName({ name, type }: Cluster): string | null {
  const folded = foldForSearch(name);
  return folded === '' || (type === 'person' && !folded.includes(' ')) ? null : nameSubject(folded);
}

const linkedTo = ({ link }: Cluster): EntityId | null => (link.kind === 'linked' ? link.entity : null);

/** One row for each entity and for each name that is linked to none. */
export function toSightingRows({ clusters, article }: Analysis, source: SourceId): SightingRow[] {
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
