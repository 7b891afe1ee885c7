import { isFirefox, nativeBrowser } from './native.ts';

/**
 * Chromium keeps IndexedDB in LevelDB, and goes on writing to the log file of the session before. A crash or a power cut
 * may leave half a record at its end; what is written behind that cannot be read at the next opening, and Chromium then
 * removes every database of the extension (docs/browser-bugs.md). LevelDB begins another log, and drops the old one,
 * once four megabytes were written or, as Chromium asks it to, a database was deleted: both are done here at the start
 * of each browser session, before anything of worth.
 */
const name = 'fresh-log';
/** Of `storage.session`, which goes with the browser. */
const doneKey = 'log-is-fresh';

/** A larger value is kept in a file of its own, past the log. */
const pieceBytes = 60_000;
const pieces = 90;

const settled = (request: IDBRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('the database did not open')));
    // Another opening of it is at the same work.
    request.addEventListener('blocked', () => resolve());
  });

/**
 * Has the browser begin another log, once a session; takes some tenth of a second beside whatever else is asked, and is
 * to be the first that is written. Never rejects: where the disk is full the old log stays.
 */
export const beginFreshLog = (): Promise<void> =>
  writeMuch().catch((error: unknown) => console.warn('Sidelight: the browser keeps its old log', error));

async function writeMuch(): Promise<void> {
  const { session } = nativeBrowser.storage;
  if (isFirefox() || (await session.get(doneKey))[doneKey] === true) return;
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('pieces'));
  await settled(opening);
  const database = opening.result;
  try {
    const writing = database.transaction('pieces', 'readwrite');
    const done = new Promise<void>((resolve, reject) => {
      writing.addEventListener('complete', () => resolve());
      writing.addEventListener('abort', () => reject(writing.error ?? new Error('not written')));
    });
    // Nothing that could be compressed: four megabytes are counted as they are written.
    for (let nth = 0; nth < pieces; nth += 1)
      writing.objectStore('pieces').put(crypto.getRandomValues(new Uint8Array(pieceBytes)), nth);
    await done;
  } finally {
    database.close();
    await settled(indexedDB.deleteDatabase(name));
  }
  await session.set({ [doneKey]: true });
}
