import { failed, ok, type Result } from '../model/result.ts';
import type { SyncStoreRow } from '../store/sync/rows.ts';
import type { SyncFailure } from './failures.ts';
import { ask, type Fetch } from './http.ts';
import { isGone, notGone } from './webdav/dav.ts';
import { folders, notePath } from './webdav/files.ts';

/** Deletes a store on its server, for every device; what devices hold stays there. */
export async function eraseStore(store: SyncStoreRow, fetch: Fetch): Promise<Result<null, SyncFailure>> {
  const paths = store.kind === 'couchdb' ? [''] : [...Object.values(folders).map((folder) => `${folder}/`), notePath];
  for (const path of paths) {
    const answer = await ask({ ...store, fetch }, { method: 'DELETE', path });
    if (!answer.ok) return answer;
    if (!isGone(answer.value)) return failed(notGone(answer.value));
  }
  return ok(null);
}
