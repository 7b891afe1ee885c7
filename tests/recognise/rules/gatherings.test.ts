import { expect, test } from 'vitest';
import { takeGatherings } from '../../../lib/recognise/rules/gatherings.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['a show', 'At the [Leeds Motor Show=organisation] it rained.', ['Leeds Motor Show=event']],
  ['a word alone', 'The [Exhibition=organisation] closed.', ['Exhibition=organisation']],
  ['a league', 'The [Leeds Motor League=organisation] closed.', ['Leeds Motor League=organisation']],
  ['a place', 'At [Show=place] it rained.', ['Show=place']],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(takeGatherings, text)).toEqual(expected));
