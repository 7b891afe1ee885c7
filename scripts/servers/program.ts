import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port of loopback that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export interface Running {
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a server and waits until it answers anything at all; throws with what it said where it does not. */
export async function startServer(
  command: readonly [program: string, parameters: readonly string[]],
  options: { readonly cwd: string; readonly url: string },
): Promise<Running> {
  const log = join(options.cwd, 'said');
  const file = openSync(log, 'a');
  // A group of its own, so that the processes that it starts end with it.
  const child = spawn(command[0], command[1], { cwd: options.cwd, stdio: ['ignore', file, file], detached: true });
  closeSync(file);
  let trouble = '';
  child.on('error', (error) => (trouble = error.message));
  const end = Date.now() + 30_000;
  for (;;) {
    if (child.exitCode !== null || trouble !== '')
      throw new Error(`${command[0]} ended at once: ${trouble}${readFileSync(log, 'utf8').slice(-2000)}`);
    const answer = await fetch(options.url, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    if (answer !== null) {
      await answer.arrayBuffer();
      break;
    }
    if (Date.now() > end) throw new Error(`${command[0]} does not answer: ${readFileSync(log, 'utf8').slice(-2000)}`);
    await sleep(100);
  }
  return { kill: () => endChild(child) };
}

function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
}
