import type { EntityPage, Relation } from '../../lib/model/library.ts';
import { direction as writing, words } from '../../lib/i18n/words.ts';
import { cutName } from '../cut-name.ts';
import { Unfold } from '../parts/Section.tsx';
import { predicateWords } from '../predicates.ts';
import type { LibraryActions } from './actions.ts';
import { addressOf } from './address.ts';
import { EntityLink } from './EntityLink.tsx';
import { type Graph, type GraphNode, graphWidth, layoutGraph, nodeSize } from './graph-layout.ts';
import { Part } from './Part.tsx';

interface RelationPartProps {
  readonly page: EntityPage;
  readonly actions: Pick<LibraryActions, 'onOpen'>;
}

/** Points from the other to the one whose page it is: to where the line begins. */
const backwards = writing === 'rtl' ? '→' : '←';

/** Letters that a box has room for; the list has every name whole. */
const longest = { node: 18, middle: 14, label: 24 } as const;

/** Letters of which each is as wide as it is high. */
const isWide = (name: string): boolean =>
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(name);

interface NameProps extends Pick<GraphNode, 'entity' | 'x' | 'y'> {
  readonly width: number;
  readonly most: number;
}

const Name = ({ entity, x, y, width, most }: NameProps) => (
  <g class={`graph__node is-${entity.type}`}>
    <title>{entity.name}</title>
    <rect x={x - width / 2} y={y - nodeSize.height / 2} width={width} height={nodeSize.height} rx={14} />
    <text x={x} y={y} dy="0.34em">
      {cutName(entity.name, isWide(entity.name) ? Math.floor(most / 2) : most)}
    </text>
  </g>
);

/** From the side of the middle to the near side of the name, with its label above the name. */
const Edge = ({ node, middle }: { readonly node: GraphNode; readonly middle: Graph['middle'] }) => {
  const side = Math.sign(node.x - middle.x);
  const from = middle.x + (side * nodeSize.middle) / 2;
  const to = node.x - (side * nodeSize.width) / 2;
  const bend = (to - from) / 2;
  return (
    <g class="graph__edge">
      <path d={`M${from} ${middle.y}C${from + bend} ${middle.y} ${to - bend} ${node.y} ${to} ${node.y}`} />
      <text x={node.x} y={node.y - nodeSize.height / 2 - 5}>
        {cutName(node.label, longest.label)}
      </text>
    </g>
  );
};

/** Who is joined with whom: a small graph to look at, and the same as a list to read. */
export const RelationPart = ({ page, actions }: RelationPartProps) => {
  const { relations, entity } = page;
  const label = ({ predicate, direction }: Relation): string =>
    direction === 'out' ? predicateWords(predicate) : `${backwards} ${predicateWords(predicate)}`;
  const { nodes, middle, height } = layoutGraph(relations, label);
  return (
    <Part title={words.library.part.relations}>
      {relations.length === 0 ? <p class="part__none">{words.library.none.relations}</p> : null}
      {nodes.length < 2 ? null : (
        <svg class="graph" viewBox={`0 0 ${graphWidth} ${height}`} role="group" aria-label={words.library.graph}>
          {nodes.map((node) => (
            <Edge key={node.entity.id} node={node} middle={middle} />
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
              <Name {...node} width={nodeSize.width} most={longest.node} />
            </a>
          ))}
          <Name entity={entity} {...middle} width={nodeSize.middle} most={longest.middle} />
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
