import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
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

/**
 * Starts a server and waits until it answers anything at all; throws with what it said where it does not. A port that
 * the processes of a killed one still hold for a moment is waited for.
 */
export async function startServer(
  command: readonly [program: string, parameters: readonly string[]],
  options: { readonly cwd: string; readonly url: string },
): Promise<Running> {
  const end = Date.now() + 30_000;
  for (;;) {
    const started = await tryToStart(command, options, end);
    if (started.ok) return started.running;
    if (Date.now() > end || !/address already in use/i.test(started.said))
      throw new Error(`${command[0]} ${started.how}: ${started.said}`);
    await sleep(200);
  }
}

type Started =
  | { readonly ok: true; readonly running: Running }
  | { readonly ok: false; readonly how: string; readonly said: string };

async function tryToStart(
  [program, parameters]: readonly [program: string, parameters: readonly string[]],
  { cwd, url }: { readonly cwd: string; readonly url: string },
  end: number,
): Promise<Started> {
  const log = join(cwd, 'said');
  const before = existsSync(log) ? readFileSync(log, 'utf8').length : 0;
  const said = (): string => readFileSync(log, 'utf8').slice(before).slice(-2000);
  const file = openSync(log, 'a');
  // A group of its own, so that the processes that it starts end with it.
  const child = spawn(program, parameters, { cwd, stdio: ['ignore', file, file], detached: true });
  closeSync(file);
  let trouble = '';
  child.on('error', (error) => (trouble = error.message));
  for (;;) {
    if (child.exitCode !== null || trouble !== '') return { ok: false, how: 'ended at once', said: trouble + said() };
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    if (answer !== null) {
      await answer.arrayBuffer();
      return { ok: true, running: { kill: () => endChild(child) } };
    }
    if (Date.now() > end) {
      await endChild(child);
      return { ok: false, how: 'does not answer', said: said() };
    }
    await sleep(100);
  }
}

function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
}
