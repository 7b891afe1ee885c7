import type { ClusterId } from '../../lib/model/ids.ts';
import type { Figure, PageReading } from '../../lib/model/reading.ts';

/** What an article says of two figures together. */
export interface Relation {
  readonly from: Figure;
  readonly to: Figure;
  /** One speaks of the other, or a claim of neither names both. */
  readonly how: 'speaks' | 'together';
  /** Indexes into `PageReading.claims`, in reading order. */
  readonly claims: readonly number[];
}

export interface RelationNode {
  readonly figure: Figure;
  readonly x: number;
  readonly y: number;
  /** Where its name lies: below it, or below and to that side, away from a neighbour as low as it. */
  readonly side: 'left' | 'below' | 'right';
}

export interface RelationGraph {
  readonly nodes: readonly RelationNode[];
  /** Most claims first. */
  readonly relations: readonly Relation[];
}

/** A small picture holds so many and stays legible; the list beneath has all. */
const mostNodes = 9;

/** From the middle; the names of two at the bottom that are nearer than twice that would meet. */
const besideEachOther = 60;

export const graphSize = { width: 340, height: 250 } as const;

/** Who is said to have to do with whom, most claims first; figures of the reading only. */
export const relationsOf = (reading: PageReading): Relation[] => {
  const figures = new Map(reading.figures.map((figure) => [figure.cluster, figure]));
  const found = new Map<string, Relation>();
  const add = (a: ClusterId, b: ClusterId, how: Relation['how'], claim: number): void => {
    const [from, to] = [figures.get(a), figures.get(b)];
    if (from === undefined || to === undefined || from === to) return;
    // What stands together has no direction.
    const key = how === 'speaks' ? `${a}>${b}` : [a, b].toSorted().join('-');
    const known = found.get(key);
    found.set(key, { from, to, how, ...known, claims: [...(known?.claims ?? []), claim] });
  };
  for (const { index, speaker, about } of reading.claims) {
    if (speaker !== null) for (const other of about) add(speaker, other, 'speaks', index);
    else
      for (const [at, one] of about.entries())
        for (const other of about.slice(at + 1)) add(one, other, 'together', index);
  }
  return [...found.values()].toSorted((a, b) => b.claims.length - a.claims.length);
};

/** The figures with most to do with others on an ellipse, the first at the top; all relations, most claims first. */
export const layoutRelations = (reading: PageReading): RelationGraph => {
  const relations = relationsOf(reading);
  const weights = new Map<Figure, number>();
  for (const { from, to, claims } of relations) {
    for (const figure of [from, to]) weights.set(figure, (weights.get(figure) ?? 0) + claims.length);
  }
  const chosen = [...weights].toSorted((a, b) => b[1] - a[1]).slice(0, mostNodes);
  const { width, height } = graphSize;
  const nodes = chosen.map(([figure], at): RelationNode => {
    const angle = (at / chosen.length) * 2 * Math.PI - Math.PI / 2;
    const aside = Math.cos(angle) * (width / 2 - 64);
    const isLow = Math.sin(angle) > 0;
    return {
      figure,
      side: !isLow || Math.abs(aside) < 1 || Math.abs(aside) > besideEachOther ? 'below' : aside < 0 ? 'left' : 'right',
      x: Math.round(width / 2 + aside),
      y: Math.round(height / 2 - 6 + Math.sin(angle) * (height / 2 - 30)),
    };
  });
  return { nodes, relations };
};
