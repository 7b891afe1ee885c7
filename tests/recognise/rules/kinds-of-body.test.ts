import { expect, test } from 'vitest';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { takeKindsOfBody } from '../../../lib/recognise/rules/kinds-of-body.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([[hashText('association'), markBit('organisation-tail')]]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['what it is', 'The trade union [Verga] has struck.', ['Verga=organisation']],
  ['wherever it stands', '[Verga] waits. The union [Verga] has struck.', ['Verga=organisation', 'Verga=organisation']],
  ['what only a firm has', '[Barry Nor]’s chief executive left.', ['Barry Nor=organisation']],
  [
    'whom only a body has',
    'So [BBMQ=product] chief commissioner [Ana Reed] left.',
    ['BBMQ=organisation', 'Ana Reed=person'],
  ],
  ['not a boss', 'So [ChatBot=product] boss [Ana Reed] left.', ['ChatBot=product', 'Ana Reed=person']],
  [
    'a people before it',
    'The [German=nationality] Airports Association met.',
    ['German Airports Association=organisation'],
  ],
  ['somebody before it', 'She led the [Ada Moss] HIV Association.', ['Ada Moss HIV Association=organisation']],
  [
    'what is said behind it',
    'It went to [Book Bunk=work], the small trust that restored it.',
    ['Book Bunk=organisation'],
  ],
  ['not the trust’s own', 'It went to [Ana Reed], the trust’s head.', ['Ana Reed=person']],
  ['those who work for it', 'So engineers from [Ark Lyle] had come.', ['Ark Lyle=organisation']],
  ['not whom they heard from', 'So engineers heard from [Ark Lyle].', ['Ark Lyle=person']],
  ['not who leads it', 'The union [Ana Reed] led has struck.', ['Ana Reed=person']],
  ['not who speaks for it', 'The union boss [Ana Reed] left.', ['Ana Reed=person']],
  ['not what anybody has', '[Barry Nor]’s spokesman left.', ['Barry Nor=person']],
  ['not a people alone', 'The [German=nationality] Airports Minister met.', ['German=nationality']],
])('a body by %s', (_rule, text, names) => {
  expect(typedNamesAfter(takeKindsOfBody, text, lexicon)).toEqual(names);
});

test('what the store knows stays what it is', () => {
  const stored = new Map([['Verga', 'person' as const]]);
  expect(typedNamesAfter(takeKindsOfBody, 'The union [Verga] has struck.', lexicon, stored)).toEqual(['Verga=person']);
});
