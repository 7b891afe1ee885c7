import type { Cast } from '../../lib/claim/cast.ts';
import { asClusterId } from '../../lib/model/ids.ts';
import type { Cluster, Mention } from '../../lib/model/mention.ts';
import type { EntityType } from '../../lib/model/entity.ts';
import { clusterNames } from '../../lib/recognise/cluster/cluster.ts';
import type { CandidateName } from '../../lib/recognise/combine.ts';
import { introduce } from '../../lib/recognise/roles/introduce.ts';
import { blocksOfLines, readText, type TextDocument } from '../../lib/text/document.ts';
import { atOnce } from '../../lib/model/steps.ts';

/** A mention of a reference annotation; `misc` stands for a type that the reference does not tell. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType | 'misc';
  readonly entity: string;
}

/** A text with its reference names as the pipeline would hand them on, so that claims are measured by themselves. */
export interface GoldText {
  readonly document: TextDocument;
  readonly cast: Cast;
  /** The entity of each cluster, by cluster id. */
  readonly entityOf: ReadonlyMap<string, string>;
}

/** Roles and genders are found as the pipeline finds them; only who is who is given. */
export function goldCast(text: string, gold: readonly GoldMention[]): GoldText {
  const document = readText(text, blocksOfLines(text));
  const ids = new Map<string, string>();
  for (const { entity } of gold) if (!ids.has(entity)) ids.set(entity, `m${ids.size}`);
  const typeOf = (type: GoldMention['type']): EntityType => (type === 'misc' ? 'other' : type);
  const mentions = gold.map(
    ({ start, end, type, entity }): Mention => ({
      start,
      end,
      surface: text.slice(start, end),
      type: typeOf(type),
      cluster: asClusterId(ids.get(entity) ?? ''),
      confidence: 1,
    }),
  );
  const names = gold.map(
    ({ start, end, type }): CandidateName => ({ start, end, type: typeOf(type), confidence: 1, candidates: [] }),
  );
  const genderOf = new Map<string, Cluster['gender']>();
  for (const group of atOnce(clusterNames(document, names, (entity) => entity))) {
    const [entity, other] = new Set(group.names.map((i) => gold[i]?.entity));
    // Names of several people, told apart by the reference, say nothing of any one of them.
    if (entity !== undefined && other === undefined && group.gender !== null) genderOf.set(entity, group.gender);
  }
  const clusters = [...ids].map(([entity, id]): Cluster => {
    const own = gold.flatMap((mention, i) => (mention.entity === entity ? [i] : []));
    const typed = own.map((i) => mentions[i]?.type ?? 'other');
    const fullest = own.reduce((best, i) =>
      (mentions[i]?.surface.length ?? 0) > (mentions[best]?.surface.length ?? 0) ? i : best,
    );
    const type = typed.find((one) => one !== 'nationality' && one !== 'other') ?? typed[0] ?? 'other';
    const role = type === 'person' || type === 'organisation' ? introduce(document, names, own) : null;
    return {
      id: asClusterId(id),
      name: mentions[fullest]?.surface ?? entity,
      type,
      mentions: own,
      link: { kind: 'nil' },
      role: role ?? null,
      gender: genderOf.get(entity) ?? null,
    };
  });
  return {
    document,
    cast: { mentions, clusters, known: new Map() },
    entityOf: new Map([...ids].map(([entity, id]) => [id, entity])),
  };
}
