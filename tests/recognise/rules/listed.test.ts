import { expect, test, vi } from 'vitest';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { takeListed } from '../../../lib/recognise/rules/listed.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([
    [hashText('leeds'), markBit('city')],
    [hashText('reed'), markBit('surname')],
  ]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, names: readonly string[]]>([
  [
    'a doubtful name between two of one type',
    '[Zek=person], [Borin=place~0.5] and [Aldo=person] left.',
    ['Zek=person', 'Borin=person', 'Aldo=person'],
  ],
  [
    'and its other places',
    '[Zek=person], [Borin=place~0.5] and [Aldo=person] left. So [Borin=place~0.6] is here.',
    ['Zek=person', 'Borin=person', 'Aldo=person', 'Borin=person'],
  ],
  ['nobody beside one thing', '[Storm=product] and [Zek Reed~0.5] had 17.', ['Storm=product', 'Zek Reed=person']],
  ['one beside a single other', '[Zek=person] and [Borin=place~0.5] left.', ['Zek=person', 'Borin=place']],
  ['beside a single work', '[Zek Storm=work] and [Borin=place~0.5] sold.', ['Zek Storm=work', 'Borin=work']],
  [
    'of which the model is sure',
    '[Zek=person], [Borin=place] and [Aldo=person] left.',
    ['Zek=person', 'Borin=place', 'Aldo=person'],
  ],
  [
    'that a list knows',
    '[Zek=person], [Leeds=place~0.5] and [Aldo=person] left.',
    ['Zek=person', 'Leeds=place', 'Aldo=person'],
  ],
  ['a people beside one place', 'in [Zek=place] and [Borin=nationality~0.5].', ['Zek=place', 'Borin=place']],
  [
    'between two types',
    '[Zek=person], [Borin=place~0.5] and [Aldo=work] left.',
    ['Zek=person', 'Borin=place', 'Aldo=work'],
  ],
  [
    'which the document has as something else, surely and as often',
    '[Zek=person], [Borin=place~0.5] and [Aldo=person] left. So [Borin=place] is here.',
    ['Zek=person', 'Borin=place', 'Aldo=person', 'Borin=place'],
  ],
  [
    'where something is',
    '[Borin=organisation~0.5], [Calin=place], [Dorin=place], is large.',
    ['Borin=organisation', 'Calin=place', 'Dorin=place'],
  ],
  [
    'a band among people',
    '[Zek=person], [Borin & Calin=organisation~0.5] and [Aldo=person] left.',
    ['Zek=person', 'Borin & Calin=organisation', 'Aldo=person'],
  ],
  [
    'in brackets behind people',
    '1 [Zek] ([Borin=organisation]), 2 [Aldo] ([Calin=organisation]), 3 [Bram] ([Dorin=place~0.5])',
    ['Zek=person', 'Borin=organisation', 'Aldo=person', 'Calin=organisation', 'Bram=person', 'Dorin=organisation'],
  ],
  [
    'in another sentence',
    '[Zek=person], [Aldo=person]. So [Borin=place~0.5] left.',
    ['Zek=person', 'Aldo=person', 'Borin=place'],
  ],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(takeListed, text, lexicon)).toEqual(expected));

test('a list of four times the names is about four times the work', () => {
  const workOf = (names: number): number => {
    let walked = 0;
    const { filter } = Array.prototype;
    const spy = vi.spyOn(Array.prototype, 'filter').mockImplementation(function filtered(this: unknown[], ...given) {
      return filter.apply(this, given);
    });
    typedNamesAfter(
      (view, labelling) => {
        spy.mockClear();
        const listed = takeListed(view, labelling);
        walked = spy.mock.contexts.reduce((sum: number, each) => sum + (each as unknown[]).length, 0);
        return listed;
      },
      `${'[Zek=person], '.repeat(names)}and [Borin=place~0.5] left.`,
      lexicon,
    );
    spy.mockRestore();
    return walked;
  };
  expect(workOf(400) / workOf(100)).toBeLessThan(6);
});
