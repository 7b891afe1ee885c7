/** Plain JavaScript because the bootstrap needs it before anything is installed. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../.cache/locks/', import.meta.url));
const retryAfter = 250;
/** A lock without a process number is one whose holder died between two calls; that takes no longer than this. */
const namelessFor = 5000;

/** Runs `work` while no other process of this checkout holds the lock of that name; waits as long as the holder lives. */
export async function withLock(name, work) {
  const lock = join(folder, name);
  mkdirSync(folder, { recursive: true });
  let said = false;
  while (!tryLock(lock)) {
    if (!said) process.stderr.write(`waiting for another process (${name}) ...\n`);
    said = true;
    await sleep(retryAfter);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function tryLock(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

function isAbandoned(lock) {
  try {
    const holder = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    if (holder === 0) return isOld(lock);
    process.kill(holder, 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    if (error.code === 'ENOENT') return isOld(lock);
    return false;
  }
}

function isOld(lock) {
  try {
    return Date.now() - statSync(lock).mtimeMs > namelessFor;
  } catch {
    return false;
  }
}
