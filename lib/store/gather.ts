import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { EntityId, SourceId } from '../model/ids.ts';
import type { StoredClaimWithSource } from '../model/knowledge.ts';
import type { Source } from '../model/source.ts';
import { applyOverlay, type OwnNames } from './own-names.ts';
import type { StoreDatabase } from './schema.ts';
import type { OpenPack } from './shelf.ts';

/** The store at one moment: what every answer is made from. */
export interface StoreView {
  readonly database: StoreDatabase;
  readonly packs: readonly OpenPack[];
  readonly own: OwnNames;
}

export interface FactWithSource {
  readonly fact: Fact;
  readonly source: Source;
}

/** All that the packs and the reader together know of one entity. */
export interface Gathered {
  readonly entity: Entity;
  readonly facts: readonly FactWithSource[];
  readonly neighbours: ReadonlySet<EntityId>;
  /** Claims in packs that it made or that are about it, latest first in each pack. */
  readonly claims: readonly { readonly pack: OpenPack; readonly ordinal: number }[];
}

/** What is known of these entities; an unknown id is left out. Reads each shard once. */
export async function gather(view: StoreView, ids: readonly EntityId[]): Promise<Map<EntityId, Gathered>> {
  const distinct = [...new Set(ids)];
  const [ownEntities, ownFacts] = await Promise.all([
    view.database.entities.bulkGet(distinct),
    view.database.facts.where('subject').anyOf(distinct).toArray(),
  ]);
  const ownSources = await readSources(view.database, ownFacts);
  const gathered = new Map<EntityId, Gathered>();
  await Promise.all(
    distinct.map(async (id, i) => {
      const records = await recordsOf(view.packs, id);
      const versions = [ownEntities[i] ?? null, ...records.map(({ entity }) => entity)].filter(
        (entity) => entity !== null,
      );
      const merged = mergeVersions(versions);
      const entity = merged === null ? null : applyOverlay(merged, view.own.overlays.get(id));
      if (entity === null) return;
      const own = ownFacts.flatMap((fact) => {
        const source = ownSources.get(fact.source);
        return fact.subject !== id || source === undefined ? [] : [{ fact, source }];
      });
      gathered.set(id, {
        entity,
        facts: withoutRepeats([...own, ...records.flatMap(({ facts }) => facts)]),
        neighbours: new Set([
          ...(entity.context ?? []),
          ...own.flatMap(({ fact }) => ('entity' in fact.value ? [fact.value.entity] : [])),
          ...records.flatMap(({ neighbours }) => neighbours),
        ]),
        claims: records.flatMap(({ pack, claims }) => claims.map((ordinal) => ({ pack, ordinal }))),
      });
    }),
  );
  return gathered;
}

interface PackRecord {
  readonly pack: OpenPack;
  readonly entity: Entity | null;
  readonly facts: readonly FactWithSource[];
  readonly neighbours: readonly EntityId[];
  readonly claims: readonly number[];
}

async function recordsOf(packs: readonly OpenPack[], id: EntityId): Promise<PackRecord[]> {
  const records = await Promise.all(
    packs.map(async (pack): Promise<PackRecord[]> => {
      const ordinal = pack.index.entities.ordinalOf(id);
      const found = ordinal === null ? null : await pack.recordAt(ordinal);
      if (found === null) return [];
      const { record, sources } = found;
      const facts = record.facts.flatMap((fact) => {
        const source = sources.get(fact.source);
        return source === undefined ? [] : [{ fact, source }];
      });
      return [{ pack, entity: record.entity, facts, neighbours: record.neighbours, claims: record.claims }];
    }),
  );
  return records.flat();
}

/** The first version counts; names and context of the others are added. */
function mergeVersions(versions: readonly Entity[]): Entity | null {
  const [first, ...others] = versions;
  if (first === undefined || others.length === 0) return first ?? null;
  const texts = new Set(first.aliases.map(({ text }) => text));
  const more = others.flatMap(({ aliases }) => aliases).filter(({ text }) => !texts.has(text) && texts.add(text));
  const context = [...new Set(versions.flatMap((version) => version.context ?? []))];
  return { ...first, aliases: [...first.aliases, ...more], ...(context.length === 0 ? {} : { context }) };
}

/** Two packs may state the same; the first to state it is quoted. */
function withoutRepeats(facts: readonly FactWithSource[]): FactWithSource[] {
  const seen = new Set<string>();
  return facts.filter(({ fact }) => {
    const { predicate, value, validFrom = '', validTo = '' } = fact;
    const key = JSON.stringify([predicate, value, validFrom.slice(0, 4), validTo.slice(0, 4)]);
    return !seen.has(key) && seen.add(key);
  });
}

async function readSources(
  database: StoreDatabase,
  users: readonly { readonly source: SourceId }[],
): Promise<Map<SourceId, Source>> {
  const ids = [...new Set(users.map(({ source }) => source))];
  if (ids.length === 0) return new Map();
  const rows = await database.sources.bulkGet(ids);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, toSource(row)] as const])));
}

/** A row without what only the store needs of it. */
export const toSource = ({ id, url, title, publisher, authors, publishedAt, licence }: Source): Source => ({
  id,
  url,
  title,
  publisher,
  authors,
  publishedAt,
  ...(licence === undefined ? {} : { licence }),
});

/** Claims with where they were read; a claim whose source is gone is left out. */
export async function withSources(
  database: StoreDatabase,
  claims: readonly StoredClaimWithSource['claim'][],
): Promise<StoredClaimWithSource[]> {
  const sources = await readSources(database, claims);
  return claims.flatMap((claim) => {
    const source = sources.get(claim.source);
    return source === undefined ? [] : [{ claim, source }];
  });
}
