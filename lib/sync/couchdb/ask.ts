import type { Json } from '../../merge/json.ts';
import { failed, type Result } from '../../model/result.ts';
import type { SyncFailure } from '../failures.ts';
import { ask, failureOf, isGood, parseJson, type Server } from '../http.ts';
import type { DocumentForm } from './documents.ts';

export interface CouchStore {
  readonly server: Server;
  readonly form: DocumentForm;
  /** Identity that the store had when it was joined. */
  readonly store: string;
  readonly deviceName: string;
  readonly random: () => string;
}

/** Asks the database; anything but a success is a failure. */
export async function askJson(
  server: Server,
  method: string,
  path: string,
  body?: Json,
): Promise<Result<unknown, SyncFailure>> {
  const headers = { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const answer = await ask(server, {
    method,
    path,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) return answer;
  return isGood(answer.value) ? parseJson(answer.value) : failed(failureOf(answer.value));
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
