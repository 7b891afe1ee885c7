/**
 * `npm run fuzz [-- N] [--seed S] [--only TARGET] [--case K]`: N cases (1,000,000 unless told) of input that is nearly
 * right over every parser of what does not come from us. A fault names seed, target and case, by which it is repeated.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { FuzzNews, FuzzOrder } from './fuzz/worker.ts';
import { targets } from './fuzz/targets.ts';
import { runCommand } from './shell.ts';

/** Milliseconds without a new case after which a worker counts as hanging; before its first it has all to load. */
const patience = 30_000;
const patienceAtStart = 180_000;
/** Bytes of memory for one worker; a parser that takes more dies of it. */
const memory = 1_024;

interface Fault {
  readonly target: string;
  readonly number: number;
  readonly detail: string;
}

function runInWorker(order: Omit<FuzzOrder, 'at'>, onProgress: (cases: number) => void): Promise<Fault | null> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  at[0] = order.from;
  const worker = new Worker(new URL('fuzz/worker.ts', import.meta.url), {
    workerData: { ...order, at } satisfies FuzzOrder,
    resourceLimits: { maxOldGenerationSizeMb: memory },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return new Promise((resolve) => {
    let seen = order.from;
    let since = performance.now();
    const end = (fault: Fault | null): void => {
      clearInterval(watch);
      onProgress(order.to - order.from);
      void worker.terminate().then(() => resolve(fault));
    };
    const fault = (detail: string, number = Atomics.load(at, 0)): void => end({ target: order.target, number, detail });
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      onProgress(now - order.from);
      if (now !== seen) since = performance.now();
      seen = now;
      const most = now === order.from ? patienceAtStart : patience;
      if (performance.now() - since > most) fault(`hangs for more than ${most} ms`);
    }, 500);
    worker.on('message', (news: FuzzNews) => {
      if (news.type === 'done') end(null);
      else fault(news.detail, news.number);
    });
    worker.on('error', (error) => fault(error instanceof Error ? error.message : String(error)));
  });
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, only: { type: 'string' }, case: { type: 'string' } },
  });
  const wanted = Number(positionals[0] ?? 1_000_000);
  if (!Number.isInteger(wanted) || wanted < 1) throw new Error(`"${positionals[0]}" is no number of cases`);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const asked = targets.filter(({ name }) => values.only === undefined || name.includes(values.only));
  if (asked.length === 0) throw new Error(`no target is called "${values.only}"; there are ${names()}`);
  const shares = asked.reduce((sum, { share }) => sum + share, 0);
  const one = values.case === undefined ? null : Number(values.case);
  const orders = asked.map(({ name, share }) => ({
    seed,
    target: name,
    from: one ?? 0,
    to: one === null ? Math.max(1, Math.round((wanted * share) / shares)) : one + 1,
  }));
  const all = orders.reduce((sum, { from, to }) => sum + to - from, 0);
  process.stderr.write(`seed ${seed}, ${all} cases over ${orders.length} parsers\n`);
  const began = performance.now();
  const done = new Map<string, number>();
  const faults: Fault[] = [];
  const queue = [...orders];
  let shown = began;
  const work = async (): Promise<void> => {
    for (let order = queue.shift(); order !== undefined; order = queue.shift()) {
      const { target, from, to } = order;
      const fault = await runInWorker(order, (cases) => {
        done.set(target, cases);
        if (performance.now() - shown < 5_000) return;
        shown = performance.now();
        const sum = [...done.values()].reduce((before, each) => before + each, 0);
        process.stderr.write(`  ${((100 * sum) / all).toFixed(1)}%  ${sum} cases, at ${target}\n`);
      });
      if (fault !== null) {
        faults.push(fault);
        process.stderr.write(`FAULT  ${fault.target}, case ${fault.number}: ${fault.detail}\n`);
        process.stderr.write(`  again: npm run fuzz -- --seed ${seed} --only "${target}" --case ${fault.number}\n`);
      } else process.stderr.write(`ok     ${target}: ${to - from} cases\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(cpus().length, orders.length) }, work));
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  process.stdout.write(`${all} cases in ${seconds} s, seed ${seed}, ${faults.length} faults\n`);
  return faults.length > 0 ? 1 : 0;
});

function names(): string {
  return targets.map(({ name }) => `"${name}"`).join(', ');
}
