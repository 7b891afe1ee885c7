import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asClaimId } from '../../lib/model/ids.ts';
import { formatAnalysis } from '../../scripts/analysis/format.ts';
import { root } from '../source.ts';
import { makeAnalysis } from '../store/memory.ts';

const run = (...parameters: readonly string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/analyse.ts', ...parameters], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });

/** The format as its readers take it, whatever the code's own types are called. */
interface Printed {
  readonly format: string;
  readonly article: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly surface: string;
    readonly type: string;
    readonly cluster: string;
    readonly name: string;
    readonly entity: string | null;
    readonly confidence: number;
  }[];
  readonly claims: readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: string;
    readonly speaker: { readonly cluster: string; readonly name: string; readonly entity: string | null } | null;
    readonly about: readonly string[];
    readonly quantities: readonly Readonly<Record<string, unknown>>[];
    readonly checkWorthiness: number;
    readonly related: readonly { readonly claim: string; readonly relation: string }[];
  }[];
}

const types = 'person organisation place event work product law nationality other'.split(' ');
const kinds = ['quote', 'reported', 'statistic', 'assertion'];
const relations = ['repeats', 'supports', 'differs', 'contradicts'];
/** The keys of each, once for every set of keys that is met. */
const keysOf = (all: readonly object[]): readonly string[] => [
  ...new Set(all.map((one) => Object.keys(one).toSorted().join(' '))),
];
const others = (all: readonly string[], known: readonly string[]): readonly string[] =>
  all.filter((one) => !known.includes(one));

describe('the analysis of the sample article', () => {
  let printed: Printed;

  beforeAll(() => {
    const { status, stdout, stderr } = run('samples/article.html', '--url', 'https://post.example/today');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    printed = JSON.parse(stdout) as Printed;
  });

  test('is of the format, with what the page says of itself', () => {
    expect(Object.keys(printed)).toEqual(['format', 'article', 'text', 'mentions', 'claims']);
    expect(printed.format).toBe('sidelight-analysis/1');
    const { title, why, ...rest } = printed.article;
    expect(title).toMatch(/^Beijing calls/);
    expect(why).not.toBe('');
    expect(rest).toEqual({
      isArticle: true,
      url: 'https://post.example/today',
      canonicalUrl: 'https://meridianpost.example/world/asia/2022/03/07/beijing-moscow-rock-solid',
      publisher: 'The Meridian Post',
      authors: ['Elin Marchetti', 'Tom Adeyemi'],
      publishedAt: '2022-03-07T15:40:00Z',
      language: 'en',
    });
  });

  test('has mentions that stand in the text, in order and apart', () => {
    const { mentions, text } = printed;
    expect(mentions.length).toBeGreaterThan(0);
    expect(keysOf(mentions)).toEqual(['cluster confidence end entity name start surface type']);
    expect(mentions.filter(({ start, end, surface }) => text.slice(start, end) !== surface)).toEqual([]);
    expect(mentions.filter(({ start }, at) => at > 0 && start < (mentions[at - 1]?.end ?? 0))).toEqual([]);
    expect(mentions.filter(({ confidence }) => !(confidence >= 0 && confidence <= 1))).toEqual([]);
    const used = mentions.map(({ type }) => type);
    expect(others(used, types)).toEqual([]);
    expect(mentions.find(({ surface }) => surface === 'Wang Yi')).toMatchObject({
      type: 'person',
      name: 'Wang Yi',
      entity: 'seed:wang-yi',
    });
    expect(mentions.some(({ entity }) => entity === null)).toBe(true);
  });

  test('has claims of whole sentences, whose figures are among the mentions', () => {
    const { claims, mentions, text } = printed;
    expect(claims.length).toBeGreaterThan(0);
    expect(keysOf(claims)).toEqual(['about checkWorthiness end kind quantities related speaker start']);
    const used = claims.map(({ kind }) => kind);
    expect(others(used, kinds)).toEqual([]);
    expect(claims.filter(({ start, end }) => text.slice(start, end).trim() !== text.slice(start, end))).toEqual([]);
    expect(claims.filter(({ checkWorthiness: worth }) => !(worth >= 0 && worth <= 1))).toEqual([]);
    const clusters = mentions.map(({ cluster }) => cluster);
    const speakers = claims.flatMap(({ speaker }) => speaker ?? []);
    expect(keysOf(speakers)).toEqual(['cluster entity name']);
    const named = [...speakers.map(({ cluster }) => cluster), ...claims.flatMap(({ about }) => about)];
    expect(others(named, clusters)).toEqual([]);
    expect(keysOf(claims.flatMap(({ quantities }) => quantities))).toEqual(['of unit value']);
    const related = claims.flatMap((claim) => claim.related);
    expect(keysOf(related)).toEqual(['claim relation']);
    const met = related.map(({ relation }) => relation);
    expect(others(met, relations)).toEqual([]);
  });
});

test('a later figure is one that differs: the format knows no fifth relation', () => {
  const analysis = makeAnalysis({
    url: 'https://post.example/1',
    publishedAt: '2031-01-24',
    figures: [['Ada', null]],
    said: [{ text: 'Ada said that 7 bridges were closed.', speaker: 0, about: [] }],
  });
  const related = (['updates', 'repeats'] as const).map((relation) => ({ claim: asClaimId('test:c1'), relation }));
  const claims = analysis.claims.map((claim) => ({ ...claim, related }));
  const why = { code: 'plainText', paragraphs: 0 } as const;
  const printed = formatAnalysis({ ...analysis, claims }, { isArticle: true, why }) as Printed;
  expect(printed.claims[0]?.related.map(({ relation }) => relation)).toEqual(['differs', 'repeats']);
});

describe('what cannot be read', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-analyse-'));
    mkdirSync(join(folder, 'folder.txt'));
    writeFileSync(join(folder, 'latin.txt'), Buffer.from([0x61, 0xe9, 0x20, 0xff]));
    writeFileSync(join(folder, 'paper.pdf'), '%PDF-1.7');
    writeFileSync(join(folder, 'large.txt'), '');
    truncateSync(join(folder, 'large.txt'), 65 * 1024 * 1024);
    writeFileSync(join(folder, 'pack'), 'no pack');
    writeFileSync(join(folder, 'text.txt'), 'Ada spoke.');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['a file that is not there', ['nowhere.txt'], 'no such file'],
    ['a folder', ['folder.txt'], 'a folder'],
    ['a text that is not in UTF-8', ['latin.txt'], 'UTF-8'],
    ['a file of another kind', ['paper.pdf'], 'only .html and .txt'],
    ['a file beyond all measure', ['large.txt'], 'larger than 64 MB'],
    ['no file', [], 'usage'],
    ['an address that is none', ['nowhere.txt', '--url', 'today'], 'not an address'],
  ])('%s ends with status 2 and one line', (_, [file, ...rest], said) => {
    const { status, stdout, stderr } = run(...(file === undefined ? [] : [join(folder, file), ...rest]));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(said);
  });

  test.each([
    ['that is not there', 'nowhere', 'no such file'],
    ['that is none', 'pack', 'no pack'],
  ])('a pack %s ends with status 2 and one line', (_, pack, said) => {
    const { status, stdout, stderr } = run(join(folder, 'text.txt'), '--pack', join(folder, pack));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(said);
  });

  test('a file without text is no article, and says so', () => {
    writeFileSync(join(folder, 'empty.txt'), '');
    const { status, stdout } = run(join(folder, 'empty.txt'));
    expect(status).toBe(0);
    const printed = JSON.parse(stdout) as Printed;
    expect(printed).toMatchObject({ article: { isArticle: false }, text: '', mentions: [], claims: [] });
    expect(printed.article['why']).not.toBe('');
  });
});
