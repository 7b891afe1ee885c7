import * as v from 'valibot';
import type { PartialDate } from '../model/fact.ts';
import type { EntityType, Gender } from '../model/entity.ts';
import { stretchesOf, toPartialDate } from './times.ts';

/** The parts of a Wikibase entity (`action=wbgetentities`) that are read. What does not parse is left out, field by field. */

const text = v.fallback(v.string(), '');
const item = v.object({ type: v.literal('wikibase-entityid'), value: v.object({ id: v.string() }) });
const time = v.object({
  type: v.literal('time'),
  value: v.object({ time: v.string(), precision: v.number() }),
});
const words = v.object({ type: v.literal('string'), value: v.string() });
const dataValue = v.variant('type', [item, time, words]);
const snak = v.object({
  snaktype: v.fallback(v.string(), 'value'),
  datavalue: v.fallback(v.nullable(dataValue), null),
});
const list = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((all) =>
        all.flatMap((each) => {
          const parsed = v.safeParse(schema, each);
          return parsed.success ? [parsed.output] : [];
        }),
      ),
    ),
    [],
  );
const statement = v.object({
  id: v.string(),
  rank: v.fallback(v.string(), 'normal'),
  mainsnak: snak,
  qualifiers: v.fallback(v.record(v.string(), list(snak)), {}),
});
const label = v.object({ value: text });

export const entitySchema = v.object({
  id: v.string(),
  missing: v.optional(v.unknown()),
  modified: v.fallback(v.nullable(v.string()), null),
  labels: v.fallback(v.record(v.string(), label), {}),
  descriptions: v.fallback(v.record(v.string(), label), {}),
  aliases: v.fallback(v.record(v.string(), list(label)), {}),
  claims: v.fallback(v.record(v.string(), list(statement)), {}),
  sitelinks: v.fallback(v.record(v.string(), v.object({ title: text })), {}),
});
export type WikibaseEntity = v.InferOutput<typeof entitySchema>;
type Statement = v.InferOutput<typeof statement>;
type Snak = v.InferOutput<typeof snak>;

/** Wikidata's properties, by the schema.org property that says the same. */
const properties: readonly (readonly [property: string, predicate: string])[] = [
  ['P39', 'jobTitle'],
  ['P106', 'hasOccupation'],
  ['P27', 'nationality'],
  ['P569', 'birthDate'],
  ['P570', 'deathDate'],
  ['P19', 'birthPlace'],
  ['P102', 'memberOf'],
  ['P463', 'memberOf'],
  ['P108', 'worksFor'],
  ['P26', 'spouse'],
  ['P69', 'alumniOf'],
  ['P571', 'foundingDate'],
  ['P576', 'dissolutionDate'],
  ['P112', 'founder'],
  ['P749', 'parentOrganization'],
  ['P159', 'location'],
  ['P17', 'containedInPlace'],
  ['P1376', 'capitalOf'],
  ['P6', 'leader'],
  ['P35', 'leader'],
  ['P169', 'leader'],
  ['P488', 'leader'],
  ['P580', 'startDate'],
  ['P582', 'endDate'],
  ['P585', 'startDate'],
];

/** Statements of one property beyond which only the first count: a country has hundreds of some. */
const mostOfOne = 24;

export interface ReadStatement {
  readonly id: string;
  readonly predicate: string;
  readonly value: { readonly item: string } | { readonly date: PartialDate };
  /** Item of the organisation or place that a role is held in. */
  readonly of: string | null;
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
}

/** Properties of which one value is true: what the wiki prefers stands alone. */
const isSingle = (predicate: string): boolean => predicate.endsWith('Date');

/** Those that hold, preferred ones first; all ranks count alike where nothing is preferred. */
function standing({ claims }: WikibaseEntity, property: string): Statement[] {
  const all = (claims[property] ?? []).filter(({ rank }) => rank !== 'deprecated');
  return all.sort((a, b) => Number(b.rank === 'preferred') - Number(a.rank === 'preferred'));
}

/** What the wiki holds to be best of a property: the preferred statements where there are any. */
function best(entity: WikibaseEntity, property: string): Statement[] {
  const all = standing(entity, property);
  const preferred = all.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 ? preferred : all;
}

/** Statements as facts; deprecated ones, those without a value and unknown dates are left out. */
export function readStatements(entity: WikibaseEntity): ReadStatement[] {
  return properties.flatMap(([property, predicate]) =>
    (isSingle(predicate) ? best(entity, property) : standing(entity, property))
      .slice(0, mostOfOne)
      .flatMap((each): ReadStatement[] => {
        const value = valueOf(each.mainsnak);
        if (value === null) return [];
        const of = itemIn(each, 'P642') ?? itemIn(each, 'P1001') ?? itemIn(each, 'P2389');
        return stretchesOf(datesIn(each, 'P580'), datesIn(each, 'P582')).map(({ from, to }, at) => ({
          id: at === 0 ? each.id : `${each.id}-${at + 1}`,
          predicate,
          value,
          of,
          validFrom: from,
          validTo: to,
        }));
      }),
  );
}

function valueOf({ datavalue }: Snak): ReadStatement['value'] | null {
  if (datavalue?.type === 'wikibase-entityid') return { item: datavalue.value.id };
  if (datavalue?.type !== 'time') return null;
  const date = toPartialDate(datavalue.value);
  return date === null ? null : { date };
}

const itemIn = ({ qualifiers }: Statement, property: string): string | null => {
  const value = qualifiers[property]?.[0]?.datavalue;
  return value?.type === 'wikibase-entityid' ? value.value.id : null;
};

/** Null for a date that is there and cannot be told; "none" is no date. */
const datesIn = ({ qualifiers }: Statement, property: string): (PartialDate | null)[] =>
  (qualifiers[property] ?? [])
    .filter(({ snaktype }) => snaktype !== 'novalue')
    .map(({ datavalue }) => (datavalue?.type === 'time' ? toPartialDate(datavalue.value) : null));

/** Classes that the most usual things are instances of. */
const classes: Readonly<Record<string, EntityType>> = {
  Q5: 'person',
  Q6256: 'place',
  Q3624078: 'place',
  Q515: 'place',
  Q1549591: 'place',
  Q5119: 'place',
  Q35657: 'place',
  Q486972: 'place',
  Q82794: 'place',
  Q43229: 'organisation',
  Q4830453: 'organisation',
  Q783794: 'organisation',
  Q6881511: 'organisation',
  Q891723: 'organisation',
  Q7278: 'organisation',
  Q327333: 'organisation',
  Q192350: 'organisation',
  Q484652: 'organisation',
  Q245065: 'organisation',
  Q163740: 'organisation',
  Q11032: 'organisation',
  Q1110794: 'organisation',
  Q3918: 'organisation',
  Q476028: 'organisation',
  Q1656682: 'event',
  Q198: 'event',
  Q40231: 'event',
  Q159821: 'event',
  Q18608583: 'event',
  Q11424: 'work',
  Q571: 'work',
  Q7725634: 'work',
  Q482994: 'work',
  Q5398426: 'work',
  Q7889: 'product',
  Q7397: 'product',
  Q22999537: 'product',
  Q820655: 'law',
  Q131569: 'law',
  Q49371: 'law',
  Q93288: 'law',
  Q41710: 'nationality',
  Q231002: 'nationality',
};

/** By its class, else by what is known of it; null where nothing tells. */
export function typeOf(entity: WikibaseEntity): EntityType | null {
  for (const { mainsnak } of standing(entity, 'P31')) {
    const value = mainsnak.datavalue;
    const type = value?.type === 'wikibase-entityid' ? classes[value.value.id] : undefined;
    if (type !== undefined) return type;
  }
  const has = (property: string): boolean => standing(entity, property).length > 0;
  if (has('P569') || has('P21')) return 'person';
  if (has('P585') || (has('P580') && !has('P571'))) return 'event';
  if (has('P50') || has('P57') || has('P577')) return 'work';
  if (has('P159') || has('P112') || has('P169')) return 'organisation';
  if (has('P625')) return 'place';
  return has('P571') ? 'organisation' : null;
}

export function genderOf(entity: WikibaseEntity): Gender | null {
  const value = standing(entity, 'P21')[0]?.mainsnak.datavalue;
  const id = value?.type === 'wikibase-entityid' ? value.value.id : null;
  if (id === 'Q6581072' || id === 'Q1052281') return 'female';
  return id === 'Q6581097' || id === 'Q2449503' ? 'male' : null;
}

/** The file name of its picture. */
export function pictureOf(entity: WikibaseEntity): string | null {
  const value = standing(entity, 'P18')[0]?.mainsnak.datavalue;
  return value?.type === 'string' ? value.value : null;
}
