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
  close(): Promise<void>;
}

const account = { user: 'desk', password: 'a good secret' } as const;

/** pouchdb-server, which speaks like CouchDB, with its databases in memory. */
async function startPouch(): Promise<CouchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-couch-'));
  const config = { log: { level: 'none' }, admins: { [account.user]: account.password } };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = join(root, 'node_modules', 'pouchdb-server', 'bin', 'pouchdb-server');
  const parameters = [program, '--in-memory', '--no-stdout-logs', '--port', `${port}`, '--config', 'config.json'];
  const running = await startServer([process.execPath, parameters], { cwd: folder, url });
  return {
    url,
    ...account,
    close: async () => {
      await running.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The CouchDB that COUCHDB_URL names (with account and password in it), else a pouchdb-server of our own. */
export async function startCouch(): Promise<CouchServer> {
  const named = process.env['COUCHDB_URL'];
  if (named === undefined || named === '') return startPouch();
  const { origin, username, password } = new URL(named);
  return {
    url: origin,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    close: () => Promise.resolve(),
  };
}
