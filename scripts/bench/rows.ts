/** One measured number. */
export interface BenchRow {
  readonly bench: string;
  /** What was asked of the subjects: the size of the input, the kind of the question. */
  readonly case: string;
  readonly subject: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
}

/** A bench by its name; benches register in scripts/bench.ts. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  run(say: (line: string) => void): Promise<readonly BenchRow[]>;
}

/** Milliseconds that the work takes once, the best of as many rounds as fit into `seconds` (three at least). */
export function timeOf(work: () => unknown, seconds = 1): number {
  let best = Number.POSITIVE_INFINITY;
  const stop = performance.now() + seconds * 1000;
  for (let round = 0; round < 3 || performance.now() < stop; round += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Rows as a table, a case a paragraph. */
export function formatRows(rows: readonly BenchRow[]): string {
  const width = (key: 'subject' | 'metric'): number => Math.max(...rows.map((row) => row[key].length));
  const [subject, metric] = [width('subject'), width('metric')];
  const lines: string[] = [];
  let last = '';
  for (const row of rows) {
    if (row.case !== last) lines.push(`${last === '' ? '' : '\n'}${row.bench}: ${row.case}`);
    last = row.case;
    const value = row.value.toLocaleString('en', { maximumSignificantDigits: 4 }).padStart(10);
    lines.push(`  ${row.subject.padEnd(subject)}  ${row.metric.padEnd(metric)} ${value} ${row.unit}`);
  }
  return lines.join('\n');
}
