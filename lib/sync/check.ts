import { ok, type Result, failed } from '../model/result.ts';
import type { StepResult } from '../model/sync.ts';
import { toUtf8 } from './bytes.ts';
import { askJson, isObject } from './couchdb/ask.ts';
import { makeDatabase } from './couchdb/join.ts';
import { failure, type SyncFailure } from './failures.ts';
import { type Answer, ask, clockDifference, failureOf, isGood, parseJson, type Server } from './http.ts';
import { listFolder, makeFolder, placeFile, removeFile } from './webdav/dav.ts';
import { folders, makeFolders } from './webdav/files.ts';

/** More than this makes "later wins" decide for the wrong device. */
const clockTolerated = 60_000;

interface Checked {
  readonly server: Server;
  readonly now: () => number;
  readonly random: () => string;
}

type Outcome = Result<unknown, SyncFailure>;

/** What comes of writing where this device may say that it is there, and no more. */
const readOnly = 'read-only';

/** Tries a connection step by step, and ends with the first that fails. Makes the database or folder where it can. */
export async function* checkConnection(
  kind: 'couchdb' | 'webdav',
  checked: Checked,
): AsyncGenerator<StepResult, void, undefined> {
  const reached = await reach(kind, checked.server);
  // Who is sent elsewhere from the server's own front page may still be right with the address itself.
  const isThere = reached.ok || reached.failure.code === 'Moved';
  if (!isThere) return yield { step: 'reach', state: 'failed', ...reached.failure };
  yield { step: 'reach', state: 'ok' };
  const steps = kind === 'couchdb' ? couchSteps(checked) : davSteps(checked);
  for (const step of ['sign-in', 'read', 'write', 'delete'] as const) {
    const outcome = await steps[step]();
    if (!outcome.ok) return yield { step, state: 'failed', ...outcome.failure };
    const mayOnlyRead = step === 'write' && outcome.value === readOnly;
    yield mayOnlyRead ? { step: 'write', state: 'read-only' } : { step, state: 'ok' };
  }
  const ahead = (reached.ok ? clockDifference(reached.value, checked.now()) : null) ?? 0;
  yield Math.abs(ahead) > clockTolerated ? { step: 'clock', state: 'off', ahead } : { step: 'clock', state: 'ok' };
}

/** Why a connection cannot be used; null where all that it has to do can be done. */
export async function findRefusal(kind: 'couchdb' | 'webdav', checked: Checked): Promise<SyncFailure | null> {
  for await (const step of checkConnection(kind, checked))
    if (step.state === 'failed') return failure(step.code, step.detail);
  return null;
}

/** Any answer will do, also one that asks who is there. */
function reach(kind: 'couchdb' | 'webdav', server: Server): Promise<Result<Answer, SyncFailure>> {
  const { origin } = new URL(server.url);
  return kind === 'couchdb'
    ? ask({ ...server, url: origin, user: '', password: '' }, { method: 'GET', path: '/' })
    : ask(server, { method: 'OPTIONS', path: '/' });
}

/**
 * Who signed in and may make no database, or none of this name, learns that there is none, not that the password is
 * wrong.
 */
async function makeMissing(server: Server): Promise<Outcome> {
  const made = await makeDatabase(server);
  if (made.ok || server.user === '') return made;
  const { code, detail } = made.failure;
  const isRefused = code === 'SignInRefused' || code === 'NotAllowed' || code === 'AnswerMalformed';
  return isRefused ? failed(failure('NotFound', detail)) : made;
}

type Steps = Readonly<Record<'sign-in' | 'read' | 'write' | 'delete', () => Promise<Outcome>>>;

function couchSteps({ server, random }: Checked): Steps {
  const id = `sidelight:test:${random()}`;
  let revision = '';
  let isMissing = false;
  return {
    'sign-in': async () => {
      const answer = await ask(server, { method: 'GET', path: '' });
      if (!answer.ok) return answer;
      isMissing = answer.value.status === 404;
      if (isMissing) return ok(null);
      if (!isGood(answer.value)) return failed(failureOf(answer.value));
      const facts = parseJson(answer.value);
      return facts.ok && isObject(facts.value) ? ok(null) : failed(failure('NotThatServer', 'no database'));
    },
    read: async () => {
      const made = isMissing ? await makeMissing(server) : ok(null);
      if (!made.ok) return made;
      const answer = await askJson(server, 'GET', '/_changes?limit=1');
      const isList = answer.ok && isObject(answer.value) && 'results' in answer.value;
      return !answer.ok || isList ? answer : failed(failure('NotThatServer', 'no list of changes'));
    },
    write: async () => {
      const answer = await askJson(server, 'PUT', `/${encodeURIComponent(id)}`, {});
      if (!answer.ok) return answer;
      if (isObject(answer.value)) revision = String(answer.value['rev']);
      // Who may only read writes what is no record all the same. A record that is deleted already is nothing to anybody.
      const record = `/${encodeURIComponent(`entities:local:test-${random()}`)}`;
      const written = await askJson(server, 'PUT', record, { _deleted: true });
      return !written.ok && written.failure.code === 'NotAllowed' ? ok(readOnly) : written;
    },
    delete: () => askJson(server, 'DELETE', `/${encodeURIComponent(id)}?rev=${encodeURIComponent(revision)}`),
  };
}

function davSteps({ server, random }: Checked): Steps {
  const name = `test-${random()}`;
  const path = `${folders.temporary}/${name}`;
  let isMissing = false;
  return {
    'sign-in': async () => {
      const answer = await ask(server, { method: 'PROPFIND', path: '/', headers: { depth: '0' } });
      if (!answer.ok) return answer;
      const { status } = answer.value;
      isMissing = status === 404 || status === 409;
      if (status === 207 || isMissing) return ok(null);
      return failed(isGood(answer.value) ? failure('NotThatServer', 'no WebDAV') : failureOf(answer.value));
    },
    read: async () => {
      const made = isMissing ? await makeFolder(server, '') : ok(null);
      return made.ok ? listFolder(server, folders.heads) : made;
    },
    write: async () => {
      const made = await makeFolders(server);
      if (!made.ok) return made;
      return placeFile(server, { temporary: `${path}-new`, path, bytes: toUtf8('Sidelight was here.') });
    },
    delete: () => removeFile(server, path),
  };
}
