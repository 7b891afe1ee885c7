import type { BackupBrief, StoreMark, StoreNotice } from '../model/exchange.ts';
import { packBackup, unpackBackup } from './backup.ts';
import { readExport } from './exchange/read-export.ts';
import type { Store } from './store.ts';

/** Where backups and marks lie: apart from the store itself. */
export interface Vault {
  listBackups(): Promise<readonly BackupBrief[]>;
  readBackup(at: number): Promise<string | null>;
  keepBackup(brief: BackupBrief, text: string): Promise<void>;
  readMark(): Promise<StoreMark | null>;
  keepMark(mark: StoreMark): Promise<void>;
  keepNotice(notice: StoreNotice): Promise<void>;
}

/** Milliseconds between two backups that are made without being asked for. */
const everyDay = 24 * 60 * 60 * 1000;

/** Keeps a backup now; answers null where there is nothing to keep. */
export async function backUp(store: Store, vault: Vault, now: number): Promise<BackupBrief | null> {
  const { text, rows } = await packBackup(store);
  if (rows === 0) return null;
  const brief: BackupBrief = { at: now, bytes: text.length, rows };
  await vault.keepBackup(brief, text);
  return brief;
}

/**
 * At each start: a store that was there before and is not any more is filled from its last backup, and the reader is
 * told; one that cannot be read is told of and left alone; one that is well is backed up once a day, if it changed.
 */
export async function guardStore(store: Store, vault: Vault, now: number): Promise<StoreNotice | null> {
  const [isNew, mark, backups] = await Promise.all([store.isNew(), vault.readMark(), vault.listBackups()]);
  let notice: StoreNotice | null = null;
  if (mark !== null && isNew) {
    const restored = await restoreLast(store, vault, backups);
    notice = { kind: 'emptied', at: now, restored, packs: await missingPacks(store, mark) };
  }
  // Only now: a start that is cut short before leaves a store that the next one still finds empty.
  await store.birth();
  const damage = await store.damage();
  if (damage !== null) notice = { kind: 'damaged', at: now, detail: damage };
  if (notice !== null) await vault.keepNotice(notice);
  if (damage !== null) return notice;
  const { rows } = await keepMark(store, vault);
  const [last] = backups;
  if (rows > 0 && (last === undefined || (Math.abs(now - last.at) >= everyDay && last.rows !== rows)))
    await backUp(store, vault, now);
  return notice;
}

/** Remembers what the store is like now, to tell at a later start what is gone. */
export async function keepMark(store: Store, vault: Pick<Vault, 'keepMark'>): Promise<StoreMark> {
  const { madeAt } = await store.birth();
  const packs = (await store.packs()).map(({ id, title }) => ({ id, title }));
  const mark: StoreMark = { madeAt, rows: await store.countOwn(), packs };
  await vault.keepMark(mark);
  return mark;
}

/** Titles of what the store had and has not any more; what comes with the extension is there again by now. */
async function missingPacks(store: Store, { packs }: StoreMark): Promise<readonly string[]> {
  const present = new Set((await store.packs()).map(({ id }) => id));
  return packs.filter(({ id }) => !present.has(id)).map(({ title }) => title);
}

/** Takes in the newest backup that can be read; answers from when it is. */
export async function restoreLast(
  store: Store,
  vault: Pick<Vault, 'readBackup'>,
  backups: readonly BackupBrief[],
): Promise<number | null> {
  for (const { at } of backups) {
    const text = await vault.readBackup(at);
    const read = text === null ? null : await readExport(unpackBackup(text));
    if (read?.ok !== true) continue;
    await store.importRows(read.value, { usual: 'theirs', exceptions: new Set() });
    return at;
  }
  return null;
}
