import type { Json } from '../../merge/json.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { failure, type SyncFailure } from '../failures.ts';
import { askJson, type CouchStore, isObject } from './ask.ts';

export interface ChangeRow {
  readonly id: string;
  readonly seq?: Json;
  readonly changes?: readonly { readonly rev: string }[];
  readonly deleted?: boolean;
  readonly doc?:
    | (Readonly<Record<string, unknown>> & { readonly _rev: string; readonly _conflicts?: readonly string[] })
    | null;
}

interface Changes {
  readonly results: readonly ChangeRow[];
  readonly last_seq: Json;
  /** How many changes follow, where the server knows. */
  readonly pending?: number;
}

const isChangeRow = (row: unknown): row is ChangeRow => {
  if (!isObject(row) || typeof row['id'] !== 'string') return false;
  const { doc } = row;
  return doc === undefined || doc === null || (isObject(doc) && typeof doc['_rev'] === 'string');
};

/** How far a device has read. */
export interface Place {
  /** The server's word for it, which is opaque: a number, a text, of old servers a list. */
  readonly seq: Json;
  /**
   * Id and revision of what was read last. A server that was restored from an older copy of its files goes on counting
   * from there and takes a later `seq` for one of its own; that it never had these tells.
   */
  readonly last: readonly (readonly [id: string, revision: string])[];
}

/** A cursor as it is kept, or as versions before this one kept it: the `seq` alone. */
export function toPlace(cursor: Json): Place {
  if (!isObject(cursor) || !('seq' in cursor)) return { seq: cursor, last: [] };
  const { seq, last = {} } = cursor as { readonly seq: Json; readonly last?: Readonly<Record<string, string>> };
  return { seq, last: Object.entries(last) };
}

export const toCursor = ({ seq, last }: Place): Json => ({ seq, last: Object.fromEntries(last) });

/** Several, since a database is in parts, of which each has an order of its own. */
const rowsKept = 8;

/** The place behind some rows. */
export function passRows(place: Place, rows: readonly ChangeRow[], seq: Json): Place {
  const last = new Map(place.last);
  for (const { id, changes } of rows.slice(-rowsKept)) {
    const revision = changes?.[0]?.rev;
    last.delete(id);
    if (revision !== undefined) last.set(id, revision);
  }
  return { seq, last: [...last].slice(-rowsKept) };
}

/** Changes after a place, a page of them. */
export async function readChanges(
  { server }: CouchStore,
  seq: Json,
  asked: Readonly<Record<string, string>>,
): Promise<Result<Changes, SyncFailure>> {
  const since = seq === null ? '0' : typeof seq === 'string' ? seq : JSON.stringify(seq);
  const query = new URLSearchParams({ since, style: 'all_docs', ...asked });
  const answer = await askJson(server, 'GET', `/_changes?${query}`);
  if (!answer.ok)
    return isCursorRefused(answer.failure) ? failed(failure('CursorInvalid', answer.failure.detail)) : answer;
  const { results, last_seq, pending } = isObject(answer.value) ? (answer.value as Partial<Changes>) : {};
  if (!Array.isArray(results) || !results.every(isChangeRow) || last_seq === undefined)
    return failed(failure('AnswerMalformed', 'no list of changes'));
  return ok({ results, last_seq, ...(typeof pending === 'number' ? { pending } : {}) });
}

const isCursorRefused = ({ code, detail }: SyncFailure): boolean =>
  code === 'AnswerMalformed' && /^the server answered 400\b/u.test(detail);
