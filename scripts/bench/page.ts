import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureEntrypoints } from '../budgets.ts';
import { root } from '../command.ts';
import { buildExtension, outputFolder } from '../extension.ts';
import { articlePage, type ArticleSize, articleSizes, type PeerName, servePages } from './page/pages.ts';
import { type BenchBrowser, heapOfPage, startBrowser } from './page/browser.ts';
import { showDelay, timeHovers } from './page/hover.ts';
import { type Desk, lostFrames, openDesk, type PaintTimes, timeBare, timePaint } from './page/reading.ts';
import { type ScoutTime, timeScout } from './page/scout.ts';
import { type Bench, type BenchRow, ours } from './rows.ts';

/** Loads of each page, after one that is not counted; the middle one is told. */
const rounds = 5;
const hovers = 200;
const sizes = Object.keys(articleSizes) as ArticleSize[];
const peers: readonly PeerName[] = ['mark.js', 'wikipedia-preview'];
const realPages = join(root, '..', 'shared', 'pages');

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

type Measure = Pick<BenchRow, 'case' | 'subject'>;
const row = (at: Measure, metric: string, value: number, unit: string): BenchRow => ({
  bench: 'page',
  ...at,
  metric,
  value,
  unit,
});

const paintRows = (at: Measure, times: readonly PaintTimes[]): readonly BenchRow[] => [
  ...(times.some(({ painted }) => painted > 0)
    ? [row(at, 'ready to painted marks', median(times.map(({ painted }) => painted)), 'ms')]
    : []),
  row(at, 'longest task', median(times.map(({ longestTask }) => longestTask)), 'ms'),
  row(at, 'layout shift', Math.max(...times.map(({ layoutShift }) => layoutShift)), ''),
];

async function measure(work: () => Promise<PaintTimes>): Promise<readonly PaintTimes[]> {
  const times: PaintTimes[] = [];
  await work();
  for (let round = 0; round < rounds; round += 1) times.push(await work());
  return times;
}

async function readAll(
  browser: BenchBrowser,
  desk: Desk,
  at: (name: string) => string,
): Promise<{ readonly rows: readonly BenchRow[]; readonly names: ReadonlyMap<ArticleSize, readonly string[]> }> {
  const rows: BenchRow[] = [];
  const names = new Map<ArticleSize, readonly string[]>();
  for (const size of sizes) {
    const page = await browser.context.newPage();
    const about = { case: `an article of ${size}`, subject: ours };
    rows.push(...paintRows(about, await measure(() => timePaint(page, at(size)))));
    const cold = await measure(async () => {
      await browser.stopWorker();
      return timePaint(page, at(size));
    });
    rows.push(...paintRows({ ...about, case: `${about.case}, worker stopped` }, cold));
    const url = at(size);
    await page.goto(url);
    const reading = await desk.reading(url);
    names.set(size, [...new Set(reading.figures.flatMap(({ forms }) => forms))]);
    rows.push(row(about, 'frames lost in scrolling', 100 * (await lostFrames(page)), '%'));
    rows.push(row(about, 'memory of the page', (await heapOfPage(page)) / 1e6, 'MB'));
    const worker = await browser.workerHeap();
    if (worker !== null) rows.push(row(about, 'memory of the worker', worker / 1e6, 'MB'));
    if (size === '10 KB') {
      const { times, growth } = await timeHovers(page, reading, hovers);
      const hover = { case: `${times.length} hovers, beyond the delay of ${showDelay} ms`, subject: ours };
      rows.push(
        row(hover, 'to painted card, middle', percentile(times, 0.5), 'ms'),
        row(hover, 'to painted card, 95th of 100', percentile(times, 0.95), 'ms'),
        row(hover, 'growth of memory', growth / 1e6, 'MB'),
      );
    }
    await page.close();
  }
  return { rows, names };
}

async function readOthers(browser: BenchBrowser, at: (name: string) => string): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of sizes) {
    const page = await browser.context.newPage();
    const about = `an article of ${size}`;
    const tell = async (subject: string): Promise<void> => {
      rows.push(row({ case: about, subject }, 'frames lost in scrolling', 100 * (await lostFrames(page)), '%'));
      rows.push(row({ case: about, subject }, 'memory of the page', (await heapOfPage(page)) / 1e6, 'MB'));
    };
    rows.push(...paintRows({ case: about, subject: 'none' }, await measure(() => timeBare(page, at(size)))));
    await tell('none');
    for (const peer of peers) {
      rows.push(
        ...paintRows({ case: about, subject: peer }, await measure(() => timePaint(page, at(`${size} ${peer}`)))),
      );
      await tell(peer);
    }
    await page.close();
  }
  return rows;
}

const scoutRows = (times: readonly ScoutTime[]): readonly BenchRow[] => {
  const at = { case: `stage one on ${times.length} pages that are no articles`, subject: ours };
  const sorted = times.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const bytes = measureEntrypoints(outputFolder('chrome')).find(({ entrypoint }) => entrypoint.endsWith('content.js'));
  return [
    row(at, 'size', (bytes?.bytes ?? 0) / 1024, 'KB'),
    row(at, 'time, middle', percentile(sorted, 0.5), 'ms'),
    row(at, 'time, longest', sorted.at(-1) ?? Number.NaN, 'ms'),
  ];
};

export const pageBench: Bench = {
  name: 'page',
  about: 'what pages feel of it in Chromium, beside no extension and what highlights names in other ways',
  async run(say) {
    say('building');
    await buildExtension(['chrome']);
    const names = new Map<ArticleSize, readonly string[]>();
    const site = await servePages((name) => {
      const size = sizes.find((each) => name.startsWith(each));
      if (size === undefined) {
        const file = join(realPages, name);
        return name !== '' && existsSync(file) ? readFileSync(file, 'utf8') : null;
      }
      const peer = peers.find((each) => name.endsWith(each));
      return articlePage(articleSizes[size], peer === undefined ? null : { peer, names: names.get(size) ?? [] });
    });
    try {
      const reading = await startBrowser('with Sidelight');
      const rows: BenchRow[] = [];
      try {
        const desk = await openDesk(reading);
        await desk.set({ showDelay, density: 'everything' });
        if (existsSync(realPages)) {
          say('stage one on real pages');
          const pages = readdirSync(realPages).filter((name) => name.endsWith('.html'));
          rows.push(...scoutRows(await timeScout(reading, desk, ['', ...pages].map(site.at))));
        } else say('no ../shared/pages here: stage one is not timed');
        say('articles, with Sidelight');
        const read = await readAll(reading, desk, site.at);
        rows.push(...read.rows);
        for (const [size, found] of read.names) names.set(size, found);
      } finally {
        await reading.close();
      }
      const bare = await startBrowser('without');
      try {
        say('the same articles, without');
        rows.push(...(await readOthers(bare, site.at)));
      } finally {
        await bare.close();
      }
      return rows.toSorted((a, b) => rank(a) - rank(b));
    } finally {
      await site.close();
    }
  },
};

/** Cases together, in the order of the articles' lengths. */
const rank = ({ case: about }: BenchRow): number => sizes.findIndex((size) => about.includes(size));
