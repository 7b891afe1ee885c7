/** One measured number. */
export interface BenchRow {
  readonly bench: string;
  /** What was asked of the subjects: the size of the input, the kind of the question. */
  readonly case: string;
  /** `sidelight`, or the name of the package or the way that it is measured against. */
  readonly subject: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
}

/** The subject that others are measured against. */
export const ours = 'sidelight';

/** A bench by its name; benches register in scripts/bench.ts. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  /** `keep` takes what is measured so far, so that what breaks off a long one loses nothing of it. */
  run(say: (line: string) => void, keep: (rows: readonly BenchRow[]) => void): Promise<readonly BenchRow[]>;
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

/** What the row's subject takes or gives beside us in the same case and metric, as a factor; null where there is none. */
export function ratioOf(row: BenchRow, rows: readonly BenchRow[]): number | null {
  if (row.subject === ours) return null;
  const beside = rows.find(
    ({ bench, case: about, metric, subject }) =>
      bench === row.bench && about === row.case && metric === row.metric && subject === ours,
  );
  return beside === undefined || beside.value === 0 ? null : row.value / beside.value;
}

/** Rows as a table, a case a paragraph; others with their ratio to us. */
export function formatRows(rows: readonly BenchRow[]): string {
  const width = (key: 'subject' | 'metric' | 'unit'): number => Math.max(...rows.map((row) => row[key].length));
  const [subject, metric, unit] = [width('subject'), width('metric'), width('unit')];
  const lines: string[] = [];
  let last = '';
  for (const row of rows) {
    if (row.case !== last) lines.push(`${last === '' ? '' : '\n'}${row.bench}: ${row.case}`);
    last = row.case;
    const value = row.value.toLocaleString('en', { maximumSignificantDigits: 4 }).padStart(10);
    const ratio = ratioOf(row, rows);
    const beside = ratio === null ? '' : `  ${ratio.toLocaleString('en', { maximumSignificantDigits: 3 })} × ours`;
    const told = `  ${row.subject.padEnd(subject)}  ${row.metric.padEnd(metric)} ${value} ${row.unit.padEnd(unit)}${beside}`;
    lines.push(told.trimEnd());
  }
  return lines.join('\n');
}
