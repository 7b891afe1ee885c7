import type { Link } from '../model/mention.ts';
import type { NameCluster } from '../recognise/cluster/cluster.ts';

/**
 * Groups of names that lead to one entity of the store are one: "India" and "Indian", of which either alone might be
 * something else. The first of them takes the others' names; the others are left out.
 */
export function joinLinked(
  groups: readonly NameCluster[],
  links: readonly Link[],
): { readonly groups: NameCluster[]; readonly links: Link[] } {
  const first = new Map<string, number>();
  const joined: NameCluster[] = [];
  const kept: Link[] = [];
  for (const [i, group] of groups.entries()) {
    const link = links[i] ?? { kind: 'nil' as const };
    const at = link.kind === 'linked' ? first.get(link.entity) : undefined;
    const before = at === undefined ? undefined : joined[at];
    if (at === undefined || before === undefined) {
      if (link.kind === 'linked') first.set(link.entity, joined.length);
      joined.push(group);
      kept.push(link);
    } else
      joined[at] = {
        ...before,
        names: [...before.names, ...group.names].sort((a, b) => a - b),
        gender: before.gender ?? group.gender,
      };
  }
  return { groups: joined, links: kept };
}
