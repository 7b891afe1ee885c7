import { describe, expect, test } from 'vitest';
import { flatten } from '../../lib/i18n/messages.ts';
import { source } from '../../lib/i18n/source.ts';
import { catalogues } from '../../scripts/catalogues.ts';

const keys = flatten(source).map(([key]) => key);

describe('the English catalogue', () => {
  test('has keys that browsers take, none twice (they compare without case)', () => {
    expect(keys.filter((key) => !/^[A-Za-z\d_]+$/.test(key))).toEqual([]);
    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
  });

  test('says something under every key', () => {
    expect(flatten(source).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

test.each(catalogues())('$language: a catalogue as browsers read it', ({ text }) => {
  const messages = JSON.parse(text) as Readonly<Record<string, { readonly message: string }>>;
  expect(Object.entries(messages).filter(([, { message }]) => /(?<!\$)(?:\$\$)*\$(?!\$)/.test(message))).toEqual([]);
});
