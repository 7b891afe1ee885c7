import type { EntityBrief } from '../../lib/model/card.ts';
import type { Relation } from '../../lib/model/library.ts';
import { comma } from '../words.ts';

export interface GraphNode {
  readonly entity: EntityBrief;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/** A small graph holds so many; the list beside it has all. */
export const mostNodes = 12;

export const graphSize = { width: 560, height: 380 } as const;

/**
 * Places on an ellipse around the middle, from the top on, each entity once, with what joins it; what holds comes before
 * what is past.
 */
export const layoutGraph = (
  relations: readonly Relation[],
  label: (relation: Relation) => string,
): readonly GraphNode[] => {
  const byEntity = new Map<string, { readonly entity: EntityBrief; readonly labels: Set<string> }>();
  const sorted = relations.toSorted((a, b) => Number(b.tense === 'holds') - Number(a.tense === 'holds'));
  for (const relation of sorted) {
    const known = byEntity.get(relation.entity.id) ?? { entity: relation.entity, labels: new Set() };
    known.labels.add(label(relation));
    byEntity.set(relation.entity.id, known);
  }
  const chosen = [...byEntity.values()].slice(0, mostNodes);
  const { width, height } = graphSize;
  return chosen.map(({ entity, labels }, i) => {
    const angle = (i / chosen.length) * 2 * Math.PI - Math.PI / 2;
    return {
      entity,
      label: [...labels].slice(0, 2).join(comma),
      x: Math.round(width / 2 + Math.cos(angle) * (width / 2 - 108)),
      y: Math.round(height / 2 + Math.sin(angle) * (height / 2 - 34)),
    };
  });
};
