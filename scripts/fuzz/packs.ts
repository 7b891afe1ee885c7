import { readArchive } from '../../lib/pack/archive.ts';
import { createByteReader, inputOfBytes } from '../../lib/pack/byte-reader.ts';
import { gunzip, gzip } from '../../lib/pack/bytes.ts';
import { checkPart } from '../../lib/pack/check-part.ts';
import { compilePack } from '../../lib/pack/compile.ts';
import { parseFeed } from '../../lib/pack/feed.ts';
import { readHead } from '../../lib/pack/head.ts';
import { openIndex } from '../../lib/pack/index-part.ts';
import { parseManifest, parsePack } from '../../lib/pack/parse.ts';
import { parseAddress } from '../../lib/pack/remote.ts';
import { openSearch } from '../../lib/pack/search-part.ts';
import { createSigningKey } from '../../lib/pack/signature.ts';
import type { PackContent } from '../../lib/model/pack.ts';
import type { Random } from '../train/random.ts';
import { mutateBytes, mutateText, mutateValue, pick } from './mutate.ts';
import { expectResult, expectText, expectThat, type FuzzTarget } from './target.ts';

const source = {
  id: 'fuzz:s',
  url: 'https://example.org/s',
  title: 'A list',
  publisher: 'P',
  authors: ['A'],
  publishedAt: '2026',
};
const records = {
  'entities.jsonl': [
    {
      id: 'fuzz:a',
      type: 'person',
      name: 'Ada Moreno',
      aliases: [{ text: 'Moreno', case: 'exact' }],
      description: 'M',
    },
    {
      id: 'fuzz:b',
      type: 'place',
      name: 'Freedonia',
      aliases: [],
      description: '',
      prominence: 0.9,
      context: ['fuzz:a'],
    },
  ],
  'facts.jsonl': [
    { id: 'fuzz:f', subject: 'fuzz:a', predicate: 'jobTitle', value: { text: 'Minister' }, source: 'fuzz:s' },
    { id: 'fuzz:g', subject: 'fuzz:a', predicate: 'birthDate', value: { date: '1971-03' }, source: 'fuzz:s' },
  ],
  'claims.jsonl': [
    {
      id: 'fuzz:c',
      text: 'Trade grew by 4 percent.',
      kind: 'reported',
      speaker: 'fuzz:a',
      about: ['fuzz:b'],
      quantities: [{ value: 4, unit: 'percent', of: 'trade' }],
      saidAt: '2021-05-01',
      source: 'fuzz:s',
    },
  ],
  'sources.jsonl': [source],
} as const;
const manifest = {
  id: 'fuzz-pack',
  version: '2026.11.0',
  schema: 1,
  title: 'Fuzz',
  publisher: 'Tests',
  licence: 'CC0-1.0',
  language: 'en',
  created: '2026-11-23',
  description: 'Two.',
};

const linesOf = (rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row) ?? '').join('\n');

function filesOf(random: Random | null): Map<string, string> {
  const files = new Map([['manifest.json', JSON.stringify(manifest)]]);
  for (const [name, rows] of Object.entries(records)) files.set(name, linesOf(rows));
  if (random === null) return files;
  const name = pick(random, [...files.keys()]);
  const rows = name === 'manifest.json' ? manifest : records[name as keyof typeof records];
  const isText = random.next() < 0.4;
  const spoilt = mutateValue(rows, random);
  const text = Array.isArray(spoilt) ? linesOf(spoilt) : (JSON.stringify(spoilt) ?? '');
  return files.set(name, isText ? mutateText(files.get(name) ?? '', random) : text);
}

const content = parsePack(filesOf(null));
if (!content.ok) throw new Error(JSON.stringify(content.failure));
const compiled = await compilePack(content.value, await createSigningKey());
const archive = await readArchive(compiled);
if (!archive.ok) throw new Error(JSON.stringify(archive.failure));
const partOf = (name: string): Uint8Array<ArrayBuffer> =>
  archive.value.parts.find((part) => part.name === name)?.bytes ?? new Uint8Array(0);
const feed = {
  format: 'sidelight-feed',
  schema: 1,
  id: 'fuzz-pack',
  version: '2026.11.0',
  pack: { url: 'a.slpack', bytes: 9 },
  patches: [{ from: '2026.10.0', url: 'a.slpatch', bytes: 3 }],
};
/** Unfolds to a thousand times its size. */
const bomb = await gzip(new Uint8Array(64_000_000));

const checkContent = ({ entities, claims }: PackContent): void => {
  for (const { id, name } of entities) {
    expectText(id, 'an id');
    expectText(name, 'a name');
  }
  for (const { quantities } of claims)
    for (const { value } of quantities) expectThat(Number.isFinite(value), 'a quantity without end');
};

const opened = openIndex(partOf('index').slice().buffer);
if (!opened.ok) throw new Error(opened.failure);
const index = opened.value;

/** A part as it lies in a file, or one whose lines were spoilt before they were packed. */
async function partLike(name: string, random: Random): Promise<Uint8Array<ArrayBuffer>> {
  const kind = random.next();
  if (kind < 0.001) return bomb;
  if (kind < 0.5 || name === 'search') return mutateBytes(partOf(name), random);
  const lines = new TextDecoder()
    .decode(await gunzip(partOf(name)))
    .trimEnd()
    .split('\n');
  const at = random.below(lines.length);
  lines[at] = JSON.stringify(mutateValue(JSON.parse(lines[at] ?? 'null'), random)) ?? '';
  return gzip(new TextEncoder().encode(lines.join('\n')));
}

export const packTargets: readonly FuzzTarget[] = [
  { name: 'pack sources', share: 20, run: (random) => expectResult(parsePack(filesOf(random)), checkContent) },
  {
    name: 'pack manifests',
    share: 8,
    run: (random) => expectResult(parseManifest(mutateText(JSON.stringify(manifest), random))),
  },
  {
    name: 'pack files',
    share: 4,
    run: async (random) => expectResult(await readArchive(mutateBytes(compiled, random))),
  },
  {
    name: 'pack heads',
    share: 4,
    run: async (random) => {
      const head = mutateBytes(compiled.subarray(0, 1_500), random);
      expectResult(await readHead(createByteReader(inputOfBytes(head).read(0, new AbortController().signal))));
    },
  },
  {
    name: 'pack indexes',
    share: 10,
    run: (random) => expectResult(openIndex(mutateBytes(partOf('index'), random).buffer)),
  },
  {
    name: 'pack search parts',
    share: 10,
    run: (random) => expectResult(openSearch(mutateBytes(partOf('search'), random).buffer)),
  },
  {
    name: 'pack parts',
    share: 3,
    run: async (random) => {
      const name = pick(random, ['entities/0', 'claims/0', 'search']);
      expectResult(await checkPart(index, name, await partLike(name, random)));
    },
  },
  {
    name: 'pack feeds',
    share: 8,
    run: (random) =>
      expectResult(
        parseFeed(
          random.next() < 0.5
            ? (JSON.stringify(mutateValue(feed, random)) ?? '')
            : mutateText(JSON.stringify(feed), random),
        ),
      ),
  },
  {
    name: 'pack addresses',
    share: 4,
    run: (random) => expectResult(parseAddress(mutateText('https://packs.example.org/a.slpack', random))),
  },
];
