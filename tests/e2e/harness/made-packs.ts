import { writePatch } from '../../../lib/pack/archive.ts';
import { compilePack } from '../../../lib/pack/compile.ts';
import { parsePack } from '../../../lib/pack/parse.ts';
import type { SigningKey } from '../../../lib/pack/signature.ts';

/** A pack of made-up people whose names say of which version they are, so that a mixture of two would show. */
export interface MadePack {
  readonly id: string;
  readonly title: string;
  /** `2026.11.N`. */
  readonly version: number;
  readonly people: number;
  /** The last day on which it may be added. */
  readonly expires?: string;
}

export const versionOf = (number: number): string => `2026.11.${number}`;

/** Names that differ from version to version in the first ten only, so that a patch is small. */
export const personOf = ({ title, version }: Pick<MadePack, 'title' | 'version'>, at: number): string =>
  `${title.split(' ')[0]} ${letters(at)}${at < 10 ? ` Edition${letters(version)}` : ''}`;

const letters = (number: number): string =>
  `Z${number.toString(26).replace(/./gu, (digit) => 'abcdefghijklmnopqrstuvwxyz'.charAt(Number.parseInt(digit, 26)))}`;

export async function makePack(pack: MadePack, key: SigningKey): Promise<Uint8Array<ArrayBuffer>> {
  const people = Array.from({ length: pack.people }, (_, at) => ({
    id: `${pack.id}:p${at}`,
    type: 'person',
    name: personOf(pack, at),
    aliases: [],
    description: `Number ${at} of ${pack.people}, ${Math.imul(at + 1, 2_654_435_761) >>> 0}`,
    prominence: 1 - at / pack.people,
  }));
  const content = parsePack(
    new Map([
      [
        'manifest.json',
        JSON.stringify({
          id: pack.id,
          version: versionOf(pack.version),
          schema: 1,
          title: pack.title,
          publisher: 'The Test Press',
          licence: 'CC0-1.0',
          language: 'en',
          created: '2026-11-23',
          ...(pack.expires === undefined ? {} : { expires: pack.expires }),
          description: 'People who do not exist, for tests.',
        }),
      ],
      ['entities.jsonl', people.map((person) => JSON.stringify(person)).join('\n')],
    ]),
  );
  if (!content.ok) throw new Error(JSON.stringify(content.failure));
  return compilePack(content.value, key);
}

export async function makePatch(file: Uint8Array<ArrayBuffer>, older: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const patch = await writePatch(file, older);
  if (!patch.ok) throw new Error(JSON.stringify(patch.failure));
  return patch.value;
}

export const feedOf = (id: string, version: number, pack: Uint8Array, patch: Uint8Array | null): string =>
  JSON.stringify({
    format: 'sidelight-feed',
    schema: 1,
    id,
    version: versionOf(version),
    pack: { url: `${id}.slpack`, bytes: pack.length },
    patches: patch === null ? [] : [{ from: versionOf(version - 1), url: `${id}.slpatch`, bytes: patch.length }],
  });
