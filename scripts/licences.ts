import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './command.ts';

/** Whose work is in a build, and on what terms: code by what the bundler took in, data by what it says of itself. */

interface Licensed {
  readonly name: string;
  readonly licence: string;
  readonly text: string;
}

const packageOf = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/;

/** A plugin that notes every package of which something is bundled; one of it serves all steps of a build. */
export function noteLicences(): { readonly plugin: Plugin; readonly write: (folder: string) => void } {
  const packages = new Set<string>();
  return {
    plugin: {
      name: 'note-licences',
      generateBundle(_, bundle) {
        for (const part of Object.values(bundle)) {
          if (part.type !== 'chunk') continue;
          for (const id of part.moduleIds) {
            const found = packageOf.exec(id.replaceAll('\\', '/'))?.[1];
            if (found !== undefined) packages.add(found);
          }
        }
      },
    },
    write: (folder) => writeFileSync(join(folder, 'licences.html'), pageOf([...packages].toSorted().map(licenceOf))),
  };
}

function licenceOf(name: string): Licensed {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly license?: string;
  };
  if (license === undefined) throw new Error(`${name} is shipped and states no licence`);
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)/iu.test(each));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return { name: `${name} ${version}`, licence: license, text };
}

interface Card {
  readonly what?: string;
  readonly model?: string;
  readonly licence?: string;
  readonly trainedOn?: readonly { readonly set?: string; readonly name?: string }[];
  readonly madeFrom?: readonly string[];
}

/** Packs and weights tell in files of their own what they are made from. */
function dataLicences(): readonly Licensed[] {
  const packs = ['seed', 'world'].map((pack): Licensed => {
    const { title, licence, description } = JSON.parse(
      readFileSync(join(root, 'packs', pack, 'manifest.json'), 'utf8'),
    ) as { readonly title: string; readonly licence: string; readonly description: string };
    return { name: title, licence, text: description };
  });
  const folder = join(root, 'public', 'models');
  const models = readdirSync(folder)
    .filter((file) => file.endsWith('.card.json'))
    .toSorted()
    .map((file): Licensed => {
      const card = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Card;
      const sources = [...(card.trainedOn ?? []).map(({ set, name }) => set ?? name ?? ''), ...(card.madeFrom ?? [])];
      return {
        name: `Model: ${card.what ?? card.model ?? file}`,
        // Trained on our own corpus alone, where a card says nothing else.
        licence: card.licence ?? 'CC BY 4.0',
        text: sources.join('\n'),
      };
    });
  return [...packs, ...models];
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const section = ({ name, licence, text }: Licensed): string =>
  `<section><h2>${escape(name)}</h2><p>${escape(licence)}</p>${text === '' ? '' : `<pre>${escape(text)}</pre>`}</section>\n`;

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:2rem 1.25rem;color:#1d1c1a;background:#fbfaf6}h1{font-size:1.75rem}h2{font-size:1.0625rem;margin:2rem 0 0}p{margin:0.25rem 0}pre{font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;margin:0.5rem 0 0}@media(prefers-color-scheme:dark){body{color:#f1ede2;background:#1b1a17}}';

function pageOf(packages: readonly Licensed[]): string {
  const own = existsSync(join(root, 'LICENSE')) ? readFileSync(join(root, 'LICENSE'), 'utf8').trim() : '';
  const all = [{ name: 'Sidelight', licence: 'Apache-2.0', text: own }, ...dataLicences(), ...packages];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Sidelight: licences</title>
<style>${style}</style>
</head>
<body>
<h1>Licences</h1>
<p>What Sidelight is made of, and on what terms: its own code, its data, and the packages that are built into it.</p>
${all.map(section).join('')}</body>
</html>
`;
}
