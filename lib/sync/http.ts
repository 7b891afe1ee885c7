import { readWithin } from '../model/byte-streams.ts';
import { createPatience, noAnswer } from '../model/patience.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { failure, type SyncFailure } from './failures.ts';

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface Server {
  readonly fetch: Fetch;
  /** Without a slash at its end. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

export interface Request {
  readonly method: string;
  /** Begins with a slash, or is empty. */
  readonly path: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Milliseconds to an answer, besides what it takes to send. */
const usual = 60_000;
/** Bytes a millisecond of the slowest line on which something is sent. */
const slowest = 10;
/** Far more than any answer has that a device wants, and little enough to keep a browser alive. */
const longestAnswer = 128_000_000;

/**
 * Asks and reads the answer whole; any status is an answer, only a broken connection is a failure, and an answer without
 * end.
 */
export async function ask(server: Server, request: Request): Promise<Result<Answer, SyncFailure>> {
  const { method, path, body, headers = {} } = request;
  const slow = new AbortController();
  const patience = createPatience(globalThis, {
    giveUp: () => slow.abort(new DOMException(noAnswer, 'TimeoutError')),
    first: usual + (body?.length ?? 0) / slowest,
  });
  const send = (redirect: 'manual' | 'follow'): Promise<Response> =>
    server.fetch(server.url + path, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: { ...signIn(server), ...headers },
      credentials: 'omit',
      cache: 'no-store',
      redirect,
      signal: slow.signal,
    });
  const onPiece = (bytes: number): void => {
    patience.end(bytes);
    patience.begin();
  };
  try {
    patience.begin();
    const found = await send('manual');
    const answer = isRedirect(found) ? await within(server, () => send('follow')) : found;
    if (answer === null) return failed(failure('Moved', found.headers.get('location') ?? server.url));
    onPiece(0);
    const most = longestAnswer;
    const bytes = answer.body === null ? new Uint8Array() : await readWithin(answer.body, { most, onPiece });
    if (bytes === null) return failed(failure('AnswerMalformed', `an answer of more than ${most} bytes`));
    return ok({ status: answer.status, headers: answer.headers, bytes });
  } catch (error) {
    return failed(failure('Unreachable', error instanceof Error ? error.message : String(error)));
  } finally {
    patience.end(0);
  }
}

/** Browsers do not tell where it leads. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 301 && status <= 308 && status !== 304);

/** Null where the answer lies on another server: the password does not go there, and the browser may not either. */
async function within({ url }: Server, follow: () => Promise<Response>): Promise<Response | null> {
  try {
    const answer = await follow();
    return new URL(answer.url).origin === new URL(url).origin ? answer : null;
  } catch {
    return null;
  }
}

function signIn({ user, password }: Server): Readonly<Record<string, string>> {
  if (user === '' && password === '') return {};
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}

export const textOf = ({ bytes }: Answer): string => new TextDecoder().decode(bytes);

export const isGood = ({ status }: Answer): boolean => status >= 200 && status < 300;

/**
 * A page for people where a program asked: of a proxy that wants them to sign in, of a network's own, of maintenance. No
 * file or answer of ours begins so, whatever type the server gives it.
 */
export const isPage = ({ bytes }: Answer): boolean =>
  /^\uFEFF?\s*<(?:!doctype\s+html|html|head|body)\b/iu.test(new TextDecoder().decode(bytes.subarray(0, 500)));

/** What a status that is no success means. */
export function failureOf(answer: Answer): SyncFailure {
  const { status, headers } = answer;
  const detail = `the server answered ${status}${excerpt(answer)}`;
  const wait = waitOf(headers);
  const later = wait > 0 ? { retryAfter: Math.min(wait, longestWait) } : {};
  switch (status) {
    case 401:
      return failure('SignInRefused', detail);
    case 403:
      return failure('NotAllowed', detail);
    case 404:
    case 409:
    case 410:
      return failure('NotFound', detail);
    case 405:
    case 501:
      return failure('NotThatServer', detail);
    case 413:
      return failure('TooLarge', detail);
    case 408:
    case 423:
    case 425:
    case 429:
    case 502:
    case 503:
    case 504:
      return { ...failure('Busy', detail), ...later };
    case 507:
      return failure('ServerFull', detail);
    default:
      return failure(status >= 500 ? 'ServerFault' : 'AnswerMalformed', detail);
  }
}

const longestWait = 3_600_000;

/** Milliseconds that a server asks for, as seconds or as a date of its own clock; 0 where it does not. */
function waitOf(headers: Headers): number {
  const asked = headers.get('retry-after') ?? '';
  if (/^\d+$/u.test(asked)) return Number(asked) * 1000;
  const [until, now] = [Date.parse(asked), Date.parse(headers.get('date') ?? '')];
  return Number.isNaN(until) || Number.isNaN(now) ? 0 : until - now;
}

const longestExcerpt = 120;
/** Of an answer, as much as is looked through for words that tell what is wrong. UTF-16 units. */
const longestExamined = 4_000;

/** Of a page that tells of an error, what stands below its headings: those only say the status again. */
const excerpt = (answer: Answer): string => {
  const text = textOf(answer)
    .slice(0, longestExamined)
    .replaceAll(/<(head|h\d)\b[\s\S]*?<\/\1>/giu, ' ')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (text.length <= longestExcerpt) return text === '' ? '' : `: ${text}`;
  const cut = text.slice(0, longestExcerpt);
  return `: ${cut.slice(0, cut.lastIndexOf(' ') + 1 || longestExcerpt).trimEnd()}…`;
};

export function parseJson(answer: Answer): Result<unknown, SyncFailure> {
  try {
    return ok(JSON.parse(textOf(answer)));
  } catch {
    return failed(failure('AnswerMalformed', `no JSON${excerpt(answer)}`));
  }
}
/** Milliseconds that our clock is ahead of the server's, to the second; null where it tells no time. */
export function clockDifference({ headers }: Answer, now: number): number | null {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : Math.round((now - date) / 1000) * 1000;
}
