import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/command.ts';
import { PackDraft } from '../../scripts/packs/draft.ts';
import { addCities } from '../../scripts/packs/places.ts';

const cityTable = join(root, 'packs', 'world', 'places', 'cities.psv');
const draftOf = (file: string, capitals: ReadonlyMap<string, string> = new Map()): PackDraft => {
  const draft = new PackDraft(() => false);
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
