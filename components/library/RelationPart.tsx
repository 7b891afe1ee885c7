import type { EntityBrief } from '../../lib/model/card.ts';
import type { EntityPage, Relation } from '../../lib/model/library.ts';
import { words } from '../../lib/i18n/words.ts';
import { cutName } from '../cut-name.ts';
import { Unfold } from '../parts/Section.tsx';
import { predicateWords } from '../predicates.ts';
import type { LibraryActions } from './actions.ts';
import { addressOf } from './address.ts';
import { EntityLink } from './EntityLink.tsx';
import { type GraphNode, graphSize, layoutGraph } from './graph-layout.ts';
import { Part } from './Part.tsx';

interface RelationPartProps {
  readonly page: EntityPage;
  readonly actions: Pick<LibraryActions, 'onOpen'>;
}

/** Longer names are cut in the picture; the list has them whole. */
const longest = 20;

const middle = { x: graphSize.width / 2, y: graphSize.height / 2 };

const Edge = ({ node }: { readonly node: GraphNode }) => (
  <g class="graph__edge">
    <line x1={middle.x} y1={middle.y} x2={node.x} y2={node.y} />
    <text x={middle.x + (node.x - middle.x) * 0.56} y={middle.y + (node.y - middle.y) * 0.56} dy="-3">
      {cutName(node.label, longest)}
    </text>
  </g>
);

const Name = ({ entity, x, y }: { readonly entity: EntityBrief; readonly x: number; readonly y: number }) => {
  const half = Math.min(entity.name.length, longest) * 4.6 + 12;
  return (
    <g class={`graph__node is-${entity.type}`}>
      <title>{entity.name}</title>
      <rect x={x - half} y={y - 14} width={half * 2} height={28} rx={14} />
      <text x={x} y={y} dy="0.34em">
        {cutName(entity.name, longest)}
      </text>
    </g>
  );
};

/** Who is joined with whom: a small graph to look at, and the same as a list to read. */
export const RelationPart = ({ page, actions }: RelationPartProps) => {
  const { relations, entity } = page;
  const label = ({ predicate, direction }: Relation): string =>
    direction === 'out' ? predicateWords(predicate) : `← ${predicateWords(predicate)}`;
  const nodes = layoutGraph(relations, label);
  return (
    <Part title={words.library.part.relations}>
      {relations.length === 0 ? <p class="part__none">{words.library.none.relations}</p> : null}
      {nodes.length < 2 ? null : (
        <svg
          class="graph"
          viewBox={`0 0 ${graphSize.width} ${graphSize.height}`}
          role="group"
          aria-label={words.library.graph}
        >
          {nodes.map((node) => (
            <Edge key={node.entity.id} node={node} />
          ))}
          {nodes.map((node) => (
            <a
              key={node.entity.id}
              href={addressOf(node.entity.id)}
              tabIndex={-1}
              onClick={(event) => {
                event.preventDefault();
                actions.onOpen(node.entity.id);
              }}
            >
              <Name entity={node.entity} x={node.x} y={node.y} />
            </a>
          ))}
          <Name entity={entity} x={middle.x} y={middle.y} />
        </svg>
      )}
      <Unfold
        items={relations}
        first={8}
        list={(shown) => (
          <ul class="relations">
            {shown.map((relation, index) => (
              <li key={index}>
                <span class="relations__label">{label(relation)}</span>{' '}
                <EntityLink brief={relation.entity} onOpen={actions.onOpen} />
              </li>
            ))}
          </ul>
        )}
      />
    </Part>
  );
};
