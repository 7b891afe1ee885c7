import { expect, test } from 'vitest';
import { takeRegions } from '../../../lib/recognise/rules/regions.ts';
import { takeStorms } from '../../../lib/recognise/rules/storms.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['a storm taken for a person', 'Then [Typhoon Yagi=person] hit.', ['Typhoon Yagi=event']],
  ['a storm that was passed over', 'Then Typhoon Yagi hit.', ['Typhoon Yagi=event']],
  ['its name alone', '[Storm Eva=event] hit. [Eva=person] went.', ['Storm Eva=event', 'Eva=event']],
  ['only its name marked', 'Then Cyclone [Idai=place] hit.', ['Cyclone Idai=event']],
  ['and how strong it is', 'Then [Tropical Depression Wilma=organisation] hit.', ['Tropical Depression Wilma=event']],
  ['a depression of another kind', 'The Great Depression Museum is shut.', []],
  ['a longer name', 'At [Storm King Mountain=place] it rained.', ['Storm King Mountain=place']],
  ['a name alone where no storm is', '[Eva=person] went.', ['Eva=person']],
  ['a storm of no name', 'The storm Monday was bad.', []],
])('storms: %s', (_rule, text, expected) => expect(typedNamesAfter(takeStorms, text)).toEqual(expected));

test.each<[rule: string, text: string, names: readonly string[]]>([
  [
    'a list of counties',
    'In [Mitchell=person], [Avery=person] and [Yancey=person] counties it rained.',
    ['Mitchell=place', 'Avery=place', 'Yancey=place'],
  ],
  ['with a comma before "and"', 'In [Gao=organisation], and [Kidal=place] provinces.', ['Gao=place', 'Kidal=place']],
  ['one alone', 'The [Belgian=nationality] provinces met.', ['Belgian=nationality']],
  ['another list', '[Ada=person] and [Ben=person] met.', ['Ada=person', 'Ben=person']],
])('regions: %s', (_rule, text, expected) => expect(typedNamesAfter(takeRegions, text)).toEqual(expected));
