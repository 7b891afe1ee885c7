import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBrowser, provideBrowsers } from '../../scripts/browsers.ts';

describe.skipIf(process.platform === 'win32')('looking for browsers', () => {
  let folder: string;

  const program = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-browsers-'));
    mkdirSync(join(folder, 'empty'));
    vi.stubEnv('PATH', folder);
    vi.stubEnv('CHROME_PATH', '');
    vi.stubEnv('FIREFOX_PATH', '');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  test('what the variable names goes before what is in PATH', () => {
    program('chromium');
    const named = program('my-browser');
    vi.stubEnv('CHROME_PATH', named);
    expect(findBrowser('chromium')).toEqual({ family: 'chromium', path: named });
  });

  test('a free build goes before a branded one', () => {
    program('google-chrome');
    const free = program('chromium');
    expect(findBrowser('chromium')?.path).toBe(free);
  });

  test('a file that is no program is none', () => {
    writeFileSync(join(folder, 'firefox'), 'no program');
    expect(findBrowser('firefox')?.path).not.toBe(join(folder, 'firefox'));
  });

  test('a variable that names nothing is told, and nothing is installed in its place', async () => {
    vi.stubEnv('FIREFOX_PATH', join(folder, 'nowhere'));
    const provided = await provideBrowsers(['firefox']);
    expect(provided.ok).toBe(false);
    expect(provided.ok ? '' : provided.failure.advice).toContain('FIREFOX_PATH');
  });
});
