import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 of every file under a folder, by its path. */
export const hashesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    globSync('**', { cwd: folder })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [
        path.replaceAll('\\', '/'),
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  );

/** Paths that only one of the two has, or that hold something else in the other. */
export const findDiffering = (
  one: ReadonlyMap<string, string> = new Map(),
  other: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path)).toSorted();
