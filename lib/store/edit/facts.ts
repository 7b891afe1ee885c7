import type { EditFailure, EditFault, FactDraft } from '../../model/edit.ts';
import type { Fact, FactValue } from '../../model/fact.ts';
import { asClaimId, asFactId, asSourceId, type ClaimId, type EntityId, type FactId } from '../../model/ids.ts';
import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import type { Source } from '../../model/source.ts';
import { sha256 } from '../../pack/bytes.ts';
import { type Changes, EditRefused } from './changes.ts';
import type { FactWithSource } from '../gather.ts';
import { type ClaimRow, gistOf, momentKey, type SourceRow } from '../rows.ts';

const invalid = (fault: EditFault, of = ''): EditRefused<EditFailure> =>
  new EditRefused({ code: 'Invalid', fault, of });

/** Where the reader has something from; the same origin is one source. Made before the transaction, which cannot wait. */
export async function toOwnSource({ title, url }: FactDraft['source']): Promise<Source> {
  if (url !== null && !/^https?:\/\//iu.test(url)) throw invalid('noAddress');
  const named = title.trim();
  if (named === '' && url === null) return source('local:s-you', { title: 'Your own entry', url: null });
  const id = (await sha256(new TextEncoder().encode(`${url ?? ''}\n${named}`))).slice(0, 24);
  return source(`local:s-${id}`, { title: named === '' ? (url ?? '') : named, url });
}

const source = (id: string, { title, url }: FactDraft['source']): Source => ({
  id: asSourceId(id),
  url,
  title,
  publisher: null,
  authors: [],
  publishedAt: null,
});

export async function keepSource(changes: Changes, kept: Source): Promise<void> {
  const before = await changes.get<SourceRow>('sources', kept.id);
  if (before === null) {
    const row: SourceRow = { ...kept, readAt: 0, contentHash: '' };
    return changes.put('sources', row);
  }
  // Named for a fact with its title and address alone, it may be known better by now.
  const publisher = before.publisher ?? kept.publisher;
  const publishedAt = before.publishedAt ?? kept.publishedAt;
  const authors = before.authors.length > 0 ? before.authors : kept.authors;
  if (publisher !== before.publisher || publishedAt !== before.publishedAt || authors !== before.authors)
    await changes.put('sources', { ...before, publisher, publishedAt, authors });
}

const partialDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

export const isPartialDate = (date: string): boolean => partialDate.test(date);

function checkFact({ predicate, value, validFrom, validTo }: FactDraft): void {
  if (!/^[A-Za-z][A-Za-z0-9]{0,99}$/u.test(predicate)) throw invalid('factKind');
  if (isEmpty(value)) throw invalid('factEmpty');
  if ('date' in value && !isPartialDate(value.date)) throw invalid('noDate', value.date);
  for (const date of [validFrom, validTo]) if (date !== null && !isPartialDate(date)) throw invalid('noDate', date);
  if (validFrom === null || validTo === null) return;
  const shared = Math.min(validFrom.length, validTo.length);
  if (validFrom.slice(0, shared) > validTo.slice(0, shared)) throw invalid('endsFirst');
}

function isEmpty(value: FactValue): boolean {
  if ('text' in value) return value.text.trim() === '';
  if ('number' in value) return !Number.isFinite(value.number);
  return 'entity' in value ? value.entity.length === 0 : value.date === '';
}

export interface NewFact {
  readonly subject: EntityId;
  readonly draft: FactDraft;
  readonly source: Source;
  readonly uuid: string;
}

export async function addFact(changes: Changes, { subject, draft, source: from, uuid }: NewFact): Promise<void> {
  checkFact(draft);
  await keepSource(changes, from);
  const fact: Fact = {
    id: asFactId(`local:f-${uuid}`),
    subject,
    predicate: draft.predicate,
    value: draft.value,
    ...(draft.of === null ? {} : { of: draft.of }),
    ...(draft.validFrom === null ? {} : { validFrom: draft.validFrom }),
    ...(draft.validTo === null ? {} : { validTo: draft.validTo }),
    source: from.id,
  };
  await changes.put('facts', fact);
}

export async function removeFact(changes: Changes, facts: readonly FactWithSource[], id: FactId): Promise<void> {
  if (!facts.some(({ fact }) => fact.id === id)) throw new EditRefused<EditFailure>({ code: 'Unknown', what: id });
  await changes.remove('facts', id);
}

/** The same fact as another entity's, with its source. */
export async function moveFact(
  changes: Changes,
  { fact, source: from }: FactWithSource,
  to: { readonly subject: EntityId; readonly uuid: string },
): Promise<void> {
  await changes.remove('facts', fact.id);
  await keepSource(changes, from);
  await changes.put('facts', { ...fact, id: asFactId(`local:f-${to.uuid}`), subject: to.subject });
}

/** A claim that was one entity's is another's: kept as the reader's own where a pack had it. */
export async function moveClaim(
  changes: Changes,
  { claim, source: from }: StoredClaimWithSource,
  { members, to, uuid }: { readonly members: readonly EntityId[]; readonly to: EntityId; readonly uuid: string },
): Promise<void> {
  const other = (id: EntityId): EntityId => (members.includes(id) ? to : id);
  const speaker = claim.speaker === null ? null : other(claim.speaker);
  const about = [...new Set(claim.about.map(other))];
  const everybody = [...new Set([...(speaker === null ? [] : [speaker]), ...about])];
  const isOwn = (await changes.get('claims', claim.id)) !== null;
  if (!isOwn) await changes.remove('claims', claim.id);
  const row: ClaimRow = {
    ...claim,
    id: isOwn ? claim.id : asClaimId(`local:c-${uuid}`),
    speaker,
    about,
    ...(speaker === null ? {} : { spoken: momentKey(speaker, claim.saidAt) }),
    by: everybody.map((id) => momentKey(id, claim.saidAt)),
    gist: gistOf(claim.text),
  };
  await keepSource(changes, from);
  await changes.put('claims', row);
}

/** The claims among them, by id; refused where one is not there. */
export function pickClaims(
  found: ReadonlyMap<ClaimId, StoredClaimWithSource>,
  ids: readonly ClaimId[],
): StoredClaimWithSource[] {
  return ids.map((id) => {
    const claim = found.get(id);
    if (claim === undefined) throw new EditRefused<EditFailure>({ code: 'Unknown', what: id });
    return claim;
  });
}
