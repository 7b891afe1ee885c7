import type { EntityBrief, FactLine, FactLiteral } from '../../model/card.ts';
import { type Fact, type FactValue, heldOn, type PartialDate } from '../../model/fact.ts';
import type { EntityId } from '../../model/ids.ts';
import type { FactWithSource } from '../gather.ts';

/** What a card asks first of somebody or something; other predicates follow in the pack's order. */
const order: readonly string[] = [
  'jobTitle',
  'worksFor',
  'leader',
  'demonymOf',
  'capitalOf',
  'seatOf',
  'memberOf',
  'startDate',
  'endDate',
  'location',
  'containedInPlace',
  'parentOrganization',
  'organizer',
  'partyTo',
  'memberCount',
  'foundingDate',
  'dissolutionDate',
  'birthDate',
  'deathDate',
  'nationality',
  'spouse',
  'alumniOf',
  'knows',
  'notToBeConfusedWith',
];
/** More than a reader looks through; the library page shows all. */
const mostLines = 60;

const tenseOf = (fact: Fact, day: string): FactLine['tense'] => {
  if (heldOn(fact, day)) return 'holds';
  return fact.validFrom !== undefined && fact.validFrom > day ? 'not-yet' : 'no-longer';
};

const tenseRank = { holds: 0, 'no-longer': 1, 'not-yet': 2 } as const;

const predicateRank = (predicate: string): number => {
  const place = order.indexOf(predicate);
  return place === -1 ? order.length : place;
};

/** The best facts first: by kind, within a kind what holds on the day, then the latest. */
export function chooseFacts(facts: readonly FactWithSource[], day: string, most: number = mostLines): FactWithSource[] {
  return [...facts]
    .sort(
      ({ fact: a }, { fact: b }) =>
        predicateRank(a.predicate) - predicateRank(b.predicate) ||
        tenseRank[tenseOf(a, day)] - tenseRank[tenseOf(b, day)] ||
        compareDates(b.validFrom, a.validFrom),
    )
    .slice(0, most);
}

const compareDates = (a: PartialDate | undefined, b: PartialDate | undefined): number => {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Entities that the lines name. */
export const entitiesNamed = (facts: readonly FactWithSource[]): EntityId[] =>
  facts.flatMap(({ fact }) => [
    ...('entity' in fact.value ? [fact.value.entity] : []),
    ...(fact.of === undefined ? [] : [fact.of]),
  ]);

/** Lines for a card; a fact that names an entity which the store does not know is left out. */
export function toFactLines(
  facts: readonly FactWithSource[],
  day: string,
  briefs: ReadonlyMap<EntityId, EntityBrief>,
): FactLine[] {
  return facts.flatMap(({ fact, source }) => {
    const text = textOf(fact.value, briefs);
    if (text === null) return [];
    const target = 'entity' in fact.value ? fact.value.entity : fact.of;
    return [
      {
        predicate: fact.predicate,
        text: fact.qualifier === undefined ? text : `${text} (${fact.qualifier})`,
        literal: literalOf(fact),
        entity: (target === undefined ? undefined : briefs.get(target)) ?? null,
        validFrom: fact.validFrom ?? null,
        validTo: fact.validTo ?? null,
        tense: tenseOf(fact, day),
        source,
      },
    ];
  });
}

function textOf(value: FactValue, briefs: ReadonlyMap<EntityId, EntityBrief>): string | null {
  if ('entity' in value) return briefs.get(value.entity)?.name ?? null;
  if ('text' in value) return value.text;
  if ('date' in value) return dateInWords(value.date);
  const number = value.number.toLocaleString('en', { maximumFractionDigits: 6, useGrouping: value.number >= 10_000 });
  return value.unit === undefined || value.unit === 'count' ? number : `${number} ${value.unit}`;
}

function literalOf({ value, ...fact }: Fact): FactLiteral | null {
  const qualifier = fact.qualifier ?? null;
  if ('date' in value) return { date: value.date, qualifier };
  if (!('number' in value)) return null;
  return { number: value.number, unit: value.unit === 'count' ? null : (value.unit ?? null), qualifier };
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** `1953-10-19` as `19 October 1953`, less of it where less is known. */
function dateInWords(date: PartialDate): string {
  const [year = '', month, day] = date.split('-');
  const words = [day === undefined ? null : String(Number(day)), months[Number(month) - 1] ?? null, year];
  return words.filter((word) => word !== null).join(' ');
}

/** Roles named in one line; more would not be read at a glance. */
const rolesInLine = 2;

/** What the entity's `jobTitle` facts make it on a day; null where they say nothing of that day. */
export function roleOn(facts: readonly FactWithSource[], day: string): string | null {
  const held = facts.flatMap(({ fact }) =>
    fact.predicate === 'jobTitle' && 'text' in fact.value && heldOn(fact, day) ? [fact.value.text] : [],
  );
  return held.length === 0 ? null : [...new Set(held)].slice(0, rolesInLine).join('; ');
}
