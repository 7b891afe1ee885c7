/** Letters that are the same on every machine: pictures that tests compare are taken in these, and nothing else is. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../command.ts';

/** Packages under the SIL Open Font License, with all their subsets; both are in the stacks of components/tokens.css. */
const packages = ['source-serif-4', 'noto-sans'] as const;
const styles = ['index.css', 'wght-italic.css'] as const;

const folderOf = (name: (typeof packages)[number]): string => join(root, 'node_modules', '@fontsource-variable', name);

/** Puts the files into a folder that is served, under `fonts/`, and a page that shows letters of them and nothing else. */
export function serveFonts(to: string): void {
  for (const name of packages)
    cpSync(join(folderOf(name), 'files'), join(to, 'fonts', name, 'files'), { recursive: true });
  writeFileSync(join(to, 'letters.html'), lettersPage());
}

const line = 'Sidelight 0123456789 “quotes” – hamburgefonstiv Ünïcode ÄÖÜß';

const lettersPage = (): string => {
  const lines = [400, 600].flatMap((weight) =>
    ['--sans', '--serif'].map((family) => `<p style="font: ${weight} 14px/1.4 var(${family})">${line}`),
  );
  return `<!doctype html><meta charset="utf-8"><style>${fontSheet()}
body { margin: 8px; background: #fff; color: #000 }</style>${lines.join('')}`;
};

const faces = (): string =>
  packages
    .flatMap((name) =>
      styles.map((style) =>
        readFileSync(join(folderOf(name), style), 'utf8').replaceAll('url(./', `url(./fonts/${name}/`),
      ),
    )
    .join('\n');

/**
 * A sheet for the page that is served. Geometric precision leaves out hinting, which each machine has set up in its own
 * way.
 */
export const fontSheet = (): string => `${faces()}
:root, :root[data-contrast] { --serif: "Source Serif 4 Variable"; --sans: "Noto Sans Variable" }
*, *::before, *::after { text-rendering: geometricPrecision !important }
`;
