import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { measureEntrypoints } from '../budgets.ts';
import { root } from '../command.ts';
import { buildExtension, outputFolder } from '../extension.ts';
import { type BenchBrowser, heapOfPage, startBrowser } from './page/browser.ts';
import { growByHovers, openHovering, showDelay, timeHovers } from './page/hover.ts';
import {
  articlePage,
  type ArticleSize,
  articleSizes,
  comingLate,
  otherPages,
  peerNames,
  servePages,
} from './page/pages.ts';
import {
  type Desk,
  lostFrames,
  lostWhileRead,
  openDesk,
  type PaintTimes,
  timeBare,
  timePaint,
} from './page/reading.ts';
import { articleOf, lateArticle, type Measure, median, megabytes, paintRows, percentile, row } from './page/rows.ts';
import { longestTask } from './page/tasks.ts';
import { type ScoutTime, timeScout } from './page/scout.ts';
import { type Bench, type BenchRow, ours } from './rows.ts';

const sizes = Object.keys(articleSizes) as ArticleSize[];
/** Loads of each page, after one that is not counted; the middle one is told. */
const rounds: Readonly<Record<ArticleSize, number>> = { '10 KB': 7, '100 KB': 5, '1 MB': 2 };
/** The page that is scrolled: some 500 names and claims. */
const scrolledSize: ArticleSize = '100 KB';
/** The one that is scrolled while it is read, which takes some seconds. */
const longSize: ArticleSize = '1 MB';
const longLoads = 3;
const hovers = 2_000;
/** Rests on each name again, for the warm figures. */
const hoverRounds = 5;
const realPages = join(root, '..', 'shared', 'pages');

async function repeat(size: ArticleSize, work: () => Promise<PaintTimes>): Promise<readonly PaintTimes[]> {
  const times: PaintTimes[] = [];
  await work();
  for (let round = 0; round < rounds[size]; round += 1) times.push(await work());
  return times;
}

/** Takes rows as they are measured. */
interface Rows {
  push(...rows: readonly BenchRow[]): unknown;
}

interface Site {
  readonly at: (name: string) => string;
  readonly say: (line: string) => void;
}

/** What pages feel of Sidelight; `names` gets what it marks on each. */
async function readOurs(
  browser: BenchBrowser,
  desk: Desk,
  { at, say, names, rows }: Site & { readonly names: Map<ArticleSize, readonly string[]>; readonly rows: Rows },
): Promise<void> {
  const paintWhole = (page: Page, url: string): Promise<PaintTimes> => timePaint(page, url, () => desk.marked(url));
  for (const size of sizes) {
    say(`${ours}, ${size}`);
    const page = await browser.context.newPage();
    const about = { case: articleOf(size), subject: ours };
    const on = { browser, page, at };
    rows.push(...(await loadRows(on, about, { size, load: () => paintWhole(page, at(size)) })));
    if (size === '10 KB') {
      rows.push(
        ...(await loadRows(
          on,
          { ...about, case: lateArticle },
          { size, load: () => paintWhole(page, at(comingLate(size))) },
        )),
      );
    }
    const traced = at(size);
    // What it takes the browser to leave the page before, our last words there included, is no part of this one.
    await page.goto(at('nothing'));
    const own = await longestTask(page, browser.origin, () => paintWhole(page, traced));
    rows.push(row(about, 'longest task of its own scripts', own, 'ms of the processor'));
    const url = at(size);
    await page.goto(url);
    const reading = await desk.reading(url);
    names.set(size, [...new Set(reading.figures.flatMap(({ forms }) => forms))]);
    const marks = reading.figures.reduce((sum, { mentions }) => sum + mentions, 0) + reading.claims.length;
    rows.push(row(about, 'names and claims marked', marks, ''));
    rows.push(...(await feelRows(page, about, size)));
    if (size === longSize) {
      const scrollWhileRead = (each: string): Promise<number> => lostWhileRead(page, each, () => desk.marked(each));
      const lost: number[] = [];
      for (let load = 0; load < longLoads; load += 1) lost.push(await scrollWhileRead(at(size)));
      rows.push(row(about, 'frames lost in scrolling while it is read', 100 * median(lost), '%'));
      const known = reading.figures.find(({ entity }) => entity !== null)?.entity ?? '';
      await desk.set({ showDelay, density: 'everything', memory: 'on' });
      // Of the reading the desk, which asks for the cards, hears no more than that it is there.
      const slowest = await desk.longestAnswer(known, () => scrollWhileRead(at(size)));
      rows.push(row(about, 'longest wait for a card while it is read and kept for the first time', slowest, 'ms'));
      await desk.set({ showDelay, density: 'everything' });
    }
    const [worker, card] = [await browser.heapOf('worker'), await browser.heapOf('card')];
    if (worker !== null) rows.push(megabytes(about, 'memory of the worker', worker));
    if (card !== null) rows.push(megabytes(about, 'memory of the card', card));
    if (size === '10 KB') {
      say(`${ours}, cards`);
      rows.push(...(await hoverRows(browser, desk, { page, url })));
    }
    await page.close();
  }
}

/** With a worker that runs, and with one that was stopped. */
async function loadRows(
  { browser, page, at }: Pick<Site, 'at'> & { readonly browser: BenchBrowser; readonly page: Page },
  about: Measure,
  { size, load }: { readonly size: ArticleSize; readonly load: () => Promise<PaintTimes> },
): Promise<readonly BenchRow[]> {
  const warm = await repeat(size, load);
  const cold = await repeat(size, async () => {
    // The article's own script may still ask the worker for something, and start it again.
    await page.goto(at('nothing'));
    await browser.stopWorker();
    return load();
  });
  return [...paintRows(about, warm), ...paintRows({ ...about, case: `${about.case}, worker stopped` }, cold)];
}

async function feelRows(page: Page, about: Measure, size: ArticleSize): Promise<readonly BenchRow[]> {
  const memory = megabytes(about, 'memory of the page', await heapOfPage(page));
  if (size !== scrolledSize && size !== longSize) return [memory];
  return [memory, row(about, 'frames lost in scrolling', 100 * (await lostFrames(page)), '%')];
}

async function hoverRows(
  browser: BenchBrowser,
  desk: Desk,
  { page, url }: { readonly page: Page; readonly url: string },
): Promise<readonly BenchRow[]> {
  const hovering = await openHovering(page, await desk.reading(url));
  const first = await timeHovers(hovering, 1);
  const warm = await timeHovers(hovering, hoverRounds);
  const tell = (times: readonly number[], which: string): readonly BenchRow[] => {
    const at = { case: `cards beyond the delay, ${which}`, subject: ours };
    return [
      row(at, 'hovers', times.length, ''),
      row(at, 'to painted card, middle', percentile(times, 0.5), 'ms'),
      row(at, 'to painted card, 95th of 100', percentile(times, 0.95), 'ms'),
    ];
  };
  await desk.set({ showDelay: 0, density: 'everything' });
  const { growth, cards } = await growByHovers(browser, hovering, hovers);
  await desk.set({ showDelay, density: 'everything' });
  const many = { case: `${hovers.toLocaleString('en')} hovers on one page`, subject: ours };
  return [
    ...tell(first, 'each name for the first time'),
    ...tell(warm, 'warm'),
    row(many, 'cards opened', cards, ''),
    megabytes(many, 'growth of the page', growth.page),
    megabytes(many, 'growth of the card', growth.card),
    megabytes(many, 'growth of the worker', growth.worker),
  ];
}

async function readOthers(browser: BenchBrowser, { at, say, rows }: Site & { readonly rows: Rows }): Promise<void> {
  for (const size of sizes) {
    for (const subject of ['none', ...peerNames]) {
      say(`${subject}, ${size}`);
      const page = await browser.context.newPage();
      const about = { case: articleOf(size), subject };
      try {
        const load = (): Promise<PaintTimes> =>
          subject === 'none' ? timeBare(page, at(size)) : timePaint(page, at(`${size} ${subject}`));
        // On the longest text a peer may take the better part of a minute: once must do.
        rows.push(...paintRows(about, size === '1 MB' ? [await load()] : await repeat(size, load)));
        rows.push(...(await feelRows(page, about, size)));
        if (subject === 'none' && size === '10 KB') {
          const bare = await repeat(size, () => timeBare(page, at(comingLate(size))));
          rows.push(...paintRows({ case: lateArticle, subject }, bare));
        }
      } catch (error) {
        // A peer that does not come to an end is told of, and takes nobody else's figures with it.
        if (subject === 'none') throw error;
        say(`${subject} was not done with ${size}: ${error instanceof Error ? error.message.split('\n', 1)[0] : ''}`);
      }
      await page.close();
    }
  }
}

const scoutRows = (times: readonly ScoutTime[]): readonly BenchRow[] => {
  const at = { case: `stage one on ${times.length} pages that are no articles`, subject: ours };
  const taken = times.map(({ milliseconds }) => milliseconds);
  const bytes = measureEntrypoints(outputFolder('chrome')).find(({ entrypoint }) => entrypoint.endsWith('content.js'));
  return [
    row(at, 'size', (bytes?.bytes ?? 0) / 1024, 'KB'),
    row(at, 'time, middle', median(taken), 'ms of the processor'),
    row(at, 'time, longest', Math.max(...taken), 'ms of the processor'),
  ];
};

/** What ten times the text costs, of every cost that has a size below it. */
const growthRows = (rows: readonly BenchRow[]): readonly BenchRow[] =>
  rows.flatMap((one) => {
    const nth = sizes.findIndex((size) => one.case.startsWith(articleOf(size)));
    const [size, smaller] = [sizes[nth], sizes[nth - 1]];
    if (size === undefined || smaller === undefined || !one.metric.startsWith('ready to')) return [];
    const before = rows.find(
      ({ case: about, subject, metric }) =>
        metric === one.metric && subject === one.subject && about === one.case.replace(size, smaller),
    );
    return before === undefined
      ? []
      : [row(one, `${one.metric}, growth from ${smaller}`, one.value / before.value, '×')];
  });

export const pageBench: Bench = {
  name: 'page',
  about: 'what pages feel of it in Chromium, beside no extension and what highlights names in other ways',
  async run(say, keep) {
    say('building');
    await buildExtension(['chrome']);
    const names = new Map<ArticleSize, readonly string[]>();
    const site = await servePages((name) => {
      const size = sizes.find((each) => name.startsWith(each));
      if (size === undefined) {
        const file = join(realPages, name);
        return otherPages[name]?.() ?? (name !== '' && existsSync(file) ? readFileSync(file, 'utf8') : null);
      }
      const peer = peerNames.find((each) => name.endsWith(each));
      return articlePage(articleSizes[size], peer === undefined ? null : { peer, names: names.get(size) ?? [] });
    });
    try {
      const measured: BenchRow[] = [];
      const rows: Rows = {
        push: (...more) => {
          measured.push(...more);
          keep(measured);
        },
      };
      const reading = await startBrowser('with Sidelight');
      try {
        const desk = await openDesk(reading);
        await desk.set({ showDelay, density: 'everything' });
        say('stage one');
        const real = existsSync(realPages) ? readdirSync(realPages).filter((name) => name.endsWith('.html')) : [];
        rows.push(...scoutRows(await timeScout(reading, desk, [...Object.keys(otherPages), ...real].map(site.at))));
        await readOurs(reading, desk, { at: site.at, say, names, rows });
      } finally {
        await reading.close();
      }
      const bare = await startBrowser('without');
      try {
        await readOthers(bare, { at: site.at, say, rows });
      } finally {
        await bare.close();
      }
      return [...measured, ...growthRows(measured)].toSorted((a, b) => rank(a) - rank(b));
    } finally {
      await site.close();
    }
  },
};

/** Cases together, in the order of the articles' lengths. */
const rank = ({ case: about }: BenchRow): number => {
  const size = sizes.findIndex((each) => about.includes(articleOf(each)));
  return size < 0 ? -1 : size * 2 + (about.endsWith('stopped') ? 1 : 0);
};
