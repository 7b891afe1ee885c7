import * as v from 'valibot';
import { claimKinds } from '../model/claim.ts';
import { entityTypes } from '../model/entity.ts';

/** What a row must have so that the rest of the extension can read it; further fields are let through. */
const texts = v.array(v.string());
const maybe = v.nullable(v.string());
const aliases = v.array(v.looseObject({ text: v.string() }));

const quantities = v.array(v.looseObject({ value: v.number(), unit: v.string(), of: v.string() }));

const schemas: Readonly<Record<string, v.GenericSchema>> = {
  entities: v.looseObject({
    id: v.string(),
    type: v.picklist(entityTypes),
    name: v.string(),
    aliases,
    description: v.string(),
    prominence: v.optional(v.number()),
    sameAs: v.optional(texts),
    context: v.optional(texts),
  }),
  facts: v.looseObject({
    id: v.string(),
    subject: v.string(),
    predicate: v.string(),
    value: v.union([
      v.looseObject({ entity: v.string() }),
      v.looseObject({ text: v.string() }),
      v.looseObject({ date: v.string() }),
      v.looseObject({ number: v.number() }),
    ]),
    source: v.string(),
  }),
  claims: v.looseObject({
    id: v.string(),
    text: v.string(),
    kind: v.picklist(claimKinds),
    speaker: maybe,
    about: texts,
    quantities,
    saidAt: maybe,
    source: v.string(),
    by: texts,
  }),
  sources: v.looseObject({
    id: v.string(),
    url: maybe,
    title: v.string(),
    publisher: maybe,
    authors: texts,
    publishedAt: maybe,
    readAt: v.number(),
    contentHash: v.string(),
  }),
  notes: v.looseObject({ id: v.string(), subject: v.string(), text: v.string() }),
  overlays: v.looseObject({
    id: v.string(),
    fields: v.looseObject({ name: v.optional(v.string()), type: v.optional(v.picklist(entityTypes)) }),
    addedAliases: aliases,
    removedAliases: texts,
    isHidden: v.boolean(),
  }),
  // Lengths as look-ups keep them.
  images: v.looseObject({
    id: v.string(),
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
    url: v.pipe(v.string(), v.maxLength(2000)),
    credit: v.pipe(v.string(), v.maxLength(300)),
    licence: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    at: v.number(),
  }),
  // Asked for by the clock: an address that is none would stop all checks.
  subscriptions: v.looseObject({ pack: v.string(), url: v.pipe(v.string(), v.url(), v.startsWith('http')) }),
};

const any = v.looseObject({ id: v.string() });

/** Whether a row from elsewhere can be read by this version; one that cannot is kept as a state and makes no row. */
export const acceptsRow = (table: string, row: object): boolean => v.is(schemas[table] ?? any, row);
