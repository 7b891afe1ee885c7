import { describe, expect, test } from 'vitest';
import { describePackFailure } from '../../lib/pack/failures.ts';
import { parsePack } from '../../lib/pack/parse.ts';
import { manifest, packFiles, withRecord } from './sources.ts';

const without = (name: string): Map<string, string> => {
  const files = packFiles();
  files.delete(name);
  return files;
};
const withManifest = (fields: Readonly<Record<string, unknown>>): Map<string, string> =>
  packFiles({ 'manifest.json': JSON.stringify({ ...manifest, ...fields }) });

test('a pack as it should be', () => {
  const parsed = parsePack(packFiles());
  expect(parsed.ok && [parsed.value.entities.length, parsed.value.facts.length, parsed.value.claims.length]).toEqual([
    2, 4, 1,
  ]);
});

test('empty lines and a missing optional part do no harm', () => {
  const files = packFiles({ 'entities.jsonl': `\n${packFiles().get('entities.jsonl')}\n\n` });
  files.delete('claims.jsonl');
  files.delete('reviews.jsonl');
  expect(parsePack(files).ok).toBe(true);
});

describe('what is refused, and where', () => {
  test.each<[name: string, files: Map<string, string>, said: string]>([
    ['no manifest', without('manifest.json'), 'manifest.json: is missing'],
    ['no entities', without('entities.jsonl'), 'entities.jsonl: is missing'],
    ['manifest not JSON', packFiles({ 'manifest.json': '{' }), 'manifest.json: not JSON'],
    ['manifest null', packFiles({ 'manifest.json': 'null' }), 'manifest.json: Invalid type'],
    ['newer format', withManifest({ schema: 2 }), 'format 2'],
    ['version of another form', withManifest({ version: '1.0' }), 'manifest.json: version: not of the form'],
    ['pack id of another form', withManifest({ id: '../x' }), 'manifest.json: id: not a pack id'],
    ['no licence', withManifest({ licence: '' }), 'manifest.json: licence: empty'],
    ['manifest beyond the limit', packFiles({ 'manifest.json': ' '.repeat(300_000) }), 'limit'],
    ['line not JSON', packFiles({ 'facts.jsonl': '{"id":' }), 'facts.jsonl:1: not JSON'],
    ['a line beyond the limit', packFiles({ 'sources.jsonl': `"${'x'.repeat(300_000)}"` }), 'sources.jsonl:1 has'],
    ['id without owner', withRecord('entities', 0, { id: 'ada' }), 'entities.jsonl:1: id: not of the form'],
    ['id with a space', withRecord('entities', 0, { id: 'test:a da' }), 'entities.jsonl:1: id: not of the form'],
    [
      'id twice',
      withRecord('entities', 1, { id: 'test:ada' }),
      'entities.jsonl:2: id: test:ada stands in line 1 already',
    ],
    ['unknown type', withRecord('entities', 0, { type: 'robot' }), 'entities.jsonl:1: type:'],
    ['no name', withRecord('entities', 0, { name: undefined }), 'entities.jsonl:1: name:'],
    ['name of marks', withRecord('entities', 0, { name: '—' }), 'entities.jsonl:1: name: without a letter'],
    ['name beyond the limit', withRecord('entities', 0, { name: 'x'.repeat(1000) }), 'entities.jsonl:1: name:'],
    ['aliases no list', withRecord('entities', 0, { aliases: 'Moreno' }), 'entities.jsonl:1: aliases:'],
    ['alias without text', withRecord('entities', 0, { aliases: [{}] }), 'entities.jsonl:1: aliases.0.text:'],
    ['unknown case rule', withRecord('entities', 0, { aliases: [{ text: 'A', case: 'any' }] }), 'aliases.0.case:'],
    ['prominence above 1', withRecord('entities', 0, { prominence: 7 }), 'entities.jsonl:1: prominence:'],
    [
      'script as address',
      withRecord('entities', 0, { sameAs: ['javascript:alert(1)'] }),
      'sameAs.0: not an http(s) address',
    ],
    [
      'context leads nowhere',
      withRecord('entities', 0, { context: ['test:none'] }),
      'entities.jsonl:1: context.0: test:none is not in the pack',
    ],
    [
      'fact of nobody',
      withRecord('facts', 1, { subject: 'test:none' }),
      'facts.jsonl:2: subject: test:none is not in the pack',
    ],
    [
      'fact without a source',
      withRecord('facts', 0, { source: 'test:none' }),
      'facts.jsonl:1: source: test:none is not in the pack',
    ],
    ['office of nothing', withRecord('facts', 0, { of: 'test:none' }), 'facts.jsonl:1: of: test:none'],
    [
      'value leads nowhere',
      withRecord('facts', 3, { value: { entity: 'test:none' } }),
      'facts.jsonl:4: value.entity: test:none',
    ],
    [
      'two values',
      withRecord('facts', 0, { value: { text: 'a', date: '2020' } }),
      'facts.jsonl:1: value: must hold exactly one',
    ],
    ['no value', withRecord('facts', 0, { value: {} }), 'facts.jsonl:1: value: must hold exactly one'],
    [
      'no property',
      withRecord('facts', 0, { predicate: 'job title' }),
      'facts.jsonl:1: predicate: not a property name',
    ],
    ['no date', withRecord('facts', 0, { validFrom: 'May 2020' }), 'facts.jsonl:1: validFrom: not a date'],
    ['no day', withRecord('facts', 0, { validFrom: '2021-02-30' }), 'facts.jsonl:1: validFrom: not a day'],
    ['month 13', withRecord('facts', 0, { validFrom: '2021-13' }), 'facts.jsonl:1: validFrom: not a day'],
    [
      'ends before it begins',
      withRecord('facts', 0, { validTo: '2019' }),
      'facts.jsonl:1: validTo: ends before it begins',
    ],
    ['unknown kind of claim', withRecord('claims', 0, { kind: 'lie' }), 'claims.jsonl:1: kind:'],
    ['claim by nobody known', withRecord('claims', 0, { speaker: 'test:none' }), 'claims.jsonl:1: speaker: test:none'],
    [
      'quantity without a number',
      withRecord('claims', 0, { quantities: [{ value: '4', unit: 'percent', of: 'x' }] }),
      'claims.jsonl:1: quantities.0.value:',
    ],
    [
      'source at a file',
      withRecord('sources', 0, { url: 'file:///etc/passwd' }),
      'sources.jsonl:1: url: not an http(s) address',
    ],
    ['review of no claim', withRecord('reviews', 0, { claim: 'test:none' }), 'reviews.jsonl:1: claim: test:none'],
    ['review without a rating', withRecord('reviews', 0, { rating: ' ' }), 'reviews.jsonl:1: rating: empty'],
    ['expiry that is no date', withManifest({ expires: 'soon' }), 'manifest.json: expires: not a date'],
    ['a list in place of a record', packFiles({ 'sources.jsonl': '[]' }), 'sources.jsonl:1:'],
  ])('%s', (_, files, said) => {
    const parsed = parsePack(files);
    expect(parsed.ok ? 'accepted' : describePackFailure(parsed.failure)).toContain(said);
  });
});

test('ids of a required owner may be elsewhere', () => {
  const files = withRecord('facts', 1, { subject: 'other:somebody' });
  expect(parsePack(files).ok).toBe(false);
  files.set('manifest.json', JSON.stringify({ ...manifest, requires: ['other'] }));
  expect(parsePack(files).ok).toBe(true);
});
