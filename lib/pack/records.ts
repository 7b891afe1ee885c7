import * as v from 'valibot';
import { claimKinds, type StoredClaim } from '../model/claim.ts';
import { type Entity, entityTypes } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import { asClaimId, asEntityId, asFactId, asPackId, asSourceId } from '../model/ids.ts';
import type { PackManifest, PackReview } from '../model/pack.ts';
import type { Source } from '../model/source.ts';
import {
  areInOrder,
  dateForm,
  hasLetter,
  idForm,
  isDay,
  isFilled,
  isWebAddress,
  languageForm,
  longestAddress,
  longestId,
  longestPredicate,
  predicateForm,
} from './forms.ts';
import { limits } from './limits.ts';

/** Shapes of a pack's records in source form (docs/pack-format.md). Ids are minted here. */

const idText = v.pipe(v.string(), v.maxLength(longestId), v.regex(idForm, 'not of the form owner:name'));
export const entityId = v.pipe(idText, v.transform(asEntityId));
const sourceId = v.pipe(idText, v.transform(asSourceId));

const filled = (limit: number) => v.pipe(v.string(), v.maxLength(limit), v.check(isFilled, 'empty'));
const text = filled(limits.text);
const name = v.pipe(filled(limits.name), v.check(hasLetter, 'without a letter or digit'));
const webAddress = v.pipe(v.string(), v.maxLength(longestAddress), v.check(isWebAddress, 'not an http(s) address'));
const partialDate = v.pipe(
  v.string(),
  v.regex(dateForm, 'not a date (YYYY, YYYY-MM or YYYY-MM-DD)'),
  v.check(isDay, 'not a day of the calendar'),
);
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/u, 'not an ISO 8601 date'),
  v.check((value) => isDay(value.slice(0, 10)), 'not a day of the calendar'),
);
const finite = v.pipe(v.number(), v.finite());

export const entitySchema: v.GenericSchema<unknown, Entity> = v.object({
  id: entityId,
  type: v.picklist(entityTypes),
  name,
  aliases: v.pipe(
    v.array(
      v.object({
        text: name,
        language: v.exactOptional(v.pipe(v.string(), v.regex(languageForm, 'not a language'))),
        case: v.exactOptional(v.picklist(['name', 'exact'])),
      }),
    ),
    v.maxLength(limits.aliases),
  ),
  description: v.pipe(v.string(), v.maxLength(limits.text)),
  gender: v.exactOptional(v.picklist(['female', 'male'])),
  prominence: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  sameAs: v.exactOptional(v.array(webAddress)),
  context: v.exactOptional(v.pipe(v.array(entityId), v.maxLength(limits.context))),
});

const onlyField = 'must hold exactly one of entity, text, date, number';
const factValues = {
  entity: v.strictObject({ entity: entityId }),
  text: v.strictObject({ text }),
  date: v.strictObject({ date: partialDate }),
  number: v.strictObject({ number: finite, unit: v.exactOptional(text) }),
} as const;
const anyFactValue = v.union(Object.values(factValues), onlyField);

/** Of a value with one of the fields it is said what is wrong with that field. */
const factValue = v.lazy((value): v.GenericSchema<unknown, Fact['value']> => {
  const fields = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const [only, other] = fields.filter((field) => Object.hasOwn(factValues, field));
  return only === undefined || other !== undefined ? anyFactValue : factValues[only as keyof typeof factValues];
});

export const factSchema: v.GenericSchema<unknown, Fact> = v.pipe(
  v.object({
    id: v.pipe(idText, v.transform(asFactId)),
    subject: entityId,
    predicate: v.pipe(v.string(), v.maxLength(longestPredicate), v.regex(predicateForm, 'not a property name')),
    value: factValue,
    of: v.exactOptional(entityId),
    qualifier: v.exactOptional(text),
    validFrom: v.exactOptional(partialDate),
    validTo: v.exactOptional(partialDate),
    source: sourceId,
  }),
  v.forward(
    v.check(
      ({ validFrom, validTo }) => validFrom === undefined || validTo === undefined || areInOrder(validFrom, validTo),
      'ends before it begins',
    ),
    ['validTo'],
  ),
);

export const claimSchema: v.GenericSchema<unknown, StoredClaim> = v.object({
  id: v.pipe(idText, v.transform(asClaimId)),
  text,
  quote: v.exactOptional(text),
  kind: v.picklist(claimKinds),
  speaker: v.nullable(entityId),
  speakerName: v.exactOptional(name),
  about: v.pipe(v.array(entityId), v.maxLength(limits.about)),
  quantities: v.pipe(v.array(v.object({ value: finite, unit: text, of: text })), v.maxLength(limits.quantities)),
  saidAt: v.nullable(moment),
  source: sourceId,
});

export const reviewSchema: v.GenericSchema<unknown, PackReview> = v.object({
  id: idText,
  claim: v.pipe(idText, v.transform(asClaimId)),
  rating: text,
  source: sourceId,
});

export const sourceSchema: v.GenericSchema<unknown, Source> = v.object({
  id: sourceId,
  url: v.nullable(webAddress),
  title: text,
  publisher: v.nullable(text),
  authors: v.pipe(v.array(text), v.maxLength(200)),
  publishedAt: v.nullable(moment),
  licence: v.exactOptional(text),
});

export const manifestSchema: v.GenericSchema<unknown, PackManifest> = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9.-]{0,99}$/u, 'not a pack id'), v.transform(asPackId)),
  version: v.pipe(v.string(), v.regex(/^\d{4}\.\d{1,2}\.\d{1,6}$/u, 'not of the form YYYY.M.N')),
  schema: v.literal(1),
  title: text,
  publisher: text,
  licence: text,
  language: v.pipe(v.string(), v.regex(languageForm, 'not a language')),
  created: partialDate,
  expires: v.exactOptional(partialDate),
  description: v.pipe(v.string(), v.maxLength(limits.text)),
  requires: v.exactOptional(v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9.-]*$/u, 'not an owner of ids')))),
});
