/**
 * `npm run pack -- keygen FILE`, `npm run pack -- build INPUT... --manifest FILE --out FOLDER [--key FILE] [OPTION]...`,
 * `npm run pack -- inspect FILE`: makes packs, signs them and looks at them (docs/pack-format.md).
 */
import { statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { entityTypes } from '../lib/model/entity.ts';
import { createSigningKey, fingerprintOf, isSignedBy } from '../lib/pack/signature.ts';
import { InputFault, linesOf } from './pack/lines.ts';
import { readKey, readManifest, reasonOf } from './pack/named-file.ts';
import { inputKinds, kindsOf, readInputs } from './pack/read-inputs.ts';
import { addClass } from './pack/wikidata-classes.ts';
import { readPackHead, writePack } from './pack/write-pack.ts';
import { runCommand } from './shell.ts';

const usage = `npm run pack -- keygen FILE
npm run pack -- build INPUT... --manifest FILE --out FOLDER [--key FILE]
    --from KIND          ${inputKinds.join(', ')}; told by the file's name unless given
    --owner NAME         owner of the ids that are made (the pack's id unless given)
    --type TYPE          of entities that are wanted, several times for several (${entityTypes.join(', ')})
    --language TAG       of names, the main one first ("en" unless given)
    --popularity N       Wikidata items with at least so many Wikipedia articles
    --classes FILE       further Wikidata classes, "Q123 organisation" a line
    --previous FILE      an older version, to make a patch from; several times for several
npm run pack -- inspect FILE`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function keygen([file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new Error(usage);
  const key = await createSigningKey();
  try {
    // Whoever reads it can publish in your name; and it is never written over.
    writeFileSync(file, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const why = isThere ? 'it is there already, and a key is never written over' : reasonOf(error);
    throw new Error(`${file}: the key was not written: ${why}`, { cause: error });
  }
  process.stdout.write(`${file}\nkey: ${await fingerprintOf(key.x)}\n`);
}

async function build(inputs: readonly string[], values: Values): Promise<void> {
  const { manifest: manifestFile, out, from, classes, key } = values;
  if (inputs.length === 0) throw new Error(`which input?\n${usage}`);
  if (manifestFile === undefined || out === undefined)
    throw new Error(`--${manifestFile === undefined ? 'manifest' : 'out'} is missing\n${usage}`);
  const manifest = readManifest(manifestFile);
  const types = values.type ?? [];
  const unknown = types.find((type) => !entityTypes.some((known) => known === type));
  if (unknown !== undefined) throw new Error(`there is no type "${unknown}"; there are ${entityTypes.join(', ')}`);
  const popularity = Number(values.popularity ?? 0);
  if (!Number.isInteger(popularity) || popularity < 0) throw new Error('--popularity takes a whole number');
  if (classes !== undefined) await readClasses(classes);
  const signing = key === undefined ? null : readKey(key);
  if (signing === null) say('unsigned: no reader can add it; make a key with "npm run pack -- keygen FILE"');
  const languages = values.language ?? [manifest.language];
  const owner = values.owner ?? manifest.id;
  if (!/^[a-z][a-z0-9.-]*$/u.test(owner)) throw new Error('--owner takes small letters, digits, "." and "-"');
  const options = { owner, languages, types, popularity, say };
  const read = kindsOf(inputs, { from, given: Object.keys(values) });
  const start = performance.now();
  const written = await writePack({
    manifest,
    records: readInputs(read, manifest, options),
    key: signing,
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
  const { manifest, counts, parts, seal, base, hash, header } = await readPackHead(file);
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
