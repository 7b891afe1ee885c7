import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installOnDebian, isProgram } from '../debian.ts';
import { freePort, type Running, startServer } from './program.ts';

export const davKinds = ['apache', 'rclone'] as const;
export type DavKind = (typeof davKinds)[number];

export interface DavServer {
  /** Of an empty folder, without a slash at its end. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Where the files lie, for tests that tamper with them. */
  readonly folder: string;
  /** Ends it as a power cut would, and starts it again on the same files. */
  restart(): Promise<void>;
  /** From now on the account has another password. */
  changePassword(password: string): Promise<void>;
  close(): Promise<void>;
}

const programs = { apache: '/usr/sbin/apache2', rclone: '/usr/bin/rclone' } as const;
const packages = { apache: 'apache2', rclone: 'rclone' } as const;

const account = { user: 'reader', password: 'another good secret' } as const;

/** Servers that can be started here; on Debian as root the missing ones are installed first. */
export async function provideDav(): Promise<readonly DavKind[]> {
  const missing = (): readonly DavKind[] => davKinds.filter((kind) => !isProgram(programs[kind]));
  await installOnDebian(() => missing().map((kind) => packages[kind]));
  return davKinds.filter((kind) => !missing().includes(kind));
}

/** An Apache with mod_dav, or `rclone serve webdav`, on loopback, over a folder of its own. */
export async function startDav(kind: DavKind): Promise<DavServer> {
  const folder = mkdtempSync(join(tmpdir(), `sidelight-${kind}-`));
  const files = join(folder, 'files', 'store');
  mkdirSync(files, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let password: string = account.password;
  const start = (): Promise<Running> => {
    const place = { folder, port, password };
    return startServer(kind === 'apache' ? apacheCommand(place) : rcloneCommand(place), { cwd: folder, url });
  };
  let running = await start();
  const restart = async (): Promise<void> => {
    await running.kill();
    running = await start();
  };
  return {
    url: `${url}/store`,
    ...account,
    folder: files,
    restart,
    changePassword: (next) => {
      password = next;
      return restart();
    },
    close: async () => {
      await running.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Command = readonly [string, readonly string[]];

interface Place {
  readonly folder: string;
  readonly port: number;
  readonly password: string;
}

const rcloneCommand = ({ folder, port, password }: Place): Command => [
  programs.rclone,
  ['serve', 'webdav', join(folder, 'files'), '--addr', `127.0.0.1:${port}`, '--user', account.user, '--pass', password],
];

const modules = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
  'mime',
];

function apacheCommand({ folder, port, password }: Place): Command {
  const modulesFolder = '/usr/lib/apache2/modules';
  const hash = spawnSync('openssl', ['passwd', '-apr1', password], { encoding: 'utf8' }).stdout.trim();
  writeFileSync(join(folder, 'accounts'), `${account.user}:${hash}\n`);
  writeFileSync(join(folder, 'mime.types'), '');
  // Apache as root hands its requests to another user, who must get in.
  spawnSync('chmod', ['-R', 'a+rwX', folder]);
  const lines = [
    ...modules.map((name) => `LoadModule ${name}_module ${modulesFolder}/mod_${name}.so`),
    `ServerName 127.0.0.1`,
    `Listen 127.0.0.1:${port}`,
    `PidFile ${join(folder, 'pid')}`,
    `ErrorLog ${join(folder, 'errors')}`,
    `TypesConfig ${join(folder, 'mime.types')}`,
    `DefaultRuntimeDir ${folder}`,
    `DavLockDB ${join(folder, 'locks')}`,
    ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
    `DocumentRoot ${join(folder, 'files')}`,
    `<Directory ${join(folder, 'files')}>`,
    'Dav On',
    'AuthType Basic',
    'AuthName sidelight',
    `AuthUserFile ${join(folder, 'accounts')}`,
    'Require valid-user',
    '</Directory>',
  ];
  const config = join(folder, 'apache.conf');
  writeFileSync(config, `${lines.join('\n')}\n`);
  return [programs.apache, ['-f', config, '-D', 'FOREGROUND']];
}

/** A copy of a server's files, as a backup would be; the answer puts it back. */
export function backUp({ folder }: DavServer): () => void {
  const copy = mkdtempSync(join(tmpdir(), 'sidelight-backup-'));
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  return () => {
    rmSync(folder, { recursive: true });
    cpSync(copy, folder, { recursive: true });
    spawnSync('chmod', ['-R', 'a+rwX', folder]);
    rmSync(copy, { recursive: true });
  };
}
