import type { EntityId } from '../../model/ids.ts';
import type { StoreView } from '../gather.ts';

/** Articles, from the last read on, that are looked through for whom they name. */
const mostSources = 1_500;

/** Whom the articles named that were read last: each entity with when it was last met (epoch milliseconds), latest first. */
export async function findSeen({ database, own }: StoreView): Promise<Map<EntityId, number>> {
  const sources = await database.sources.orderBy('readAt').reverse().limit(mostSources).toArray();
  const read = sources.filter(({ readAt }) => readAt > 0);
  const readAt = new Map(read.map((source) => [source.id, source.readAt]));
  const sightings = await database.sightings
    .where('source')
    .anyOf(read.map(({ id }) => id))
    .toArray();
  const seen = new Map<EntityId, number>();
  for (const { entity, source } of sightings) {
    if (entity === null) continue;
    const id = own.identity.mainOf(entity);
    seen.set(id, Math.max(seen.get(id) ?? 0, readAt.get(source) ?? 0));
  }
  return new Map([...seen].sort(([, a], [, b]) => b - a));
}
