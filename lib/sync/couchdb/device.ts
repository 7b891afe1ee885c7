import * as v from 'valibot';
import type { Json } from '../../merge/json.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { failure, type SyncFailure } from '../failures.ts';
import type { Writing } from '../remote.ts';
import { askJson, type CouchStore } from './ask.ts';
import { devicePrefix, storeDocument } from './documents.ts';

/**
 * What a device remembers of its own document. Each run that writes leaves a new token there: a token that this device
 * never wrote is a copied profile's, one that it wrote long ago is a server's that was restored from a backup.
 */
const journalSchema = v.object({
  /** Newest last; those after the confirmed one may or may not have arrived. */
  tokens: v.array(v.string()),
  confirmed: v.nullable(v.string()),
});

type CouchJournal = v.InferOutput<typeof journalSchema>;

const parseJournal = (journal: Json): CouchJournal => {
  const parsed = v.safeParse(journalSchema, journal);
  return parsed.success ? parsed.output : { tokens: [], confirmed: null };
};

const tokensKept = 40;

const rowsSchema = v.object({
  rows: v.array(
    v.looseObject({
      key: v.optional(v.string()),
      doc: v.optional(
        v.nullable(v.looseObject({ _rev: v.string(), store: v.optional(v.string()), token: v.optional(v.string()) })),
      ),
    }),
  ),
});

/** Looks at this device's document alone, or at the store's where it never wrote one. */
export async function verifyDevice(
  store: CouchStore,
  { device, journal }: Writing,
): Promise<Result<null, SyncFailure>> {
  const own = parseJournal(journal);
  if (own.confirmed === null) return checkIdentity(store);
  const answer = await askJson(store.server, 'GET', `/${encodeURIComponent(devicePrefix + device)}`);
  if (!answer.ok && answer.failure.code !== 'NotFound') return answer;
  const found = answer.ok ? v.safeParse(v.looseObject({ token: v.string() }), answer.value) : null;
  const trouble = judgeToken(found?.success === true ? found.output.token : null, own);
  if (trouble === null) return ok(null);
  const identity = await checkIdentity(store);
  return identity.ok ? failed(trouble) : identity;
}

async function checkIdentity(store: CouchStore): Promise<Result<null, SyncFailure>> {
  const identity = await askJson(store.server, 'GET', `/${encodeURIComponent(storeDocument)}`);
  if (!identity.ok) {
    if (identity.failure.code !== 'NotFound') return identity;
    const isGone = /no_db_file|Database does not exist/u.test(identity.failure.detail);
    return failed(isGone ? identity.failure : failure('StoreReplaced', 'the database is empty'));
  }
  const id = v.safeParse(v.looseObject({ store: v.string() }), identity.value);
  const isSame = id.success && id.output.store === store.store;
  return isSame ? ok(null) : failed(failure('StoreReplaced', 'another store is there now'));
}

/** Is it still the same store, and are we the only one of our name? Leaves a new token; answers the journal with it. */
export async function checkDevice(store: CouchStore, writing: Writing): Promise<Result<Json, SyncFailure>> {
  const id = devicePrefix + writing.device;
  const answer = await askJson(store.server, 'POST', '/_all_docs?include_docs=true', { keys: [storeDocument, id] });
  if (!answer.ok) return answer;
  const parsed = v.safeParse(rowsSchema, answer.value);
  if (!parsed.success) return failed(failure('AnswerMalformed', 'no list of documents'));
  const docOf = (key: string) => parsed.output.rows.find((row) => row.key === key)?.doc ?? null;
  const found = docOf(storeDocument)?.store;
  if (found !== store.store)
    return failed(failure('StoreReplaced', found === undefined ? 'the database is empty' : found));
  const journal = parseJournal(writing.journal);
  const mine = docOf(id);
  const trouble = judgeToken(mine?.token ?? null, journal);
  if (trouble !== null) return failed(trouble);
  const token = store.random();
  const next: CouchJournal = { ...journal, tokens: withToken(journal, token) };
  await writing.keep(next);
  const revision = mine === null ? {} : { _rev: mine._rev };
  const body = { ...revision, token, name: store.deviceName };
  const written = await askJson(store.server, 'PUT', `/${encodeURIComponent(id)}`, body);
  if (written.ok) return ok({ ...next, confirmed: token });
  return written.failure.code === 'NotFound' ? checkRefused(store, id, next) : written;
}

/** What the server still has must be known again, however many attempts have failed since. */
const withToken = ({ tokens, confirmed }: CouchJournal, token: string): string[] => {
  const known = confirmed === null ? -1 : tokens.lastIndexOf(confirmed);
  const since = [...tokens.slice(known + 1), token].slice(1 - tokensKept);
  return confirmed === null
    ? since
    : [...tokens.slice(0, known).slice(since.length - tokensKept + 1), confirmed, ...since];
};

/** Refused because somebody was faster: a request of ours that arrived twice or late, or another profile. */
async function checkRefused(store: CouchStore, id: string, journal: CouchJournal): Promise<Result<Json, SyncFailure>> {
  const answer = await askJson(store.server, 'GET', `/${encodeURIComponent(id)}`);
  if (!answer.ok) return answer;
  const found = v.safeParse(v.looseObject({ token: v.string() }), answer.value);
  const token = found.success ? found.output.token : null;
  const trouble = judgeToken(token, journal);
  return trouble === null ? ok({ ...journal, confirmed: token }) : failed(trouble);
}

function judgeToken(found: string | null, { tokens, confirmed }: CouchJournal): SyncFailure | null {
  const place = found === null ? -1 : tokens.lastIndexOf(found);
  if (found !== null && place < 0) return failure('DeviceCopied', 'another profile has written under this name');
  const expected = confirmed === null ? -1 : tokens.lastIndexOf(confirmed);
  return place < expected ? failure('WentBack', 'the database is older than what this device wrote to it') : null;
}

/** The journal of a device that begins again with a store as it now is. */
export const withoutConfirmation = (journal: Json): Json => ({ ...parseJournal(journal), confirmed: null });
