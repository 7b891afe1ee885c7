import type { BuiltInPack } from './install.ts';
import { rebuildParts } from './rebuild.ts';
import type { Store } from '../store.ts';

/**
 * Puts back what the disk has lost of packs: one that comes with the extension is installed anew, of one that the reader
 * added the parts that can be made from its records are. What cannot be put back, the list of packs tells.
 */
export async function mendPacks<Pack extends BuiltInPack>(
  store: Store,
  shipped: readonly Pack[],
  read: (pack: Pack) => Promise<ArrayBuffer>,
): Promise<void> {
  const { packs } = await store.listPacks();
  for (const { id, isBuiltIn, lost } of packs) {
    if (lost.length === 0) continue;
    const own = isBuiltIn ? shipped.find((pack) => pack.id === id) : undefined;
    const row = await store.database.packs.get(id);
    if (row === undefined) continue;
    if (own !== undefined) await store.install(await read(own));
    else if (
      !(await rebuildParts(
        store.database,
        row,
        lost.filter((part) => part !== 'entries'),
      ))
    )
      continue;
    // What was read before the loss was seen is not asked again.
    await store.openAhead(row);
  }
}
