import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { asEntityId, asSourceId } from '../../lib/model/ids.ts';
import type { Entity } from '../../lib/model/entity.ts';
import { gzip } from '../../lib/pack/bytes.ts';
import { checkPart } from '../../lib/pack/check-part.ts';
import { hashBytes } from '../../lib/pack/digest.ts';
import { isDay } from '../../lib/pack/forms.ts';
import { compileIndex, openIndex } from '../../lib/pack/index-part.ts';
import { isSurelySound } from '../../lib/pack/quick-check.ts';
import { entitySchema, factSchema } from '../../lib/pack/records.ts';

const entity = {
  id: 'test:ada',
  type: 'person',
  name: 'Ada Moreno',
  aliases: [{ text: 'Moreno', language: 'es', case: 'exact' }],
  description: 'Minister in Freedonia',
  gender: 'female',
  prominence: 0.5,
  sameAs: ['https://example.org/ada'],
  context: ['test:freedonia'],
};
const fact = {
  id: 'test:f1',
  subject: 'test:ada',
  predicate: 'jobTitle',
  value: { text: 'Minister of Trade' },
  of: 'test:freedonia',
  qualifier: 'acting',
  validFrom: '2020-01',
  validTo: '2022-06-30',
  source: 'test:s1',
};
const record = { entity, facts: [fact], neighbours: ['test:freedonia'], claims: [0] };

const opened = openIndex(
  compileIndex({
    entities: [entity as unknown as Entity],
    foreign: [asEntityId('test:x')],
    claims: ['test:c1' as never],
  }),
);
if (!opened.ok) throw new Error(opened.failure);
const index = opened.value;
const sources = new Set(['test:s1']);
const isSound = (json: unknown): boolean => isSurelySound(json, { index, ordinal: 0, sources });

/** What the schemas and the index say, as the quick check has to. */
const id = v.pipe(v.string(), v.maxLength(200), v.regex(/^[a-z][a-z0-9.-]*:[!-~]+$/u));
const slow = v.object({
  entity: v.nullable(
    v.pipe(
      entitySchema,
      v.check((found) => found.id === entity.id),
    ),
  ),
  facts: v.array(
    v.pipe(
      factSchema,
      v.check(({ subject, source }) => subject === entity.id && sources.has(source)),
    ),
  ),
  neighbours: v.array(id),
  claims: v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0))),
});

/** Every place within a value, with a way to put something else there. */
function* placesIn(value: unknown): Generator<(other: unknown) => unknown> {
  yield (other) => other;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    for (const put of placesIn(inner))
      yield (other) => (Array.isArray(value) ? value.with(Number(key), put(other)) : { ...value, [key]: put(other) });
}

const places = [...placesIn(record)];
const oddities: readonly unknown[] = [
  ['', ' ', '\u00a0', '—', '7', 'Élan', 'test:ada', 'test:s1', 'Test:x', 'a:b c', 'x'.repeat(301), 'y'.repeat(4_001)],
  ['2020', '2023', '2021-02-29', '2020-02-29', '2020-13', '2020-1', 'name', 'exact', 'male', 'place', 'de-CH'],
  [
    'http://a',
    'javascript:1',
    'https://',
    0,
    1,
    2,
    -1,
    0.5,
    Number.POSITIVE_INFINITY,
    null,
    true,
    [],
    {},
    [' '],
    ['test:x'],
    [[]],
  ],
  [{ text: 'a', date: '2020' }, { number: 4 }, { number: 4, unit: 'kg' }, { number: 'x' }, { date: '2020-04-31' }],
  [{ entity: 'test:x' }, { entity: 'x' }, { text: ' ' }, { other: 1 }, [{ text: 'A' }]],
  [Array.from({ length: 401 }, () => 'test:x')],
].flat();
const odd = fc.oneof(fc.constantFrom(...oddities), fc.string(), fc.jsonValue());

describe('the quick check', () => {
  test('passes what is usual', () => {
    expect(isSound(record)).toBe(true);
    expect(isSound({ ...record, entity: null })).toBe(true);
    const { id, type, name, aliases, description } = entity;
    expect(isSound({ entity: { id, type, name, aliases, description }, facts: [], neighbours: [], claims: [] })).toBe(
      true,
    );
  });

  test('never passes what the schemas refuse, and seldom leaves them anything to find sound', () => {
    fc.assert(
      fc.property(fc.nat(places.length - 1), odd, (at, other) => {
        const json: unknown = JSON.parse(JSON.stringify(places[at]?.(other) ?? null));
        const verdict = v.is(slow, json);
        const isUnit = JSON.stringify(json).includes('"unit"');
        expect([isSound(json), JSON.stringify(json)]).toEqual([verdict && !isUnit, JSON.stringify(json)]);
      }),
      { numRuns: 3_000 },
    );
  });

  test('is asked before the schemas, which pass what it leaves to them', async () => {
    const counted = { ...record, facts: [{ ...fact, value: { number: 4, unit: 'kg' } }] };
    const source = {
      id: asSourceId('test:s1'),
      url: null,
      title: 'A',
      publisher: null,
      authors: [],
      publishedAt: null,
    };
    const other = { entity: null, facts: [], neighbours: [], claims: [] };
    const text = [{ sources: [source] }, counted, other].map((line) => JSON.stringify(line)).join('\n');
    const checked = await checkPart(index, 'entities/0', await gzip(new TextEncoder().encode(text)));
    expect(checked.ok && checked.value.length).toBe(2);
  });
});

test('days are those of the calendar', () => {
  fc.assert(
    fc.property(fc.nat(9_999), fc.nat(19), fc.nat(39), (year, month, day) => {
      const two = (value: number): string => String(value).padStart(2, '0');
      const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
      const date = new Date(`${text}T00:00:00Z`);
      const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
      expect([text, isDay(text)]).toEqual([text, isReal]);
    }),
  );
  expect(['2020', '2020-12', '2020-00', '2020-13'].map(isDay)).toEqual([true, true, false, false]);
});

test.each([
  ['', 0],
  ['a', 0x3c2569b2],
  ['abc', 0xb3dd93fa],
  ['abcd', 0x43ed676a],
  ['Hello, world!', 0xc0363e43],
  ['The quick brown fox jumps over the lazy dog', 0x2e4ff723],
])('MurmurHash3 of "%s"', (text, hash) => {
  const bytes = new TextEncoder().encode(`..${text}..`);
  expect(hashBytes(bytes, 2, bytes.length - 2)).toBe(hash);
});
