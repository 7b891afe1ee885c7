import type { PageReading } from '../../lib/model/reading.ts';
import { direction, words } from '../../lib/i18n/words.ts';
import { cutName } from '../cut-name.ts';
import { TypeShape, typeOutlines } from '../parts/TypeShape.tsx';
import { graphSize, layoutRelations, type Relation, type RelationNode } from './relations.ts';
import './RelationView.css';

interface RelationViewProps {
  readonly reading: PageReading;
  /** A relation was chosen: its first claim is shown. */
  readonly onPick: (claim: number) => void;
}

const longestLabel = 16;
const nodeSize = 15;

/** A name to the side begins or ends at its dot's outer rim. */
const beside = { left: 8, below: 0, right: -8 } as const;

const Picture = ({ nodes, relations }: { nodes: readonly RelationNode[]; relations: readonly Relation[] }) => {
  const placed = new Map(nodes.map((node) => [node.figure.cluster, node]));
  return (
    <svg class="relations__picture" viewBox={`0 0 ${graphSize.width} ${graphSize.height}`} aria-hidden="true">
      {relations.map(({ from, to, how, claims }) => {
        const [a, b] = [placed.get(from.cluster), placed.get(to.cluster)];
        return a === undefined || b === undefined ? null : (
          <line
            key={`${from.cluster} ${to.cluster} ${how}`}
            class="relations__line"
            data-how={how}
            x1={a.x}
            y1={a.y}
            x2={b.x}
            y2={b.y}
            stroke-width={Math.min(4, 0.75 + claims.length * 0.75)}
          />
        );
      })}
      {nodes.map(({ figure, x, y, side }) => (
        <g key={figure.cluster} class={`is-${figure.type}`}>
          <svg
            class="relations__node"
            x={x - nodeSize / 2}
            y={y - nodeSize / 2}
            width={nodeSize}
            height={nodeSize}
            viewBox="0 0 12 12"
            data-known={figure.entity !== null}
          >
            {typeOutlines[figure.type]}
          </svg>
          <text class={`relations__name is-${side}`} x={x + beside[side]} y={y + 19}>
            {cutName(figure.name, longestLabel)}
          </text>
        </g>
      ))}
    </svg>
  );
};

const between = ({ from, to, how }: Relation): string =>
  (how === 'speaks' ? words.panel.speaksOf : words.panel.together)({ one: from.name, other: to.name });

/** Who is said to have to do with whom: a small picture, and the same as a list that leads to the claims. */
export const RelationView = ({ reading, onPick }: RelationViewProps) => {
  const { nodes, relations } = layoutRelations(reading);
  return (
    <>
      <h2 class="unseen">{words.panel.relations}</h2>
      <Picture nodes={nodes} relations={relations} />
      <ul>
        {relations.map((relation) => (
          <li key={`${relation.from.cluster} ${relation.to.cluster} ${relation.how}`}>
            <button type="button" class="row" data-row onClick={() => onPick(relation.claims[0] ?? 0)}>
              <TypeShape type={relation.from.type} known={relation.from.entity !== null} />
              <span class="row__text">
                <span class="row__words">
                  <bdi dir={direction}>{between(relation)}</bdi>
                </span>
              </span>
              <span class="row__count">{words.count.claims({ count: relation.claims.length })}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
