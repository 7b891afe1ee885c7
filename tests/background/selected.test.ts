import { expect, test } from 'vitest';
import { asName, asWords } from '../../entrypoints/background/selected.ts';

test.each([
  ['white space', '  Ada\n Moreno ', 'Ada Moreno'],
  ['quotes and a comma', '“Ada Moreno,”', 'Ada Moreno'],
  ['brackets around it', '(ECB)', 'ECB'],
  ['a bracket of the sentence', 'Ada Moreno)', 'Ada Moreno'],
  ['a bracket of its own', 'Labour (UK)', 'Labour (UK)'],
  ['a dash behind it', 'Ada Moreno –', 'Ada Moreno'],
  ['a full stop of its own', 'Quay Inc.', 'Quay Inc.'],
  ['signs of its own', 'Yahoo!', 'Yahoo!'],
  ['an apostrophe in front', '’t Veer', '’t Veer'],
  ['no letter at all', ' \u00a0\u200b– ', ''],
])('a selected name without %s', (_what, selected, name) => {
  expect(asName(selected)).toBe(name);
});

test('a name that goes on for ever ends with a word, and never in the middle of a letter', () => {
  const long = asName('harbour wall '.repeat(40));
  expect(long).toMatch(/(?:wall|harbour)$/);
  expect(long.length).toBeLessThanOrEqual(200);
  expect(asName(`a${'😀'.repeat(200)}b`)).not.toMatch(/\p{Cs}/u);
});

test('words that are cut say so', () => {
  expect(asWords(' The harbour\n\nwall. ')).toBe('The harbour wall.');
  expect(asWords('The harbour wall. '.repeat(400))).toMatch(/(?:The|harbour|wall\.) …$/);
});
