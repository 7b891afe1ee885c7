import type { RemoteFailure } from '../model/install-failure.ts';
import { createPatience, noAnswer, type Patience } from '../model/patience.ts';
import { failed, ok, type Result, unreachable } from '../model/result.ts';
import type { PackInput } from './byte-reader.ts';

const codes: ReadonlySet<string> = new Set([
  'AddressNotSecure',
  'RemoteUnreachable',
  'RemoteRefused',
  'PermissionMissing',
  'FileUnreadable',
] satisfies RemoteFailure['code'][]);

export const isRemoteFailure = (failure: { readonly code: string }): failure is RemoteFailure =>
  codes.has(failure.code);

/** One line in English, for the command line and for logs. */
export function describeRemoteFailure(failure: RemoteFailure): string {
  switch (failure.code) {
    case 'AddressNotSecure':
      return `${failure.url} is no https address; packs come over nothing else`;
    case 'RemoteUnreachable':
      return `${failure.url} cannot be reached: ${failure.detail}`;
    case 'RemoteRefused':
      return failure.status === 404
        ? `there is nothing at ${failure.url}`
        : `the server of ${failure.url} answered with status ${failure.status}`;
    case 'PermissionMissing':
      return `Sidelight may not fetch from ${failure.origin}; allow it and try again`;
    case 'FileUnreadable':
      return `the file cannot be read: ${failure.detail}`;
    default:
      return unreachable(failure);
  }
}

/** Thrown by a `PackInput` whose bytes do not come. */
export class InputError extends Error {
  readonly failure: RemoteFailure;

  constructor(failure: RemoteFailure) {
    super(describeRemoteFailure(failure));
    this.name = 'InputError';
    this.failure = failure;
  }
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** An address from which a pack may come: https, or this very machine. */
export function parseAddress(text: string): Result<URL, RemoteFailure> {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  return url !== null && isSecure ? ok(url) : failed({ code: 'AddressNotSecure', url: text.trim().slice(0, 200) });
}

export interface Fetched {
  readonly response: Response;
  /** Where redirects led. */
  readonly url: string;
  /** How long its body is waited for. */
  readonly patience: Patience;
}

/** One GET without credentials; answers any status below 400, and 416 where a part was asked for. */
export async function fetchFrom(
  fetchOne: typeof fetch,
  url: string,
  { headers, signal }: { readonly headers: Record<string, string>; readonly signal: AbortSignal },
): Promise<Fetched> {
  const address = parseAddress(url);
  if (!address.ok) throw new InputError(address.failure);
  const slow = new AbortController();
  const patience = createPatience(globalThis, { giveUp: () => slow.abort(new DOMException(noAnswer, 'TimeoutError')) });
  let response: Response;
  try {
    patience.begin();
    response = await fetchOne(url, {
      headers,
      signal: AbortSignal.any([signal, slow.signal]),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new InputError({ code: 'RemoteUnreachable', url, detail: messageOf(error) });
  } finally {
    patience.end(0);
  }
  // A secure address that leads to one that is not.
  const landed = parseAddress(response.url === '' ? url : response.url);
  if (!landed.ok) throw new InputError(landed.failure);
  const isNoPart = response.status === 416 && headers['range'] !== undefined;
  if (response.status >= 400 && !isNoPart)
    throw new InputError({ code: 'RemoteRefused', url, status: response.status });
  return { response, url: landed.value.href, patience };
}

/** Where a part begins, as the server says; as it was asked for where it does not. */
function startOf(response: Response, asked: number): number {
  const [, start] = /^bytes\s+(\d+)-/u.exec(response.headers.get('content-range') ?? '') ?? [];
  return start === undefined ? asked : Number(start);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A pack at an address; asks for the rest of a file where the server can give it, else for the whole once more. */
export function inputOfAddress(fetchOne: typeof fetch, url: string): PackInput {
  let size: number | null = null;
  let etag: string | null = null;
  return {
    size: () => size,
    async *read(offset, signal) {
      const headers: Record<string, string> = offset === 0 ? {} : { range: `bytes=${offset}-` };
      if (offset > 0 && etag !== null) headers['if-range'] = etag;
      const first = await fetchFrom(fetchOne, url, { headers, signal });
      const from = first.response.status === 206 ? startOf(first.response, offset) : 0;
      // A part that begins behind what is wanted, or none: the file changed, or whatever stands before it keeps parts badly.
      const isUseless = first.response.status === 416 || from > offset;
      if (isUseless) await first.response.body?.cancel();
      const fetched = isUseless ? await fetchFrom(fetchOne, url, { headers: {}, signal }) : first;
      const { response } = fetched;
      if (isUseless && response.status === 206)
        throw new InputError({ code: 'RemoteRefused', url, status: response.status });
      const start = isUseless ? 0 : from;
      const length = Number(response.headers.get('content-length') ?? Number.NaN);
      if (Number.isFinite(length) && response.headers.get('content-encoding') === null) size = start + length;
      // A weak tag does not promise the same bytes.
      const tag = response.headers.get('etag');
      etag = tag?.startsWith('"') === true ? tag : null;
      let skip = offset - start;
      for await (const piece of piecesOf({ ...fetched, url }, signal)) {
        const use = piece.subarray(Math.min(skip, piece.length));
        skip -= piece.length - use.length;
        if (use.length > 0) yield use;
      }
    },
  };
}

/** The body as it comes; throws `InputError` where the connection breaks. */
export async function* piecesOf(fetched: Fetched, signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = fetched.response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const piece = await readPiece(reader, fetched, signal);
      if (piece === null) return;
      yield piece;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function readPiece(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  { url, patience }: Fetched,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  let bytes = 0;
  try {
    patience.begin();
    const { done, value } = await reader.read();
    bytes = value?.length ?? 0;
    return done ? null : value;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new InputError({ code: 'RemoteUnreachable', url, detail: `the connection broke (${messageOf(error)})` });
  } finally {
    patience.end(bytes);
  }
}
