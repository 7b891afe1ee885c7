import * as v from 'valibot';
import type { Json } from '../../merge/json.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { failure, type SyncFailure } from '../failures.ts';
import { ask, failureOf, isGood, type Server } from '../http.ts';
import type { Lock } from '../lock.ts';
import { askJson, isObject } from './ask.ts';
import { devicePrefix, ownPrefix, storeDocument } from './documents.ts';

/** How a store says what it is. Written once, by whoever makes the store. */
const identitySchema = v.looseObject({
  store: v.pipe(v.string(), v.minLength(8)),
  /** Version of the records' form. */
  form: v.literal(1),
  /** Present where the records are encrypted: how the passphrase becomes the key. */
  lock: v.optional(v.unknown()),
});

export interface CouchIdentity {
  readonly store: string;
  readonly lock: unknown;
}

/** What is at the address: null where the database is there, or can be made, and holds no store yet. */
export async function readIdentity(server: Server): Promise<Result<CouchIdentity | null, SyncFailure>> {
  const answer = await askJson(server, 'GET', `/${encodeURIComponent(storeDocument)}`);
  if (!answer.ok) return answer.failure.code === 'NotFound' ? ok(null) : answer;
  const parsed = v.safeParse(identitySchema, answer.value);
  if (!parsed.success) return failed(failure('StoreUnknown', 'made by a later version'));
  return ok({ store: parsed.output.store, lock: parsed.output.lock ?? null });
}

interface Counts {
  /** Null where the server does not tell. */
  readonly records: number | null;
  readonly devices: number;
}

/** What a database holds beside the documents that are no records: Sidelight's own, and rules for the server. */
export async function countThere(server: Server): Promise<Counts> {
  const [facts, own, rules] = await Promise.all([
    askJson(server, 'GET', ''),
    listIds(server, ownPrefix),
    listIds(server, '_design/'),
  ]);
  const all = facts.ok && isObject(facts.value) ? facts.value['doc_count'] : null;
  const isKnown = typeof all === 'number' && own !== null && rules !== null;
  return {
    records: isKnown ? Math.max(0, all - own.length - rules.length) : null,
    devices: (own ?? []).filter((id) => id.startsWith(devicePrefix)).length,
  };
}

const idsSchema = v.object({ rows: v.array(v.looseObject({ id: v.string() })) });

async function listIds(server: Server, prefix: string): Promise<readonly string[] | null> {
  const range = { startkey: JSON.stringify(prefix), endkey: JSON.stringify(`${prefix}\ufff0`) };
  const answer = await askJson(server, 'GET', `/_all_docs?${new URLSearchParams(range)}`);
  const parsed = answer.ok ? v.safeParse(idsSchema, answer.value) : null;
  return parsed?.success === true ? parsed.output.rows.map(({ id }) => id) : null;
}

/** Makes the database where it is missing; somebody else may be faster. */
export async function makeDatabase(server: Server): Promise<Result<null, SyncFailure>> {
  const answer = await ask(server, { method: 'PUT', path: '' });
  if (!answer.ok) return answer;
  return isGood(answer.value) || answer.value.status === 412 ? ok(null) : failed(failureOf(answer.value));
}

/** Writes the identity of a new store; answers the one that counts, which may be somebody else's. */
export async function makeIdentity(
  server: Server,
  identity: CouchIdentity,
): Promise<Result<CouchIdentity, SyncFailure>> {
  const { store, lock } = identity;
  const body = { store, form: 1, ...(lock === null ? {} : { lock: lock as Json }) };
  const answer = await askJson(server, 'PUT', `/${encodeURIComponent(storeDocument)}`, body);
  if (answer.ok) return ok(identity);
  const found = await readIdentity(server);
  if (found.ok && found.value !== null) return ok(found.value);
  return answer;
}

/** Puts another lock into a store's identity; everything else stays as it is. */
export async function replaceLock(server: Server, lock: Lock): Promise<Result<null, SyncFailure>> {
  const path = `/${encodeURIComponent(storeDocument)}`;
  const found = await askJson(server, 'GET', path);
  if (!found.ok) return found;
  const written = await askJson(server, 'PUT', path, { ...(found.value as { readonly [key: string]: Json }), lock });
  if (written.ok) return ok(null);
  const isTaken = written.failure.code === 'NotFound';
  return failed(isTaken ? failure('Overtaken', 'another device has just changed it') : written.failure);
}
