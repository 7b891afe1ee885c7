import { expect, test } from 'vitest';
import { dropDegrees } from '../../../lib/recognise/rules/degrees.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['a degree behind a person', '[Ana Ruiz], [Ph.D.=place], left.', ['Ana Ruiz']],
  ['without points', '[Ana Ruiz], [MD=place], left.', ['Ana Ruiz']],
  ['the state behind its town', '[Towson=place], [MD=place], is dark.', ['Towson', 'MD']],
  ['a degree behind nobody', 'He has a [PhD=other].', ['PhD']],
  ['a firm’s legal form', '[Zekon=organisation], [S.A.=place], sold it.', ['Zekon']],
  ['the same behind a town', '[Zek=place], [S.A.=place], is dark.', ['Zek', 'S.A.']],
  ['a measure', 'It runs at [4GHz=place] and [60FPS=product].', []],
  ['a company with a number', 'Shares of [3M=organisation] fell.', ['3M']],
  ['a publisher that looks like a measure', '[2K=organisation] said so in [4K=other].', ['2K']],
  ['a club whose letters are a degree too', '[Ana Ruiz], [KC=organisation]\u2019s captain, left.', ['Ana Ruiz', 'KC']],
  ['measures between commas', 'A chip of [4GHz, 16GB=product] is in it.', []],
  ['parts of an account', 'It came from @[Norvane=organisation]_[Leeds=place] in [York=place].', ['York']],
  ['a share on its exchange', '[Norvane=organisation] ([NRV.L=organisation]) fell.', ['Norvane']],
  [
    'letters of a body in brackets',
    '[Norvane Group=organisation] ([NVG=organisation]) fell.',
    ['Norvane Group', 'NVG'],
  ],
  ['a model', 'The [787=product] flew.', ['787']],
])('%s', (_rule, text, expected) => expect(namesAfter(dropDegrees, text)).toEqual(expected));
