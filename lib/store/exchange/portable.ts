import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import type { Entity } from '../../model/entity.ts';
import { asEntityId, type EntityId } from '../../model/ids.ts';
import { type FactWithSource, gather, type StoreView, withSources } from '../gather.ts';
import type { Watching } from './watching.ts';

/** An entity with its facts, for files that other programs read. */
export interface PortableEntity {
  readonly entity: Entity;
  readonly facts: readonly FactWithSource[];
}

/** Entities, or claims, that are read at once. */
const atOnce = 500;

/**
 * Everything that the reader added, corrected, wrote about or looked up, some at a time; the packs' own entities are the
 * packs'.
 */
export async function* portableEntities(
  view: StoreView,
  { signal, onProgress }: Watching,
): AsyncGenerator<readonly PortableEntity[]> {
  const { database, own } = view;
  const [subjects, noted] = await Promise.all([
    database.facts.orderBy('subject').uniqueKeys(),
    database.notes.orderBy('subject').uniqueKeys(),
  ]);
  const all = [
    ...own.entities.map(({ id }) => id),
    ...own.overlays.keys(),
    ...[...subjects, ...noted].map((key) => asEntityId(typeof key === 'string' ? key : '')),
  ].map(own.identity.mainOf);
  const ids = [...new Set(all)];
  for (let at = 0; at < ids.length; at += atOnce) {
    signal.throwIfAborted();
    const known = await gather(view, ids.slice(at, at + atOnce));
    onProgress(Math.min(ids.length, at + atOnce), ids.length);
    yield [...known.values()].map(({ entity, facts }) => ({ entity, facts }));
  }
}

/** The claims that the reader's store keeps, with where they were read, some at a time. */
export async function* portableClaims(
  { database, own }: StoreView,
  { signal, onProgress }: Watching,
): AsyncGenerator<readonly StoredClaimWithSource[]> {
  const total = await database.claims.count();
  let done = 0;
  for (let last = ''; ; ) {
    signal.throwIfAborted();
    const next = database.claims.where('id').above(last).limit(atOnce);
    const rows = await next.toArray();
    const end = rows.at(-1)?.id ?? (await next.primaryKeys()).at(-1);
    if (end === undefined) return;
    last = end;
    done += rows.length;
    onProgress(done, total);
    yield await withSources(
      database,
      rows.filter(({ id }) => !own.removed.has(`claims/${id}`)),
    );
  }
}

const wikidata = 'https://www.wikidata.org/entity/';

/** `wd:Q7` as the address that Wikidata itself gives it; other ids as a name of our own. */
export const toIri = (id: EntityId): string =>
  id.startsWith('wd:') ? wikidata + id.slice('wd:'.length) : `urn:sidelight:${id}`;

/** Null for an address that is no id of ours or Wikidata's. */
export const fromIri = (iri: string): EntityId | null => {
  // The name that Wikidata itself gives an item begins with http.
  const [, item] = /^https?:\/\/www\.wikidata\.org\/entity\/([QPL]\d+)$/u.exec(iri) ?? [];
  if (item !== undefined) return asEntityId(`wd:${item}`);
  const [, id] = /^urn:sidelight:([a-z][a-z0-9.-]*:[!-~]+)$/u.exec(iri) ?? [];
  return id === undefined ? null : asEntityId(id);
};
