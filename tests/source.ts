/** The sources as text, for the tests that look at the project itself. */
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export const readText = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

export const listFiles = (patterns: readonly string[]): readonly string[] =>
  globSync([...patterns], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

export interface Import {
  /** File that imports. */
  readonly from: string;
  /** A file of the project, or a package's name without its inner path. */
  readonly to: string;
  readonly isPackage: boolean;
}

/** Strings and comments may hold words that look like code; types-only imports count all the same. */
function findSpecifiers(source: string): readonly string[] {
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const statements = [
    /^\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  ];
  return statements.flatMap((pattern) => [...bare.matchAll(pattern)].map((match) => match[1] ?? ''));
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** What a file imports, types included. */
export function findImports(from: string): readonly Import[] {
  return findSpecifiers(readText(from)).map((specifier) =>
    specifier.startsWith('.')
      ? { from, to: posix.join(posix.dirname(from), specifier.split('?', 1)[0] ?? ''), isPackage: false }
      : { from, to: packageOf(specifier), isPackage: true },
  );
}
