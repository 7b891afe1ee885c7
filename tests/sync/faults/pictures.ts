import { canonical, type Json } from '../../../lib/merge/json.ts';
import type { RecordState } from '../../../lib/merge/record.ts';
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

/** What is wrong with the pictures of devices that have told each other everything, in words. */
export async function findPictureFaults(devices: readonly Device[]): Promise<readonly string[]> {
  const faults = await Promise.all(devices.map(findOwnFaults));
  const told = new Set(await Promise.all(devices.map(picturesTold)));
  return [...faults.flat(), ...(told.size > 1 ? ['devices differ in whose picture counts'] : [])];
}

/** Bytes under another's credit, and those that did not come. */
async function findOwnFaults({ name, database }: Device): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { id, credit: word, bytes } of await database.images.toArray()) {
    const end = new TextDecoder().decode((await bytes.arrayBuffer()).slice(portrait.length));
    if (end !== word) faults.push(`${name} shows ${end} of ${id} as ${word}`);
  }
  for (const state of await pictureStates(database)) {
    const here = await database.images.get(asEntityId(state.id));
    if (here?.hash !== pictureIn(state)?.row['hash']) faults.push(`${name} lacks the picture of ${state.id}`);
  }
  return faults;
}

const pictureStates = async (database: Device['database']): Promise<readonly RecordState[]> =>
  (await readRecords(database)).flatMap(({ table, state }) => (table === pictureTable ? [state] : []));

const picturesTold = async ({ database }: Device): Promise<string> =>
  canonical((await pictureStates(database)) as unknown as Json);
