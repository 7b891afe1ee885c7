import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browsers.ts';
import { quietSwitches } from '../drive/chromium.ts';
import { type CouchDouble, startCouchDouble } from '../servers/couch-double.ts';
import { bundle } from './bundle.ts';
import type { Bench, BenchRow } from './rows.ts';
import type { SyncOrder } from './sync-worker.ts';

const compared = 10_000;
const sizes = [1_000, 10_000, 100_000] as const;

export const syncBench: Bench = {
  name: 'sync',
  about: 'records sent to and taken from a CouchDB by a worker of Chromium, beside PouchDB; bytes on the wire; growth',
  run: measure,
};

const row = (records: number, subject: string, metric: string, [value, unit]: readonly [number, string]): BenchRow => ({
  bench: 'sync',
  case: `${records.toLocaleString('en')} records`,
  subject,
  metric,
  value,
  unit,
});

async function runInWorker(page: Page, order: SyncOrder): Promise<number> {
  const answer = await page.evaluate(
    (task) =>
      new Promise<{ readonly milliseconds?: number; readonly trouble?: string }>((resolve, reject) => {
        const worker = new Worker('/worker.js');
        worker.addEventListener('message', ({ data }) => {
          worker.terminate();
          resolve(data as { readonly milliseconds: number });
        });
        worker.addEventListener('error', ({ message }) => reject(new Error(message)));
        worker.postMessage(task, []);
      }),
    order,
  );
  if (answer.milliseconds === undefined) throw new Error(`${order.subject}, ${order.task}: ${answer.trouble}`);
  return answer.milliseconds;
}

interface Ground {
  readonly page: Page;
  readonly server: CouchDouble;
  readonly say: (line: string) => void;
}

/** Both directions, each with a new database on this side. */
async function measureOne(
  { page, server, say }: Ground,
  subject: SyncOrder['subject'],
  records: number,
): Promise<readonly BenchRow[]> {
  server.empty();
  const url = `${server.url}/desk`;
  const order = { subject, url, records };
  const perSecond = (milliseconds: number) => [records / (milliseconds / 1000), 'records/s'] as const;
  const bytes = (before: number) => [(server.traffic() - before) / records, 'bytes a record'] as const;
  const start = server.traffic();
  const told = (task: string, milliseconds: number): void =>
    say(
      `${subject}, ${records.toLocaleString('en')} records, ${task}: ${Math.round(perSecond(milliseconds)[0])} a second`,
    );
  const push = await runInWorker(page, { ...order, task: 'push', name: `${subject}-${records}-push` });
  const rows = [
    row(records, subject, 'push', perSecond(push)),
    row(records, subject, 'push, on the wire', bytes(start)),
  ];
  told('push', push);
  const middle = server.traffic();
  const name = `${subject}-${records}-pull`;
  const pull = await runInWorker(page, { ...order, task: 'pull', name });
  rows.push(row(records, subject, 'pull', perSecond(pull)), row(records, subject, 'pull, on the wire', bytes(middle)));
  told('pull', pull);
  if (subject === 'pouchdb-browser') return rows;
  const idle = server.traffic();
  await runInWorker(page, { ...order, task: 'poll', name });
  return [...rows, row(records, subject, 'poll, nothing new', [server.traffic() - idle, 'bytes'])];
}

async function measure(say: (line: string) => void): Promise<BenchRow[]> {
  const found = findBrowser('chromium');
  if (found === null) throw new Error('there is no Chromium here; npm test looks for it');
  const files = new Map([
    ['/page.html', '<!doctype html><title>Bench</title>'],
    ['/worker.js', await bundle('scripts/bench/sync-worker.ts')],
  ]);
  const server = await startCouchDouble(files);
  const browser = await chromium.launch({ executablePath: found.path, args: [...quietSwitches] });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/page.html`);
    const rows: BenchRow[] = [];
    rows.push(...(await measureOne({ page, server, say }, 'pouchdb-browser', compared)));
    for (const records of sizes) {
      rows.push(...(await measureOne({ page, server, say }, 'sidelight', records)));
    }
    return rows.toSorted((a, b) => (a.case === b.case ? 0 : sizeOf(a) - sizeOf(b)));
  } finally {
    await browser.close();
    await server.close();
  }
}

const sizeOf = (one: BenchRow): number => Number(one.case.replaceAll(/\D/gu, ''));
