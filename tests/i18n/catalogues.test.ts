import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { flatten, slotsOf } from '../../lib/i18n/messages.ts';
import { source } from '../../lib/i18n/source.ts';
import { catalogues, readLocales } from '../../scripts/catalogues.ts';
import { root } from '../../scripts/command.ts';

const english = new Map(flatten(source));
const keys = [...english.keys()];

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

const plurals = [...english.keys()].filter((key) => /_other$/.test(key)).map((key) => key.replace(/_other$/, ''));
const pluralOf = (key: string): string | undefined => {
  const stem = key.replace(/_(?:zero|one|two|few|many|other)$/, '');
  return stem !== key && plurals.includes(stem) && english.get(`${stem}_other`)?.includes('{count}') === true
    ? stem
    : undefined;
};

/** Keys that a language has to have: a form of each plural for every category that its numbers up to a million take. */
const keysIn = (tag: string): string[] => {
  const rules = new Intl.PluralRules(tag);
  const numbers = [...Array.from({ length: 201 }, (_, at) => at), 1.5];
  const categories = new Set(numbers.map((number) => rules.select(number)));
  return [
    ...new Set(
      keys.flatMap((key) => {
        const stem = pluralOf(key);
        return stem === undefined ? [key] : [...categories, 'other'].map((category) => `${stem}_${category}`);
      }),
    ),
  ];
};

test('has a label for every predicate of the pack that comes with Sidelight', () => {
  const lines = readFileSync(join(root, 'packs', 'seed', 'facts.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const predicates = new Set(lines.map((line) => (JSON.parse(line) as { readonly predicate: string }).predicate));
  expect([...predicates].filter((predicate) => !english.has(`facts_label_${predicate}`))).toEqual([]);
});

test('French signs do not begin a line: no breaking space stands before them, or within quotation marks', () => {
  const french = readLocales().find(({ language }) => language === 'fr')?.texts ?? {};
  expect(Object.entries(french).filter(([, text]) => /« | [»:;?!]/.test(text))).toEqual([]);
});

test('Arabic keeps addresses, patterns and dates in figures apart, which would be read from behind between its letters', () => {
  const arabic = readLocales().find(({ language }) => language === 'ar')?.texts ?? {};
  const loose = Object.entries(arabic).filter(([, text]) =>
    /:\/\/(?=[^\w]*[\p{Script=Arabic}.،)])|\*\.|\d-\d/u.test(text.replace(/[\u2066\u2068][^\u2069]*\u2069/gu, '')),
  );
  expect(loose).toEqual([]);
});

describe.each(readLocales())('$language', ({ texts }) => {
  const tag = texts['languageTag'] ?? '';

  test('has a tag that the browser knows', () => {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
  });

  test('has every message, with a form for each plural of its numbers', () => {
    expect(keysIn(tag).filter((key) => texts[key] === undefined || texts[key].trim() === '')).toEqual([]);
  });

  test('has no message that nothing asks for', () => {
    const known = new Set(keysIn(tag));
    expect(Object.keys(texts).filter((key) => !known.has(key))).toEqual([]);
  });

  test('fills the same slots', () => {
    const faults = Object.entries(texts).filter(([key, text]) => {
      const stem = pluralOf(key);
      const wanted = new Set(slotsOf(english.get(stem === undefined ? key : `${stem}_other`) ?? ''));
      // "one claim", "no claims": a number may be told in a word.
      if (stem !== undefined && !text.includes('{count}')) wanted.delete('count');
      return JSON.stringify([...new Set(slotsOf(text))].toSorted()) !== JSON.stringify([...wanted].toSorted());
    });
    expect(faults).toEqual([]);
  });
});

test('no interface writes the colon of one language: what joins a word to what is told of it is words.ts’s', () => {
  const written = /\}:(?:\{' '\}| ?<| \{| \$\{)|>: /;
  const lines = globSync('components/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !path.includes('gallery'))
    .flatMap((path) => readFileSync(join(root, path), 'utf8').split('\n'))
    .filter((line) => written.test(line) && !/: \{ readonly |^\s*\}: \{|\(\{|^\s*(?:const|function) /.test(line));
  expect(lines).toEqual([]);
});
