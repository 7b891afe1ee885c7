import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ask, failureOf, type Fetch, isGood } from '../../lib/sync/http.ts';

const serverAt = (url: string, by: Fetch = fetch) => ({ fetch: by, url, user: 'ada', password: 'secret' });

const listen = (answers: Parameters<typeof createServer>[1]): Promise<HttpServer> =>
  new Promise((resolve) => {
    const server = createServer(answers as never);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
const addressOf = (server: HttpServer): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe('a server that sends requests on', () => {
  let [here, there]: HttpServer[] = [];
  const heard: string[] = [];
  beforeAll(async () => {
    there = await listen((request, response) => {
      heard.push(`${request.method} ${request.headers.authorization ?? 'nobody'}`);
      response.end('{}');
    });
    here = await listen((request, response) => {
      if (request.url === '/away') response.writeHead(301, { location: `${addressOf(there!)}/away` }).end();
      else if (request.url === '/folder') response.writeHead(308, { location: '/folder/' }).end();
      else response.end(`${request.method} ${request.url}`);
    });
  });
  afterAll(() => {
    here?.close();
    there?.close();
  });

  test('to another address is told as moved, and hears no password there', async () => {
    const answer = await ask(serverAt(addressOf(here!)), { method: 'POST', path: '/away', body: '{}' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'Moved', detail: `${addressOf(there!)}/away` } });
    expect(heard.filter((line) => !line.endsWith('nobody'))).toEqual([]);
  });

  test('within itself is followed', async () => {
    const answer = await ask(serverAt(addressOf(here!)), { method: 'PROPFIND', path: '/folder' });
    expect(answer.ok && new TextDecoder().decode(answer.value.bytes)).toBe('PROPFIND /folder/');
  });

  test('in a browser, which tells only that it does and not where, it is moved as well', async () => {
    const opaque = { type: 'opaqueredirect', status: 0, headers: new Headers() } as Response;
    const browser: Fetch = (_, init) =>
      init?.redirect === 'manual' ? Promise.resolve(opaque) : Promise.reject(new TypeError('Failed to fetch'));
    const answer = await ask(serverAt('http://desk.example', browser), { method: 'GET', path: '' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'Moved' } });
  });
});

const answerOf = (status: number, headers: Record<string, string>) => ({
  status,
  headers: new Headers(headers),
  bytes: new Uint8Array(),
});
const date = 'Fri, 27 Nov 2026 12:00:00 GMT';

test.each<[string, Record<string, string>, number | undefined]>([
  ['seconds', { 'retry-after': '120' }, 120_000],
  ['a date, by the server’s own clock', { 'retry-after': 'Fri, 27 Nov 2026 12:02:00 GMT', date }, 120_000],
  ['a date that is over', { 'retry-after': 'Fri, 27 Nov 2026 11:00:00 GMT', date }, undefined],
  ['days', { 'retry-after': '864000' }, 3_600_000],
  ['nonsense', { 'retry-after': 'soon' }, undefined],
  ['nothing', {}, undefined],
])('a busy server that asks to wait by %s', (_, headers, wait) => {
  expect(failureOf(answerOf(429, headers))).toMatchObject({ code: 'Busy' });
  expect(failureOf(answerOf(429, headers)).retryAfter).toBe(wait);
});

test('only 2xx is good', () => {
  expect([199, 200, 207, 299, 304, 401].filter((status) => isGood(answerOf(status, {})))).toEqual([200, 207, 299]);
});

test.each([
  ['<html><head><title>401 No</title></head><body><h1>No</h1><p>You may not.</p></body></html>', ': You may not.'],
  ['{"error":"unauthorized"}', ': {"error":"unauthorized"}'],
  [`<p>${'word '.repeat(40)}</p>`, `: ${'word '.repeat(24).trimEnd()}…`],
  ['', ''],
])('of what a server says with an error the first words are told: %s', (body, told) => {
  const answer = { ...answerOf(401, {}), bytes: new TextEncoder().encode(body) };
  expect(failureOf(answer).detail).toBe(`the server answered 401${told}`);
});

/** A server whose answer comes in so many pieces, some milliseconds apart; tells how often it was asked for more. */
const inPieces = (
  pieces: number,
  apart: number,
  length = 4_000_000,
): { readonly fetch: Fetch; readonly given: () => number } => {
  let given = 0;
  const fetch: Fetch = (_, init) => {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (stream) => init?.signal?.addEventListener('abort', () => stream.error(init.signal?.reason)),
      async pull(stream) {
        if (apart > 0) await new Promise((resolve) => setTimeout(resolve, apart));
        if (init?.signal?.aborted === true) return;
        given += 1;
        if (given > pieces) stream.close();
        else stream.enqueue(new Uint8Array(length));
      },
    });
    return Promise.resolve(new Response(body));
  };
  return { fetch, given: () => given };
};

describe('an answer that takes long', () => {
  test('without end is given up, and no more of it is asked for', async () => {
    const { fetch, given } = inPieces(Number.POSITIVE_INFINITY, 0);
    const answer = await ask(serverAt('http://desk.example', fetch), { method: 'GET', path: '/a' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'AnswerMalformed' } });
    expect(given()).toBeLessThan(40);
  });

  test.each([
    ['arrives, as long as more of it comes', inPieces(3, 50_000), { ok: true }],
    ['is out of reach once nothing more comes', inPieces(3, 70_000), { ok: false, failure: { code: 'Unreachable' } }],
    [
      'is out of reach where a byte now and then is all that comes',
      inPieces(9, 50_000, 1),
      { ok: false, failure: { code: 'Unreachable' } },
    ],
  ])('%s', async (_, { fetch }, expected) => {
    vi.useFakeTimers();
    try {
      const answer = ask(serverAt('http://desk.example', fetch), { method: 'GET', path: '/a' });
      await vi.advanceTimersByTimeAsync(500_000);
      expect(await answer).toMatchObject(expected);
    } finally {
      vi.useRealTimers();
    }
  });

  test('to a long request is waited for as long as a slow line needs to send it', async () => {
    vi.useFakeTimers();
    try {
      const slow: Fetch = (_, init) =>
        new Promise((resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
          setTimeout(() => resolve(new Response('{}')), 300_000);
        });
      const send = (length: number) =>
        ask(serverAt('http://desk.example', slow), { method: 'PUT', path: '/a', body: new Uint8Array(length) });
      const answers = Promise.all([send(10), send(4_000_000)]);
      await vi.advanceTimersByTimeAsync(600_000);
      expect((await answers).map(({ ok }) => ok)).toEqual([false, true]);
    } finally {
      vi.useRealTimers();
    }
  });
});
