/**
 * `npm run test:faults -- life [N]`: 24 simulated hours of reading in one store, N articles (1,000 unless told) spread over them. The
 * store is closed and opened as a worker's stop does it, updated, corrected, synced with a team's server, exported as the
 * daily backup does it, and forgets after its term; memory and rows must not go on growing once the term has passed, and
 * all must be gone when all is forgotten.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { annotate } from '../lib/annotate/annotate.ts';
import type { Article } from '../lib/model/article.ts';
import { compilePack } from '../lib/pack/compile.ts';
import { openStore, type Store } from '../lib/store/store.ts';
import { blocksOfLines } from '../lib/text/document.ts';
import { openResources } from './analysis/resources.ts';
import { saveResults } from './bench/results.ts';
import { ours } from './bench/rows.ts';
import { root } from './command.ts';
import { parseCorpusFile } from './corpus/parse.ts';
import { openTeam } from './life/team.ts';
import { findPackFolders, readPackFolder } from './pack-source.ts';
import { runCommand } from './shell.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** What was read stays so long; from then on the store holds one term's worth and no more. */
const term = 4 * hour;
/** A worker that nobody asks is stopped after 30 s; a reader opens a page every minute or two. */
const stopEvery = 20;

/** Growth from the first hour after the term to the last one that is more than the readings' own ups and downs. */
const mostGrowth = 0.25;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

interface Reading {
  readonly hour: number;
  readonly rows: number;
  readonly bytes: number;
}

async function countRows(store: Store): Promise<number> {
  const counts = await Promise.all(store.database.tables.map((table) => table.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The corpus's texts in turn, each time as another outlet's page with a sentence of its own. */
function articleAt(texts: readonly string[], at: number, now: number): Article {
  const text = `${texts[at % texts.length] ?? ''}\nEdition ${at} went to print with ${1_000 + at} copies, the editors said.`;
  return {
    text,
    blocks: blocksOfLines(text).map((span) => ({ ...span })),
    metadata: {
      url: `https://outlet-${at % 40}.example/${at}`,
      canonicalUrl: null,
      title: `Article ${at}`,
      publisher: `Outlet ${at % 40}`,
      authors: [],
      publishedAt: new Date(now).toISOString(),
      language: 'en',
      country: null,
    },
  };
}

await runCommand(async () => {
  const articles = Number(process.argv[2] ?? 1_000);
  if (!Number.isInteger(articles) || articles < 48) throw new Error('a day has 48 articles at least');
  const resources = await openResources([]);
  if (!resources.ok) throw new Error(resources.failure);
  const folder = join(root, 'corpus', 'texts');
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.ann'))
    .toSorted()
    .map((file) => parseCorpusFile(readFileSync(join(folder, file), 'utf8')).text);
  const indexedDB = new IDBFactory();
  let now = Date.UTC(2026, 10, 23);
  const open = (): Promise<Store> => openStore({ indexedDB, IDBKeyRange, now: () => now });
  const begin = now;
  const install = async (store: Store): Promise<void> => {
    for (const name of findPackFolders()) {
      const content = readPackFolder(name);
      if (!content.ok) throw new Error(`packs/${name} cannot be read`);
      const done = await store.install((await compilePack(content.value)).buffer);
      if (!done.ok) throw new Error(done.failure.code);
    }
  };
  let store = await open();
  await install(store);
  const team = await openTeam();
  await team.join(store.database);
  const entity = { type: 'person', name: 'Zoe Reader', aliases: [], description: 'Knows the desk' } as const;
  const created = await store.edit({ kind: 'create', entity }, 'you');
  const [own] = await store.search(entity.name);
  if (!created.ok || own === undefined) throw new Error('nothing could be added to the store');
  const atFirst = JSON.stringify(await store.counts());
  const readings: Reading[] = [];
  for (let at = 0; at < articles; at += 1) {
    now = begin + (day * at) / articles;
    if (at % stopEvery === stopEvery - 1) {
      store.close();
      store = await open();
    }
    const article = articleAt(texts, at, now);
    const analysis = await store.read(async ({ knowledge, choices, introductions }) => {
      const chosen = await choices(article.metadata.url);
      const found = await annotate(article, { ...resources.value, knowledge, choices: chosen });
      const linked = found.clusters.flatMap(({ link }) => (link.kind === 'linked' ? [link.entity] : []));
      await introductions(linked, '2026-11-23');
      return found;
    });
    await store.remember(analysis);
    const hours = (now - begin) / hour;
    if (Math.floor(hours) > (readings.at(-1)?.hour ?? -1)) {
      // Every hour a correction goes to the team, what is too old goes, the backup's stream is read to its end, and
      // every eighth an update comes.
      const edited = await store.edit({ kind: 'rename', id: own.id, name: `Zoe Reader ${readings.length}` }, 'you');
      if (!edited.ok) throw new Error(edited.failure.code);
      await team.sync(store.database, () => now);
      await new Response(store.exportAll('without')).arrayBuffer();
      if (Math.floor(hours) % 8 === 7) await install(store);
      await store.forgetBefore(now - term);
      const reading = { hour: Math.floor(hours), rows: await countRows(store), bytes: heap() };
      readings.push(reading);
      process.stderr.write(
        `  hour ${reading.hour}: ${reading.rows} rows, ${(reading.bytes / 1e6).toFixed(1)} MB of memory\n`,
      );
    }
  }
  const settled = readings.filter(({ hour: at }) => at > term / hour + 1);
  const last = settled.at(-1);
  // The store holds what the texts of the last hours hold: where they came round, the same ones are compared.
  const round = Math.round((24 * texts.length) / articles);
  const first = settled.find(({ hour: at }) => last !== undefined && last.hour - at === round) ?? settled[0];
  if (first === undefined || last === undefined) throw new Error('the day was too short');
  const growth = { rows: last.rows / first.rows - 1, bytes: last.bytes / first.bytes - 1 };
  await store.forget({ kind: 'all' });
  const atLast = JSON.stringify(await store.counts());
  store.close();
  await team.close();
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  process.stdout.write(
    `${articles} articles in 24 hours: from hour ${first.hour} to hour ${last.hour} rows ${percent(growth.rows)}, memory ${percent(growth.bytes)}; ` +
      `all forgotten, the store is ${atLast === atFirst ? 'as it was' : `another: ${atLast} instead of ${atFirst}`}\n`,
  );
  const row = (metric: string, value: number, unit: string) => ({
    bench: 'life',
    case: `${articles} articles in 24 hours, kept for ${term / hour}`,
    subject: ours,
    metric,
    value,
    unit,
  });
  saveResults([
    row('growth of rows once the term has passed', 100 * growth.rows, '%'),
    row('growth of memory once the term has passed', 100 * growth.bytes, '%'),
    row('memory at the end', last.bytes / 1e6, 'MB'),
  ]);
  return growth.rows > mostGrowth || growth.bytes > mostGrowth || atLast !== atFirst ? 1 : 0;
});
