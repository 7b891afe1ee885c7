import { expect, test } from 'vitest';
import { reading } from '../../../components/gallery/fixtures.ts';
import { layoutRelations } from '../../../components/panel/relations.ts';
import { asClusterId } from '../../../lib/model/ids.ts';

/** The longest name that the picture shows, in its letters: pixels. */
const nameWidth = 96;
const lineHeight = 12;

/** A page on which somebody speaks of everybody else. */
const speakingOf = (count: number) => {
  const ids = Array.from({ length: count }, (_, at) => asClusterId(`c${at}`));
  const figures = ids.map((cluster) => ({ ...reading.figures[0]!, cluster }));
  return { ...reading, figures, claims: [{ ...reading.claims[0]!, index: 0, speaker: ids[0]!, about: ids.slice(1) }] };
};

test.each([2, 3, 4, 5, 6, 7, 8, 9, 30])('no two of the names of %i meet in the picture', (count) => {
  const boxes = layoutRelations(speakingOf(count)).nodes.map(({ x, y, side }) => {
    const left = side === 'below' ? x - nameWidth / 2 : side === 'left' ? x - nameWidth : x;
    return { left, right: left + nameWidth, top: y, bottom: y + lineHeight };
  });
  const meeting = boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      ),
  );
  expect(meeting).toEqual([]);
});
