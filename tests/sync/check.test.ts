import { expect, test } from 'vitest';
import { checkConnection } from '../../lib/sync/check.ts';
import type { Fetch } from '../../lib/sync/http.ts';

const answer = (status: number, body: object): Response => new Response(JSON.stringify(body), { status });

/** A CouchDB database whose validation function lets some documents be written, told by how their ids begin. */
function database(writable: readonly string[]) {
  const written: string[] = [];
  const fetch: Fetch = (input, { method = 'GET' } = {}) => {
    const path = decodeURIComponent(new URL(input).pathname).replace(/^\/desk\/?/u, '');
    if (method === 'GET') return Promise.resolve(answer(200, path === '_changes' ? { results: [] } : { db: 'desk' }));
    if (!writable.some((start) => path.startsWith(start)))
      return Promise.resolve(answer(403, { error: 'forbidden', reason: 'this account may only read' }));
    written.push(`${method} ${path.split(':').slice(0, 2).join(':')}`);
    return Promise.resolve(answer(201, { ok: true, rev: '1-a' }));
  };
  return { written, server: { fetch, url: 'https://couch.example.org/desk', user: 'rob', password: 'secret' } };
}

async function stepsOf({ server }: ReturnType<typeof database>): Promise<string[]> {
  const steps: string[] = [];
  for await (const step of checkConnection('couchdb', { server, now: () => 0, random: () => 'x' }))
    steps.push(`${step.step} ${step.state === 'failed' ? step.code : step.state}`);
  return steps;
}

const before = ['reach ok', 'sign-in ok', 'read ok'];

test('an editor writes a trial entry and deletes it again', async () => {
  const desk = database(['sidelight:', 'entities:']);
  expect(await stepsOf(desk)).toEqual([...before, 'write ok', 'delete ok', 'clock ok']);
  expect(desk.written).toEqual(['PUT sidelight:test', 'PUT entities:local', 'DELETE sidelight:test']);
});

test('who may write no record is told so, and can connect all the same', async () => {
  const desk = database(['sidelight:']);
  expect(await stepsOf(desk)).toEqual([...before, 'write read-only', 'delete ok', 'clock ok']);
});

test('who may not even say that this device is there cannot connect', async () => {
  expect(await stepsOf(database([]))).toEqual([...before, 'write NotAllowed']);
});
