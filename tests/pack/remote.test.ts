import { describe, expect, test } from 'vitest';
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
