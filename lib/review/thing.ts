import type { EntityType } from '../model/entity.ts';
import { isNode, listOf, type SchemaNode, typesOf, valuesOf } from './node.ts';

/** schema.org types, the narrow ones by their endings. */
const types: readonly (readonly [pattern: RegExp, type: EntityType])[] = [
  [/^(?:Person|Patient)$/u, 'person'],
  [/Event$|^(?:Festival|Hackathon|EventSeries|CourseInstance)$/u, 'event'],
  [/^(?:Legislation|LegislationObject)$/u, 'law'],
  [
    /^(?:Product|ProductModel|ProductGroup|Vehicle|Car|SoftwareApplication|MobileApplication|WebApplication|Drug)$/u,
    'product',
  ],
  [
    /^(?:Book|Movie|MovieSeries|TVSeries|TVEpisode|RadioSeries|MusicAlbum|MusicRecording|MusicComposition|Painting|VisualArtwork|CreativeWork|CreativeWorkSeries|Report|Dataset|Periodical|Newspaper|Podcast\w*|VideoGame|Play|Sculpture)$/u,
    'work',
  ],
  [
    /^(?:Place|AdministrativeArea|City|Country|State|SchoolDistrict|Continent|Landform|\w*BodyOfWater|OceanBodyOfWater|Canal|Mountain|Volcano|Waterfall|Airport|Aquarium|Beach|Bridge|BusStation|Cemetery|Museum|Park|Zoo|LandmarksOrHistoricalBuildings|TouristAttraction|TouristDestination|Residence|CivicStructure|GovernmentBuilding|CityHall|Courthouse|Embassy|LegislativeBuilding|PlaceOfWorship|Church|Mosque|Synagogue|StadiumOrArena|SubwayStation|TrainStation)$/u,
    'place',
  ],
  [
    /Organization$|^(?:Corporation|Airline|NGO|PoliticalParty|Consortium|Project|ResearchProject|FundingAgency|LibrarySystem|Cooperative|WorkersUnion|CollegeOrUniversity|School|HighSchool|MiddleSchool|ElementarySchool|Preschool|Hospital|SportsTeam|SportsClub|MusicGroup|TheaterGroup|DanceGroup|LocalBusiness|OnlineBusiness|OnlineStore|BankOrCreditUnion|InsuranceAgency|NewsAgency|RadioStation|TelevisionStation|Store|FireStation|PoliceStation|GovernmentOffice|PostOffice|Library)$/u,
    'organisation',
  ],
];

/** What a node is by its types; null where none of them is one that a store has. */
export function typeOfNode(node: SchemaNode): EntityType | null {
  const names = typesOf(node);
  return types.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null;
}

/** The name that a node has in its graph, under the keyword or what contexts call it. */
export function idIn(node: SchemaNode): string | null {
  const id = node['@id'] ?? node['id'];
  return typeof id === 'string' && id.trim() !== '' ? id.trim() : null;
}

/** A name that means the same wherever it stands; others (`#me`, `_:b0`) hold within their document alone. */
export const isGlobal = (id: string): boolean => /^[a-z][\w+.-]*:\S/iu.test(id);

/** The Wikidata item that a node itself states. */
export function wikidataIn(node: SchemaNode): string | null {
  const addresses = [
    idIn(node),
    ...['sameAs', 'url'].flatMap((property) =>
      valuesOf(node, property).map((value) => (isNode(value) ? (value['@id'] ?? value['@value']) : value)),
    ),
  ];
  for (const address of addresses) {
    const item =
      typeof address === 'string' &&
      /^https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(?:Special:EntityData\/)?(Q\d+)(?:[#?].*)?$/u.exec(
        address.trim(),
      )?.[1];
    if (typeof item === 'string') return item;
  }
  return null;
}

export interface Wording {
  readonly text: string;
  /** BCP 47; null where none is told. */
  readonly language: string | null;
}

const isTag = (key: string): boolean => /^(?:@none|[a-z]{2,3}(?:-[a-z\d]+)*)$/iu.test(key);

/** The words of a value: text, a number, a value of a language, a list, a map of languages, or the name of a thing. */
export function wordingsOf(value: unknown, language: string | null = null): Wording[] {
  if (Array.isArray(value)) return value.flatMap((each) => wordingsOf(each, language));
  if (typeof value === 'number') return [{ text: String(value), language }];
  if (typeof value === 'string') {
    const text = value.trim();
    return text === '' ? [] : [{ text, language }];
  }
  if (!isNode(value)) return [];
  if ('@value' in value) {
    const tag = value['@language'];
    return wordingsOf(value['@value'], typeof tag === 'string' ? tag : language).slice(0, 1);
  }
  if ('@list' in value || '@set' in value) return wordingsOf(value['@list'] ?? value['@set'], language);
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every(isTag) && !keys.includes('id'))
    return keys.flatMap((key) => wordingsOf(value[key], key === '@none' ? null : key));
  return valuesOf(value, 'name')
    .flatMap((name) => wordingsOf(name, language))
    .slice(0, 1);
}

export const wordsOf = (node: SchemaNode, property: string): Wording[] =>
  valuesOf(node, property).flatMap((value) => wordingsOf(value));

/** The wording that a reader of these languages understands best. */
export function bestOf(wordings: readonly Wording[], languages: readonly string[]): string | null {
  for (const wanted of languages) {
    const found = wordings.find(
      ({ language }) => language?.split('-', 1)[0]?.toLowerCase() === wanted.split('-', 1)[0],
    );
    if (found !== undefined) return found.text;
  }
  return (wordings.find(({ language }) => language === null) ?? wordings[0])?.text ?? null;
}

/** Names, each in one line. */
export const namesOf = (node: SchemaNode, property: string): Wording[] =>
  wordsOf(node, property).map(({ text, language }) => ({ text: text.replaceAll(/\s+/gu, ' '), language }));

/** What a thing is called: its name, else those that its kind has instead of one. */
export function namesIn(node: SchemaNode): readonly Wording[] {
  const names = namesOf(node, 'name');
  if (names.length > 0) return names;
  const [given] = namesOf(node, 'givenName');
  const [family] = namesOf(node, 'familyName');
  if (given !== undefined && family !== undefined)
    return [{ text: `${given.text} ${family.text}`, language: given.language }];
  return namesOf(node, 'legalName');
}

/** Nodes of the same name in their graph as one, each property with the values of all. */
export function joinNodes(nodes: readonly SchemaNode[]): SchemaNode {
  const [first = {}, ...others] = nodes;
  if (others.length === 0) return first;
  const joined: Record<string, unknown> = { ...first };
  for (const node of others)
    for (const [key, value] of Object.entries(node)) {
      if (key === '@id' || key === 'id') continue;
      const all = listOf(joined[key]);
      const known = new Set(all.map((each) => JSON.stringify(each)));
      joined[key] = [...all, ...listOf(value).filter((each) => !known.has(JSON.stringify(each)))];
    }
  return joined;
}

/** The objects that a file is about: of a list or graph, a feed, or a page, those within. */
export function topNodes(value: unknown): readonly SchemaNode[] {
  if (Array.isArray(value)) return value.flatMap(topNodes);
  if (!isNode(value)) return [];
  if ('@graph' in value) return topNodes(value['@graph']);
  const items = ['itemListElement', 'dataFeedElement', 'mainEntity'].flatMap((property) => valuesOf(value, property));
  if (items.length === 0 || typeOfNode(value) !== null) return [value];
  return items.flatMap((item) => {
    const inner = isNode(item) ? valuesOf(item, 'item') : [];
    return topNodes(inner.length > 0 ? inner : item);
  });
}
