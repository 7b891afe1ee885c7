import { expect, test } from 'vitest';
import { takeShips } from '../../../lib/recognise/rules/ships.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['a ship', '[HMNZS Manawanui=person] sank off Upolu.', ['HMNZS Manawanui=product']],
  ['a vessel by what she is', 'The ferry [Dona Paz] sank.', ['Dona Paz=product']],
  ['somebody on one', 'The ferry’s master, [Dona Paz], drowned.', ['Dona Paz=person']],
  ['an island in her name', 'The [MV Isle=place] of [Islay=place] sailed.', ['MV Isle of Islay=product']],
  [
    'no island behind her',
    'The [MV Islay=product] of [Norvane=organisation] sailed.',
    ['MV Islay=product', 'Norvane=organisation'],
  ],
  ['her prefix alone', 'The [INS=organisation] said no.', ['INS=organisation']],
  ['a disease', 'She had [Parkinson=person]’s disease.', []],
  ['somebody’s own', '[Parkinson=person]’s brother came.', ['Parkinson=person']],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(takeShips, text)).toEqual(expected));
