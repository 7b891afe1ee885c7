import type { BuiltInPack } from './install.ts';
import type { Store } from '../store.ts';

/** Installs anew what comes with the extension and whose index cannot be read: a file of the browser's that was lost. */
export async function mendBuiltIn<Pack extends BuiltInPack>(
  store: Store,
  packs: readonly Pack[],
  read: (pack: Pack) => Promise<ArrayBuffer>,
): Promise<void> {
  const { packs: listed } = await store.listPacks();
  const lost = new Set(listed.filter((pack) => pack.isBuiltIn && !pack.isReadable).map(({ id }) => id as string));
  for (const pack of packs) if (lost.has(pack.id)) await store.install(await read(pack));
}
