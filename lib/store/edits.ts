import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { Source } from '../model/source.ts';
import { countUpNames } from './own-names.ts';
import type { Overlay } from './rows.ts';
import type { StoreDatabase } from './schema.ts';

/** What the reader makes or corrects; each call is one transaction. */

export async function saveEntity(database: StoreDatabase, entity: Entity): Promise<void> {
  await database.transaction('rw', database.entities, database.meta, async () => {
    await database.entities.put(entity);
    await countUpNames(database);
  });
}

export async function saveFact(database: StoreDatabase, fact: Fact, source: Source): Promise<void> {
  await database.transaction('rw', database.facts, database.sources, async () => {
    await database.facts.put(fact);
    const known = await database.sources.get(source.id);
    if (known === undefined) await database.sources.put({ ...source, readAt: 0, contentHash: '' });
  });
}

export async function saveOverlay(database: StoreDatabase, overlay: Overlay): Promise<void> {
  await database.transaction('rw', database.overlays, database.meta, async () => {
    await database.overlays.put(overlay);
    await countUpNames(database);
  });
}
