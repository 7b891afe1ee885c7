import type { EntityId } from '../../model/ids.ts';
import type { AssertionRow } from '../own-rows.ts';

/** Which ids are one thing, by the reader's word. */
export interface Identity {
  readonly isEmpty: boolean;
  /** The id under which a thing is shown; the id itself where nothing was said. */
  mainOf(id: EntityId): EntityId;
  /** Every id of a thing, the main one first. */
  membersOf(id: EntityId): readonly EntityId[];
}

/** Follows `same` from the joined to the kept; of a circle the smallest id is the main one. */
export function createIdentity(assertions: readonly AssertionRow[]): Identity {
  const above = new Map<EntityId, Set<EntityId>>();
  const all = new Set<EntityId>();
  const beside = new Map<EntityId, Set<EntityId>>();
  const join = (map: Map<EntityId, Set<EntityId>>, from: EntityId, to: EntityId): void => {
    map.set(from, (map.get(from) ?? new Set()).add(to));
  };
  for (const { kind, a, b, isWithdrawn } of assertions) {
    if (kind !== 'same' || isWithdrawn || a === b) continue;
    join(above, b, a);
    join(beside, a, b);
    join(beside, b, a);
    all.add(a).add(b);
  }
  const main = new Map<EntityId, EntityId>();
  const members = new Map<EntityId, readonly EntityId[]>();
  for (const start of all) {
    if (main.has(start)) continue;
    const group = [...reach(start, beside)].sort(compareIds);
    // Kept by somebody and joined to nobody; where all were joined in a circle, whoever comes first.
    const root = group.find((id) => !above.has(id)) ?? group[0] ?? start;
    members.set(root, [root, ...group.filter((id) => id !== root)]);
    for (const id of group) main.set(id, root);
  }
  const mainOf = (id: EntityId): EntityId => main.get(id) ?? id;
  return { isEmpty: all.size === 0, mainOf, membersOf: (id) => members.get(mainOf(id)) ?? [id] };
}

function reach(start: EntityId, beside: ReadonlyMap<EntityId, ReadonlySet<EntityId>>): Set<EntityId> {
  const seen = new Set([start]);
  for (const id of seen) for (const next of beside.get(id) ?? []) seen.add(next);
  return seen;
}

const compareIds = (a: EntityId, b: EntityId): number => (a < b ? -1 : a > b ? 1 : 0);
