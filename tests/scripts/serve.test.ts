import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder, type Site } from '../../scripts/serve.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

describe('the sample server', () => {
  let outside: string;
  let site: Site;

  beforeAll(async () => {
    outside = mkdtempSync(join(tmpdir(), 'sidelight-serve-'));
    const folder = join(outside, 'site');
    mkdirSync(join(folder, 'inner'), { recursive: true });
    writeFileSync(join(outside, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'index.html'), 'front');
    writeFileSync(join(folder, 'inner', 'index.html'), 'inner front');
    writeFileSync(join(folder, 'a b.svg'), '<svg/>');
    site = await serveFolder(folder);
  });

  afterAll(async () => {
    await site.close();
    rmSync(outside, { recursive: true, force: true });
  });

  /** Not `fetch`, which would tidy the path before it is sent. */
  const ask = (path: string, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(site.url);
      request({ host: '127.0.0.1', port, path, method }, (response) => {
        let body = '';
        response.on('data', (part: Buffer) => {
          body += part.toString();
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
        );
      })
        .on('error', reject)
        .end();
    });

  test.each([
    ['the front page', '/', 'front', 'text/html; charset=utf-8'],
    ['a query is no part of the name', '/index.html?x=/..', 'front', 'text/html; charset=utf-8'],
    ['a folder without its stroke', '/inner', 'inner front', 'text/html; charset=utf-8'],
    ['an escaped name, by its type', '/a%20b.svg', '<svg/>', 'image/svg+xml'],
  ])('%s', async (_, path, body, type) => {
    expect(await ask(path)).toEqual({ status: 200, body, type });
  });

  test.each([
    ['a way out', '/../secret.txt'],
    ['an escaped way out', '/%2e%2e/secret.txt'],
    ['a way out behind a folder', '/inner/../../secret.txt'],
    ['a way out with the other stroke', '/..%5csecret.txt'],
    ['a name cut short', '/index.html%00.txt'],
    ['a broken escape', '/%zz'],
    ['a file that is not there', '/nothing.html'],
  ])('%s is not found', async (_, path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  test('nothing can be written', async () => {
    expect((await ask('/index.html', 'PUT')).status).toBe(405);
  });
});
