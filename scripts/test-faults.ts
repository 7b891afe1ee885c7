/**
 * `npm run test:faults [-- PART]... [N]`: what only time brings to light. Parts: packs and browser (a real browser killed
 * N times, 50 unless told, during imports and during sync), network (N seeds, 100 unless told, of four devices before
 * servers that fail), awaits (a sync killed at every await), servers (killed N times each, 25 unless told, while they
 * take a batch; and all that they may refuse or hide), life (a day of N articles, 1,000 unless told, in one store),
 * hostile (pages without measure at their full size), long (an article of a megabyte). Figures go to bench-results.json.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { saveResults } from './bench/results.ts';
import { type BenchRow, ours } from './bench/rows.ts';
import { provideBrowsers } from './browsers.ts';
import { commandLine, root, runAloud, scriptLine } from './command.ts';
import { buildExtension } from './extension.ts';
import { runCommand } from './shell.ts';

const parts = ['packs', 'browser', 'network', 'awaits', 'servers', 'life', 'hostile', 'long'] as const;
type Part = (typeof parts)[number];

const isPart = (word: string): word is Part => parts.some((part) => part === word);

const vitest = (project: string, filters: readonly string[]): Promise<number> =>
  runAloud(commandLine('vitest', ['run', '--project', project, '--retry=0', ...filters]));

/** What tests/sync/servers/faults.test.ts says of each server and rate. */
interface NetworkFigures {
  readonly server: string;
  readonly rate: number;
  readonly [figure: string]: number | string;
}

function toRows(figures: readonly NetworkFigures[]): readonly BenchRow[] {
  const counted = [
    'seeds',
    'edits',
    'requests',
    'faults',
    'conflicts',
    'lostRecords',
    'lostValues',
    'doubled',
    'rounds',
  ];
  return figures.flatMap(({ server, rate, ...rest }) =>
    counted.map((metric) => ({
      bench: 'faults',
      case: `four devices before ${server}, ${rate * 100}% of requests harmed`,
      subject: 'sidelight',
      metric,
      value: Number(rest[metric]),
      unit: metric === 'rounds' ? 'at most' : 'in all',
    })),
  );
}

/** Figures of the same server and rate added up; of the rounds the most. */
function joinFigures(all: readonly NetworkFigures[]): readonly NetworkFigures[] {
  const joined = new Map<string, NetworkFigures>();
  for (const { server, rate, ...figures } of all) {
    const before = joined.get(`${server} ${rate}`);
    const added = Object.entries(figures).map(([name, value]) => {
      const both = [Number(value), Number(before?.[name] ?? 0)];
      return [name, name === 'rounds' ? Math.max(...both) : both.reduce((sum, one) => sum + one)];
    });
    joined.set(`${server} ${rate}`, { server, rate, ...Object.fromEntries(added) });
  }
  return [...joined.values()];
}

/** A seed takes some five seconds of a processor for each server and rate, so that each processor gets a share. */
async function runNetwork(seeds: number): Promise<number> {
  const shares = Math.min(seeds, availableParallelism());
  const reports = Array.from({ length: shares }, (_, nth) => join(root, '.cache', 'test', `sync-faults-${nth}.json`));
  const runs = reports.map((report, nth) => {
    rmSync(report, { force: true });
    const share = { SIDELIGHT_SEEDS: String(seeds), SIDELIGHT_SHARE: `${nth}/${shares}`, SIDELIGHT_REPORT: report };
    Object.assign(process.env, share);
    return vitest('servers', ['servers/faults']);
  });
  const statuses = await Promise.all(runs);
  const found = reports.filter((report) => existsSync(report));
  const figures = found.flatMap((report) => JSON.parse(readFileSync(report, 'utf8')) as NetworkFigures[]);
  if (figures.length > 0) saveResults(toRows(joinFigures(figures)));
  return Math.max(...statuses);
}

/** What the test of kills holds wherever it passes. */
async function runKills(kills: number): Promise<number> {
  const status = await runInBrowser(['sync-kills'], kills);
  const figures = { 'browser killed': kills, 'worker stopped': kills, 'records lost': 0, 'records doubled': 0 };
  const about = { bench: 'kills', case: 'while it pushes, pulls and applies', subject: 'sidelight', unit: 'in all' };
  if (status === 0) saveResults(Object.entries(figures).map(([metric, value]) => ({ ...about, metric, value })));
  return status;
}

async function runInBrowser(filters: readonly string[], kills: number): Promise<number> {
  const provided = await provideBrowsers(['chromium']);
  if (!provided.ok) throw new Error(provided.failure.advice);
  await buildExtension(['chrome']);
  process.env['SIDELIGHT_KILLS'] = String(kills);
  return vitest('e2e-chromium', filters);
}

interface KillFigures {
  readonly kills: number;
  /** After how many the new version was shown, and after how many the old one. */
  readonly switched: number;
  readonly before: number;
}

const killRow = (metric: string, value: number): BenchRow => ({
  bench: 'pack-faults',
  case: 'Chromium killed during imports and updates of packs',
  subject: ours,
  metric,
  value,
  unit: 'in all',
});

async function runPacks(kills: number): Promise<number> {
  const report = join(root, '.cache', 'test', 'pack-faults.json');
  rmSync(report, { force: true });
  mkdirSync(dirname(report), { recursive: true });
  process.env['SIDELIGHT_REPORT'] = report;
  const status = await runInBrowser(['faults.chromium'], kills);
  delete process.env['SIDELIGHT_REPORT'];
  if (!existsSync(report)) return status;
  const figures = JSON.parse(readFileSync(report, 'utf8')) as KillFigures;
  saveResults([
    killRow('kills', figures.kills),
    killRow('shows the version before', figures.before),
    killRow('shows the new version', figures.switched),
    killRow('shows anything else', figures.kills - figures.before - figures.switched),
  ]);
  return status;
}

const runs: Readonly<Record<Part, (count: number | null) => Promise<number>>> = {
  packs: (count) => runPacks(count ?? 50),
  browser: (count) => runKills(count ?? 50),
  network: (count) => runNetwork(count ?? 100),
  awaits: () => {
    process.env['SIDELIGHT_STRIDE'] = '1';
    return vitest('servers', ['servers/kills']);
  },
  servers: (count) => {
    Object.assign(process.env, { SIDELIGHT_SERVERS: 'whole', SIDELIGHT_SERVER_KILLS: String(count ?? 25) });
    return vitest('servers', ['servers/server-kills', 'servers/webdav', 'servers/hostile', 'servers/couchdb']);
  },
  life: (count) => runAloud(scriptLine('life.ts', [String(count ?? 1_000)])),
  hostile: () => {
    process.env['SIDELIGHT_HOSTILE'] = 'whole';
    return runInBrowser(['hostile'], 1);
  },
  long: () => {
    // Just below what is read of a page (lib/page/text/compose.ts).
    process.env['SIDELIGHT_LONG_PAGE'] = '980000';
    return runInBrowser(['live-pages', '-t', 'of a long page'], 1);
  },
};

await runCommand(async () => {
  const words = process.argv.slice(2);
  const asked = words.filter(isPart);
  const numbers = words.filter((word) => !isPart(word)).map(Number);
  if (numbers.length > 1 || numbers.some((number) => !Number.isInteger(number) || number < 1))
    throw new Error(`there are the parts ${parts.join(', ')} and one number, not "${words.join(' ')}"`);
  const statuses: number[] = [];
  for (const part of asked.length > 0 ? asked : parts) statuses.push(await runs[part](numbers[0] ?? null));
  return Math.max(...statuses);
});
