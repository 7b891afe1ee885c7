import { describe, expect, test, vi } from 'vitest';
import { InputError, inputOfAddress } from '../../lib/pack/remote.ts';

/** What stands before a pack's server (a cache, a proxy) answers a request for the rest of a file in ways of its own. */
const whole = Uint8Array.from({ length: 100 }, (_, at) => at);
const url = 'https://packs.example/a.slpack';

type Answer = (range: number | null, headers: Headers) => Response;

const part = (from: number, headers: Record<string, string> = {}): Response =>
  new Response(whole.slice(from), { status: 206, headers });

async function readFrom(offset: number, answer: Answer): Promise<{ bytes: number[]; size: number | null }> {
  const input = inputOfAddress((_, init) => {
    const headers = new Headers(init?.headers);
    const range = /^bytes=(\d+)-$/u.exec(headers.get('range') ?? '')?.[1];
    return Promise.resolve(answer(range === undefined ? null : Number(range), headers));
  }, url);
  const bytes: number[] = [];
  for await (const piece of input.read(offset, new AbortController().signal)) bytes.push(...piece);
  return { bytes, size: input.size() };
}

describe('the rest of a file, from a server that', () => {
  test.each<[string, Answer]>([
    ['answers with it', (from) => part(from ?? 0, { 'content-range': `bytes ${from}-99/100`, 'content-length': '60' })],
    ['does not say where it begins', (from) => part(from ?? 0)],
    ['begins before it, at a block of its own', () => part(32, { 'content-range': 'bytes 32-99/100' })],
    ['sends all of it', () => new Response(whole)],
    ['sends all of it and calls that a part', () => part(0, { 'content-range': 'bytes 0-99/100' })],
    [
      'begins behind it',
      (from) => (from === null ? new Response(whole) : part(64, { 'content-range': 'bytes 64-99/100' })),
    ],
    ['says that there is none', (from) => (from === null ? new Response(whole) : new Response(null, { status: 416 }))],
  ])('%s', async (_, answer) => {
    expect((await readFrom(40, answer)).bytes).toEqual(Array.from(whole).slice(40));
  });

  test('says how much there is', async () => {
    const read = await readFrom(40, () => part(32, { 'content-range': 'bytes 32-99/100', 'content-length': '68' }));
    expect(read.size).toBe(100);
  });

  test('refuses the whole as well', async () => {
    await expect(readFrom(40, () => new Response(null, { status: 416 }))).rejects.toThrow(InputError);
  });
});

describe('a server that takes its time', () => {
  /** A byte every so many milliseconds, up to so many of them. */
  const trickle =
    (apart: number, bytes: number): typeof fetch =>
    (_, init) => {
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        start: (stream) => init?.signal?.addEventListener('abort', () => stream.error(init.signal?.reason)),
        pull: async (stream) => {
          await new Promise((resolve) => setTimeout(resolve, apart));
          if (init?.signal?.aborted === true) return;
          if (sent === bytes) return stream.close();
          sent += 1;
          stream.enqueue(new Uint8Array(1));
        },
      });
      return Promise.resolve(new Response(body));
    };
  const silent: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));

  test.each<[string, typeof fetch, number | string]>([
    ['never answers', silent, 'the server does not answer'],
    ['stops in the midst of it', trickle(70_000, 9), 'the server does not answer'],
    ['sends a byte now and then, for ever', trickle(50_000, Number.POSITIVE_INFINITY), 'the server does not answer'],
    ['sends all of it in the end', trickle(20_000, 3), 3],
  ])('and %s', async (_, fetchOne, expected) => {
    vi.useFakeTimers();
    try {
      const read = async (): Promise<number | string> => {
        let bytes = 0;
        const pieces = inputOfAddress(fetchOne, url).read(0, new AbortController().signal);
        for await (const piece of pieces) bytes += piece.length;
        return bytes;
      };
      const outcome = read().catch((error: unknown) => String(error));
      await vi.advanceTimersByTimeAsync(3_600_000);
      await expect(Promise.race([outcome, Promise.resolve('waits still')])).resolves.toEqual(
        typeof expected === 'number' ? expected : expect.stringContaining(expected),
      );
    } finally {
      vi.useRealTimers();
    }
  });

  test('is waited for no longer while we are busy ourselves', async () => {
    vi.useFakeTimers();
    try {
      const pieces = inputOfAddress(trickle(1_000, 3), url).read(0, new AbortController().signal);
      let bytes = 0;
      const reading = (async () => {
        for await (const piece of pieces) {
          bytes += piece.length;
          await new Promise((resolve) => setTimeout(resolve, 300_000));
        }
      })();
      await vi.advanceTimersByTimeAsync(3_600_000);
      await reading;
      expect(bytes).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  });
});
