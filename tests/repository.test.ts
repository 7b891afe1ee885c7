import { existsSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { findMissing } from '../scripts/complete-lock.ts';
import { readText, root } from './source.ts';

interface PackageFile {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packageFile = JSON.parse(readText('package.json')) as PackageFile;
const textOrEmpty = (path: string): string => (existsSync(`${root}/${path}`) ? readText(path) : '');
const readme = textOrEmpty('README.md');

/** First cells, without code marks, of the rows of the tables under a heading that has the word in it. */
function tableUnder(markdown: string, word: string): readonly string[] {
  const sections = markdown.split(/^(?=#{1,4} )/m);
  const section = sections.find((part) => part.split('\n', 1)[0]?.toLowerCase().includes(word) === true) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s:|-]+$/.test(line))
    .slice(1)
    .flatMap((line) => (line.split('|')[1] ?? '').split(','))
    .map((cell) => cell.replaceAll('`', '').trim())
    .filter((cell) => cell !== '');
}

/** Files under version control, as they lie here. */
const tracked: readonly string[] = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .stdout.split('\0')
  .filter((path) => path !== '' && existsSync(`${root}/${path}`));

describe('README', () => {
  test('every npm command that it names exists', () => {
    const named = [...readme.matchAll(/npm (?:run (?:--silent |-s )?([a-z][\w:-]*)|(start|test)\b)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    expect(named.filter((name) => packageFile.scripts[name] === undefined)).toEqual([]);
    expect(named).toContain('start');
    expect(named).toContain('test');
  });

  test('every command of package.json has its script', () => {
    const missing = Object.values(packageFile.scripts)
      .map((line) => /bootstrap\.mjs ([a-z-]+)/.exec(line)?.[1])
      .filter((name) => name !== undefined && !existsSync(`${root}/scripts/${name}.ts`));
    expect(missing).toEqual([]);
  });

  test('its table of dependencies is that of package.json', () => {
    const { dependencies, devDependencies, optionalDependencies = {} } = packageFile;
    const all = [dependencies, devDependencies, optionalDependencies].flatMap(Object.keys);
    expect(tableUnder(readme, 'dependencies').toSorted()).toEqual(all.toSorted());
  });

  test('where it says that something is changed, there is something to change', () => {
    const [, section = ''] = readme.split(/^## Where do I change.*$/m);
    const [table = ''] = section.split(/^## /m, 1);
    const paths = [...table.matchAll(/`([\w./-]+)`/g)].map((match) => match[1] ?? '');
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
  });

  test('every file that it links to is there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    expect(links.filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
  });
});

test('docs/privacy.md explains every permission that the manifest asks for, and no other', () => {
  const config = readText('wxt.config.ts');
  const asked = [...config.matchAll(/(?:\bpermissions: |\basked = )\[([^\n]*)\]/g)]
    .flatMap((match) => [...(match[1] ?? '').matchAll(/'(\w+)'/g)])
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'firefox' && name !== 'none');
  const hosts = /everyPage = \[([^\]]*)\]/.exec(config)?.[1] ?? '';
  const patterns = [...hosts.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
  expect(asked).toContain('storage');
  expect(tableUnder(textOrEmpty('docs/privacy.md'), 'permission').toSorted()).toEqual(
    [...new Set([...asked, ...patterns])].toSorted(),
  );
});

test('docs/adr/README.md lists every decision', () => {
  const listed = [...readText('docs/adr/README.md').matchAll(/\]\((\d{4}-[\w-]+\.md)\)/g)].map(
    (match) => match[1] ?? '',
  );
  const decisions = readdirSync(`${root}/docs/adr`).filter((name) => name !== 'README.md');
  expect(decisions.length).toBeGreaterThan(20);
  expect(listed.toSorted()).toEqual(decisions.toSorted());
});

/** Files and folders of ours, as the documents name them. */
const documents = tracked.filter((path) => path === 'README.md' || /^docs\/.*\.md$/.test(path));

test.each(documents)('what %s says of our files is of files that there are', (document) => {
  const paths = [
    ...readText(document).matchAll(/`((?:components|corpus|docs|entrypoints|lib|packs|scripts|tests)\/[\w./-]*)`/g),
  ];
  expect(paths.map((match) => match[1] ?? '').filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
});

test('docs/security.md names tests that there are', () => {
  const rows = readText('docs/security.md')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const cells = rows.map((line) => line.split(' | ')[2] ?? '');
  const files = cells.flatMap((cell) => [...cell.matchAll(/`(tests\/[^`]+)`/g)].map((match) => match[1] ?? ''));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(`${root}/${file}`))).toEqual([]);
  // Of the hostile pages where no file is given.
  const sources = ['tests/e2e/scenarios/hostile.ts', ...new Set(files)].filter((file) => existsSync(`${root}/${file}`));
  const names = sources.map(readText).join('\n');
  const quoted = cells.flatMap((cell) => [...cell.matchAll(/“([^”]+?)(?: …)?”/g)].map((match) => match[1] ?? ''));
  expect(quoted.length).toBeGreaterThan(10);
  expect(quoted.filter((name) => !names.includes(name))).toEqual([]);
});

describe('the checkout', () => {
  test('package-lock.json names no registry', () => {
    expect(readText('package-lock.json')).not.toMatch(/"resolved"/);
  });

  test('package-lock.json has the optional packages of every system, without which npm ci refuses it', () => {
    const lock = JSON.parse(readText('package-lock.json')) as Parameters<typeof findMissing>[0];
    expect(Object.keys(findMissing(lock))).toEqual([]);
  });

  test('every dependency is pinned', () => {
    const { dependencies, devDependencies, optionalDependencies = {} } = packageFile;
    const versions = [dependencies, devDependencies, optionalDependencies].flatMap((group) => Object.entries(group));
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('no file names a path of somebody’s machine', () => {
    const text = /\.(?:ts|tsx|mjs|mts|js|json|jsonc|jsonl|md|html|css|yml|yaml|toml|svg|txt)$|(?:^|\/)run$/;
    // Built up here, so that this file does not name one itself.
    const home = new RegExp(`(?:${['/home/', '/Users/', '/root/', '/work/'].join('|')})[a-z]\\w`);
    const naming = tracked.filter(
      (path) => text.test(path) && path !== 'package-lock.json' && home.test(readText(path)),
    );
    expect(naming.filter((path) => path !== 'tests/repository.test.ts')).toEqual([]);
  });

  test.each(['LICENSE', 'CHANGELOG.md', 'README.md', 'docs/privacy.md', '.ci/run'])('%s is there', (path) => {
    expect(existsSync(`${root}/${path}`)).toBe(true);
  });
});
