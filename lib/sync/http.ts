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

/** Longer than any server needs that can be waited for. */
const patience = 60_000;

/** Asks and reads the answer whole; any status is an answer, only a broken connection is a failure. */
export async function ask(server: Server, request: Request): Promise<Result<Answer, SyncFailure>> {
  const { method, path, body, headers = {} } = request;
  try {
    const answer = await server.fetch(server.url + path, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: { ...signIn(server), ...headers },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'follow',
      signal: AbortSignal.timeout(patience),
    });
    return ok({ status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) });
  } catch (error) {
    return failed(failure('Unreachable', error instanceof Error ? error.message : String(error)));
  }
}

function signIn({ user, password }: Server): Readonly<Record<string, string>> {
  if (user === '' && password === '') return {};
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}

export const textOf = ({ bytes }: Answer): string => new TextDecoder().decode(bytes);

export const isGood = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** What a status that is no success means. */
export function failureOf(answer: Answer): SyncFailure {
  const { status, headers } = answer;
  const detail = `the server answered ${status}${excerpt(answer)}`;
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const later = Number.isFinite(seconds) && seconds > 0 ? { retryAfter: Math.min(seconds, 3600) * 1000 } : {};
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

const excerpt = (answer: Answer): string => {
  const text = textOf(answer)
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 120);
  return text === '' ? '' : `: ${text}`;
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
