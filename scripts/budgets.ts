import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Size {
  readonly entrypoint: string;
  /** What it loads, uncompressed, shared chunks and style sheets included. */
  readonly bytes: number;
  /** The most it may be; null where nothing is set. */
  readonly budget: number | null;
}

const kilobyte = 1024;

/**
 * Uncompressed bytes, because that is what a browser parses. Stage one runs in every page, so it is what counts most;
 * the others stop a library from slipping in unseen (each is what was measured, rounded up by about a third).
 */
const budgets: Readonly<Record<string, number>> = {
  'content-scripts/content.js': 9.9 * kilobyte,
  'reader.js': 143.5 * kilobyte,
  'embed.js': 10 * kilobyte,
  'background.js': 860 * kilobyte,
  'popover.html': 150 * kilobyte,
  'popup.html': 230 * kilobyte,
  'sidepanel.html': 220 * kilobyte,
  'options.html': 440 * kilobyte,
  'welcome.html': 185 * kilobyte,
  'library.html': 550 * kilobyte,
  models: 6 * kilobyte * kilobyte,
  packs: 5 * kilobyte * kilobyte,
};

/** Every file that the file loads at its start, itself included. */
function loaded(folder: string, path: string, seen: Set<string>): Set<string> {
  const file = join(folder, path);
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const references = path.endsWith('.html')
    ? [...text.matchAll(/(?:src|href)="\/?([^":?#]+\.(?:js|css))"/g)].map((match) => match[1] ?? '')
    : [...text.matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g)].map((match) =>
        join(dirname(path), match[1] ?? ''),
      );
  for (const reference of references) loaded(folder, reference, seen);
  return seen;
}

const sizeOf = (files: Iterable<string>): number => {
  let bytes = 0;
  for (const file of files) bytes += statSync(file).size;
  return bytes;
};

const filesUnder = (folder: string): readonly string[] =>
  globSync('**', { cwd: folder })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());

/** Entry points of a built extension, and its folders of data, with what they may weigh; by name. */
export function measureEntrypoints(folder: string): readonly Size[] {
  const scripts = globSync(['*.html', '*.js', 'content-scripts/*.js'], { cwd: folder }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const entrypoints = scripts.map((path) => ({ entrypoint: path, bytes: sizeOf(loaded(folder, path, new Set())) }));
  const data = ['models', 'packs']
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .map((path) => ({ entrypoint: basename(path), bytes: sizeOf(filesUnder(path)) }));
  return [...entrypoints, ...data]
    .sort((a, b) => (a.entrypoint < b.entrypoint ? -1 : 1))
    .map((size) => ({ ...size, budget: budgets[size.entrypoint] ?? null }));
}

export const isOverBudget = ({ bytes, budget }: Size): boolean => budget !== null && bytes > budget;

const kilobytes = (bytes: number): string => (bytes / kilobyte).toFixed(1).padStart(8);

/** A line each, with the budget beside it. */
export function formatSizes(sizes: readonly Size[]): string {
  return sizes
    .map((size) => {
      const limit = size.budget === null ? '' : ` of ${kilobytes(size.budget).trim()}`;
      const over = isOverBudget(size) ? '  OVER BUDGET' : '';
      return `  ${size.entrypoint.padEnd(28)}${kilobytes(size.bytes)} KB${limit}${over}`;
    })
    .join('\n');
}
