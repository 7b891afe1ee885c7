import { describe, expect, test } from 'vitest';
import { createWords, flatten, plural, slotsOf } from '../../lib/i18n/messages.ts';

const source = {
  back: 'Back',
  about: '{name} of {place}',
  count: { claims: plural({ one: '{count} claim', other: '{count} claims' }) },
} as const;

const speak = (tag: string, texts: Readonly<Record<string, string>>) =>
  createWords(source, { tag, find: (key) => texts[key] ?? null });

describe('createWords', () => {
  test('a message without slots is its text', () => {
    expect(speak('de', { back: 'Zurück' }).back).toBe('Zurück');
  });

  test('slots are filled wherever the language puts them', () => {
    const { about } = speak('de', { about: 'in {place}: {name}' });
    expect(about({ name: 'Ada', place: 'Velland' })).toBe('in Velland: Ada');
  });

  test('a value with braces is no slot', () => {
    expect(speak('en', {}).about({ name: '{place}', place: '$1' })).toBe('{place} of $1');
  });

  test.each([
    ['en', 'Ada', 'Ada of Velland'],
    ['en', 'ليلى', '\u2068ليلى\u2069 of Velland'],
    ['ar', 'ليلى', 'ليلى of \u2068Velland\u2069'],
    ['ar', '12×', '12× of \u2068Velland\u2069'],
    ['ar', '2024-05', '\u20682024-05\u2069 of \u2068Velland\u2069'],
  ])('a value that runs against the language is kept apart: %s, %s', (tag, name, expected) => {
    expect(speak(tag, {}).about({ name, place: 'Velland' })).toBe(expected);
  });

  test('what a language lacks stands in the words of the source', () => {
    const words = speak('de', {});
    expect(words.back).toBe('Back');
    expect(words.count.claims({ count: 1 })).toBe('1 claim');
  });

  test.each([
    [1, '1 утверждение'],
    [3, '3 утверждения'],
    [5, '5 утверждений'],
    [21, '21 утверждение'],
    [1.5, '1,5 утверждения'],
  ])('plurals and numbers follow the language: %d', (count, expected) => {
    const words = speak('ru', {
      count_claims_one: '{count} утверждение',
      count_claims_few: '{count} утверждения',
      count_claims_many: '{count} утверждений',
      count_claims_other: '{count} утверждения',
    });
    expect(words.count.claims({ count })).toBe(expected);
  });

  test('a category without a form takes the general one', () => {
    expect(speak('ar', { count_claims_other: '{count} دعوى' }).count.claims({ count: 2 })).toContain('دعوى');
  });
});

test('flatten gives every form a key of its own', () => {
  expect(flatten(source)).toEqual([
    ['back', 'Back'],
    ['about', '{name} of {place}'],
    ['count_claims_one', '{count} claim'],
    ['count_claims_other', '{count} claims'],
  ]);
});

test('slotsOf', () => expect(slotsOf('{a} and {b}, {a}')).toEqual(['a', 'b', 'a']));
