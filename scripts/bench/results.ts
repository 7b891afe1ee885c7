import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../command.ts';
import type { BenchRow } from './rows.ts';

const file = join(root, 'bench-results.json');

function readRows(): readonly BenchRow[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { readonly rows: readonly BenchRow[] }).rows;
  } catch {
    return [];
  }
}

/** Writes bench-results.json; rows of benches that were not measured this time stay as they are. */
export function saveResults(rows: readonly BenchRow[]): void {
  const measured = new Set(rows.map(({ bench }) => bench));
  const others = readRows().filter(({ bench }) => !measured.has(bench));
  const results = {
    date: new Date().toISOString(),
    machine: {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      processors: cpus().length,
      memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
      system: `${process.platform} ${process.arch}`,
    },
    versions: { node: process.versions.node, v8: process.versions.v8 },
    rows: [...others, ...rows],
  };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
