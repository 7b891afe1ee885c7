import { expect, test } from 'vitest';
import { dropPortfolios } from '../../../lib/recognise/rules/portfolios.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  [
    'what a minister is in charge of',
    'The [Federal Energy=organisation] and Climate Change Minister [Ana Ruiz] left.',
    ['Ana Ruiz'],
  ],
  ['a body and a minister', 'The [Zekon Bank=organisation] and the Energy Minister met.', ['Zekon Bank']],
  ['two bodies', 'The [Zekon Bank=organisation] and Climate Change [Fund=organisation] met.', ['Zekon Bank', 'Fund']],
  ['whose leader somebody is', 'So Leader of the [Opposition R Ashoka=other] left.', ['R Ashoka']],
  ['a body of that name', 'So the [Opposition Watch=organisation] left.', ['Opposition Watch']],
  ['somebody', '[Ana Ruiz] and Climate Change Minister [Ada Lowe] left.', ['Ana Ruiz', 'Ada Lowe']],
])('%s', (_rule, text, expected) => expect(namesAfter(dropPortfolios, text)).toEqual(expected));
