import { asEntityId } from '../../../lib/model/ids.ts';
import { pictureIn, pictureTable } from '../../../lib/store/sync/pictures.ts';
import { type Device, readRecords } from '../devices.ts';
import { credit, pictureOf, portrait } from '../pictured.ts';

const subjects = 12;
let pictures = 0;

/** A look-up on one device brings a picture, of which the last bytes tell whose credit belongs to it. */
export async function keepPicture({ database }: Device, chance: () => number): Promise<void> {
  pictures += 1;
  const word = `p${pictures}`;
  const bytes = Uint8Array.from([...portrait, ...new TextEncoder().encode(word)]);
  const id = asEntityId(`entities-${Math.floor(chance() * subjects)}`);
  const row = await pictureOf(id, bytes, { ...credit, credit: word });
  await database.images.put(row);
}

/** What is wrong with the pictures of a device, in words: bytes under another's credit, and those that did not come. */
export async function findPictureFaults({ name, database }: Device): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { id, credit: word, bytes } of await database.images.toArray()) {
    const end = new TextDecoder().decode((await bytes.arrayBuffer()).slice(portrait.length));
    if (end !== word) faults.push(`${name} shows ${end} of ${id} as ${word}'s`);
  }
  for (const { table, state } of await readRecords(database)) {
    const told = table === pictureTable ? pictureIn(state) : null;
    if (told === null) continue;
    const here = await database.images.get(asEntityId(state.id));
    if (here?.hash !== told.row['hash']) faults.push(`${name} lacks the picture of ${state.id}`);
  }
  return faults;
}
