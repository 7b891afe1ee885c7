// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { entityPage } from '../../../components/gallery/entity-fixtures.ts';
import { briefs } from '../../../components/gallery/fixtures.ts';
import { RelationPart } from '../../../components/library/RelationPart.tsx';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { Relation } from '../../../lib/model/library.ts';
import { show, textOf } from '../render.tsx';

const names = [
  'NATO',
  'Shanghai Cooperation Organisation',
  'Международный валютный фонд',
  '中华人民共和国国务院办公厅信息公开办公室',
  'محمد بن راشد آل مكتوم',
  'Asia',
];

const relationsTo = (count: number): readonly Relation[] =>
  Array.from({ length: count }, (_, at) => ({
    predicate: ['memberOf', 'worksFor', 'organizer'][at % 3] ?? '',
    entity: { ...briefs.alliance, id: asEntityId(`t:${at}`), name: `${names[at % names.length]} ${at}` },
    direction: at % 4 === 0 ? 'in' : 'out',
    tense: 'holds',
  }));

interface Drawn {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const number = (element: Element, name: string): number => Number(element.getAttribute(name));

const boxOf = (rect: Element): Drawn => {
  const [left, top] = [number(rect, 'x'), number(rect, 'y')];
  return { left, top, right: left + number(rect, 'width'), bottom: top + number(rect, 'height') };
};

/** About as high and wide as its letters are. */
const boxOfLabel = (text: Element): Drawn => {
  const [x, y, half] = [number(text, 'x'), number(text, 'y'), textOf(text).length * 3];
  return { left: x - half, right: x + half, top: y - 10, bottom: y + 2 };
};

const meet = (one: Drawn, other: Drawn): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const viewOf = (graph: Element): Drawn => {
  const [left = 0, top = 0, width = 0, height = 0] = (graph.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return { left, top, right: left + width, bottom: top + height };
};

test.each([2, 3, 5, 8, 11, 12, 40])('of %i relations no name or label is drawn over another', async (count) => {
  const page = { ...entityPage, relations: relationsTo(count) };
  const part = await show(<RelationPart page={page} actions={{ onOpen: () => {} }} />);
  const graph = part.querySelector('.graph');
  if (graph === null) throw new Error('there is no picture');
  const rects = [...graph.querySelectorAll('rect')].map(boxOf);
  const labels = [...graph.querySelectorAll('.graph__edge text')].map(boxOfLabel);
  expect(rects).toHaveLength(Math.min(count, 12) + 1);
  expect(labels).toHaveLength(Math.min(count, 12));
  const drawn = [...rects, ...labels];
  const over = drawn.flatMap((one, at) => drawn.slice(at + 1).filter((other) => meet(one, other)));
  expect(over).toEqual([]);
  const view = viewOf(graph);
  for (const box of drawn) {
    expect(box.left).toBeGreaterThanOrEqual(view.left);
    expect(box.right).toBeLessThanOrEqual(view.right);
    expect(box.top).toBeGreaterThanOrEqual(view.top);
    expect(box.bottom).toBeLessThanOrEqual(view.bottom);
  }
});
