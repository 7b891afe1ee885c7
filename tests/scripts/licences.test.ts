import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { noteLicences } from '../../scripts/licences.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-licences-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the page names code, data and every bundled package with its licence', () => {
  const { plugin, write } = noteLicences();
  const bundle = {
    'a.js': { type: 'chunk', moduleIds: ['/x/node_modules/preact/dist/preact.mjs', '/x/lib/model/ids.ts'] },
    'b.js': { type: 'chunk', moduleIds: ['/x/node_modules/a/node_modules/valibot/dist/index.mjs', '/x/a.ts'] },
    'c.css': { type: 'asset' },
  };
  (plugin.generateBundle as unknown as (options: null, bundle: object) => void)(null, bundle);
  write(folder);
  const page = readFileSync(join(folder, 'licences.html'), 'utf8');
  expect([...page.matchAll(/<h2>(preact|valibot|Sidelight|a) ?[\d.]*<\/h2>/g)].map(([, name]) => name)).toEqual([
    'Sidelight',
    'preact',
    'valibot',
  ]);
  expect(page).toContain('MIT');
  expect(page).toContain('Model: ');
  expect(page).toContain('CC-BY-4.0');
  expect(page).not.toMatch(/undefined|<script/);
});
