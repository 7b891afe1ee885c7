import { failed, ok, type Result } from '../../model/result.ts';
import { type Bytes, isSameBytes } from '../bytes.ts';
import { failure, type SyncFailure } from '../failures.ts';
import { type Answer, ask, failureOf, isGood, isPage, type Server, textOf } from '../http.ts';

/**
 * The few things that are asked of a WebDAV server. Nothing here trusts ETags or preconditions, which servers answer
 * wrongly or not at all: files never change, each has one writer, and what is written is read back before it counts.
 */

const listing = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>';

/** Names of the files in a folder; none where there is no such folder. */
export async function listFolder(server: Server, path: string): Promise<Result<readonly string[], SyncFailure>> {
  const headers = { depth: '1', 'content-type': 'application/xml' };
  const answer = await ask(server, { method: 'PROPFIND', path: `${path}/`, headers, body: listing });
  if (!answer.ok) return answer;
  if (answer.value.status === 404) return ok([]);
  if (answer.value.status !== 207) return failed(notDav(answer.value));
  if (isOfNothing(answer.value)) return ok([]);
  return readNames(textOf(answer.value), path);
}

/** Room behind a tag in which its status stands. */
const statusRoom = 80;

/** The statuses that a 207 gives for things as wholes, not for a property of one. */
function innerStatuses(answer: Answer): readonly number[] {
  const xml = textOf(answer);
  const statuses: number[] = [];
  let isOfProperty = false;
  for (const { 0: tag, 1: slash, 2: name, index } of xml.matchAll(/<(\/?)(?:[\w.-]+:)?(propstat|status)\b[^<>]*>/gu)) {
    const end = index + tag.length;
    if (name === 'propstat') isOfProperty = slash === '' && !tag.endsWith('/>');
    else if (slash === '' && !isOfProperty) {
      const found = /^\s*HTTP\/[\d.]+\s+(\d{3})/u.exec(xml.slice(end, end + statusRoom));
      if (found !== null) statuses.push(Number(found[1]));
    }
  }
  return statuses;
}

/** That of the one thing that was asked about; 0 without one. */
function innerStatus(answer: Answer): number {
  const [status = 0, ...others] = innerStatuses(answer);
  return others.length === 0 ? status : 0;
}

const isNothing = (status: number): boolean => status === 404 || status === 410;

/** Some servers tell within a 207 that there is no such thing. */
const isOfNothing = (answer: Answer): boolean => isNothing(innerStatus(answer));

/** Passes by itself: somebody else answers in the server's place. */
const pageInstead = failure('AnswerMalformed', 'a web page came instead, of a network or of a proxy');

function notDav(answer: Answer): SyncFailure {
  if (!isGood(answer)) return failureOf(answer);
  return isPage(answer) ? pageInstead : failure('NotThatServer', 'the address answers, but not as WebDAV');
}

/** The last part of each address but the folder's own. */
function readNames(xml: string, path: string): Result<readonly string[], SyncFailure> {
  if (!/<(?:\/(?:[\w.-]+:)?multistatus\s*|(?:[\w.-]+:)?multistatus\b[^<>]*\/)>\s*(?:<!--[^>]*-->\s*)*$/u.test(xml))
    return failed(failure('AnswerMalformed', 'the listing broke off'));
  const own = path.split('/').at(-1) ?? '';
  const names: string[] = [];
  for (const [, href = ''] of xml
    .replaceAll(/<!\[CDATA\[|\]\]>/gu, '')
    .matchAll(/<(?:[\w.-]+:)?href\b[^<>]*>([^<]*)</gu)) {
    const name = decode(
      href
        .trim()
        .replace(/(?<!\/)\/+$/u, '')
        .split('/')
        .at(-1) ?? '',
    );
    if (name !== '' && !href.trim().endsWith('/') && name !== own) names.push(name);
  }
  return ok(names);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A file's bytes; null where it is not there. */
export async function readFile(server: Server, path: string): Promise<Result<Bytes | null, SyncFailure>> {
  // IIS gives a file as it lies there, also of a type that it does not know, only where it is told that WebDAV asks.
  const answer = await ask(server, { method: 'GET', path, headers: { translate: 'f' } });
  if (!answer.ok) return answer;
  if (isNothing(answer.value.status)) return ok(null);
  if (!isGood(answer.value)) return failed(failureOf(answer.value));
  return isPage(answer.value) ? failed(pageInstead) : ok(answer.value.bytes);
}

/** Whether a file is there, in some hundred bytes. */
export async function hasFile(server: Server, path: string): Promise<Result<boolean, SyncFailure>> {
  const answer = await ask(server, { method: 'PROPFIND', path, headers: { depth: '0' }, body: listing });
  if (!answer.ok) return answer;
  if (answer.value.status === 207) return ok(!isOfNothing(answer.value));
  return isNothing(answer.value.status) ? ok(false) : failed(notDav(answer.value));
}

/** Writes a file whatever lies there; only for what may be lost. */
export async function replaceFile(server: Server, path: string, bytes: Bytes): Promise<Result<null, SyncFailure>> {
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await ask(server, { method: 'PUT', path, headers, body: bytes });
  if (!answer.ok) return answer;
  return isGood(answer.value) ? ok(null) : failed(failureOf(answer.value));
}

/** Gone afterwards, whoever was faster. */
export async function removeFile(server: Server, path: string): Promise<Result<null, SyncFailure>> {
  const answer = await ask(server, { method: 'DELETE', path });
  if (!answer.ok) return answer;
  return isGone(answer.value) ? ok(null) : failed(notGone(answer.value));
}

/** Statuses of what a DELETE of a folder left, which a 207 tells. */
const leftBy = (answer: Answer): readonly number[] =>
  answer.status === 207 ? innerStatuses(answer).filter((status) => status >= 400 && !isNothing(status)) : [];

/** Whether a DELETE left nothing. */
export const isGone = (answer: Answer): boolean =>
  isNothing(answer.status) || (isGood(answer) && !isPage(answer) && leftBy(answer).length === 0);

/** Why it left something. */
export const notGone = (answer: Answer): SyncFailure =>
  isGood(answer) && isPage(answer) ? pageInstead : failureOf({ ...answer, status: leftBy(answer)[0] ?? answer.status });

/** There afterwards; its parent must be. */
export async function makeFolder(server: Server, path: string): Promise<Result<null, SyncFailure>> {
  const answer = await ask(server, { method: 'MKCOL', path: `${path}/` });
  if (!answer.ok) return answer;
  const { status } = answer.value;
  // 405: it is there already. Some say 301 or 409 for that, so that is looked into, as is what a 207 has within.
  if ((isGood(answer.value) && status !== 207) || status === 405) return ok(null);
  const found = await ask(server, { method: 'PROPFIND', path: `${path}/`, headers: { depth: '0' }, body: listing });
  return found.ok && found.value.status === 207 && !isOfNothing(found.value)
    ? ok(null)
    : failed(failureOf(answer.value));
}

/** Answers to a MOVE behind which the file may be in its place, the name may be taken, or neither. */
const doubtful: readonly number[] = [207, 403, 405, 409];

export type Placed = 'placed' | 'taken';

/** Writes a file under a name that nobody reads, reads it back, and moves it to its own name unless that is taken. */
export async function placeFile(
  server: Server,
  file: { readonly temporary: string; readonly path: string; readonly bytes: Bytes },
): Promise<Result<Placed, SyncFailure>> {
  const { temporary, path, bytes } = file;
  const headers = { 'content-type': 'application/octet-stream' };
  const put = await ask(server, { method: 'PUT', path: temporary, headers, body: bytes });
  if (!put.ok) return put;
  if (!isGood(put.value)) return failed(failureOf(put.value));
  const back = await readFile(server, temporary);
  if (!back.ok) return back;
  if (back.value === null) {
    await removeFile(server, temporary);
    return failed(failure('ServerFault', 'the server took a file and does not give it out'));
  }
  if (!isSameBytes(back.value, bytes)) {
    await removeFile(server, temporary);
    return failed(failure('ServerFull', 'the server did not keep what it said it had taken'));
  }
  const moved = await moveFile(server, temporary, path);
  if (!moved.ok) return moved;
  const { status } = moved.value;
  // A request that a proxy sent twice finds its file moved the second time.
  if (status === 404) return ok('taken');
  if (isGood(moved.value) && status !== 207) return ok('placed');
  if (status !== 412 && !doubtful.includes(status)) return failed(failureOf(moved.value));
  const there = status === 412 ? null : await readFile(server, path);
  if (there?.ok === false) return there;
  if (there !== null && there.value === null)
    return failed(failureOf({ ...moved.value, status: innerStatus(moved.value) || status }));
  await removeFile(server, temporary);
  return ok(there !== null && isSameBytes(there.value ?? new Uint8Array(), bytes) ? 'placed' : 'taken');
}

/** Statuses of a server that does not know itself by the name under which it is reached. */
const elsewhere: readonly number[] = [400, 502];

/**
 * Behind a proxy that ends TLS, a server may take the full address for another server's; by its path alone, which RFC
 * 4918 allows as well and older servers do not know, it is found.
 */
async function moveFile(server: Server, from: string, to: string): Promise<Result<Answer, SyncFailure>> {
  const full = server.url + to;
  const move = (destination: string) =>
    ask(server, { method: 'MOVE', path: from, headers: { destination, overwrite: 'F' } });
  const moved = await move(full);
  if (!moved.ok || !elsewhere.includes(moved.value.status)) return moved;
  const again = await move(new URL(full).pathname);
  return again.ok && (isGood(again.value) || again.value.status === 412) ? again : moved;
}
