import { expect, test } from 'vitest';
import { takeFacilities } from '../../../lib/recognise/rules/facilities.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, name: string]>([
  ['an airport', 'So [Shannon Airport] closed.', 'Shannon Airport=place'],
  ['a hospital', 'So [Ada Moss Hospital] closed.', 'Ada Moss Hospital=organisation'],
  ['somebody', 'So [Shannon Moss] left.', 'Shannon Moss=person'],
  ['one word', 'So [Bridge] left.', 'Bridge=person'],
])('what nobody is called: %s', (_rule, text, name) => expect(typedNamesAfter(takeFacilities, text)).toEqual([name]));
