import type { EntityBrief } from '../model/card.ts';
import type { Entity } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import { gather, type StoreView } from './gather.ts';

export const toBrief = ({ id, type, name, description }: Entity): EntityBrief => ({ id, type, name, description });

/** Entities in one line each; unknown ids are left out. */
export async function getBriefs(
  view: StoreView,
  ids: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, EntityBrief>> {
  const known = await gather(view, ids);
  return new Map([...known].map(([id, { entity }]) => [id, toBrief(entity)]));
}
