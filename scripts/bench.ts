/** `npm run bench [-- NAME]...`: measures, prints tables, writes bench-results.json beside package.json. */
import { claimsBench } from './bench/claims.ts';
import { gazetteerBench } from './bench/gazetteer.ts';
import { pageBench } from './bench/page.ts';
import { recognitionBench } from './bench/recognition.ts';
import { saveResults } from './bench/results.ts';
import { type Bench, type BenchRow, formatRows } from './bench/rows.ts';
import { storeBench } from './bench/store.ts';
import { syncBench } from './bench/sync.ts';
import { runCommand } from './shell.ts';

const benches: readonly Bench[] = [gazetteerBench, recognitionBench, claimsBench, storeBench, syncBench, pageBench];

await runCommand(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined)
    throw new Error(`there is no bench "${unknown}"; there are ${benches.map(({ name }) => name).join(', ')}`);
  const rows: BenchRow[] = [];
  for (const bench of benches) {
    if (asked.length > 0 && !asked.includes(bench.name)) continue;
    process.stderr.write(`${bench.name}: ${bench.about}\n`);
    const measured = await bench.run((line) => process.stderr.write(`  ${line}\n`), saveResults);
    // At once: what a later one runs into loses nothing of the earlier ones.
    saveResults(measured);
    rows.push(...measured);
  }
  process.stdout.write(`${formatRows(rows)}\n`);
  return 0;
});
