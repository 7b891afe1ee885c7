import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../command.ts';
import { freePort, startServer } from './program.ts';

export interface CouchServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** An account that may do everything. */
  readonly user: string;
  readonly password: string;
  /** Ends it as a power cut would, and starts it again on the same files; null where it is not ours to end. */
  readonly restart: (() => Promise<void>) | null;
  close(): Promise<void>;
}

/** A name that nothing else has on a server that outlives the tests. */
export const newName = (of: string): string => `${of}-${crypto.randomUUID().slice(0, 8)}`;

const account = { user: 'desk', password: 'a good secret' } as const;

/** pouchdb-server, which speaks like CouchDB, with its databases in memory or in files. */
async function startPouch(keeps: 'memory' | 'files'): Promise<CouchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-couch-'));
  const config = { log: { level: 'none' }, admins: { [account.user]: account.password } };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = join(root, 'node_modules', 'pouchdb-server', 'bin', 'pouchdb-server');
  const place = keeps === 'memory' ? ['--in-memory'] : ['--dir', folder];
  const parameters = [program, ...place, '--no-stdout-logs', '--port', `${port}`, '--config', 'config.json'];
  const start = () => startServer([process.execPath, parameters], { cwd: folder, url });
  let running = await start();
  return {
    url,
    ...account,
    restart: async () => {
      await running.kill();
      running = await start();
    },
    close: async () => {
      await running.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The CouchDB that COUCHDB_URL names (with account and password in it), else a pouchdb-server of our own, which keeps in
 * memory what need not outlive it.
 */
export async function startCouch(keeps: 'memory' | 'files' = 'memory'): Promise<CouchServer> {
  const named = process.env['COUCHDB_URL'];
  if (named === undefined || named === '') return startPouch(keeps);
  const { origin, username, password } = new URL(named);
  return {
    url: origin,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    restart: null,
    close: () => Promise.resolve(),
  };
}
