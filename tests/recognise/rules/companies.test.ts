import { expect, test } from 'vitest';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { takeCompanies } from '../../../lib/recognise/rules/companies.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([[hashText('jersey'), markBit('region')]]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, names: readonly string[]]>([
  [
    'what has a chief executive somewhere is a company everywhere',
    '[Zekyard=place~0.5] grew. Litt is CEO of [Zekyard=place~0.5]. In [Zekyard=place~0.4] they met.',
    ['Zekyard=organisation', 'Zekyard=organisation', 'Zekyard=organisation'],
  ],
  [
    'a company without what the law adds',
    '[Halvor ASA=organisation] grew. [Halvor] fell. [Halvor=place] rose.',
    ['Halvor ASA=organisation', 'Halvor=organisation', 'Halvor=organisation'],
  ],
  [
    'a company without two such words',
    '[Halvor Group plc=organisation] grew. [Halvor] fell.',
    ['Halvor Group plc=organisation', 'Halvor=organisation'],
  ],
  [
    'a company by its first word, though there is such a town',
    '[Halvor Biologics, Inc.=organisation] grew. The head of [Halvor=place] left it in [Halvor=place].',
    ['Halvor Biologics, Inc.=organisation', 'Halvor=organisation', 'Halvor=place'],
  ],
  [
    'a company without what companies end in',
    '[Tigran Global=organisation] grew. [Tigran] wrote off its stake.',
    ['Tigran Global=organisation', 'Tigran=organisation'],
  ],
  [
    'whose given name is that of a company',
    '[Tigran Global=organisation] grew under [Tigran Hale]. [Tigran] left.',
    ['Tigran Global=organisation', 'Tigran Hale=person', 'Tigran=person'],
  ],
  [
    'whoever has its name',
    '[Halvor ASA=organisation] is led by [Jon Halvor]. [Halvor] left.',
    ['Halvor ASA=organisation', 'Jon Halvor=person', 'Halvor=person'],
  ],
  [
    'the place that a company is called by',
    '[Jersey Ltd=organisation] grew in [Jersey=place].',
    ['Jersey Ltd=organisation', 'Jersey=place'],
  ],
  ['a chief executive at one', 'The chief executive at [Zekyard=person~0.5] left.', ['Zekyard=organisation']],
  ['a founder with a hyphen', 'A co-founder of [Zekyard=place~0.5] left.', ['Zekyard=organisation']],
  ['shares in one', 'He sold his stake in [Zekyard=place~0.5].', ['Zekyard=organisation']],
  ['its regional director', '[Zekyard=person~0.5]’s regional director left.', ['Zekyard=organisation']],
  ['its chief economist', '[Zekyard=person~0.5]’s chief economist left.', ['Zekyard=organisation']],
  ['somebody’s campaign chief', '[Zekyard=person~0.5]’s campaign chief left.', ['Zekyard=person']],
  ['employees in a place', 'Its employees in [Zekyard=place~0.5] left.', ['Zekyard=place']],
  ['the founder of a town', 'The founder of [Zekyard=place~0.5] left.', ['Zekyard=place']],
  ['of which the model is sure', 'The CEO of [Zekyard=place~0.9] left.', ['Zekyard=place']],
  ['a place that a list has', 'The employees of [Jersey=place~0.5] left.', ['Jersey=place']],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(takeCompanies, text, lexicon)).toEqual(expected));
