import * as v from 'valibot';
import { nativeBrowser } from './native.ts';

/** The packs that come with the extension, as the build listed them. */
const listSchema = v.array(v.object({ id: v.string(), version: v.string(), hash: v.string(), file: v.string() }));

export type ShippedPack = v.InferOutput<typeof listSchema>[number];

/** A file of the extension; throws where it is missing. */
export async function readShipped(path: string): Promise<ArrayBuffer> {
  const answer = await fetch(nativeBrowser.runtime.getURL(path));
  if (!answer.ok) throw new Error(`${path} is missing from the extension`);
  return answer.arrayBuffer();
}

export async function listBuiltInPacks(): Promise<readonly ShippedPack[]> {
  const text = new TextDecoder().decode(await readShipped('/packs/index.json'));
  return v.parse(listSchema, JSON.parse(text));
}

export const readBuiltInPack = ({ file }: ShippedPack): Promise<ArrayBuffer> => readShipped(`/packs/${file}`);
