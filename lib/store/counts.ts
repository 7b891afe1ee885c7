import type { StoreDatabase } from './schema.ts';

export interface StoreTotals {
  readonly entities: number;
  readonly facts: number;
  readonly claims: number;
  readonly sources: number;
  readonly packs: readonly { readonly title: string; readonly version: string; readonly entities: number }[];
}

/** How much the store holds, packs and the reader's own together; what two packs hold counts twice. */
export async function countStore(database: StoreDatabase): Promise<StoreTotals> {
  const { packs, entities, facts, claims, sources } = database;
  return database.transaction('r', packs, entities, facts, claims, sources, async () => {
    const rows = await packs.toArray();
    const [ownEntities, ownFacts, ownClaims, ownSources] = await Promise.all([
      entities.count(),
      facts.count(),
      claims.count(),
      sources.count(),
    ]);
    const sum = (key: 'entities' | 'facts' | 'claims' | 'sources'): number =>
      rows.reduce((total, { counts }) => total + counts[key], 0);
    return {
      entities: ownEntities + sum('entities'),
      facts: ownFacts + sum('facts'),
      claims: ownClaims + sum('claims'),
      sources: ownSources + sum('sources'),
      packs: rows.map(({ manifest, counts }) => ({
        title: manifest.title,
        version: manifest.version,
        entities: counts.entities,
      })),
    };
  });
}
