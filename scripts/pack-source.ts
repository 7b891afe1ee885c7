import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackFailure } from '../lib/model/install-failure.ts';
import { parsePack } from '../lib/pack/parse.ts';
import type { PackContent } from '../lib/model/pack.ts';
import type { Result } from '../lib/model/result.ts';
import { root } from './command.ts';
import { draftWorldPack } from './packs/world.ts';

const packs = join(root, 'packs');
const files = ['manifest.json', 'entities.jsonl', 'facts.jsonl', 'claims.jsonl', 'reviews.jsonl', 'sources.jsonl'];

/** Names of the folders under packs/ that hold a pack in source form. */
export const findPackFolders = (): readonly string[] =>
  readdirSync(packs)
    .filter((name) => existsSync(join(packs, name, 'manifest.json')))
    .sort();

/** A pack of packs/, parsed and checked. */
export function readPackFolder(name: string): Result<PackContent, PackFailure> {
  // The world is written as tables, and its cities come from a list.
  if (name === 'world') return parsePack(draftWorldPack(join(packs, name), join(packs, 'seed', 'entities.jsonl')));
  const present = files.filter((file) => existsSync(join(packs, name, file)));
  return parsePack(new Map(present.map((file) => [file, readFileSync(join(packs, name, file), 'utf8')])));
}
