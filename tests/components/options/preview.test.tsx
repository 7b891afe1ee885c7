// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { Preview } from '../../../components/options/Preview.tsx';
import { show, textOf } from '../render.tsx';

test('the preview marks as known only what a store may know: nothing that was made up for the sample', async () => {
  const body = await show(<Preview density="figures" />);
  const marks = [...body.querySelectorAll('.sample__name')];
  const withKnown = (known: boolean): string[] =>
    marks.filter((mark) => mark.getAttribute('data-known') === String(known)).map(textOf);
  expect(withKnown(true)).toEqual(['Russia', 'China', 'Brussels', 'NATO']);
  expect(withKnown(false)).toEqual(['Ilse Brandt', 'Hafen Institute']);
});
