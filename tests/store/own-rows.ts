/** Rows of the reader's own as they lie in the store, with ids that a test can name; `store.edit` draws its ids itself. */
import type { Entity } from '../../lib/model/entity.ts';
import type { Fact } from '../../lib/model/fact.ts';
import type { Source } from '../../lib/model/source.ts';
import { countUpNames } from '../../lib/store/own-names.ts';
import type { Overlay } from '../../lib/store/rows.ts';
import type { Store } from '../../lib/store/store.ts';

export async function putEntity({ database }: Store, entity: Entity): Promise<void> {
  await database.transaction('rw', database.entities, database.meta, async () => {
    await database.entities.put(entity);
    await countUpNames(database);
  });
}

export async function putFact({ database }: Store, fact: Fact, source: Source): Promise<void> {
  await database.transaction('rw', database.facts, database.sources, async () => {
    await database.facts.put(fact);
    const known = await database.sources.get(source.id);
    if (known === undefined) await database.sources.put({ ...source, readAt: 0, contentHash: '' });
  });
}

export async function putOverlay({ database }: Store, overlay: Overlay): Promise<void> {
  await database.transaction('rw', database.overlays, database.meta, async () => {
    await database.overlays.put(overlay);
    await countUpNames(database);
  });
}
