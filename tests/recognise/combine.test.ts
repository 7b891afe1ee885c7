import { describe, expect, test } from 'vitest';
import { asEntityId } from '../../lib/model/ids.ts';
import type { EntityType } from '../../lib/model/entity.ts';
import { combineNames } from '../../lib/recognise/combine.ts';

const text = 'In May the World Health Organization met Paris Hilton.';
const span = (surface: string): { start: number; end: number } => {
  const start = text.indexOf(surface);
  return { start, end: start + surface.length };
};
const tagged = (surface: string, type: EntityType, confidence = 0.95) => ({ ...span(surface), type, confidence });
const known = (surface: string, type: EntityType, id = 'world:x') => ({
  ...span(surface),
  candidates: [{ id: asEntityId(id), type, prominence: 0.6 }],
});
const surfaces = (...given: Parameters<typeof combineNames>) =>
  combineNames(...given).map(({ start, end, type, candidates }) => [text.slice(start, end), type, candidates.length]);

describe('what the tagger and the store find', () => {
  test.each([
    [
      'the same words: one name of the tagger’s type with the store’s candidates',
      [tagged('Paris Hilton', 'person')],
      [known('Paris Hilton', 'organisation')],
      [['Paris Hilton', 'person', 1]],
    ],
    ['one word that the tagger passed over is no name', [], [known('May', 'person')], []],
    ['unless the reader put it in', [], [known('May', 'person', 'local:may')], [['May', 'person', 1]]],
    [
      'several words that it passed over are',
      [],
      [known('World Health Organization', 'organisation')],
      [['World Health Organization', 'organisation', 1]],
    ],
    [
      'a longer name of the store takes the place of an unsure part',
      [tagged('World Health', 'work', 0.5)],
      [known('World Health Organization', 'organisation')],
      [['World Health Organization', 'organisation', 1]],
    ],
    ['but not of a sure one', [tagged('Paris', 'place')], [known('Paris Hilton', 'person')], [['Paris', 'place', 0]]],
    [
      'a part of what the tagger found is no name of its own',
      [tagged('Paris Hilton', 'person')],
      [known('Paris', 'place')],
      [['Paris Hilton', 'person', 0]],
    ],
  ])('%s', (_rule, found, store, expected) => {
    expect(surfaces(text, found, store)).toEqual(expected);
  });

  test.each([
    [
      'what the store’s name was cut short by',
      'The World Trade Post said so.',
      'The World Trade Post',
      'organisation',
      4,
    ],
    ['a title that the store leaves out', 'King Carl left.', 'King Carl', 'person', null],
  ] as const)('the same name with %s', (_rule, within, whole, type, cut) => {
    const start = cut ?? 5;
    const candidates = [{ id: asEntityId('world:x'), type, prominence: 0.6 }];
    const hit = { start, end: whole.length, candidates, ...(cut === null ? {} : { whole: 0 }) };
    const found = combineNames(within, [{ start: 0, end: whole.length, type, confidence: 0.95 }], [hit]);
    expect(found).toMatchObject([{ start: 0, end: whole.length, candidates }]);
  });
});
