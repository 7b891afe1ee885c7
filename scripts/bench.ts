/** `npm run bench [-- NAME]...`: measures, prints tables, writes bench-results.json beside package.json. */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { claimsBench } from './bench/claims.ts';
import { gazetteerBench } from './bench/gazetteer.ts';
import { recognitionBench } from './bench/recognition.ts';
import { type Bench, type BenchRow, formatRows } from './bench/rows.ts';
import { storeBench } from './bench/store.ts';
import { root } from './command.ts';
import { runCommand } from './shell.ts';

const benches: readonly Bench[] = [gazetteerBench, recognitionBench, claimsBench, storeBench];

await runCommand(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined)
    throw new Error(`there is no bench "${unknown}"; there are ${benches.map(({ name }) => name).join(', ')}`);
  const rows: BenchRow[] = [];
  for (const bench of benches) {
    if (asked.length > 0 && !asked.includes(bench.name)) continue;
    process.stderr.write(`${bench.name}: ${bench.about}\n`);
    rows.push(...(await bench.run((line) => process.stderr.write(`  ${line}\n`))));
  }
  process.stdout.write(`${formatRows(rows)}\n`);
  const results = {
    date: new Date().toISOString(),
    machine: {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      processors: cpus().length,
      memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
      system: `${process.platform} ${process.arch}`,
    },
    versions: { node: process.versions.node, v8: process.versions.v8 },
    rows,
  };
  writeFileSync(join(root, 'bench-results.json'), `${JSON.stringify(results, null, 2)}\n`);
  return 0;
});
