import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '../../lib/model/fact.ts';
import { asEntityId, asFactId, asPackId, asSourceId } from '../../lib/model/ids.ts';
import { createSigningKey, type SigningKey } from '../../lib/pack/signature.ts';
import { root } from '../command.ts';
import { ownSource, type PackRecord } from '../pack/records.ts';
import { writePack } from '../pack/write-pack.ts';
import { madeUpNames } from './names.ts';

const owner = 'bench';

const manifest = {
  id: asPackId('bench-million'),
  version: '2026.11.1',
  schema: 1 as const,
  title: 'A million names',
  publisher: 'Bench',
  licence: 'CC0-1.0',
  language: 'en',
  created: '2026-11-23',
  description: 'Made-up people, towns and organisations, a description and an office each.',
};

/** Entities as a news index has them: a name, a line, a fact, some with a second name. */
async function* records(count: number): AsyncGenerator<PackRecord> {
  const at = { file: 'bench', line: 1 };
  const source = asSourceId(ownSource(owner));
  yield {
    kind: 'source',
    ...at,
    record: { id: source, url: null, title: 'Bench', publisher: null, authors: [], publishedAt: null },
  };
  const names = madeUpNames();
  for (let i = 0; i < count; i += 1) {
    const name = names.next().value;
    const id = asEntityId(`${owner}:e${i}`);
    const words = name.split(' ');
    yield {
      kind: 'entity',
      ...at,
      record: {
        id,
        type: i % 3 === 0 ? 'organisation' : 'person',
        name,
        aliases: i % 4 === 0 && words.length > 1 ? [{ text: `${words[0]?.[0] ?? 'X'}. ${words.at(-1)}` }] : [],
        description: `Number ${i} of the made-up, known for nothing in particular since ${1900 + (i % 120)}`,
        prominence: Math.round((1 - i / count) * 1_000) / 1_000,
      },
    };
    const fact: Fact = {
      id: asFactId(`${owner}:f${i}`),
      subject: id,
      predicate: 'jobTitle',
      value: { text: `Deputy head of department ${i % 997}` },
      validFrom: `${1990 + (i % 35)}`,
      source,
    };
    yield { kind: 'fact', ...at, record: fact };
  }
  await Promise.resolve();
}

export interface BenchPack {
  readonly path: string;
  readonly key: SigningKey;
  readonly bytes: number;
  /** Of the process that built it, at its largest; null where that was not kept. */
  readonly megabytes: number | null;
}

/** A signed pack of so many entities, built once. */
export async function providePack(count: number, say: (line: string) => void): Promise<BenchPack> {
  const folder = join(root, '.cache', 'bench', `store-${count}`);
  const path = join(folder, `${manifest.id}-${manifest.version}.slpack`);
  const keyFile = join(folder, 'key.json');
  const memoryFile = join(folder, 'memory.json');
  if (!existsSync(path) || !existsSync(keyFile)) {
    say(`building a pack of ${count.toLocaleString('en')} entities`);
    const key = await createSigningKey();
    await writePack({ manifest, records: records(count), key, folder, previous: [] });
    writeFileSync(keyFile, JSON.stringify(key));
    const megabytes = process.resourceUsage().maxRSS / 1024;
    writeFileSync(memoryFile, JSON.stringify(megabytes));
    return { path, key, bytes: statSync(path).size, megabytes };
  }
  const key = JSON.parse(readFileSync(keyFile, 'utf8')) as SigningKey;
  const megabytes = existsSync(memoryFile) ? (JSON.parse(readFileSync(memoryFile, 'utf8')) as number) : null;
  return { path, key, bytes: statSync(path).size, megabytes };
}
