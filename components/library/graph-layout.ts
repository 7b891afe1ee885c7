import type { EntityBrief } from '../../lib/model/card.ts';
import type { Relation } from '../../lib/model/library.ts';
import { comma } from '../words.ts';

/** Middle of a name's box, whose label stands above it. */
export interface GraphNode {
  readonly entity: EntityBrief;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly middle: { readonly x: number; readonly y: number };
  readonly height: number;
}

/** A small graph holds so many; the list beside it has all. */
const mostNodes = 12;

export const graphWidth = 540;

/** Of the box around a name, and of the one in the middle, which leaves the lines their room. */
export const nodeSize = { width: 168, height: 28, middle: 132 } as const;

const labelHeight = 18;
const rowHeight = nodeSize.height + labelHeight + 12;

/**
 * Two columns with what is between them in the middle, row by row from the top, so that whatever the names are, no two
 * lie over one another. Each entity once, with what joins it; what holds comes before what is past.
 */
export const layoutGraph = (relations: readonly Relation[], label: (relation: Relation) => string): Graph => {
  const byEntity = new Map<string, { readonly entity: EntityBrief; readonly labels: Set<string> }>();
  const sorted = relations.toSorted((a, b) => Number(b.tense === 'holds') - Number(a.tense === 'holds'));
  for (const relation of sorted) {
    const known = byEntity.get(relation.entity.id) ?? { entity: relation.entity, labels: new Set() };
    known.labels.add(label(relation));
    byEntity.set(relation.entity.id, known);
  }
  const chosen = [...byEntity.values()].slice(0, mostNodes);
  const rows = Math.ceil(chosen.length / 2);
  const edge = 1 + nodeSize.width / 2;
  const nodes = chosen.map(({ entity, labels }, at) => {
    const isFirst = at % 2 === 0;
    // A column that is a row shorter stands at half its height.
    const lead = !isFirst && chosen.length % 2 === 1 ? rowHeight / 2 : 0;
    return {
      entity,
      label: [...labels].slice(0, 2).join(comma),
      x: isFirst ? edge : graphWidth - edge,
      y: lead + Math.floor(at / 2) * rowHeight + labelHeight + nodeSize.height / 2,
    };
  });
  // Of the boxes, not of the labels above them.
  const middle = { x: graphWidth / 2, y: labelHeight + ((rows - 1) * rowHeight + nodeSize.height) / 2 };
  return { nodes, middle, height: rows * rowHeight };
};
