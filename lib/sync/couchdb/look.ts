import type { Json } from '../../merge/json.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { failure, type SyncFailure } from '../failures.ts';
import type { Server } from '../http.ts';
import type { Look, Writing } from '../remote.ts';
import { askJson, type CouchStore, isObject } from './ask.ts';
import { type Place, readChanges, toPlace } from './changes.ts';
import { verifyDevice } from './device.ts';

interface Asked {
  readonly cursor: Json;
  readonly writing: Writing;
  readonly how: Look;
}

/**
 * One small answer tells that nothing has happened. The copies of a database in a cluster count for themselves, so that
 * one that lags may be at the same number with something new in it: a whole look asks for changes as well.
 */
export async function look(
  store: CouchStore,
  { cursor, writing, how }: Asked,
): Promise<Result<'idle' | 'changed', SyncFailure>> {
  const place = toPlace(cursor);
  if (place.seq !== null) {
    const facts = await askJson(store.server, 'GET', '');
    if (!facts.ok) return facts;
    const seq = isObject(facts.value) ? (facts.value as { readonly update_seq?: Json }).update_seq : undefined;
    if (seq !== undefined && countOf(seq) === countOf(place.seq)) {
      const changes = how === 'glance' ? null : await readChanges(store, place.seq, { limit: '1' });
      if (changes?.ok === false) return changes;
      if (changes === null || changes.value.results.length === 0) return ok('idle');
    }
  }
  const verified = await verifyDevice(store, writing);
  const known = verified.ok ? await verifyPlace(store, place) : verified;
  return known.ok ? ok('changed') : known;
}

/** The count that a `seq` begins with, whatever else it says: a cluster words the same place differently each time. */
const countOf = (seq: Json): string =>
  /^\[?"?(\d+)/u.exec(typeof seq === 'string' ? seq : JSON.stringify(seq))?.[1] ?? '';

/** Whether the server still has what was read there; versions that were replaced and compacted since count as had. */
async function verifyPlace({ server }: CouchStore, { last }: Place): Promise<Result<null, SyncFailure>> {
  if (last.length === 0) return ok(null);
  const revisions = Object.fromEntries(last.map(([id, revision]) => [id, [revision]]));
  const answer = await askJson(server, 'POST', '/_revs_diff', revisions);
  if (!answer.ok) return answer;
  if (!isObject(answer.value)) return failed(failure('AnswerMalformed', 'no list of missing versions'));
  for (const [id, revision] of last.filter(([one]) => one in (answer.value as object))) {
    const gone = await isGone(server, id, revision);
    if (!gone.ok) return gone;
    if (gone.value) return failed(failure('WentBack', `${id} is not what it was`));
  }
  return ok(null);
}

/** Asks once more in a way that a cluster answers from the majority of its copies: one of them may only be late. */
async function isGone(server: Server, id: string, revision: string): Promise<Result<boolean, SyncFailure>> {
  const query = new URLSearchParams({ open_revs: JSON.stringify([revision]), latest: 'true' });
  const answer = await askJson(server, 'GET', `/${encodeURIComponent(id)}?${query}`);
  if (!answer.ok) return answer.failure.code === 'NotFound' ? ok(true) : answer;
  return ok(!Array.isArray(answer.value) || !answer.value.some((one) => isObject(one) && 'ok' in one));
}
