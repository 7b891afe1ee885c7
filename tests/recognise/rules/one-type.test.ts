import { expect, test, vi } from 'vitest';
import { agreeOnType } from '../../../lib/recognise/rules/one-type.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import { type EntityType, entityTypes } from '../../../lib/model/entity.ts';
import { atOnce } from '../../../lib/model/steps.ts';
import { labelOf, typeOfLabel, unit } from '../../../lib/recognise/tagger/labels.ts';
import { viewDocument } from '../../../lib/recognise/tagger/view.ts';
import { blocksOfLines, readText } from '../../../lib/text/document.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
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
    'a place that is one by "in"',
    '[Zekton~0.5] left. [Zekton~0.5] came. He was born in [Zekton=place~0.5].',
    ['person', 'person', 'place'],
  ],
  [
    'a place without it',
    '[Zekton~0.5] left. [Zekton~0.5] came. The [Zekton=place~0.5] chapter met.',
    ['person', 'person', 'person'],
  ],
  [
    'a people and its language',
    '[Hausa=nationality~0.5] spoke. [Hausa=other~0.5] is a language. [Hausa=other~0.5] too.',
    ['nationality', 'other', 'other'],
  ],
])('%s', (_rule, text, types) => {
  expect(typedNamesAfter(agreeOnType, text).map((name) => name.split('=')[1])).toEqual(types);
});

test.each<[rule: string, types: readonly EntityType[], expected: readonly EntityType[]]>([
  ['what the store knows it as, once it is so', ['person', 'person', 'product'], ['product', 'product', 'product']],
  ['what the store knows it as, where nothing is so', ['person', 'person', 'place'], ['person', 'person', 'person']],
])('%s', (_rule, types, expected) => {
  const document = readText(
    'Zekka plays. Speak with Zekka. Ask for Zekka.',
    blocksOfLines('Zekka plays. Speak with Zekka. Ask for Zekka.'),
  );
  const places = [...document.tokens.keys()].filter((i) => document.tokens[i]!.plain === 'Zekka');
  const known = places.map((i) => ({
    start: document.tokens[i]!.start,
    end: document.tokens[i]!.end,
    candidates: [{ id: asEntityId('t:zekka'), type: 'product' as const, prominence: 0.5 }],
  }));
  const words = openLexicon({ codes: new Map(), words: new Map(), phrases: new Map() });
  const view = atOnce(viewDocument(document, known, words));
  const labels = new Uint8Array(document.tokens.length);
  for (const [k, i] of places.entries()) labels[i] = labelOf(entityTypes.indexOf(types[k]!), unit);
  const confidences = new Float64Array(labels.length).fill(0.5);
  const agreed = agreeOnType(view, {
    labels,
    confidences,
    types: new Float32Array(labels.length * entityTypes.length),
  });
  expect(places.map((i) => entityTypes[typeOfLabel(agreed.labels[i]!)])).toEqual(expected);
});

test('the places of a name are one list, which is not made anew with each of them', () => {
  let lists = 0;
  const { set } = Map.prototype;
  typedNamesAfter((view, labelling) => {
    const spy = vi.spyOn(Map.prototype, 'set').mockImplementation(function counted(
      this: Map<unknown, unknown>,
      key,
      value,
    ) {
      if (Array.isArray(value)) lists += 1;
      return set.call(this, key, value);
    });
    try {
      return agreeOnType(view, labelling);
    } finally {
      spy.mockRestore();
    }
  }, '[Etlaq=organisation~0.5] grew. '.repeat(50));
  expect(lists).toBeLessThan(10);
});
