import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browsers.ts';
import { quietSwitches } from '../drive/chromium.ts';
import { startCouchDouble } from '../servers/couch-double.ts';
import { startRelay } from '../servers/relay.ts';
import { type DavKind, provideDav, startDav } from '../servers/webdav.ts';
import { bundle } from './bundle.ts';
import type { Bench, BenchRow } from './rows.ts';
import type { SyncOrder } from './sync-order.ts';

const compared = 10_000;
const sizes = [1_000, compared] as const;
const most = 100_000;
const inFolders = 2_000;
const beside = ['pouchdb', 'the server alone', 'plain IndexedDB'] as const;

export const syncBench: Bench = {
  name: 'sync',
  about:
    'records sent to and taken from a CouchDB by a worker of Chromium, beside PouchDB and beside the server and the database alone; the same with folders; bytes on the wire; growth',
  run: measure,
};

/** Kept in the page, so that no run asks the server for it. */
function keepWorker(program: string): void {
  const workerUrl = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  Object.assign(globalThis, { workerUrl });
}

async function runInWorker(page: Page, order: SyncOrder): Promise<number> {
  const answer = await page.evaluate(
    (task) =>
      new Promise<{ readonly milliseconds?: number; readonly trouble?: string }>((resolve, reject) => {
        const worker = new Worker((globalThis as unknown as { readonly workerUrl: string }).workerUrl);
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
  /** Bytes on the wire until now. */
  readonly traffic: () => number;
  readonly say: (line: string) => void;
}

type Place = Pick<SyncOrder, 'subject' | 'kind' | 'url' | 'user' | 'password' | 'records'> & {
  /** What stands behind the count of records in the rows' case. */
  readonly where: string;
};

/** Both directions, each with a new database on this side; then looks when there is nothing new. */
async function measureOne({ page, traffic, say }: Ground, { where, ...place }: Place): Promise<readonly BenchRow[]> {
  const { subject, kind, records } = place;
  const about = `${records.toLocaleString('en')} records${where}`;
  const rows: BenchRow[] = [];
  const add = (metric: string, value: number, unit: string): void => {
    rows.push({ bench: 'sync', case: about, subject, metric, value, unit });
  };
  const run = async (task: SyncOrder['task'], side: string): Promise<{ milliseconds: number; bytes: number }> => {
    const before = traffic();
    const name = `${subject.replaceAll(' ', '')}-${kind}-${where.replaceAll(/\W/gu, '')}-${records}-${side}`;
    const milliseconds = await runInWorker(page, { ...place, task, name });
    return { milliseconds, bytes: traffic() - before };
  };
  for (const task of ['push', 'pull'] as const) {
    const { milliseconds, bytes } = await run(task, task);
    add(task, records / (milliseconds / 1000), 'records/s');
    if (bytes > 0) add(`${task}, on the wire`, bytes / records, 'bytes a record');
    say(`${subject}, ${about}, ${task}: ${Math.round(records / (milliseconds / 1000))} a second`);
  }
  if (subject !== 'sidelight') return rows;
  // What a device has just told the others itself, it looks at once more.
  await run('look', 'pull');
  add('nothing new, by the clock', (await run('poll', 'pull')).bytes, 'bytes');
  add('nothing new, “Sync now”', (await run('look', 'pull')).bytes, 'bytes');
  return rows;
}

async function measureFolder(page: Page, kind: DavKind, say: Ground['say']): Promise<readonly BenchRow[]> {
  const server = await startDav(kind);
  const { origin, pathname } = new URL(server.url);
  const relay = await startRelay(origin);
  const place = { subject: 'sidelight', kind: 'webdav', where: `, a folder on ${kind}`, records: inFolders } as const;
  const { user, password } = server;
  try {
    return await measureOne(
      { page, traffic: relay.traffic, say },
      { ...place, url: `${relay.origin}${pathname}/desk`, user, password },
    );
  } finally {
    await relay.close();
    await server.close();
  }
}

async function measure(say: (line: string) => void, keep: (rows: readonly BenchRow[]) => void): Promise<BenchRow[]> {
  const found = findBrowser('chromium');
  if (found === null) throw new Error('there is no Chromium here; npm test looks for it');
  const program = await bundle('scripts/bench/sync-worker.ts');
  const server = await startCouchDouble(new Map([['/page.html', '<!doctype html><title>Bench</title>']]));
  // An extension may ask any server that its reader allowed; a page may so only without the rules for pages.
  const args = [...quietSwitches, '--disable-web-security'];
  const browser = await chromium.launch({ executablePath: found.path, args });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/page.html`);
    await page.evaluate(keepWorker, program);
    const ground = { page, traffic: server.traffic, say };
    const place = { kind: 'couchdb', url: `${server.url}/desk`, user: '', password: '', where: '' } as const;
    const rows: BenchRow[] = [];
    const add = (more: readonly BenchRow[]): void => {
      rows.push(...more);
      keep(rows);
    };
    const measureHere = async (subject: SyncOrder['subject'], records: number): Promise<void> => {
      server.empty();
      add(await measureOne(ground, { ...place, subject, records }));
    };
    for (const records of sizes) await measureHere('sidelight', records);
    for (const subject of beside) await measureHere(subject, compared);
    for (const kind of await provideDav()) add(await measureFolder(page, kind, say));
    // Last, since it takes longest.
    await measureHere('sidelight', most);
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}
