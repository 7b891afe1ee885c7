import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { EntityId, SourceId } from '../model/ids.ts';
import type { StoredClaimWithSource } from '../model/knowledge.ts';
import type { Source } from '../model/source.ts';
import { applyOverlay, type OwnNames } from './own-names.ts';
import type { StoreDatabase } from './schema.ts';
import type { OpenPack } from './packs/shelf.ts';

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

/**
 * What is known of these entities, each under the id that was asked for; an unknown id is left out. Ids that the reader
 * joined are one entity, under its main id. Reads each shard once.
 */
export async function gather(view: StoreView, ids: readonly EntityId[]): Promise<Map<EntityId, Gathered>> {
  const { identity } = view.own;
  const mains = byShelf(view.packs, [...new Set(ids.map(identity.mainOf))]);
  const members = mains.flatMap(identity.membersOf);
  const [{ ownEntities, ownFacts, ownSources }, packed] = await Promise.all([
    readOwn(view, members),
    Promise.all(members.map(async (id) => [id, await recordsOf(view.packs, id)] as const)),
  ]);
  const recordsIn = new Map(packed);
  const versions = new Map(ownEntities.map((entity) => [entity.id, entity]));
  const gathered = new Map<EntityId, Gathered>();
  for (const main of mains) {
    const group = identity.membersOf(main);
    const records = group.map((id) => recordsIn.get(id) ?? []);
    const entity = joinMembers(
      group.map((id, i) => {
        const known = [versions.get(id) ?? null, ...(records[i] ?? []).map((record) => record.entity)];
        return { id, entity: mergeVersions(known.filter((version) => version !== null)) };
      }),
      view.own,
    );
    if (entity === null) continue;
    const inPacks = records.flat();
    const own = ownFacts.flatMap((fact) => {
      const source = ownSources.get(fact.source);
      return !group.includes(fact.subject) || source === undefined ? [] : [{ fact, source }];
    });
    const neighbours = [
      ...(entity.context ?? []),
      ...own.flatMap(({ fact }) => ('entity' in fact.value ? [fact.value.entity] : [])),
      ...inPacks.flatMap((record) => record.neighbours),
    ].map(identity.mainOf);
    gathered.set(main, {
      entity,
      facts: withoutRepeats([
        ...own,
        ...withoutRemoved(
          inPacks.flatMap(({ facts }) => facts),
          view.own,
        ),
      ]),
      neighbours: new Set(neighbours.filter((id) => id !== main)),
      claims: inPacks.flatMap(({ pack, claims }) => claims.map((ordinal) => ({ pack, ordinal }))),
    });
  }
  return new Map(
    ids.flatMap((id) => {
      const known = gathered.get(identity.mainOf(id));
      return known === undefined ? [] : [[id, known] as const];
    }),
  );
}

/** One entity of several ids: the main one's name and description, the names of all; null where all are hidden. */
function joinMembers(
  members: readonly { readonly id: EntityId; readonly entity: Entity | null }[],
  { overlays }: OwnNames,
): Entity | null {
  const [main] = members;
  if (main === undefined) return null;
  const others = members
    .slice(1)
    .flatMap(({ id, entity }) => (entity === null ? [] : (applyOverlay(entity, overlays.get(id)) ?? [])))
    .map((entity) => ({ ...entity, aliases: [{ text: entity.name }, ...entity.aliases] }));
  const merged = mergeVersions([...(main.entity === null ? [] : [main.entity]), ...others]);
  if (merged === null) return null;
  const aliases = merged.aliases.filter(
    ({ text }) => text !== merged.name || main.entity?.aliases.some((alias) => alias.text === text),
  );
  return applyOverlay({ ...merged, id: main.id, aliases }, overlays.get(main.id));
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

const stateOf = ({ predicate, value, validFrom = '', validTo = '' }: Fact): string =>
  JSON.stringify([predicate, value, validFrom.slice(0, 4), validTo.slice(0, 4)]);

/** Two packs may state the same; the first to state it is quoted. */
function withoutRepeats(facts: readonly FactWithSource[]): FactWithSource[] {
  const seen = new Set<string>();
  return facts.filter(({ fact }) => {
    const key = stateOf(fact);
    return !seen.has(key) && seen.add(key);
  });
}

/** Without what the reader removed, whichever pack else states it. */
function withoutRemoved(facts: readonly FactWithSource[], { removed }: OwnNames): FactWithSource[] {
  if (removed.size === 0) return [...facts];
  const isRemoved = ({ fact }: FactWithSource): boolean => removed.has(`facts/${fact.id}`);
  const states = new Set(facts.filter(isRemoved).map(({ fact }) => stateOf(fact)));
  return facts.filter(({ fact }) => !states.has(stateOf(fact)));
}

/** As the packs hold them, so that those of one shard are asked for together while it is kept. */
function byShelf(packs: readonly OpenPack[], ids: readonly EntityId[]): EntityId[] {
  const places = new Map(
    ids.map((id) => [id, packs.map(({ index }) => index.entities.ordinalOf(id)).find((at) => at !== null) ?? -1]),
  );
  return ids.toSorted((a, b) => (places.get(a) ?? -1) - (places.get(b) ?? -1));
}

/** In one transaction: each costs more than what is read in it. */
const readOwn = ({ database, own }: StoreView, members: readonly EntityId[]) =>
  database.transaction('r', [database.entities, database.facts, database.sources], async () => {
    const [ownEntities, ownFacts] = await Promise.all([
      database.entities.bulkGet(members.filter((id) => own.ownIds.has(id))),
      database.facts.where('subject').anyOf(members).toArray(),
    ]);
    return {
      ownEntities: ownEntities.filter((entity) => entity !== undefined),
      ownFacts,
      ownSources: await readSources(database, ownFacts),
    };
  });

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
