import { words } from '../../lib/i18n/words.ts';
import { failed, ok, type Result } from '../../lib/model/result.ts';

/** A feed as it comes. */
export interface FeedInput {
  readonly title: string;
  /** Bytes; null where a server does not say, or compressed them. */
  readonly size: number | null;
  readonly pieces: AsyncIterable<string>;
}

async function* piecesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

export const inputOfFile = (file: File): FeedInput => ({
  title: file.name,
  size: file.size,
  pieces: piecesOf(file.stream()),
});

/** What lies at an address, without the reader's cookies; the failure in the reader's words. */
export async function inputOfAddress(url: string, signal: AbortSignal): Promise<Result<FeedInput, string>> {
  const { host } = new URL(url);
  let response: Response;
  try {
    response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
  } catch {
    return failed(words.evidence.unreachable({ host }));
  }
  if (!response.ok || response.body === null)
    return failed(words.evidence.badAnswer({ host, status: `${response.status}` }));
  const length = Number(response.headers.get('content-length'));
  const isPlain = response.headers.get('content-encoding') === null;
  return ok({ title: url, size: isPlain && length > 0 ? length : null, pieces: piecesOf(response.body) });
}
