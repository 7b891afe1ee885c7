/**
 * `npm run pack -- keygen FILE`, `npm run pack -- build INPUT... --manifest FILE --out FOLDER [--key FILE] [OPTION]...`,
 * `npm run pack -- inspect FILE`: makes packs, signs them and looks at them (docs/pack-format.md).
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { entityTypes } from '../lib/model/entity.ts';
import { asSourceId } from '../lib/model/ids.ts';
import type { PackManifest } from '../lib/model/pack.ts';
import { createByteReader } from '../lib/pack/byte-reader.ts';
import { describePackFailure } from '../lib/pack/failures.ts';
import { readHead } from '../lib/pack/head.ts';
import { parseManifest } from '../lib/pack/parse.ts';
import {
  createSigningKey,
  fingerprintOf,
  isSignedBy,
  type SigningKey,
  signingKeySchema,
} from '../lib/pack/signature.ts';
import { InputFault, linesOf } from './pack/lines.ts';
import { readClaimReviews } from './pack/read-claimreview.ts';
import { readJsonLd } from './pack/read-jsonld.ts';
import { readCsv, readRecords } from './pack/read-own.ts';
import { readWikidata } from './pack/read-wikidata.ts';
import { ownSource, type PackRecord, type Reader, type ReadOptions } from './pack/records.ts';
import { addClass } from './pack/wikidata-classes.ts';
import { inputOfPath, writePack } from './pack/write-pack.ts';
import { runCommand } from './shell.ts';

const readers: Readonly<Record<string, Reader>> = {
  records: readRecords,
  csv: readCsv,
  wikidata: readWikidata,
  jsonld: readJsonLd,
  claimreview: readClaimReviews,
};

const usage = `npm run pack -- keygen FILE
npm run pack -- build INPUT... --manifest FILE --out FOLDER [--key FILE]
    --from KIND          ${Object.keys(readers).join(', ')}; told by the file's name unless given
    --owner NAME         owner of the ids that are made (the pack's id unless given)
    --type TYPE          of entities that are wanted, several times for several (${entityTypes.join(', ')})
    --language TAG       of names, the main one first ("en" unless given)
    --popularity N       Wikidata items with at least so many Wikipedia articles
    --classes FILE       further Wikidata classes, "Q123 organisation" a line
    --previous FILE      an older version, to make a patch from; several times for several
npm run pack -- inspect FILE`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function readerFor(file: string, kind: string | undefined): Reader {
  const name = kind ?? (/\.csv(?:\.gz)?$/u.test(file) ? 'csv' : /\.jsonld$/u.test(file) ? 'jsonld' : 'records');
  const reader = readers[name];
  if (reader === undefined) throw new Error(`there is no kind "${name}"; there are ${Object.keys(readers).join(', ')}`);
  return reader;
}

async function* readAll(
  files: readonly string[],
  manifest: PackManifest,
  options: ReadOptions & { readonly kind: string | undefined },
): AsyncGenerator<PackRecord> {
  yield {
    kind: 'source',
    file: 'manifest',
    line: 1,
    record: {
      id: asSourceId(ownSource(options.owner)),
      url: null,
      title: manifest.title,
      publisher: manifest.publisher,
      authors: [],
      publishedAt: manifest.created,
      licence: manifest.licence,
    },
  };
  for (const file of files) {
    if (file !== '-' && !existsSync(file)) throw new Error(`${file} is not there`);
    yield* readerFor(file, options.kind)(file, options);
  }
}

function readManifest(path: string): PackManifest {
  const manifest = parseManifest(readFileSync(path, 'utf8'));
  if (!manifest.ok) throw new Error(`${path}: ${describePackFailure(manifest.failure)}`);
  return manifest.value;
}

function readKey(path: string): SigningKey {
  const key = v.safeParse(signingKeySchema, JSON.parse(readFileSync(path, 'utf8')));
  if (!key.success) throw new Error(`${path} is no key that "npm run pack -- keygen" made`);
  return key.output;
}

async function keygen([file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new Error(usage);
  const key = await createSigningKey();
  // Whoever reads it can publish in your name; and it is never written over.
  writeFileSync(file, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  process.stdout.write(`${file}\nkey: ${await fingerprintOf(key.x)}\n`);
}

async function build(inputs: readonly string[], values: Values): Promise<void> {
  const { manifest: manifestFile, out, from, classes, key } = values;
  if (inputs.length === 0 || manifestFile === undefined || out === undefined) throw new Error(usage);
  const manifest = readManifest(manifestFile);
  const types = values.type ?? [];
  const unknown = types.find((type) => !entityTypes.some((known) => known === type));
  if (unknown !== undefined) throw new Error(`there is no type "${unknown}"; there are ${entityTypes.join(', ')}`);
  const popularity = Number(values.popularity ?? 0);
  if (!Number.isInteger(popularity) || popularity < 0) throw new Error('--popularity takes a whole number');
  if (classes !== undefined) await readClasses(classes);
  if (key === undefined) say('unsigned: no reader can add it; make a key with "npm run pack -- keygen FILE"');
  const languages = values.language ?? [manifest.language];
  const options = { owner: values.owner ?? manifest.id, languages, types, popularity, say, kind: from };
  const start = performance.now();
  const written = await writePack({
    manifest,
    records: readAll(inputs, manifest, options),
    key: key === undefined ? null : readKey(key),
    folder: out,
    previous: values.previous ?? [],
  });
  const { entities, facts, claims, reviews } = written.counts;
  say(`${entities} entities, ${facts} facts, ${claims} claims, ${reviews} reviews`);
  say(
    `${((performance.now() - start) / 1000).toFixed(1)} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
  );
  for (const { path, bytes } of written.files) process.stdout.write(`${path} ${bytes} bytes\n`);
}

async function readClasses(file: string): Promise<void> {
  for await (const { text, line } of linesOf(file)) {
    const [id = '', type = ''] = text.trim().split(/\s+/u);
    const known = entityTypes.find((one) => one === type);
    if (!/^Q\d+$/u.test(id) || known === undefined)
      throw new InputFault(file, line, 'is not of the form "Q123 organisation"');
    addClass(id, known);
  }
}

async function inspect([file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new Error(usage);
  const head = await readHead(createByteReader(inputOfPath(file).read(0, new AbortController().signal)));
  if (!head.ok) throw new Error(`${file}: ${describePackFailure(head.failure)}`);
  const { manifest, counts, parts, seal, base, hash, header } = head.value;
  const signedBy = seal === null ? null : await fingerprintOf(seal.key);
  const isGenuine = seal !== null && (await isSignedBy(header, seal));
  const shown = { manifest, counts, parts: parts.length, bytes: statSync(file).size, hash, base, signedBy, isGenuine };
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
}

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;
const options = {
  manifest: text,
  out: text,
  key: text,
  from: text,
  owner: text,
  popularity: text,
  classes: text,
  type: several,
  language: several,
  previous: several,
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command, ...rest] = positionals;
  if (command === 'keygen') await keygen(rest);
  else if (command === 'build') await build(rest, values);
  else if (command === 'inspect') await inspect(rest);
  else throw new Error(usage);
  return 0;
});
