import { expect, test } from 'vitest';
import { withFirmsOfPeoples } from '../../lib/recognise/firms-called-by-peoples.ts';
import { readBrackets } from './brackets.ts';

/** Whether each name in round brackets, that of a people, is taken for the organisation in square ones. */
const firmsIn = (marked: string): readonly boolean[] => {
  const { text, names } = readBrackets(marked, 'nationality');
  const found = withFirmsOfPeoples(text, names);
  return names.flatMap(({ type }, at) => (type === 'nationality' ? [found[at]?.type === 'organisation'] : []));
};

test.each<[marked: string, firms: readonly boolean[]]>([
  ['[Freedonian Airways] raised fares. (Freedonian) said it had to. Pilots of (Freedonian) agreed.', [true, false]],
  [
    '[Freedonian Airways] fell. Shares of (Freedonian) lost 4 percent, and (Freedonian) shares lost more.',
    [true, false],
  ],
  [
    '[Freedonian Airways] fell. The rival of (Freedonian), which flies jets, rose. So did those of (Freedonian).',
    [true, true],
  ],
  ['[Freedonian Airways] fell. (Freedonian)’s pilots left. (Freedonian) pilots are well paid.', [true, true]],
  [
    '[Freedonian Airways] fell. A (Freedonian) said so. The (Freedonian) economy grew. (Freedonian) tourists came.',
    [false, false, false],
  ],
  ['[Freedonian Airways] fell. (Freedonian), Sylvanian and other troops left.', [false]],
  ['(Freedonian) said so.', [false]],
  ['[Sylvanese Air] fell. (Sylvanese) said they were sad.', [false]],
])('%s', (marked, firms) => {
  expect(firmsIn(marked)).toEqual(firms);
});
