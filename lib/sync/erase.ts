import { failed, ok, type Result } from '../model/result.ts';
import type { SyncStoreRow } from '../store/sync/rows.ts';
import type { SyncFailure } from './failures.ts';
import { ask, failureOf, type Fetch, isGood } from './http.ts';
import { folders, notePath } from './webdav/files.ts';

/** Deletes a store on its server, for every device; what devices hold stays there. */
export async function eraseStore(store: SyncStoreRow, fetch: Fetch): Promise<Result<null, SyncFailure>> {
  const paths = store.kind === 'couchdb' ? [''] : [...Object.values(folders).map((folder) => `${folder}/`), notePath];
  for (const path of paths) {
    const answer = await ask({ ...store, fetch }, { method: 'DELETE', path });
    if (!answer.ok) return answer;
    if (!isGood(answer.value) && answer.value.status !== 404) return failed(failureOf(answer.value));
  }
  return ok(null);
}
