import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  claimSchema,
  entitySchema,
  factSchema,
  manifestSchema,
  reviewSchema,
  sourceSchema,
} from '../../lib/pack/records.ts';
import { records } from './sources.ts';

interface JsonSchema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
}
const { $defs: published } = JSON.parse(
  readFileSync(new URL('../../docs/pack-format.schema.json', import.meta.url), 'utf8'),
) as { readonly $defs: Readonly<Record<string, JsonSchema>> };

interface ObjectSchema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, { readonly type: string }>>;
  readonly pipe?: readonly ObjectSchema[];
}
const entriesOf = (schema: unknown): Readonly<Record<string, { readonly type: string }>> => {
  const { entries, pipe } = schema as ObjectSchema;
  return entries ?? pipe?.[0]?.entries ?? {};
};

test.each([
  ['manifest', manifestSchema],
  ['entity', entitySchema],
  ['fact', factSchema],
  ['claim', claimSchema],
  ['review', reviewSchema],
  ['source', sourceSchema],
])('the published schema of a %s has the fields that are read, and asks for the same', (name, schema) => {
  const entries = entriesOf(schema);
  const required = Object.entries(entries).flatMap(([field, { type }]) => (type === 'exact_optional' ? [] : [field]));
  expect(Object.keys(published[name]?.properties ?? {}).toSorted()).toEqual(Object.keys(entries).toSorted());
  expect([...(published[name]?.required ?? [])].toSorted()).toEqual(required.toSorted());
});

test('the patterns of ids and dates are those that the examples keep to', () => {
  const pattern = (name: string): RegExp =>
    new RegExp((published[name] as unknown as { pattern: string }).pattern, 'u');
  expect(records.entities.every(({ id }) => pattern('id').test(id))).toBe(true);
  expect(pattern('date').test('2020-01')).toBe(true);
  expect(pattern('date').test('May 2020')).toBe(false);
});
