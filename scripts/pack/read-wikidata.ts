import type { EntityType } from '../../lib/model/entity.ts';
import { stretchesOf, toPartialDate } from '../../lib/lookup/times.ts';
import { codeOf, siteOf } from '../../lib/lookup/wikis.ts';
import { unreachable } from '../../lib/model/result.ts';
import { objectsOf } from './lines.ts';
import { cutTo, ownSource, type PackRecord, type ReadOptions, type Reader, toRecord } from './records.ts';
import { createTally } from './tally.ts';
import { typeOfClass } from './wikidata-classes.ts';

/** Of Wikidata's JSON, as dumps and the API give it, what is read here; all of it may be missing. */
interface Item {
  readonly type?: string;
  readonly id?: string;
  readonly labels?: Readonly<Record<string, { readonly value: string } | undefined>>;
  readonly descriptions?: Readonly<Record<string, { readonly value: string } | undefined>>;
  readonly aliases?: Readonly<Record<string, readonly { readonly value: string }[] | undefined>>;
  readonly sitelinks?: Readonly<Record<string, { readonly title: string } | undefined>>;
  readonly claims?: Readonly<Record<string, readonly Statement[] | undefined>>;
}

interface Snak {
  readonly snaktype?: string;
  readonly datavalue?: { readonly value?: unknown };
}

interface Statement {
  readonly id?: string;
  readonly rank?: string;
  readonly mainsnak?: Snak;
  readonly qualifiers?: Readonly<Record<string, readonly Snak[] | undefined>>;
}

/** Longest line of text that a record takes; a description beyond it is no line. */
const longestDescription = 500;
const mostAliases = 60;

/** Items of a dump (JSON, an item a line, `.gz` too) or of API answers (`{ "entities": … }`), filtered as they pass. */
export const readWikidata: Reader = async function* (file, options) {
  let seen = 0;
  const left = createTally<LeftOut>();
  for await (const { value, line } of objectsOf(file, options.say)) {
    const { entities } = (value ?? {}) as { readonly entities?: unknown };
    for (const item of isObject(entities) ? (Object.values(entities) as readonly unknown[]) : [value]) {
      seen += 1;
      const records = recordsOf(isObject(item) ? item : {}, options);
      if (typeof records === 'string') left.count(records);
      else for (const { kind, record } of records) yield toRecord(kind, record, { file, line });
    }
  }
  const kept = seen - left.total();
  const why = left.say((reason, count) => `${count} ${leftOutWords(reason, options)}`);
  if (seen > 0)
    options.say(
      `${file}: ${kept.toLocaleString('en')} of ${seen.toLocaleString('en')} items taken in${why === '' ? '' : `; ${why}`}`,
    );
};

/** Why an item is left out. */
type LeftOut = 'no item' | 'no class' | 'other type' | 'little known' | 'no name';

function leftOutWords(reason: LeftOut, { types, languages, popularity }: ReadOptions): string {
  switch (reason) {
    case 'no item':
      return 'that are no items of Wikidata';
    case 'no class':
      return 'of no class that is known (--classes adds some)';
    case 'other type':
      return `of other types than ${types.join(', ')}`;
    case 'little known':
      return `with fewer than ${popularity} Wikipedia articles`;
    case 'no name':
      return `without a name in ${languages.join(', ')}`;
    default:
      return unreachable(reason);
  }
}

type Draft = { readonly kind: PackRecord['kind']; readonly record: object };

function recordsOf(item: Item, { owner, languages, types, popularity }: ReadOptions): Draft[] | LeftOut {
  const { id } = item;
  if (typeof id !== 'string' || !/^Q\d+$/u.test(id)) return 'no item';
  const type = typeOf(item);
  const links = Object.keys(item.sitelinks ?? {}).filter(isWikipedia).length;
  if (type === null) return 'no class';
  if (types.length > 0 && !types.includes(type)) return 'other type';
  if (links < popularity) return 'little known';
  const name = [...languages, anyLanguage].map((tag) => item.labels?.[tag]?.value).find((label) => label !== undefined);
  if (name === undefined || !isName(name)) return 'no name';
  const [language = 'en'] = languages;
  const code = codeOf(language);
  const gender = { Q6581097: 'male', Q6581072: 'female' }[idsIn(item, 'P21')[0] ?? ''];
  const title = item.sitelinks?.[siteOf(code)]?.title;
  const entity = {
    id: `wd:${id}`,
    type,
    name,
    aliases: aliasesOf(item, languages, name),
    description: cutTo(longestDescription, item.descriptions?.[language]?.value ?? ''),
    ...(gender === undefined ? {} : { gender }),
    prominence: prominenceOf(links),
    ...(title === undefined
      ? {}
      : { sameAs: [`https://${code}.wikipedia.org/wiki/${encodeURIComponent(title.replaceAll(' ', '_'))}`] }),
  };
  return [{ kind: 'entity', record: entity }, ...factsOf(item, id, owner)];
}

const typeOf = (item: Item): EntityType | null =>
  idsIn(item, 'P31')
    .map(typeOfClass)
    .find((type) => type !== null) ?? null;

/** Under which Wikidata has what is called the same in all languages. */
const anyLanguage = 'mul';

/** Wikis of other kinds whose names end as those of Wikipedias do. */
const otherWikis =
  /^(?:commons|foundation|incubator|mediawiki|meta|outreach|sources|species|wikidata|wikifunctions|wikimania)wiki$/u;

const isWikipedia = (site: string): boolean => site.endsWith('wiki') && !otherWikis.test(site);

const isName = (text: unknown): boolean => typeof text === 'string' && text.length <= 300 && /[\p{L}\p{N}]/u.test(text);

/** Of the languages that are wanted, labels and aliases; a few names in scripts of their own tell most. */
function aliasesOf(item: Item, languages: readonly string[], name: string): object[] {
  const aliases = new Map<string, object>();
  for (const language of [...languages, anyLanguage]) {
    const tag = language === anyLanguage ? {} : { language };
    const forms = [item.labels?.[language], ...(item.aliases?.[language] ?? [])];
    for (const form of forms) {
      if (typeof form?.value !== 'string' || form.value === name || !isName(form.value) || aliases.has(form.value))
        continue;
      // An abbreviation means nothing in small letters.
      const exact = /^[\p{Lu}\p{N}.&-]{2,6}$/u.test(form.value) ? { case: 'exact' } : {};
      aliases.set(form.value, { text: form.value, ...tag, ...exact });
    }
  }
  return [...aliases.values()].slice(0, mostAliases);
}

/** From the number of Wikipedias: 1 is 0.05, 10 is 0.4, 100 is 0.75, 300 and more about 0.9. */
const prominenceOf = (links: number): number =>
  Math.round(Math.min(0.95, Math.max(0.02, 0.05 + 0.35 * Math.log10(Math.max(1, links)))) * 1_000) / 1_000;

/** Wikidata's properties and ours; `role` ones are offices with the time in which they were held. */
const properties: readonly (readonly [property: string, predicate: string, kind: 'entity' | 'date'])[] = [
  ['P39', 'jobTitle', 'entity'],
  ['P569', 'birthDate', 'date'],
  ['P570', 'deathDate', 'date'],
  ['P27', 'nationality', 'entity'],
  ['P102', 'memberOf', 'entity'],
  ['P463', 'memberOf', 'entity'],
  ['P108', 'worksFor', 'entity'],
  ['P571', 'foundingDate', 'date'],
  ['P576', 'dissolutionDate', 'date'],
  ['P580', 'startDate', 'date'],
  ['P582', 'endDate', 'date'],
  ['P577', 'datePublished', 'date'],
  ['P17', 'containedInPlace', 'entity'],
  ['P159', 'location', 'entity'],
  ['P276', 'location', 'entity'],
  ['P749', 'parentOrganization', 'entity'],
];

function factsOf(item: Item, id: string, owner: string): Draft[] {
  return properties.flatMap(([property, predicate, kind]) =>
    (kind === 'date' ? best(item, property) : statementsOf(item, property)).flatMap((statement, i): Draft[] => {
      const value = statement.mainsnak?.datavalue?.value;
      const found = kind === 'date' ? dateOf(value) : itemOf(value);
      if (found === null) return [];
      const [of] = snaksOf(statement, 'P642').flatMap(({ datavalue }) => itemOf(datavalue?.value) ?? []);
      return stretchesOf(datesIn(statement, 'P580'), datesIn(statement, 'P582')).map(({ from, to }, at) => ({
        kind: 'fact',
        record: {
          id: `${owner}:f-${id}-${property}-${i}${at === 0 ? '' : `-${at + 1}`}`,
          subject: `wd:${id}`,
          predicate,
          value: kind === 'date' ? { date: found } : { entity: `wd:${found}` },
          ...(of === undefined ? {} : { of: `wd:${of}` }),
          ...(from === null ? {} : { validFrom: from }),
          ...(to === null ? {} : { validTo: to }),
          source: ownSource(owner),
        },
      }));
    }),
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Those that hold; preferred ones first. */
function statementsOf(item: Item, property: string): readonly Statement[] {
  const all: unknown = item.claims?.[property];
  return (Array.isArray(all) ? (all as readonly unknown[]) : [])
    .filter(isObject)
    .map((one): Statement => one)
    .filter(({ rank, mainsnak }) => rank !== 'deprecated' && mainsnak?.snaktype === 'value')
    .sort((a, b) => Number(b.rank === 'preferred') - Number(a.rank === 'preferred'));
}

/** Of what has one value: the preferred ones where there are any. */
function best(item: Item, property: string): readonly Statement[] {
  const all = statementsOf(item, property);
  const preferred = all.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 ? preferred : all;
}

function snaksOf({ qualifiers }: Statement, property: string): readonly Snak[] {
  const all: unknown = qualifiers?.[property];
  return (Array.isArray(all) ? (all as readonly unknown[]) : []).filter(isObject);
}

/** Null for a date that is there and cannot be told; "none" is no date. */
const datesIn = (statement: Statement, property: string): (string | null)[] =>
  snaksOf(statement, property)
    .filter(({ snaktype }) => snaktype !== 'novalue')
    .map(({ datavalue }) => dateOf(datavalue?.value));

const idsIn = (item: Item, property: string): string[] =>
  statementsOf(item, property).flatMap(({ mainsnak }) => itemOf(mainsnak?.datavalue?.value) ?? []);

/** Dumps of years ago give the number alone. */
function itemOf(value: unknown): string | null {
  const { id, ...rest } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id === 'string') return /^Q\d+$/u.test(id) ? id : null;
  const number = rest['numeric-id'];
  return rest['entity-type'] === 'item' && typeof number === 'number' ? `Q${number}` : null;
}

function dateOf(value: unknown): string | null {
  const { time, precision } = (value ?? {}) as { readonly time?: unknown; readonly precision?: unknown };
  return typeof time === 'string' && typeof precision === 'number' ? toPartialDate({ time, precision }) : null;
}
