import { describe, expect, test } from 'vitest';
import { findImports, type Import, listFiles, readText } from './source.ts';

/** Who may import whom, as docs/adr and the README draw it; a layer may always import from itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'lib/model': [],
  'lib/text': ['lib/model'],
  'lib/gazetteer': ['lib/model', 'lib/text'],
  'lib/recognise': ['lib/model', 'lib/text', 'lib/gazetteer'],
  'lib/link': ['lib/model', 'lib/text', 'lib/gazetteer', 'lib/recognise'],
  'lib/claim': ['lib/model', 'lib/text', 'lib/gazetteer', 'lib/recognise', 'lib/link'],
  'lib/annotate': ['lib/model', 'lib/text', 'lib/gazetteer', 'lib/recognise', 'lib/link', 'lib/claim'],
  'lib/review': ['lib/model', 'lib/text'],
  'lib/evidence': ['lib/model'],
  'lib/pack': ['lib/model', 'lib/text', 'lib/gazetteer'],
  'lib/merge': ['lib/text'],
  'lib/page': ['lib/model', 'lib/text', 'lib/review', 'lib/message', 'lib/platform'],
  'lib/store': ['lib/model', 'lib/text', 'lib/review', 'lib/gazetteer', 'lib/pack', 'lib/merge'],
  'lib/lookup': ['lib/model'],
  'lib/sync': ['lib/model', 'lib/merge', 'lib/store'],
  'lib/message': ['lib/model', 'lib/platform'],
  'lib/platform': ['lib/model'],
  'lib/i18n': ['lib/model', 'lib/platform'],
  components: ['lib/evidence', 'lib/i18n', 'lib/model'],
  entrypoints: [
    'components',
    'lib/annotate',
    'lib/claim',
    'lib/evidence',
    'lib/gazetteer',
    'lib/i18n',
    'lib/link',
    'lib/lookup',
    'lib/merge',
    'lib/message',
    'lib/model',
    'lib/pack',
    'lib/page',
    'lib/platform',
    'lib/recognise',
    'lib/review',
    'lib/store',
    'lib/sync',
    'lib/text',
  ],
};

const pureLayers = ['model', 'text', 'gazetteer', 'recognise', 'link', 'claim', 'annotate', 'merge'].map(
  (name) => `lib/${name}`,
);

/** What comes from packages, and who has it to themselves: what is known of a package is to be found in a place or two. */
const homes: Readonly<Record<string, readonly string[]>> = {
  dexie: ['lib/store'],
  'hash-wasm': ['lib/sync'],
  jsonrepair: ['lib/page'],
  mdast: ['components'],
  'mdast-util-from-markdown': ['components'],
  papaparse: ['lib/store'],
  preact: ['components', 'entrypoints'],
  punycode: ['lib/i18n'],
  valibot: ['lib/lookup', 'lib/message', 'lib/pack', 'lib/page', 'lib/platform', 'lib/sync'],
  // Its types alone.
  'webextension-polyfill': ['lib/platform'],
  wxt: ['entrypoints'],
};

const files = listFiles(['lib/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}']);
const imports: readonly Import[] = files.flatMap(findImports);

const layerOf = (path: string): string => {
  const [top = '', folder = ''] = path.split('/');
  return top === 'lib' ? `lib/${folder}` : top;
};

const show = ({ from, to }: Import): string => `${from} -> ${to}`;

test('every source file belongs to a layer of the table', () => {
  expect([...new Set(files.map(layerOf))].filter((layer) => mayImport[layer] === undefined)).toEqual([]);
  expect(files.length).toBeGreaterThan(0);
});

describe('imports run downwards only', () => {
  test.each(Object.entries(mayImport))('%s', (layer, below) => {
    const faults = imports.filter(
      ({ from, to, isPackage }) =>
        !isPackage && layerOf(from) === layer && layerOf(to) !== layer && !below.includes(layerOf(to)),
    );
    expect(faults.map(show)).toEqual([]);
  });

  test('the table itself has no way up', () => {
    const reaches = (from: string, to: string): boolean =>
      (mayImport[from] ?? []).some((below) => below === to || reaches(below, to));
    expect(Object.keys(mayImport).filter((layer) => reaches(layer, layer))).toEqual([]);
  });
});

/** The folders of one layer, from the ground up: each may import from those before it. */
const floors: readonly (readonly [layer: string, folders: readonly string[]])[] = [
  ['lib/page', ['text', 'metadata', 'host', 'marks', 'card', '']],
  ['lib/link', ['', 'candidates']],
];

test.each(floors)('the folders of %s import downwards only', (layer, folders) => {
  const floorOf = (path: string): number =>
    folders.indexOf(
      path
        .slice(layer.length + 1)
        .replace(/[^/]*$/, '')
        .replace(/\/$/, ''),
    );
  const own = imports.filter(
    ({ from, to, isPackage }) => !isPackage && layerOf(from) === layer && layerOf(to) === layer,
  );
  expect(own.filter(({ from, to }) => floorOf(from) < 0 || floorOf(to) < 0).map(show)).toEqual([]);
  expect(own.filter(({ from, to }) => floorOf(to) > floorOf(from)).map(show)).toEqual([]);
});

describe('packages stay where they belong', () => {
  test('each is imported by its homes, and by nobody else', () => {
    const found: Record<string, string[]> = {};
    for (const { from, to, isPackage } of imports) if (isPackage) (found[to] ??= []).push(layerOf(from));
    const importers = Object.entries(found).map(([name, layers]) => [name, [...new Set(layers)].toSorted()]);
    expect(Object.fromEntries(importers)).toEqual(homes);
  });

  test.each(pureLayers)('%s imports no package', (layer) => {
    expect(imports.filter(({ from, isPackage }) => isPackage && layerOf(from) === layer).map(show)).toEqual([]);
  });
});

test('the pure layers are those that compile without the DOM', () => {
  const core = JSON.parse(readText('tsconfig.core.json')) as { readonly include: readonly string[] };
  expect(core.include.toSorted()).toEqual(pureLayers.toSorted());
});

/** Layers in which a page's or a worker's globals have no business, though they may import what has. */
const withoutDocument = ['lib/pack', 'lib/store', 'lib/lookup', 'lib/sync', 'lib/message'];

test.each(withoutDocument)('%s does not touch a document', (layer) => {
  const touching = files
    .filter((file) => layerOf(file) === layer)
    .filter((file) => /(?<![\w.'"`-])(?:document|window)\s*[.[]/.test(withoutComments(readText(file))));
  expect(touching).toEqual([]);
});

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

test('no file imports itself by a detour', () => {
  const all = [...files, ...listFiles(['scripts/**/*.ts'])];
  const next = new Map(all.map((file) => [file, findImports(file).flatMap((one) => (one.isPackage ? [] : one.to))]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of all) visit(file, []);
  expect(cycles).toEqual([]);
});

const lines = (file: string): number => readText(file).split('\n').length - 1;

describe('files stay small', () => {
  test('none in lib or components has more than 300 lines', () => {
    const own = files.filter((file) => !file.startsWith('entrypoints/'));
    expect(own.filter((file) => lines(file) > 300).map((file) => `${file}: ${lines(file)}`)).toEqual([]);
  });

  test('an entry point is a shell of at most 90 lines', () => {
    const shells = files.filter((file) => file.startsWith('entrypoints/'));
    expect(shells.filter((file) => lines(file) > 90).map((file) => `${file}: ${lines(file)}`)).toEqual([]);
  });
});

describe('habits that a test can hold', () => {
  test.each(['utils', 'helpers', 'helper', 'manager', 'misc', 'common'])('no file or folder is called %s', (name) => {
    expect(files.filter((file) => file.split(/[/.]/).includes(name))).toEqual([]);
  });

  test('no file only passes on what others export', () => {
    const barrels = files.filter((file) => {
      const code = withoutComments(readText(file)).trim();
      const passedOn = code.match(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from\s/gm)?.length ?? 0;
      return passedOn > 2 && code.split(/;\s*/).filter((part) => part !== '').length === passedOn;
    });
    expect(barrels).toEqual([]);
  });
});
