/**
 * `node scripts/complete-lock.ts`, after `npm install` has changed package-lock.json: adds the optional packages for
 * other systems that the registry at hand did not have. npm leaves those out, and `npm ci` then refuses the lock file,
 * here and everywhere else. What is added has no integrity, because nobody here has seen the package.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './command.ts';

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** What a package's name says of the system that it is for: `@x/cli-linux-arm64-musl`. */
function readSystem(name: string): object {
  const parts = name.split(/[-/.]/).map((part) => (part === 'win' || part === 'windows' ? 'win32' : part));
  const os = systems.find((system) => parts.includes(system));
  const cpu = processors.find((processor) => parts.includes(processor));
  const libc = parts.includes('musl') ? 'musl' : parts.includes('gnu') ? 'glibc' : null;
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(os === 'linux' && libc && { libc: [libc] }) };
}

/** Optional packages that some package names in a plain version and that the lock file has nowhere. */
export function findMissing(lock: LockFile): Readonly<Record<string, object>> {
  const missing: Record<string, object> = {};
  for (const [holder, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const places = [`${holder}/node_modules/${name}`, `node_modules/${name}`];
      if (places.some((place) => lock.packages[place] !== undefined)) continue;
      if (!/^\d/.test(version)) continue;
      const dev = holder === '' ? {} : { dev: true };
      missing[`node_modules/${name}`] = { version, ...dev, optional: true, ...readSystem(name) };
    }
  }
  return missing;
}

if (import.meta.main) {
  const file = `${root}package-lock.json`;
  const lock = JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  const missing = findMissing(lock);
  const packages = Object.fromEntries(
    Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  if (Object.keys(missing).length > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  process.stdout.write(`${Object.keys(missing).length} packages added\n`);
}
