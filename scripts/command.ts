import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { nodeOptions } from './node-options.mjs';

/** The checkout's folder, with its closing separator. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where a package's program lives; run with this very Node, because a shim would need a shell on Windows. */
const programs = {
  'addons-linter': 'addons-linter/bin/addons-linter',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  wxt: 'wxt/bin/wxt.mjs',
} as const;

export type Program = keyof typeof programs;

/** How to start a program of the dependencies: this Node, and the arguments to give it. */
export const commandLine = (program: Program, parameters: readonly string[]): readonly [string, readonly string[]] => [
  process.execPath,
  [join(root, 'node_modules', programs[program]), ...parameters],
];

/** A script of ours, as `commandLine`. */
export const scriptLine = (script: string, parameters: readonly string[]): readonly [string, readonly string[]] => [
  process.execPath,
  [...nodeOptions(script), join(root, 'scripts', script), ...parameters],
];

export interface Finished {
  readonly status: number;
  /** stdout and stderr as they came, without colours. */
  readonly output: string;
}

/** Runs to the end with its output held back; a program that cannot be started counts as status 127. */
export function runQuietly([command, parameters]: readonly [string, readonly string[]]): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    const parts: string[] = [];
    const keep = (part: Buffer): void => void parts.push(part.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ status: 127, output: error.message }));
    child.on('close', (code) => resolve({ status: code ?? 1, output: stripVTControlCharacters(parts.join('')) }));
  });
}

/** Ctrl+C reaches the child as well, and its end is what this process waits for. */
const wait = (): void => undefined;

/** Runs to the end with the terminal in its hands; answers the exit status. */
export function runAloud([command, parameters]: readonly [string, readonly string[]]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, stdio: 'inherit' });
    process.on('SIGINT', wait);
    child.on('error', () => resolve(127));
    child.on('close', (code) => {
      process.off('SIGINT', wait);
      resolve(code ?? 1);
    });
  });
}
