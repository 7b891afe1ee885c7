import { vault } from '../../lib/platform/backups.ts';
import { roomLeft } from '../../lib/platform/room.ts';
import { keepMark, restoreLast } from '../../lib/store/guard.ts';
import { deleteStore } from '../../lib/store/schema.ts';
import { openStore } from '../../lib/store/store.ts';

/** In place of a store that cannot be read: a new one, filled from the last backup. */
export async function startAnew(): Promise<void> {
  await deleteStore();
  const store = await openStore({ roomLeft });
  await restoreLast(store, vault, await vault.listBackups());
  await keepMark(store, vault);
  location.reload();
}
