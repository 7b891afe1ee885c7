import * as v from 'valibot';
import { readWithin } from '../model/byte-streams.ts';
import type { LookUpFailure } from '../model/look-up.ts';
import { failed, ok, type Result } from '../model/result.ts';

/** What asking needs from around it. */
export interface Asking {
  readonly fetch: (url: string, options: { readonly signal: AbortSignal }) => Promise<Response>;
  /** Whether the machine has a network at all, so far as it knows. */
  readonly isOnline: () => boolean;
  readonly signal: AbortSignal;
}

export type Asked<T> = Result<T, LookUpFailure>;

/** Milliseconds after which a wiki counts as out of reach. */
const patience = 15_000;
/** Bytes of JSON beyond which an answer is not read: far more than any entity has. */
const longestAnswer = 16_000_000;
/** Seconds to wait where a wiki asks to wait and does not say how long. */
const usualWait = 60;

const hostOf = (url: string): string => new URL(url).host;

/** Fetches with a time limit; a failure is a value that names the host. */
async function request(asking: Asking, url: string): Promise<Asked<Response>> {
  const host = hostOf(url);
  if (!asking.isOnline()) return failed({ code: 'Offline' });
  let response: Response;
  try {
    response = await asking.fetch(url, { signal: AbortSignal.any([asking.signal, AbortSignal.timeout(patience)]) });
  } catch (error) {
    return failed(unreachable(host, error));
  }
  if (response.status === 429 || response.status === 503)
    return failed({ code: 'RateLimited', host, after: waitOf(response.headers.get('retry-after')) });
  if (!response.ok) return failed({ code: 'ServerRefused', host, status: response.status });
  return ok(response);
}

const unreachable = (host: string, error: unknown): LookUpFailure => ({
  code: 'Unreachable',
  host,
  detail: error instanceof Error ? error.message : String(error),
});

/** An answer of at most so many bytes; one that breaks off or takes too long on its way did not arrive. */
async function readAnswer(response: Response, host: string, most: number): Promise<Asked<Uint8Array>> {
  try {
    const bytes = response.body === null ? new Uint8Array() : await readWithin(response.body, { most });
    return bytes === null ? failed({ code: 'OddAnswer', host, detail: `more than ${most} bytes` }) : ok(bytes);
  } catch (error) {
    return failed(unreachable(host, error));
  }
}

/** Where a wiki has its API: as Wikimedia's have it, at its root, or in the folder that its manual or its pages are in. */
const apiPlaces = ['/w/api.php', '/api.php', '/mediawiki/api.php', '/wiki/api.php'] as const;

const isNothing = (asked: Asked<Response>): boolean =>
  !asked.ok && asked.failure.code === 'ServerRefused' && asked.failure.status === 404;

/** The first place where there is something. */
async function requestApi(asking: Asking, url: string): Promise<Asked<Response>> {
  const asked = await request(asking, url);
  const { pathname } = new URL(url);
  if (!isNothing(asked) || !pathname.endsWith('/api.php')) return asked;
  for (const place of apiPlaces.filter((other) => other !== pathname)) {
    const other = new URL(url);
    other.pathname = place;
    const found = await request(asking, other.href);
    if (!isNothing(found)) return found;
  }
  return asked;
}

/** Seconds from `Retry-After`, which is a number of them or a date. */
function waitOf(header: string | null): number {
  const seconds = Number(header);
  if (header !== null && Number.isFinite(seconds)) return Math.min(86_400, Math.max(1, Math.ceil(seconds)));
  const until = header === null ? Number.NaN : Date.parse(header) - Date.now();
  return Number.isFinite(until) ? Math.min(86_400, Math.max(1, Math.ceil(until / 1_000))) : usualWait;
}

/** JSON of the shape that the schema says. */
export async function askJson<T>(asking: Asking, url: string, schema: v.GenericSchema<unknown, T>): Promise<Asked<T>> {
  const response = await requestApi(asking, url);
  if (!response.ok) return response;
  const host = hostOf(url);
  const odd = (detail: string): Asked<never> => failed({ code: 'OddAnswer', host, detail });
  const bytes = await readAnswer(response.value, host, longestAnswer);
  if (!bytes.ok) return bytes;
  const text = new TextDecoder().decode(bytes.value);
  if (/^\s*<(?:!doctype\s+html|html|head|body)\b/iu.test(text)) return failed({ code: 'PageInstead', host });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return odd(error instanceof Error ? error.message : 'not JSON');
  }
  if (Array.isArray(json)) return odd('a list');
  const refusal = v.safeParse(apiError, json);
  if (refusal.success) {
    const { code, info } = refusal.output.error;
    if (code === 'maxlag' || code === 'ratelimited') return failed({ code: 'RateLimited', host, after: usualWait });
    if (code === 'no-such-entity') return failed({ code: 'NothingFound', host });
    return odd(info === '' ? code : info);
  }
  const parsed = v.safeParse(schema, json);
  return parsed.success ? ok(parsed.output) : odd(v.summarize(parsed.issues).slice(0, 300));
}

/** MediaWiki reports errors with status 200. */
const apiError = v.object({ error: v.object({ code: v.string(), info: v.fallback(v.string(), '') }) });

/** A file of at most so many bytes. */
export async function askBytes(asking: Asking, url: string, most: number): Promise<Asked<Uint8Array>> {
  const response = await request(asking, url);
  return response.ok ? readAnswer(response.value, hostOf(url), most) : response;
}

/** The folder that the reader named; empty for none. */
const folderOf = (place: string): string => new URL(place).pathname.replace(/\/$/u, '');

/** The address of a page of the wiki. */
export const pageAt = (place: string, title: string): string => {
  const folder = folderOf(place);
  return new URL(folder === '' ? `/wiki/${title}` : `${folder}/index.php?title=${title}`, place).href;
};

/** An address of an API with its parameters; answers are anonymous JSON that any page may read. */
export function apiUrl(place: string, parameters: Readonly<Record<string, string>>): string {
  const folder = folderOf(place);
  const url = new URL(folder === '' ? apiPlaces[0] : `${folder}/api.php`, place);
  url.search = new URLSearchParams({ ...parameters, format: 'json', origin: '*' }).toString();
  return url.href;
}
