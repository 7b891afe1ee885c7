import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackFailure } from '../lib/pack/failures.ts';
import { parsePack } from '../lib/pack/parse.ts';
import type { PackContent } from '../lib/model/pack.ts';
import type { Result } from '../lib/model/result.ts';
import { root } from './command.ts';

const packs = join(root, 'packs');
const files = ['manifest.json', 'entities.jsonl', 'facts.jsonl', 'claims.jsonl', 'sources.jsonl'];

/** Names of the folders under packs/ that hold a pack in source form. */
export const findPackFolders = (): readonly string[] =>
  readdirSync(packs)
    .filter((name) => existsSync(join(packs, name, 'entities.jsonl')))
    .sort();

/** A pack of packs/, parsed and checked. */
export function readPackFolder(name: string): Result<PackContent, PackFailure> {
  const present = files.filter((file) => existsSync(join(packs, name, file)));
  return parsePack(new Map(present.map((file) => [file, readFileSync(join(packs, name, file), 'utf8')])));
}
