import { expect, test } from 'vitest';
import { fillLoneRepeats } from '../../lib/recognise/tagger/lone-repeats.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  [
    'a word that is found and passed over',
    'They sell [PSVR=product]. So most PSVR games sell.',
    ['PSVR=product', 'PSVR=product'],
  ],
  ['with other letters', 'They sell [PSVR=product]. So most Psvr games sell.', ['PSVR=product']],
  ['passed over nearly everywhere', '[Zek=person] left. A Zek, a Zek, a Zek and a Zek came.', ['Zek=person']],
  ['that the document writes small as well', '[Winter] left. A Winter came. In winter it snows.', ['Winter=person']],
  ['inside of another run of capitals', '[Zek=place] slept. The Zek Road is wet.', ['Zek=place']],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(fillLoneRepeats, text)).toEqual(expected));
