import type { LinkedNames } from '../link/names.ts';
import type { Choice, ChoiceTarget } from '../model/edit.ts';
import type { EntityId } from '../model/ids.ts';
import { asClusterId } from '../model/ids.ts';
import type { Candidate, Knowledge } from '../model/knowledge.ts';
import type { Cluster } from '../model/mention.ts';
import { foldName } from '../text/fold-name.ts';

/** Names as the reader said they are to be read in this article, whatever linking thought of them. */
export async function heedChoices(
  linked: LinkedNames,
  choices: readonly Choice[],
  knowledge: Pick<Knowledge, 'getCandidates'>,
): Promise<LinkedNames> {
  if (choices.length === 0) return linked;
  // What is said of this article comes last, and counts.
  const byName = new Map(choices.map((choice) => [choice.name, choice]));
  const ids = choices.flatMap(({ target }) => (target.kind === 'entity' ? [target.entity] : []));
  const known = new Map<EntityId, Candidate>();
  for (const candidate of await knowledge.getCandidates(ids)) known.set(candidate.entity.id, candidate);

  const chosen = linked.clusters.map((cluster) => {
    const target = targetOf(cluster, linked, byName);
    return target === null ? cluster : toChosen(cluster, target, { linked, known });
  });
  return withoutDropped(linked, chosen);
}

/**
 * The longest form decides where several forms of one name were chosen for. What is said of a name everywhere is of that
 * name alone: "the Games" that is none leaves the Olympic Games theirs.
 */
function targetOf(
  { mentions }: Cluster,
  linked: LinkedNames,
  byName: ReadonlyMap<string, Choice>,
): ChoiceTarget | null {
  const forms = [...new Set(mentions.map((index) => foldName(linked.mentions[index]?.surface ?? '')))];
  forms.sort((a, b) => b.length - a.length);
  for (const [at, form] of forms.entries()) {
    const choice = byName.get(form);
    if (choice !== undefined && (at === 0 || choice.scope === 'here')) return choice.target;
  }
  return null;
}

interface Around {
  readonly linked: LinkedNames;
  readonly known: ReadonlyMap<EntityId, Candidate>;
}

function toChosen(cluster: Cluster, target: ChoiceTarget, { linked, known }: Around): Cluster | null {
  if (target.kind === 'not-a-name') return null;
  const fullest = cluster.mentions
    .map((index) => linked.mentions[index]?.surface ?? '')
    .reduce((longest, surface) => (surface.length > longest.length ? surface : longest), '');
  if (target.kind === 'unknown') return { ...cluster, name: fullest, link: { kind: 'nil' } };
  const entity = known.get(target.entity)?.entity;
  if (entity === undefined) return cluster;
  return {
    ...cluster,
    name: entity.name,
    type: entity.type,
    gender: entity.gender ?? cluster.gender,
    link: { kind: 'linked', entity: entity.id, confidence: 1 },
  };
}

/** Clusters and mentions are counted anew where some of them are no names. */
export function withoutDropped(linked: LinkedNames, chosen: readonly (Cluster | null)[]): LinkedNames {
  if (chosen.every((cluster) => cluster !== null)) return { ...linked, clusters: chosen };
  const kept = chosen.filter((cluster) => cluster !== null);
  const newId = new Map(kept.map((cluster, i) => [cluster.id, asClusterId(`m${i}`)]));
  const place = new Map<number, number>();
  const mentions = linked.mentions.flatMap((mention, index) => {
    const cluster = newId.get(mention.cluster);
    if (cluster === undefined) return [];
    place.set(index, place.size);
    return [{ ...mention, cluster }];
  });
  return {
    mentions,
    clusters: kept.map((cluster, i) => ({
      ...cluster,
      id: asClusterId(`m${i}`),
      mentions: cluster.mentions.flatMap((index) => place.get(index) ?? []),
    })),
  };
}
