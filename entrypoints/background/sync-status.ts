import type { SyncedStore } from '../../lib/model/sync.ts';
import { writeBadge } from '../../lib/platform/badge.ts';
import { describeStores, needsReader } from '../../lib/sync/status.ts';
import { resources } from './resources.ts';

export const syncStatus = async (): Promise<readonly SyncedStore[]> =>
  describeStores((await resources.store()).database, Date.now());

/** A mark on the toolbar button only where the reader has to do something. */
export async function showBadge(): Promise<void> {
  const isNeeded = (await syncStatus()).some(({ state }) => needsReader(state));
  await writeBadge({ text: isNeeded ? '!' : '', tabId: null, colour: '#9a2f57' });
}
