import { expect, test } from 'vitest';
import { agreeOnType } from '../../lib/recognise/tagger/one-type.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each([
  [
    'most of its places',
    '[Etlaq=organisation~0.5] grew. [Etlaq=place~0.5] fell. [Etlaq=organisation~0.4] rose.',
    ['organisation', 'organisation', 'organisation'],
  ],
  [
    'a place of which the model is sure',
    '[Loveland=organisation~0.5] won. [Loveland=place~0.9] is a town. [Loveland=organisation~0.4] lost.',
    ['organisation', 'place', 'organisation'],
  ],
  ['as many of both', '[Etlaq=organisation~0.5] grew. [Etlaq=place~0.5] fell.', ['organisation', 'place']],
  [
    'a title in quotation marks',
    'The star of ‘[Good Bones=work~0.6]’ left. [Good Bones=organisation~0.5] ended. [Good Bones=organisation~0.5] was on.',
    ['work', 'work', 'work'],
  ],
  [
    'a people and its language',
    '[Hausa=nationality~0.5] spoke. [Hausa=other~0.5] is a language. [Hausa=other~0.5] too.',
    ['nationality', 'other', 'other'],
  ],
])('%s', (_rule, text, types) => {
  expect(typedNamesAfter(agreeOnType, text).map((name) => name.split('=')[1])).toEqual(types);
});
