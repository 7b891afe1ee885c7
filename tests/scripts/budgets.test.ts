import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatSizes, isOverBudget, measureEntrypoints } from '../../scripts/budgets.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-sizes-'));
  mkdirSync(join(folder, 'chunks'));
  mkdirSync(join(folder, 'content-scripts'));
  writeFileSync(
    join(folder, 'popup.html'),
    '<script type="module" src="/chunks/a.js"></script><link rel="stylesheet" href="/chunks/a.css">',
  );
  writeFileSync(join(folder, 'chunks', 'a.js'), 'import{x}from"./b.js";');
  writeFileSync(join(folder, 'chunks', 'b.js'), 'import "./a.js";'.padEnd(1000));
  writeFileSync(join(folder, 'chunks', 'a.css'), ' '.repeat(500));
  writeFileSync(join(folder, 'chunks', 'other.js'), ' '.repeat(9000));
  writeFileSync(join(folder, 'content-scripts', 'content.js'), ' '.repeat(10 * 1024 + 1));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sizeOf = (name: string) => measureEntrypoints(folder).find(({ entrypoint }) => entrypoint === name);

test('a page weighs what it loads, each file once', () => {
  const page = '<script type="module" src="/chunks/a.js"></script><link rel="stylesheet" href="/chunks/a.css">'.length;
  expect(sizeOf('popup.html')?.bytes).toBe(page + 22 + 1000 + 500);
});

test('a byte over the budget is over the budget, and the table says so', () => {
  const content = sizeOf('content-scripts/content.js');
  expect(content !== undefined && isOverBudget(content)).toBe(true);
  expect(formatSizes(measureEntrypoints(folder))).toMatch(/content\.js .*OVER BUDGET/);
});
