/** What tests of pictures write and look at. */
import { asEntityId } from '../../lib/model/ids.ts';
import { sha256 } from '../../lib/pack/bytes.ts';
import type { ImageRow } from '../../lib/store/own-rows.ts';
import { drawPortrait } from '../../scripts/stand-in/portrait.ts';
import type { Device } from './devices.ts';

export const portrait = Uint8Array.from(drawPortrait());
/** A second one: what stands behind the image belongs to the file all the same. */
export const otherPortrait = Uint8Array.from([...portrait, 7]);

export const credit = { url: 'https://c.example/x', credit: 'Ann', licence: 'CC BY 4.0' };
export const otherCredit = { url: 'https://c.example/y', credit: 'Bo', licence: 'CC BY-SA 3.0' };

/** As a look-up keeps it. */
export const pictureOf = async (id: string, bytes = portrait, of = credit): Promise<ImageRow> => ({
  id: asEntityId(id),
  bytes: new Blob([bytes]),
  hash: await sha256(bytes),
  ...of,
  at: 1,
});

export interface Seen {
  readonly id: string;
  readonly bytes: number[];
  readonly credit: string;
  readonly licence: string;
  readonly url: string;
}

/** All pictures of a device, in the order of their names, as plain data. */
export async function picturesOf({ database }: Pick<Device, 'database'>): Promise<readonly Seen[]> {
  const rows = await database.images.toArray();
  return Promise.all(
    rows.map(async ({ id, bytes, ...rest }) => ({
      id,
      bytes: [...new Uint8Array(await bytes.arrayBuffer())],
      credit: rest.credit,
      licence: rest.licence,
      url: rest.url,
    })),
  );
}

export const seen = (id: string, bytes = portrait, of = credit): Seen => ({ id, bytes: [...bytes], ...of });
