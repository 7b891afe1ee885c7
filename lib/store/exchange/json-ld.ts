import { type Entity, type EntityType, entityTypes } from '../../model/entity.ts';
import type { ImportFailure } from '../../model/exchange.ts';
import type { FactValue } from '../../model/fact.ts';
import { type EntityId } from '../../model/ids.ts';
import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import type { FactWithSource } from '../gather.ts';
import { readEntries } from './json-entries.ts';
import type { ExportRow } from './lines.ts';
import { createNameIds } from './name-ids.ts';
import { fromIri, type PortableEntity, toIri } from './portable.ts';

const types: Record<EntityType, string> = {
  person: 'Person',
  organisation: 'Organization',
  place: 'Place',
  event: 'Event',
  work: 'CreativeWork',
  product: 'Product',
  law: 'Legislation',
  nationality: 'Thing',
  other: 'Thing',
};

type Json = string | number | null | Json[] | { [key: string]: Json };

const valueOf = (value: FactValue): Json => {
  if ('entity' in value) return { '@id': toIri(value.entity) };
  if ('text' in value) return value.text;
  return 'date' in value ? value.date : value.number;
};

/** A fact with dates or a place of its own is a schema.org Role, which carries them. */
const factOf = ({ fact }: FactWithSource): Json => {
  const { predicate, value, of, validFrom, validTo } = fact;
  if (of === undefined && validFrom === undefined && validTo === undefined) return valueOf(value);
  return {
    '@type': 'Role',
    ...('text' in value ? { roleName: value.text } : { [predicate]: valueOf(value) }),
    ...(of === undefined ? {} : { memberOf: { '@id': toIri(of) } }),
    ...(validFrom === undefined ? {} : { startDate: validFrom }),
    ...(validTo === undefined ? {} : { endDate: validTo }),
  };
};

export function toNode({ entity, facts }: PortableEntity): { [key: string]: Json } {
  const byPredicate = new Map<string, Json[]>();
  for (const fact of facts)
    byPredicate.set(fact.fact.predicate, [...(byPredicate.get(fact.fact.predicate) ?? []), factOf(fact)]);
  const aliases = entity.aliases.map(({ text }) => text).filter((text) => text !== entity.name);
  return {
    '@id': toIri(entity.id),
    '@type': types[entity.type],
    additionalType: entity.type,
    name: entity.name,
    ...(aliases.length === 0 ? {} : { alternateName: aliases }),
    ...(entity.description === '' ? {} : { description: entity.description }),
    ...(entity.gender === undefined ? {} : { gender: entity.gender }),
    ...(entity.sameAs === undefined ? {} : { sameAs: [...entity.sameAs] }),
    ...Object.fromEntries(
      [...byPredicate].map(([predicate, all]) => [predicate, all.length === 1 ? (all[0] ?? null) : all]),
    ),
  };
}

const toClaim = ({ claim, source }: StoredClaimWithSource): Json => ({
  '@id': `urn:sidelight:${claim.id}`,
  '@type': claim.quote === undefined ? 'Claim' : 'Quotation',
  text: claim.text,
  ...(claim.speaker === null
    ? claim.speakerName === undefined
      ? {}
      : { author: { '@type': 'Thing', name: claim.speakerName } }
    : { author: { '@id': toIri(claim.speaker) } }),
  about: claim.about.map((id) => ({ '@id': toIri(id) })),
  ...(claim.saidAt === null ? {} : { datePublished: claim.saidAt }),
  isPartOf: {
    '@type': 'Article',
    headline: source.title,
    ...(source.url === null ? {} : { url: source.url }),
    ...(source.publisher === null ? {} : { publisher: source.publisher }),
  },
});

/** What stands before, between and behind the entries of a graph. */
export const graphFrame = ['{\n  "@context": "https://schema.org",\n  "@graph": [\n', ',\n', '\n  ]\n}'] as const;

const toEntry = (node: Json): string => JSON.stringify(node, null, 2).replaceAll(/^/gmu, '    ');

export const entityEntry = (entity: PortableEntity): string => toEntry(toNode(entity));

export const claimEntry = (claim: StoredClaimWithSource): string => toEntry(toClaim(claim));

/** Texts as they are, or as values of a language. */
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value])
    .map((each) => (typeof each === 'object' && each !== null && '@value' in each ? each['@value'] : each))
    .filter((each): each is string => typeof each === 'string' && each.trim() !== '');

/**
 * Entities of a schema.org graph: names, description, type, other addresses. Facts are left out, for a graph does not say
 * where each of them is from. What is no graph ends it.
 */
export async function* readJsonLd(pieces: AsyncIterable<string>): AsyncGenerator<ExportRow, ImportFailure | null> {
  const idOf = createNameIds();
  try {
    for await (const text of readEntries(pieces))
      for (const node of nodesOf(JSON.parse(text))) {
        const entity = toEntity(node, idOf);
        if (entity !== null) yield { table: 'entities', row: { ...entity } };
      }
    return null;
  } catch (error) {
    if (error instanceof SyntaxError) return { code: 'NotAnExport', fault: 'notJson' };
    if (error instanceof TypeError) return { code: 'NotAnExport', fault: 'notText' };
    throw error;
  }
}

const nodesOf = (json: unknown): readonly unknown[] => {
  const graph = typeof json === 'object' && json !== null && '@graph' in json ? json['@graph'] : json;
  return (Array.isArray(graph) ? graph : [graph]) as readonly unknown[];
};

function toEntity(node: unknown, idOf: ReturnType<typeof createNameIds>): Entity | null {
  if (typeof node !== 'object' || node === null) return null;
  const fields = node as Readonly<Record<string, unknown>>;
  const [name] = texts(fields['name']);
  const kind = texts(fields['@type']).map((each) => each.replace(/^(?:https?:\/\/schema\.org\/|schema:)/iu, ''));
  if (name === undefined || kind.includes('Claim') || kind.includes('Quotation')) return null;
  const [own] = texts(fields['additionalType']);
  const type =
    entityTypes.find((each) => each === own) ?? entityTypes.find((each) => kind.includes(types[each])) ?? 'other';
  const [gender] = texts(fields['gender']).filter((each) => each === 'female' || each === 'male');
  const sameAs = texts(fields['sameAs']).filter((url) => /^https?:\/\//iu.test(url));
  const id: EntityId = fromIri(texts(fields['@id'])[0] ?? '') ?? idOf(type, name);
  return {
    id,
    type,
    name: name.slice(0, 300),
    aliases: texts(fields['alternateName']).map((text) => ({ text: text.slice(0, 300) })),
    description: texts(fields['description'])[0]?.slice(0, 4_000) ?? '',
    ...(gender === undefined ? {} : { gender }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
  };
}
