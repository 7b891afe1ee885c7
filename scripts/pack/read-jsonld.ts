import type { EntityType } from '../../lib/model/entity.ts';
import { objectsOf } from './lines.ts';
import { ownSource, type PackRecord, type ReadOptions, type Reader, slugOf, toRecord } from './records.ts';
import { createTally } from './tally.ts';

/** schema.org types, the narrow ones by their endings. */
const types: readonly (readonly [pattern: RegExp, type: EntityType])[] = [
  [/^Person$/u, 'person'],
  [/Event$|^Festival$/u, 'event'],
  [/^(?:Legislation|LegislationObject)$/u, 'law'],
  [/^(?:Product|ProductModel|Vehicle|Car|SoftwareApplication|MobileApplication|Drug)$/u, 'product'],
  [
    /^(?:Book|Movie|TVSeries|TVEpisode|MusicAlbum|MusicRecording|Painting|VisualArtwork|CreativeWork|Report|Dataset|Periodical|Podcast\w*|VideoGame|Play|Sculpture)$/u,
    'work',
  ],
  [
    /^(?:Place|AdministrativeArea|City|Country|State|Continent|Landform|BodyOfWater|RiverBodyOfWater|LakeBodyOfWater|SeaBodyOfWater|Mountain|Volcano|Airport|Museum|Park|LandmarksOrHistoricalBuildings|TouristAttraction|Residence|CivicStructure|GovernmentBuilding|PlaceOfWorship)$/u,
    'place',
  ],
  [
    /Organization$|^(?:Corporation|Airline|NGO|PoliticalParty|Consortium|Project|ResearchProject|LibrarySystem|MedicalOrganization|NewsMediaOrganization|CollegeOrUniversity|School|SportsTeam|MusicGroup|LocalBusiness)$/u,
    'organisation',
  ],
];

type Node = Readonly<Record<string, unknown>>;

/** Objects of schema.org: one, a list, a `@graph`, or JSON Lines. What has no type that is known here is left out. */
export const readJsonLd: Reader = async function* (file, options) {
  const left = createTally<string>();
  let unread = 0;
  for await (const { value, line } of objectsOf(file))
    for (const node of nodesOf(value)) {
      const records = recordsOf(node, options);
      if (typeof records === 'string') {
        left.count(records);
        continue;
      }
      unread += dateProperties.filter((property) => isUnreadDate(firstOf(node[property]))).length;
      for (const { kind, record } of records) yield toRecord(kind, record, { file, line });
    }
  if (left.total() > 0) options.say(`${file}: ${left.say((why, count) => `${count} ${why}`)}`);
  if (unread > 0) options.say(`${file}: ${unread.toLocaleString('en')} dates that begin with no year are left out`);
};

function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  if (Array.isArray(node['@graph'])) return nodesOf(node['@graph']);
  const items = node['itemListElement'] ?? node['dataFeedElement'];
  if (Array.isArray(items)) return items.flatMap((item) => nodesOf((item as Node | null)?.['item'] ?? item));
  return [node];
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one) => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [one.trim()];
    // A value with a language, or a thing with a name.
    const { '@value': inner, name } = (one ?? {}) as Node;
    return [inner, name].filter((text) => typeof text === 'string' && text.trim() !== '').slice(0, 1) as string[];
  });

const firstOf = (value: unknown): string | undefined => textsOf(value)[0];

export const typeOfNode = (node: Node): EntityType | null => {
  const names = textsOf(node['@type']).map((name) => name.replace(/^(?:https?:\/\/schema\.org\/|schema:)/u, ''));
  return types.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null;
};

/** The Wikidata id that the object itself states, else one made of its address or name. */
export function idOfNode(node: Node, owner: string): string {
  const addresses = [node['@id'], node['sameAs'], node['url']].flatMap(textsOf);
  for (const address of addresses) {
    const item = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/u.exec(address)?.[1];
    if (item !== undefined) return `wd:${item}`;
  }
  const [self] = textsOf(node['@id']);
  return `${owner}:${slugOf(self?.replace(/^https?:\/\//u, '') ?? firstOf(node['name']) ?? 'thing')}`;
}

type Draft = { readonly kind: PackRecord['kind']; readonly record: object };

const dated = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/u;
const isUnreadDate = (text: string | undefined): boolean => text !== undefined && !dated.test(text);
const isAddress = (text: string): boolean => /^https?:\/\//iu.test(text) && URL.canParse(text);

/** The records of a thing, or why it is left out. */
function recordsOf(node: Node, { owner, types: wanted }: ReadOptions): Draft[] | string {
  const type = typeOfNode(node);
  const name = firstOf(node['name']);
  if (type === null) return textsOf(node['@type']).length === 0 ? 'without an @type' : 'of types that no pack has';
  if (name === undefined) return 'without a name';
  if (wanted.length > 0 && !wanted.includes(type)) return `of other types than ${wanted.join(', ')}`;
  const id = idOfNode(node, owner);
  const gender = /(?:^|\/)(male|female)$/iu.exec(firstOf(node['gender']) ?? '')?.[1]?.toLowerCase();
  const sameAs = textsOf(node['sameAs']).filter(isAddress);
  const entity = {
    id,
    type,
    name,
    aliases: [...new Set(textsOf(node['alternateName']))].filter((text) => text !== name).map((text) => ({ text })),
    description: firstOf(node['disambiguatingDescription']) ?? firstOf(node['description']) ?? '',
    ...(gender === undefined ? {} : { gender }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
  };
  return [{ kind: 'entity', record: entity }, ...factsOf(node, id, owner)];
}

const textProperties = [
  'jobTitle',
  'hasOccupation',
  'worksFor',
  'affiliation',
  'nationality',
  'memberOf',
  'parentOrganization',
  'location',
  'containedInPlace',
  'author',
  'publisher',
];
const dateProperties = [
  'birthDate',
  'deathDate',
  'foundingDate',
  'dissolutionDate',
  'startDate',
  'endDate',
  'datePublished',
  'legislationDate',
];

function factsOf(node: Node, id: string, owner: string): Draft[] {
  const facts: Draft[] = [];
  const add = (predicate: string, value: object, more: object = {}): void => {
    const factId = `${owner}:f-${slugOf(id)}-${predicate}-${facts.length}`;
    facts.push({
      kind: 'fact',
      record: { id: factId, subject: id, predicate, value, ...more, source: ownSource(owner) },
    });
  };
  for (const predicate of textProperties)
    for (const value of listOf(node[predicate])) {
      // A Role stands between the thing and its value, with the time.
      const role = /(?:^|\/)(?:Organization)?Role$/u.test(firstOf((value as Node | null)?.['@type']) ?? '')
        ? (value as Node)
        : null;
      const inner = role === null ? value : (role[predicate] ?? role['roleName']);
      const text = firstOf(inner);
      if (text === undefined) continue;
      const from = dated.exec(firstOf(role?.['startDate']) ?? '')?.[0];
      const to = dated.exec(firstOf(role?.['endDate']) ?? '')?.[0];
      add(
        predicate,
        { text },
        { ...(from === undefined ? {} : { validFrom: from }), ...(to === undefined ? {} : { validTo: to }) },
      );
    }
  for (const predicate of dateProperties) {
    const date = dated.exec(firstOf(node[predicate]) ?? '')?.[0];
    if (date !== undefined) add(predicate, { date });
  }
  return facts;
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
