import * as v from 'valibot';
import { claimKinds } from '../model/claim.ts';
import type { ClaimSuggestion } from '../model/claim-draft.ts';
import type { Edit } from '../model/edit.ts';
import { entityTypes } from '../model/entity.ts';
import { asClaimId, asEntityId, asFactId, asSourceId } from '../model/ids.ts';

/** Shape of an edit as it arrives in a message; what the store makes of it is the store's own to judge. */

const text = v.pipe(v.string(), v.maxLength(120_000));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const entityId = v.pipe(id, v.transform(asEntityId));
const factId = v.pipe(id, v.transform(asFactId));
const claimId = v.pipe(id, v.transform(asClaimId));
const sourceId = v.pipe(id, v.transform(asSourceId));
const many = 5_000;

const alias = v.object({
  text,
  language: v.exactOptional(text),
  case: v.exactOptional(v.picklist(['name', 'exact'])),
});
const entity = v.object({
  type: v.picklist(entityTypes),
  name: text,
  aliases: v.pipe(v.array(alias), v.maxLength(many)),
  description: text,
});
const fact = v.object({
  predicate: text,
  value: v.union([
    v.strictObject({ entity: entityId }),
    v.strictObject({ text }),
    v.strictObject({ date: text }),
    v.strictObject({ number: v.number(), unit: v.exactOptional(text) }),
  ]),
  of: v.nullable(entityId),
  validFrom: v.nullable(text),
  validTo: v.nullable(text),
  source: v.object({ title: text, url: v.nullable(text) }),
});
const quantity = v.object({ value: v.number(), unit: text, of: text });
const claimFields = {
  text,
  kind: v.picklist(claimKinds),
  quote: v.nullable(text),
  quantities: v.pipe(v.array(quantity), v.maxLength(many)),
  saidAt: v.nullable(text),
  source: v.object({
    url: v.nullable(text),
    title: text,
    publisher: v.nullable(text),
    authors: v.pipe(v.array(text), v.maxLength(many)),
    publishedAt: v.nullable(text),
  }),
};
const claimDraft = v.object({
  ...claimFields,
  speaker: v.variant('kind', [
    v.object({ kind: v.literal('none') }),
    v.object({ kind: v.literal('entity'), entity: entityId }),
    v.object({ kind: v.literal('new'), type: v.picklist(entityTypes), name: text }),
  ]),
  about: v.pipe(v.array(entityId), v.maxLength(many)),
});
const brief = v.object({ id: entityId, type: v.picklist(entityTypes), name: text, description: text });

/** What a page says of selected words, on its way from the menu to the library. */
export const claimSuggestionSchema: v.GenericSchema<unknown, ClaimSuggestion> = v.object({
  ...claimFields,
  speaker: v.nullable(brief),
  speakerName: v.nullable(text),
  about: v.pipe(v.array(brief), v.maxLength(many)),
});

const known = [
  v.object({ kind: v.literal('entity'), entity: entityId }),
  v.object({ kind: v.literal('unknown') }),
  v.object({ kind: v.literal('not-a-name') }),
] as const;

export const editSchema: v.GenericSchema<unknown, Edit> = v.variant('kind', [
  v.object({ kind: v.literal('create'), entity }),
  v.object({ kind: v.literal('rename'), id: entityId, name: text }),
  v.object({
    kind: v.literal('describe'),
    id: entityId,
    type: v.picklist(entityTypes),
    description: text,
    gender: v.nullable(v.picklist(['female', 'male'])),
  }),
  v.object({ kind: v.literal('add-alias'), id: entityId, alias }),
  v.object({ kind: v.literal('remove-alias'), id: entityId, text }),
  v.object({ kind: v.literal('add-fact'), id: entityId, fact }),
  v.object({ kind: v.literal('change-fact'), id: entityId, fact: factId, to: fact }),
  v.object({ kind: v.literal('remove-fact'), id: entityId, fact: factId }),
  v.object({ kind: v.literal('add-claim'), claim: claimDraft }),
  v.object({ kind: v.literal('remove-claim'), id: entityId, claim: claimId }),
  v.object({ kind: v.literal('add-note'), id: entityId, text }),
  v.object({ kind: v.literal('change-note'), id: entityId, note: id, text }),
  v.object({ kind: v.literal('remove-note'), id: entityId, note: id }),
  v.object({ kind: v.literal('merge'), keep: entityId, join: entityId }),
  v.object({ kind: v.literal('withdraw'), id: entityId, assertion: id }),
  v.object({
    kind: v.literal('split'),
    id: entityId,
    entity,
    facts: v.pipe(v.array(factId), v.maxLength(many)),
    claims: v.pipe(v.array(claimId), v.maxLength(many)),
    sources: v.pipe(v.array(sourceId), v.maxLength(many)),
  }),
  v.object({ kind: v.literal('delete'), id: entityId }),
  v.object({
    kind: v.literal('correct'),
    url: v.nullable(text),
    name: text,
    wrong: v.nullable(entityId),
    target: v.variant('kind', [...known, v.object({ kind: v.literal('new'), entity })]),
    scope: v.picklist(['here', 'everywhere']),
  }),
]);
