import { expect, test } from 'vitest';
import { takeSaints } from '../../../lib/recognise/rules/saints.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['a saint where something is', 'It rained in St [Elizabeth].', ['St Elizabeth=place']],
  ['with a point', 'It rained in St. [Elizabeth].', ['St. Elizabeth=place']],
  ['whatever it was taken for', 'It rained in [St Ann=event].', ['St Ann=place']],
  ['a school', 'They met at [St Ann=organisation].', ['St Ann=organisation']],
  ['a place', 'So St [Kilda=place] won.', ['St Kilda=place']],
  ['a saint', 'They prayed to St [Elizabeth].', ['Elizabeth=person']],
  ['somebody in full', 'They live at St [Ana Ruiz].', ['Ana Ruiz=person']],
  ['a street', 'It is in Main St and [Elizabeth] is.', ['Elizabeth=person']],
])('places of saints: %s', (_rule, text, expected) => expect(typedNamesAfter(takeSaints, text)).toEqual(expected));
