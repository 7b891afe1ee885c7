import * as v from 'valibot';
import type { BackupBrief, StoreMark, StoreNotice } from '../model/exchange.ts';
import { nativeBrowser } from './native.ts';

/**
 * Backups lie in the extension's own storage area, apart from IndexedDB: what empties or damages the one (cleared site
 * data, a full disk, a broken file) leaves the other.
 */
const listKey = 'backups';
const markKey = 'store-mark';
const noticeKey = 'store-notice';
const goneKey = 'backups-gone';
const keyOf = (at: number): string => `backup:${at}`;

/** Kept at most, newest first. */
const mostBackups = 5;
/** Characters of all backups together, as they are stored. */
const mostRoom = 60_000_000;

const briefs = v.fallback(v.array(v.object({ at: v.number(), bytes: v.number(), rows: v.number() })), []);
const moments = v.fallback(v.array(v.number()), []);
const mark = v.fallback(
  v.nullable(
    v.object({
      madeAt: v.number(),
      rows: v.number(),
      packs: v.optional(v.array(v.object({ id: v.string(), title: v.string() })), []),
    }),
  ),
  null,
);

const read = async (key: string): Promise<unknown> => (await nativeBrowser.storage.local.get(key))[key];

/** Newest first: in the order in which they were made, whatever the clock said. */
export const listBackups = async (): Promise<readonly BackupBrief[]> => v.parse(briefs, await read(listKey));

/** The compressed export in base64; null where it is gone. */
export async function readBackup(at: number): Promise<string | null> {
  const text = await read(keyOf(at));
  return typeof text === 'string' ? text : null;
}

/** Keeps a backup, and of the older ones as many as have room. */
async function keepBackup(brief: BackupBrief, text: string): Promise<void> {
  const before = await listBackups();
  let room = mostRoom;
  const kept = [brief, ...before.filter(({ at }) => at !== brief.at)].filter(({ bytes }, i) => {
    room -= bytes;
    // The newest one stays however large it is.
    return i === 0 || (i < mostBackups && room >= 0);
  });
  await writeList(kept, { before, items: { [keyOf(brief.at)]: text } });
}

export async function dropBackup(at: number): Promise<void> {
  const before = await listBackups();
  await writeList(
    before.filter((each) => each.at !== at),
    { before, items: {} },
  );
}

interface Rewriting {
  readonly before: readonly BackupBrief[];
  /** Written together with the list: a backup is kept and listed, or neither. */
  readonly items: Readonly<Record<string, string>>;
}

/** What is listed no more goes afterwards, if need be the next time. */
async function writeList(kept: readonly BackupBrief[], { before, items }: Rewriting): Promise<void> {
  const left = v.parse(moments, await read(goneKey));
  const gone = [...left, ...before.map(({ at }) => at)].filter((at) => !kept.some((each) => each.at === at));
  await nativeBrowser.storage.local.set({ ...items, [listKey]: kept, [goneKey]: gone });
  await nativeBrowser.storage.local.remove([goneKey, ...gone.map(keyOf)]);
}

/** What the store was like when it was last seen; null before the first time. */
const readMark = async (): Promise<StoreMark | null> => v.parse(mark, await read(markKey));

const keepMark = (seen: StoreMark): Promise<void> => nativeBrowser.storage.local.set({ [markKey]: seen });

const notice = v.fallback(
  v.nullable(
    v.variant('kind', [
      v.object({
        kind: v.literal('emptied'),
        at: v.number(),
        restored: v.nullable(v.number()),
        packs: v.optional(v.array(v.string()), []),
      }),
      v.object({ kind: v.literal('damaged'), at: v.number(), detail: v.string() }),
      v.object({ kind: v.literal('full'), at: v.number() }),
    ]),
  ),
  null,
);

/** What the reader is still to be told. */
export const readNotice = async (): Promise<StoreNotice | null> => v.parse(notice, await read(noticeKey));

/** Calls back with what the reader is to be told whenever that changes, until the signal aborts. */
export const watchNotice = (onNotice: (told: StoreNotice | null) => void, signal: AbortSignal): void => {
  const { onChanged } = nativeBrowser.storage;
  const changed = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'local' && noticeKey in changes) void readNotice().then(onNotice);
  };
  onChanged.addListener(changed);
  signal.addEventListener('abort', () => onChanged.removeListener(changed));
};

export const keepNotice = (told: StoreNotice): Promise<void> => nativeBrowser.storage.local.set({ [noticeKey]: told });
export const dropNotice = (): Promise<void> => nativeBrowser.storage.local.remove(noticeKey);

/** All of it, for whoever looks after the store. */
export const vault = { listBackups, readBackup, keepBackup, readMark, keepMark, keepNotice };
