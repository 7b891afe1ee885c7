import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from '../../lib/model/entity.ts';
import type { Fact } from '../../lib/model/fact.ts';
import { asEntityId, asFactId, asSourceId } from '../../lib/model/ids.ts';
import { createSigningKey, type SigningKey } from '../../lib/pack/signature.ts';
import { root, runQuietly, scriptLine } from '../command.ts';
import { createLineFile } from '../pack/line-file.ts';
import { ownSource } from '../pack/records.ts';
import { madeUpNames } from './names.ts';

const owner = 'bench';

const manifest = {
  id: 'bench-million',
  version: '2026.11.1',
  schema: 1,
  title: 'A million names',
  publisher: 'Bench',
  licence: 'CC0-1.0',
  language: 'en',
  created: '2026-11-23',
  description: 'Made-up people, towns and organisations, a description and an office each.',
};

/** Entities as a news index has them: a name, a line, a fact, some with a second name. */
function* records(count: number): Generator<{ readonly entity: Entity; readonly fact: Fact }> {
  const source = asSourceId(ownSource(owner));
  const names = madeUpNames();
  for (let i = 0; i < count; i += 1) {
    const name = names.next().value;
    const id = asEntityId(`${owner}:e${i}`);
    const words = name.split(' ');
    const entity: Entity = {
      id,
      type: i % 3 === 0 ? 'organisation' : 'person',
      name,
      aliases: i % 4 === 0 && words.length > 1 ? [{ text: `${words[0]?.[0] ?? 'X'}. ${words.at(-1)}` }] : [],
      description: `Number ${i} of the made-up, known for nothing in particular since ${1900 + (i % 120)}`,
      prominence: Math.round((1 - i / count) * 1_000) / 1_000,
    };
    const fact: Fact = {
      id: asFactId(`${owner}:f${i}`),
      subject: id,
      predicate: 'jobTitle',
      value: { text: `Deputy head of department ${i % 997}` },
      validFrom: `${1990 + (i % 35)}`,
      source,
    };
    yield { entity, fact };
  }
}

export interface BenchPack {
  readonly path: string;
  readonly key: SigningKey;
  readonly bytes: number;
  /** Of the process that built it, at its largest, as it says itself. */
  readonly megabytes: number;
}

/** A signed pack of so many entities, built once, as anybody would: by the command, from files. */
export async function providePack(count: number, say: (line: string) => void): Promise<BenchPack> {
  const folder = join(root, '.cache', 'bench', `store-${count}`);
  const path = join(folder, `${manifest.id}-${manifest.version}.slpack`);
  const [keyFile, memoryFile] = [join(folder, 'key.json'), join(folder, 'builder.json')];
  if (!existsSync(path) || !existsSync(keyFile) || !existsSync(memoryFile)) {
    say(`building a pack of ${count.toLocaleString('en')} entities`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(keyFile, JSON.stringify(await createSigningKey()));
    writeFileSync(memoryFile, JSON.stringify(await build(folder, count)));
  }
  const key = JSON.parse(readFileSync(keyFile, 'utf8')) as SigningKey;
  const megabytes = JSON.parse(readFileSync(memoryFile, 'utf8')) as number;
  return { path, key, bytes: statSync(path).size, megabytes };
}

/** Answers the megabytes that the builder took at most. */
async function build(folder: string, count: number): Promise<number> {
  const from = join(folder, 'records');
  mkdirSync(from, { recursive: true });
  const [entities, facts] = [join(from, 'entities.jsonl'), join(from, 'facts.jsonl')].map((file) =>
    createLineFile(file),
  );
  for (const { entity, fact } of records(count)) {
    entities?.append(JSON.stringify(entity));
    facts?.append(JSON.stringify(fact));
  }
  entities?.close();
  facts?.close();
  const manifestFile = join(folder, 'manifest.json');
  writeFileSync(manifestFile, JSON.stringify(manifest));
  const options = ['--manifest', manifestFile, '--out', folder, '--key', join(folder, 'key.json'), '--owner', owner];
  const { status, output } = await runQuietly(scriptLine('pack.ts', ['build', from, ...options]));
  rmSync(from, { recursive: true });
  const megabytes = /(\d+) MB at most/u.exec(output)?.[1];
  if (status !== 0 || megabytes === undefined) throw new Error(`the pack was not built:\n${output}`);
  return Number(megabytes);
}
