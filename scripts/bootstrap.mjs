/**
 * `node scripts/bootstrap.mjs COMMAND [ARGUMENT]...`: makes the checkout ready (dependencies, a Node that runs
 * TypeScript) and hands over to scripts/COMMAND.ts. Runs on Node 20 with nothing installed, so it is plain JavaScript
 * without dependencies. Whatever it has to say goes to stderr: stdout belongs to the command.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { nodeOptions } from './node-options.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.sidelight-lock');
/** Runs TypeScript as it stands, and is what wxt, vitest and jsdom ask for. */
const wanted = [22, 18];
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function fail(message) {
  process.stderr.write(`sidelight: ${message}\n`);
  process.exit(1);
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function lockHash() {
  const lock = readOrNull(join(root, 'package-lock.json'));
  if (lock === null) fail('package-lock.json is missing; this is not a complete checkout');
  return createHash('sha256').update(lock).digest('hex');
}

/** True where npm itself, run by hand, has already installed just what the lock file asks for. */
function installedByHand() {
  const hidden = readOrNull(join(modules, '.package-lock.json'));
  if (hidden === null) return false;
  const present = JSON.parse(hidden).packages;
  const asked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(asked).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

function isReady(hash) {
  if (readOrNull(stamp) === hash) return true;
  if (!installedByHand()) return false;
  writeFileSync(stamp, hash);
  return true;
}

async function install() {
  if (isReady(lockHash())) return;
  await withLock('install', async () => {
    const hash = lockHash();
    if (isReady(hash)) return;
    process.stderr.write('sidelight: installing dependencies (npm ci) ...\n');
    // Packages warn of a Node that is too old for them: they run on the one that is installed here.
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    const status = await npm(['ci', '--include=dev', '--include=optional', ...quiet]);
    if (status !== 0) fail(`npm ci ended with status ${status}; its messages are above`);
    writeFileSync(stamp, hash);
  });
}

function npm(parameters) {
  const script = process.env.npm_execpath;
  const [command, args, shell] = script?.endsWith('.js')
    ? [process.execPath, [script, ...parameters], false]
    : ['npm', parameters, process.platform === 'win32'];
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, shell, stdio: ['ignore', 2, 2] });
    child.on('error', (error) => fail(`npm cannot be run: ${error.message}`));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  // Who packs them for the registry changed the naming for one system.
  const brought = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]
    .map((folder) => join(modules, folder, 'bin', name))
    .find((path) => existsSync(path));
  if (brought !== undefined) return brought;
  return fail(
    `Node ${wanted.join('.')} or newer is needed here: this one is ${process.versions.node}, and there is no ` +
      `ready-made Node for ${process.platform} on ${process.arch}. Install one from https://nodejs.org and run again.`,
  );
}

function run(script, parameters) {
  const path = join(modules, '.bin') + delimiter + (process.env.PATH ?? '');
  const child = spawn(findNode(), [...nodeOptions(basename(script)), script, ...parameters], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${script} cannot be run: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of forwarded) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

const [command = '', ...parameters] = process.argv.slice(2);
const script = join(root, 'scripts', `${command}.ts`);
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) fail(`there is no command "${command}" (scripts/${command}.ts)`);
if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node 20 or newer is needed, this is ${process.versions.node}`);
await install();
run(script, parameters);
