import { type Alias, type Entity, type EntityType, entityTypes } from '../../model/entity.ts';
import type { ImportFailure } from '../../model/exchange.ts';
import { withoutTags } from '../../model/export-escapes.ts';
import type { FactValue } from '../../model/fact.ts';
import { asEntityId } from '../../model/ids.ts';
import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import type { FactWithSource } from '../gather.ts';
import { isNode, propertiesOf, type SchemaNode, typesOf, valuesOf } from '../../review/node.ts';
import {
  bestOf,
  idIn,
  namesIn,
  namesOf,
  topNodes,
  typeOfNode,
  wikidataIn,
  wordingsOf,
  wordsOf,
} from '../../review/thing.ts';
import { readEntries } from './json-entries.ts';
import type { LeaveOut, Making } from './csv-row.ts';
import { isClaimNode, toGraphClaim } from './json-ld-claim.ts';
import type { LeftOutNotes } from './left-out.ts';
import type { ReadRow } from './lines.ts';
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

const toEntry = (node: Json): string => withoutTags(JSON.stringify(node, null, 2)).replaceAll(/^/gmu, '    ');

export const entityEntry = (entity: PortableEntity): string => toEntry(toNode(entity));

export const claimEntry = (claim: StoredClaimWithSource): string => toEntry(toClaim(claim));

/**
 * Entities of a schema.org graph: names, description, type, other addresses; and claims. Facts are left out, for a graph
 * does not say where each of them is from. What is no graph ends it.
 */
export async function* readJsonLd(
  pieces: AsyncIterable<string>,
  notes: LeftOutNotes,
): AsyncGenerator<ReadRow, ImportFailure | null> {
  const idOf = createNameIds();
  try {
    for await (const { text, line } of readEntries(pieces)) {
      const leaveOut: LeaveOut = (why, name) => notes.note(why, name, line);
      for (const node of topNodes(JSON.parse(text))) {
        const making = { idOf, leaveOut };
        const isClaim = isClaimNode(node);
        const row = isClaim ? toGraphClaim(node, making) : toEntity(node, making);
        if (row !== null) yield { table: isClaim ? 'claims' : 'entities', row: { ...row }, line };
      }
    }
    return null;
  } catch (error) {
    if (error instanceof SyntaxError) return { code: 'NotAnExport', fault: 'notJson' };
    if (error instanceof TypeError) return { code: 'NotAnExport', fault: 'notText' };
    throw error;
  }
}

/** What is said or shown, not a thing that a name stands for. */
const isNoThing = (type: string): boolean =>
  /(?:Action|Article|List|Object|Page|Posting|Rating|Review|WebSite)$/u.test(type);

/** UTF-16 units. */
const longestName = 300;
const longestDescription = 4_000;

/** Properties of which something is made. */
const taken: ReadonlySet<string> = new Set(
  'id type additionalType name givenName familyName legalName alternateName description gender sameAs'
    .toLowerCase()
    .split(' '),
);

/** Only what the graph says of it. */
type ToldEntity = Pick<Entity, 'id' | 'type' | 'name'> & Partial<Entity>;

function toEntity(node: SchemaNode, { idOf, leaveOut }: Making): ToldEntity | null {
  const noThing = typesOf(node).find(isNoThing);
  const names = namesIn(node);
  const name = bestOf(names, []);
  if (noThing !== undefined) leaveOut('type', noThing);
  else if (name === null) leaveOut('noName', idIn(node) ?? typesOf(node)[0] ?? '{}');
  if (noThing !== undefined || name === null) return null;
  for (const property of propertiesOf(node)) if (!taken.has(property.toLowerCase())) leaveOut('property', property);
  const cut = (text: string, field: string, most: number): string => {
    if (text.length > most) leaveOut('cut', field);
    return text.slice(0, most);
  };
  const type = typeIn(node, leaveOut);
  const aliases = new Map<string, Alias>();
  for (const { text, language } of [...names, ...namesOf(node, 'alternateName')])
    if (text !== name && !aliases.has(text))
      aliases.set(text, {
        text: cut(text, 'alternateName', longestName),
        ...(language === null ? {} : { language }),
      });
  const gender = genderIn(node, leaveOut);
  const sameAs = addressesIn(node, leaveOut);
  const item = wikidataIn(node);
  const description = bestOf(wordsOf(node, 'description'), []);
  const known =
    fromIri(idIn(node) ?? '') ?? (item === null ? null : fromIri(`https://www.wikidata.org/entity/${item}`));
  return {
    id: known ?? asEntityId(idOf(type, name)),
    type,
    name: cut(name, 'name', longestName),
    ...(aliases.size === 0 ? {} : { aliases: [...aliases.values()] }),
    ...(description === null ? {} : { description: cut(description, 'description', longestDescription) }),
    ...(gender === null ? {} : { gender }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
  };
}

function typeIn(node: SchemaNode, leaveOut: LeaveOut): EntityType {
  const said = wordsOf(node, 'additionalType')[0]?.text;
  const own = entityTypes.find((each) => each === said);
  if (own !== undefined) return own;
  if (said !== undefined) leaveOut('value', `additionalType: ${said}`);
  const type = typeOfNode(node);
  const strange = typesOf(node).find((each) => each !== 'Thing');
  if (type === null && strange !== undefined) leaveOut('value', `@type: ${strange}`);
  return type ?? 'other';
}

function genderIn(node: SchemaNode, leaveOut: LeaveOut): 'female' | 'male' | null {
  const [said] = textsOf(node, 'gender');
  const gender = /(?:^|[/:])(female|male)$/iu.exec(said ?? '')?.[1]?.toLowerCase();
  if (gender === 'female' || gender === 'male') return gender;
  if (said !== undefined) leaveOut('value', `gender: ${said}`);
  return null;
}

function addressesIn(node: SchemaNode, leaveOut: LeaveOut): readonly string[] {
  const said = textsOf(node, 'sameAs');
  for (const other of said) if (!isAddress(other)) leaveOut('value', `sameAs: ${other}`);
  return said.filter(isAddress);
}

const isAddress = (text: string): boolean => /^https?:\/\//iu.test(text);

/** Words, or the address of what is referred to. */
const textsOf = (node: SchemaNode, property: string): string[] =>
  valuesOf(node, property).flatMap((value) => {
    const id = isNode(value) ? idIn(value) : null;
    return id === null ? wordingsOf(value).map(({ text }) => text) : [id];
  });
