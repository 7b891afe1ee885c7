import type { EntityBrief, Introduction } from '../../model/card.ts';
import type { Entity } from '../../model/entity.ts';
import type { EntityId } from '../../model/ids.ts';
import { roleOn } from './fact-lines.ts';
import { type Gathered, gather, type StoreView } from '../gather.ts';

export const toBrief = ({ id, type, name, description }: Entity): EntityBrief => ({ id, type, name, description });

/** Entities as they stood on a day (`YYYY-MM-DD`), in the order of the ids; unknown ids are left out. */
export function toIntroductions(
  known: ReadonlyMap<EntityId, Gathered>,
  ids: readonly EntityId[],
  day: string,
): readonly Introduction[] {
  return ids.flatMap((id) => {
    const found = known.get(id);
    return found === undefined ? [] : { ...toBrief(found.entity), roleOnDay: roleOn(found.facts, day) };
  });
}

/** Entities in one line each; unknown ids are left out. */
export async function getBriefs(
  view: StoreView,
  ids: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, EntityBrief>> {
  const known = await gather(view, ids);
  return new Map([...known].map(([id, { entity }]) => [id, toBrief(entity)]));
}
