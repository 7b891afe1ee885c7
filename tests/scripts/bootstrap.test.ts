import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { root } from '../source.ts';

const run = (...parameters: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/bootstrap.mjs', ...parameters], { cwd: root, encoding: 'utf8' });

describe('the bootstrap', () => {
  test.each([
    ['a command that is not there', ['nothing']],
    ['no command', []],
    ['a way out of the scripts', ['../tests/source']],
  ])('%s ends with status 1 and one line', (_, parameters) => {
    const { status, stdout, stderr } = run(...parameters);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('arguments reach the command, its status comes back, and stdout is its own', () => {
    const { status, stdout, stderr } = run('build', 'no such target');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('"no such target"');
  });
});
