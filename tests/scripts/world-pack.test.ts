import countries from 'world-countries';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asEntityId } from '../../lib/model/ids.ts';
import { root } from '../../scripts/command.ts';
import { type DraftEntity, PackDraft } from '../../scripts/packs/draft.ts';
import { addCities } from '../../scripts/packs/places.ts';
import { draftWorldPack } from '../../scripts/packs/world.ts';

interface Row {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly description: string;
}
interface FactRow {
  readonly id: string;
  readonly subject: string;
  readonly predicate: string;
  readonly value: { readonly entity?: string; readonly text?: string; readonly number?: number };
  readonly qualifier?: string;
  readonly of?: string;
  readonly validFrom?: string;
}

const world = draftWorldPack(join(root, 'packs', 'world'), join(root, 'packs', 'seed', 'entities.jsonl'));
const seed = new Map(
  ['entities.jsonl', 'facts.jsonl'].map((name) => [name, readFileSync(join(root, 'packs', 'seed', name), 'utf8')]),
);
const linesOf = (files: ReadonlyMap<string, string>, name: string): readonly string[] =>
  (files.get(name) ?? '').trim().split('\n');
const entitiesOf = (files: ReadonlyMap<string, string>) =>
  linesOf(files, 'entities.jsonl').map((line) => JSON.parse(line) as Row);
const factsOf = (files: ReadonlyMap<string, string>) =>
  linesOf(files, 'facts.jsonl').map((line) => JSON.parse(line) as FactRow);
const entities = entitiesOf(world);
const facts = factsOf(world);

test('a fact keeps its id wherever its line stands and when its end is learnt; what says something else has another', () => {
  const ann = asEntityId('world:ann');
  const idsOf = (...draws: readonly ((draft: PackDraft) => void)[]): readonly string[] => {
    const draft = new PackDraft();
    for (const draw of draws) draw(draft);
    return draft.facts.map(({ id }) => id);
  };
  const mayor = (more: { readonly validFrom: string; readonly validTo?: string }) => (draft: PackDraft) =>
    draft.fact(ann, 'jobTitle', { text: 'Mayor' }, more);
  const [first, ended, again, twice] = idsOf(
    mayor({ validFrom: '2020' }),
    mayor({ validFrom: '2020', validTo: '2024' }),
    mayor({ validFrom: '2025' }),
    mayor({ validFrom: '2020' }),
  );
  expect(
    idsOf((draft) => draft.fact(ann, 'birthDate', { date: '1970' }), mayor({ validFrom: '2020', validTo: '2024' }))[1],
  ).toBe(first);
  expect(new Set([first, ended, again, twice]).size).toBe(4);
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
});

test('the world pack holds what it is said to hold, each with a line of description', () => {
  const isCity = ({ id }: Row): boolean => id.startsWith('world:city-');
  expect(entities.filter(isCity).length).toBeGreaterThan(4_000);
  expect(entities.filter((each) => !isCity(each)).length).toBeGreaterThanOrEqual(3_000);
  expect(entities.filter(({ description }) => description.trim() === '' || description.includes('\n'))).toEqual([]);
  const people = new Set(entities.filter(({ type }) => type === 'person').map(({ id }) => id));
  const dated = facts.filter(
    ({ subject, predicate, validFrom }) => predicate === 'jobTitle' && validFrom !== undefined && people.has(subject),
  );
  expect(new Set(dated.map(({ subject }) => subject)).size).toBeGreaterThanOrEqual(800);
});

test('a role is held at an entry of this pack or of the seed', () => {
  const known = new Set([...entitiesOf(seed), ...entities].map(({ id }) => id));
  const roles = facts.filter(({ predicate }) => predicate === 'jobTitle');
  expect(roles.filter(({ of }) => of !== undefined && !known.has(of))).toEqual([]);
  const bodyOf = (title: string): string | undefined => roles.find(({ value }) => value.text === title)?.of;
  expect(bodyOf('Prosecutor of the International Criminal Court')).toBe('seed:icc');
  expect(bodyOf('US National Security Adviser')).toBe('seed:white-house');
  expect(bodyOf('Mayor of Los Angeles')).toBe('world:city-us-los-angeles');
  expect(bodyOf('Secretary General of the International Federation of Red Cross and Red Crescent Societies')).toBe(
    'seed:ifrc',
  );
});

describe('a draft', () => {
  const body = (slug: string, name: string, at: string): DraftEntity => ({
    slug,
    type: 'organisation',
    name,
    aliases: [`${name} Group`],
    description: 'Company',
    prominence: 0.3,
    wikidata: '',
    wikipedia: '',
    at,
  });
  const draftWith = (...bodies: readonly DraftEntity[]): PackDraft => {
    const draft = new PackDraft([{ id: asEntityId('seed:bloc'), type: 'organisation', name: 'Old Bloc' }]);
    for (const each of bodies) draft.add(each);
    return draft;
  };

  test('refers to a slug of its own, and to another pack by slug or name', () => {
    const draft = draftWith(body('acme', 'Acme', 'a.psv:1'), body('union', 'Old Bloc', 'a.psv:2'));
    const ids = ['acme', 'bloc', 'old-bloc', 'union'].map((slug) => draft.refer(slug, 'b.psv:1'));
    expect(ids).toEqual(['world:acme', 'seed:bloc', 'seed:bloc', 'seed:bloc']);
    expect(draft.entities.map(({ name }) => name)).toEqual(['Acme']);
    expect(draft.faults).toEqual([]);
  });

  test('tells of a slug that nothing has, were it another name of something', () => {
    const draft = draftWith(body('acme', 'Acme', 'a.psv:1'));
    expect(draft.refer('acme-group', 'b.psv:7')).toBeNull();
    expect(draft.faults).toEqual(['b.psv:7: no entry has the slug "acme-group"']);
  });

  test('tells of a line whose slug another has', () => {
    const draft = draftWith(body('acme', 'Acme', 'a.psv:1'), body('acme', 'Acme Airways', 'b.psv:3'));
    expect(draft.faults).toEqual(['b.psv:3: "acme" stands in another line already']);
  });
});

test('a place tells who leads it, its capital and its people, as far as the tables do', () => {
  const nameOf = new Map([...entitiesOf(seed), ...entities].map(({ id, name }) => [id, name]));
  const idOf = (name: string): string => entities.find((each) => each.name === name)?.id ?? name;
  const led = facts
    .filter(({ subject, predicate }) => predicate === 'leader' && subject === idOf('Texas'))
    .map(({ value, qualifier }) => [nameOf.get(value.entity ?? ''), qualifier]);
  expect(led).toContainEqual(['Greg Abbott', 'Governor of Texas']);
  const chancellors = facts.filter(({ qualifier }) => qualifier === 'Chancellor of the Exchequer');
  expect(
    facts.filter(
      ({ predicate, qualifier }) => predicate === 'leader' && qualifier === 'Governor of the Federal Reserve',
    ),
  ).toEqual([]);
  expect(new Set(chancellors.map(({ subject }) => subject))).toEqual(new Set([idOf('HM Treasury')]));
  expect(
    facts.find(({ predicate, value }) => predicate === 'capitalOf' && value.entity === idOf('Texas'))?.subject,
  ).toBe('world:city-us-austin');
  const people = facts.find(({ subject, predicate }) => predicate === 'population' && subject === idOf('Texas'));
  expect([people?.value.number, people?.qualifier]).toEqual([29_145_505, '2020 census']);
  expect(entities.find(({ name }) => name === 'Texas')?.description).toMatch(
    /^State of the United States, in the South/,
  );
});

test('every state has its capital, but those that are a city and one whose capital is disputed', () => {
  const places = [...entitiesOf(seed), ...entities].filter(
    ({ id, type }) => type === 'place' && !id.startsWith('world:city-'),
  );
  const names = new Map(places.map(({ id, name }) => [name, id]));
  const led = new Set(
    [...factsOf(seed), ...facts].flatMap(({ predicate, value }) =>
      predicate === 'capitalOf' && value.entity !== undefined ? [value.entity] : [],
    ),
  );
  const table = readFileSync(join(root, 'packs', 'world', 'places', 'countries.psv'), 'utf8');
  const own = new Map(
    table.split('\n').flatMap((line) => {
      const [name = '', aliases = ''] = line.split('|');
      return [name, ...aliases.split(';')].map((each) => [each.replace(/^=/u, ''), name] as const);
    }),
  );
  const members = countries
    .filter(({ unMember }) => unMember)
    .map(({ name, altSpellings }) => [name.common, name.official, ...altSpellings].find((each) => own.has(each)))
    .map((name) => own.get(name ?? ''));
  expect(members.filter((name) => name === undefined)).toEqual([]);
  const without = members.filter((name) => !led.has(names.get(name ?? '') ?? ''));
  expect(new Set(without)).toEqual(new Set(['Israel', 'Monaco', 'Singapore', 'Vatican City']));
});

test('a large town whose name another of its country has is told from it by its state', () => {
  const townsOf = (name: string): readonly string[] =>
    entities
      .filter(({ id, name: each }) => id.startsWith('world:city-us-') && each === name)
      .map(({ description }) => description);
  expect(townsOf('Springfield')).toEqual([
    'City in Missouri, United States',
    'City in Massachusetts, United States',
    'City in Illinois, United States',
  ]);
  expect(townsOf('Columbus')).toEqual(['City in Ohio, United States', 'City in Georgia, United States']);
});

test('a team is at home where its name says, in its own country', () => {
  const homesOf = (name: string): readonly (string | undefined)[] => {
    const { id } = entities.find((each) => each.name === name) ?? { id: name };
    return facts
      .filter(({ subject, predicate }) => subject === id && predicate === 'location')
      .map(({ value }) => value.entity);
  };
  expect(homesOf('Birmingham City')).toEqual(['wd:Q145', 'world:city-gb-birmingham']);
  expect(homesOf('New York Giants')).toEqual(['wd:Q30', 'wd:Q60']);
  expect(homesOf('Texas Rangers')).toEqual(['wd:Q30', 'wd:Q1439']);
  expect(homesOf('Arsenal F.C.')).toEqual(['wd:Q145']);
});

const cityTable = join(root, 'packs', 'world', 'places', 'cities.psv');
const draftOf = (file: string, capitals: ReadonlyMap<string, string> = new Map()): PackDraft => {
  const draft = new PackDraft();
  addCities(draft, capitals, file);
  return draft;
};

test.each([
  ['world:city-de-frankfurt-am-main', 'Frankfurt', 'Frankfurt am Main'],
  ['world:city-de-koln', 'Cologne', 'Köln'],
  ['world:city-be-antwerpen', 'Antwerp', 'Antwerpen'],
  ['world:city-ua-odessa', 'Odesa', 'Odessa'],
  ['world:city-ps-ramallah', 'Ramallah', null],
])('%s is known as %s', (id, name, other) => {
  const city = draftOf(cityTable).entities.find((each) => each.id === id);
  expect(city?.name).toBe(name);
  if (other !== null) expect(city?.aliases.map(({ text }) => text)).toContain(other);
});

test('a city whose own name is that of its country is known by its English one, and as its capital', () => {
  const { entities } = draftOf(cityTable, new Map([['panama-city', 'Panama']]));
  expect(entities.find(({ name }) => name === 'Panama City')?.description).toBe('Capital of Panama');
});

test('a row of the table that no city has is told of with its line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cities-'));
  try {
    const file = join(folder, 'cities.psv');
    writeFileSync(file, '# header\nDE|Köln|Cologne|\nDE|Nirgends|Nowhere|\n');
    expect(() => draftOf(file)).toThrow('cities.psv:3: no city is called "DE Nirgends"');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
