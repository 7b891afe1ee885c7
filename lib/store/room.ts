import { StoreError } from './failures.ts';

/** Bytes that may still be written; null where nobody can tell. */
export type RoomLeft = () => Promise<number | null>;

/**
 * Room that writing leaves free: without any, browsers do not even open a database to read it, for they write on the
 * way (Chromium's log and manifest; merging its files takes some megabytes for a moment).
 */
const reserve = 12_000_000;

/** Throws `QuotaExceeded` where too little is left to write anything new. */
export async function requireRoom(left: RoomLeft): Promise<void> {
  const bytes = await left();
  if (bytes === null || bytes >= reserve) return;
  throw new StoreError({ code: 'QuotaExceeded', detail: `${bytes} bytes are left, ${reserve} stay free for reading` });
}
