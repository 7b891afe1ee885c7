import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { withLock } from './lock.mjs';

/** What the tests need of the system: on Debian as root it is installed, elsewhere somebody is told. */

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const isDebian = (): boolean => existsSync('/etc/debian_version') && isProgram('/usr/bin/apt-get');
const isRoot = (): boolean => process.getuid?.() === 0;

/** What apt-get says is progress for the person who waits, and stdout may be somebody's input. */
function aptGet(parameters: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return new Promise((resolve) => {
    const child = spawn('apt-get', parameters, { stdio: ['ignore', 2, 2], env });
    // Whether it did any good shows in whether the browser is there afterwards.
    child.on('error', () => resolve());
    child.on('close', () => resolve());
  });
}

/** Installs the Debian packages that are missing; does nothing where that is not for us to do. */
export async function installOnDebian(missing: () => readonly string[]): Promise<void> {
  if (missing().length === 0 || !isDebian() || !isRoot()) return;
  await withLock('apt', async () => {
    const packages = missing();
    if (packages.length === 0) return;
    process.stderr.write(`sidelight: installing ${packages.join(' and ')} (apt-get) ...\n`);
    await aptGet(['update']);
    await aptGet(['install', '-y', '--no-install-recommends', ...packages]);
  });
}
