import { ok, type Result } from '../model/result.ts';
import { hasHash, isPicture } from '../store/sync/pictures.ts';
import { findWanted, keepArrived, listWanted, noteMissed, type Wanted } from '../store/sync/wanted.ts';
import { acceptsRow } from './accept.ts';
import type { Bytes } from './bytes.ts';
import type { SyncFailure } from './failures.ts';
import { leaseOf, type Progress, type RunPorts } from './ports.ts';
import type { Remote } from './remote.ts';

/** How often a store is asked for a picture that it should have and does not give, or gives spoilt. */
const mostTries = 5;

/**
 * Fetches the bytes of pictures of which records told, one by one; each is whole or not there, so that a run may die at
 * any await. It comes last: what fails here has nothing else waiting for it.
 */
export async function fetchPictures(
  ports: RunPorts,
  { id, remote, progress }: { readonly id: string; readonly remote: Remote; readonly progress: Progress },
): Promise<Result<'done' | 'not-now', SyncFailure>> {
  const { database } = ports;
  let isKept = false;
  try {
    for (const one of await listWanted(database)) {
      if (ports.signal.aborted) return ok('not-now');
      // What was asked for in vain may take a while to get there.
      if (one.tries > 0 && ports.look !== 'whole') continue;
      const wanted = await findWanted(database, id, one);
      if (wanted === null) continue;
      const got = await remote.readPicture(wanted);
      if (!got.ok && got.failure.code !== 'Damaged') return got;
      const fault = got.ok ? await faultOf(got.value, wanted) : got.failure.detail;
      if (got.ok && got.value !== null && fault === null) {
        await keepArrived(database, { store: id, wanted, bytes: got.value, lease: leaseOf(ports) });
        isKept = true;
        continue;
      }
      // One that is not there may yet come; that it never did is told at the end.
      if (fault !== null || one.tries + 1 === mostTries)
        progress.unreadable.push(`the picture of ${one.id}: ${fault ?? 'it is not there'}`);
      await noteMissed(database, wanted, { most: mostTries, lease: leaseOf(ports) });
    }
  } finally {
    if (isKept) database.onArrival();
  }
  return ok('done');
}

/** Why bytes are not the picture of which the record tells; null where they are, and where there are none. */
async function faultOf(bytes: Bytes | null, { row }: Wanted): Promise<string | null> {
  if (!acceptsRow('images', row)) return 'its record cannot be read';
  if (bytes === null) return null;
  if (!isPicture(bytes)) return 'it is no image that can be shown';
  return (await hasHash(bytes, row['hash'])) ? null : 'it is another one than its record names';
}
