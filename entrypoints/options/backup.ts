import type { StoreDatabase } from '../../lib/store/schema.ts';
import { isSynced } from '../../lib/store/sync/track.ts';

/** Saves everything of the reader's as a file, before another store is joined to it. */
export async function saveBackup(database: StoreDatabase): Promise<void> {
  const tables = database.tables.filter(({ name }) => isSynced(name));
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const));
  const content = { format: 'sidelight-backup/1', savedAt: new Date().toISOString(), tables: Object.fromEntries(rows) };
  const url = URL.createObjectURL(new Blob([JSON.stringify(content)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `sidelight-backup-${content.savedAt.slice(0, 19).replaceAll(':', '-')}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
