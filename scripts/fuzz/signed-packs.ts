import { readArchive } from '../../lib/pack/archive.ts';
import { compilePack } from '../../lib/pack/compile.ts';
import { parsePack } from '../../lib/pack/parse.ts';
import { createSigningKey } from '../../lib/pack/signature.ts';

/** Two versions of one pack, by one publisher, of which each byte could stand in the other's place. */

const source = {
  id: 'turn:s',
  url: 'https://example.org/s',
  title: 'A list',
  publisher: 'P',
  authors: ['A'],
  publishedAt: '2026',
};
const namesOf = (version: string): readonly object[] =>
  Array.from({ length: 60 }, (_, at) => ({
    id: `turn:e${at}`,
    type: 'person',
    name: `Ada Moreno ${at}`,
    aliases: [],
    description: `Minister in ${version}`,
  }));
const linesOf = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

const key = await createSigningKey();

async function compileVersion(version: string): Promise<Uint8Array<ArrayBuffer>> {
  const manifest = {
    id: 'turn-pack',
    version,
    schema: 1,
    title: 'Turn',
    publisher: 'Tests',
    licence: 'CC0-1.0',
    language: 'en',
    created: '2026-11-23',
    description: 'Sixty.',
  };
  const content = parsePack(
    new Map([
      ['manifest.json', JSON.stringify(manifest)],
      ['entities.jsonl', linesOf(namesOf(version))],
      ['facts.jsonl', ''],
      ['claims.jsonl', ''],
      ['sources.jsonl', linesOf([source])],
    ]),
  );
  if (!content.ok) throw new Error(JSON.stringify(content.failure));
  return compilePack(content.value, key);
}

const versions = await Promise.all(Array.from({ length: 6 }, (_, at) => compileVersion(`2026.11.${at + 10}`)));
const shapeOf = async (file: Uint8Array<ArrayBuffer>): Promise<string> => {
  const read = await readArchive(file);
  return read.ok ? read.value.parts.map(({ bytes }) => bytes.byteLength).join() : '';
};
const shapes = await Promise.all(versions.map(shapeOf));
const alike = shapes.find((shape, at) => shapes.indexOf(shape) < at);

export const signedPacks = versions.filter((_, at) => shapes[at] === alike);
