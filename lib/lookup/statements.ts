import * as v from 'valibot';
import type { PartialDate } from '../model/fact.ts';
import type { EntityType, Gender } from '../model/entity.ts';

/** The parts of a Wikibase entity (`action=wbgetentities`) that are read. What does not parse is left out, field by field. */

const text = v.fallback(v.string(), '');
const item = v.object({ type: v.literal('wikibase-entityid'), value: v.object({ id: v.string() }) });
const time = v.object({
  type: v.literal('time'),
  value: v.object({ time: v.string(), precision: v.number() }),
});
const words = v.object({ type: v.literal('string'), value: v.string() });
const dataValue = v.variant('type', [item, time, words]);
const snak = v.object({ datavalue: v.fallback(v.nullable(dataValue), null) });
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

/** Statements as facts; deprecated ones, those without a value and unknown dates are left out. */
export function readStatements({ claims }: WikibaseEntity): ReadStatement[] {
  return properties.flatMap(([property, predicate]) =>
    (claims[property] ?? [])
      .filter(({ rank }) => rank !== 'deprecated')
      .slice(0, mostOfOne)
      .flatMap((each): ReadStatement[] => {
        const value = valueOf(each.mainsnak);
        if (value === null) return [];
        return [
          {
            id: each.id,
            predicate,
            value,
            of: itemIn(each, 'P642') ?? itemIn(each, 'P1001') ?? itemIn(each, 'P2389'),
            validFrom: dateIn(each, 'P580'),
            validTo: dateIn(each, 'P582'),
          },
        ];
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

const dateIn = ({ qualifiers }: Statement, property: string): PartialDate | null => {
  const value = qualifiers[property]?.[0]?.datavalue;
  return value?.type === 'time' ? toPartialDate(value.value) : null;
};

/** `+2013-03-16T00:00:00Z` of precision 11 (day), 10 (month) or 9 (year); null for what is vaguer or before our era. */
export function toPartialDate({
  time: written,
  precision,
}: {
  readonly time: string;
  readonly precision: number;
}): PartialDate | null {
  const [, year, month, day] = /^\+0*(\d{4})-(\d{2})-(\d{2})T/u.exec(written) ?? [];
  if (year === undefined || month === undefined || day === undefined || precision < 9) return null;
  if (precision === 9 || month === '00') return year;
  return precision === 10 || day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

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
export function typeOf({ claims }: WikibaseEntity): EntityType | null {
  for (const { mainsnak } of claims['P31'] ?? []) {
    const value = mainsnak.datavalue;
    const type = value?.type === 'wikibase-entityid' ? classes[value.value.id] : undefined;
    if (type !== undefined) return type;
  }
  const has = (property: string): boolean => (claims[property] ?? []).length > 0;
  if (has('P569') || has('P21')) return 'person';
  if (has('P585') || (has('P580') && !has('P571'))) return 'event';
  if (has('P50') || has('P57') || has('P577')) return 'work';
  if (has('P159') || has('P112') || has('P169')) return 'organisation';
  if (has('P625')) return 'place';
  return has('P571') ? 'organisation' : null;
}

export function genderOf({ claims }: WikibaseEntity): Gender | null {
  const value = claims['P21']?.[0]?.mainsnak.datavalue;
  const id = value?.type === 'wikibase-entityid' ? value.value.id : null;
  if (id === 'Q6581072' || id === 'Q1052281') return 'female';
  return id === 'Q6581097' || id === 'Q2449503' ? 'male' : null;
}

/** The file name of its picture. */
export function pictureOf({ claims }: WikibaseEntity): string | null {
  const best = claims['P18']?.find(({ rank }) => rank === 'preferred') ?? claims['P18']?.[0];
  const value = best?.mainsnak.datavalue;
  return value?.type === 'string' ? value.value : null;
}
