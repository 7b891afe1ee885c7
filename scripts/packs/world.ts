import { existsSync, readFileSync } from 'node:fs';
import type { Entity } from '../../lib/model/entity.ts';
import type { PackSource } from '../../lib/pack/parse.ts';
import { generalSource, PackDraft } from './draft.ts';
import { addFigures } from './figures.ts';
import { addLeaders } from './leaders.ts';
import { addPeople } from './people.ts';
import { addCities, addCountries, addPlaces } from './places.ts';
import { addTeamPlaces } from './teams.ts';
import { addEvents, addOrganisations, addThings } from './things.ts';

/**
 * The world pack's source files, made from the tables in `folder` and the list of cities. Throws with every slug that
 * nothing has, or that two lines have.
 */
export function draftWorldPack(folder: string, seedEntities: string): PackSource {
  const seed = readFileSync(seedEntities, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pick<Entity, 'id' | 'type' | 'name' | 'aliases' | 'description'>);
  const draft = new PackDraft(seed);
  const capitals = addCountries(draft, `${folder}/places/countries.psv`);
  const table = (path: string, add: (draft: PackDraft, file: string) => void): void => {
    const file = `${folder}/${path}`;
    if (existsSync(file)) add(draft, file);
  };
  table('orgs/places.psv', addPlaces);
  table('orgs/organisations.psv', addOrganisations);
  table('orgs/events.psv', addEvents);
  table('orgs/things.psv', addThings);
  addCities(draft, capitals, `${folder}/places/cities.psv`);
  table('places/figures.psv', addFigures);
  table('people/people.psv', addPeople);
  addLeaders(draft, seed);
  const elsewhere = seed.filter(
    ({ type, description }) => type === 'place' && /\b(?:city|capital|seat)\b/iu.test(description),
  );
  addTeamPlaces(
    draft,
    elsewhere.map(({ id, name, aliases }) => ({
      id,
      names: [name, ...aliases.map(({ text }) => text)],
      within: new Set(),
    })),
  );
  if (draft.faults.length > 0) throw new Error(draft.faults.join('\n'));
  const lines = (records: readonly unknown[]): string =>
    records.map((record) => `${JSON.stringify(record)}\n`).join('');
  return new Map([
    ['manifest.json', readFileSync(`${folder}/manifest.json`, 'utf8')],
    ['entities.jsonl', lines(draft.entities)],
    ['facts.jsonl', lines(draft.facts)],
    ['sources.jsonl', lines([generalSource])],
  ]);
}
