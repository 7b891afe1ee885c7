import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandLine, type Finished, type Program, root, runQuietly } from './command.ts';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** For the reader of the run: what failed and why, what was skipped; empty where there is nothing to say. */
  readonly report: string;
}

export interface Step {
  readonly name: string;
  run(): Promise<Outcome>;
}

const passed: Outcome = { passed: 1, failed: 0, skipped: 0, report: '' };
const failedWith = (report: string): Outcome => ({ passed: 0, failed: 1, skipped: 0, report });

/** A step that passes where the program ends with status 0; its output is shown where it does not. */
export const programStep = (name: string, program: Program, parameters: readonly string[]): Step => ({
  name,
  run: async () => {
    const { status, output } = await runQuietly(commandLine(program, parameters));
    return status === 0 ? passed : failedWith(output);
  },
});

/** A step that passes unless the work throws. */
export const workStep = (name: string, work: () => Promise<void>): Step => ({
  name,
  run: async () => {
    try {
      await work();
      return passed;
    } catch (error) {
      return failedWith(error instanceof Error ? error.message : String(error));
    }
  },
});

/** What is read of the report that vitest writes. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

function readReport(file: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return null;
  }
}

const skippedShown = 20;

function listSkipped(report: VitestReport): string {
  const names = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => `skipped: ${fullName}`);
  const more = names.length > skippedShown ? [`skipped: and ${names.length - skippedShown} more`] : [];
  return [...names.slice(0, skippedShown), ...more].join('\n');
}

function toOutcome({ status, output }: Finished, report: VitestReport | null): Outcome {
  if (report === null) return failedWith(output);
  const skipped = report.numPendingTests + report.numTodoTests;
  const counts = { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
  if (status === 0) return { ...counts, report: listSkipped(report) };
  // A file that does not load, or a rejection that nobody awaited, fails the run but no single test.
  return { ...counts, failed: Math.max(1, counts.failed), report: output };
}

/** Tests of a vitest project; each counts by itself. A shard (`1/2`) is a part of its files. */
export const vitestStep = (name: string, project: string, filters: readonly string[], shard?: string): Step => ({
  name,
  run: async () => {
    const file = join(root, '.cache', 'test', `${name.replace(/\W+/g, '-')}.json`);
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    const options = [
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...(shard === undefined ? [] : [`--shard=${shard}`]),
    ];
    const finished = await runQuietly(commandLine('vitest', ['run', ...options, ...filters]));
    return toOutcome(finished, readReport(file));
  },
});

/** A failing tool can say thousands of lines; its beginning names the fault and its end sums up. */
const linesShown = { first: 120, last: 60 };

function abridge(text: string): string {
  const lines = text.trimEnd().split('\n');
  const left = lines.length - linesShown.first - linesShown.last;
  const shown =
    left > 0
      ? [...lines.slice(0, linesShown.first), `(${left} lines left out)`, ...lines.slice(-linesShown.last)]
      : lines;
  return shown.map((line) => `    ${line}`).join('\n');
}

/** Runs a step and prints a line with its time as it ends. */
async function runStep(step: Step): Promise<Outcome> {
  const start = performance.now();
  const outcome = await step.run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const tests = outcome.passed + outcome.failed > 1 ? `  ${outcome.passed} passed, ${outcome.failed} failed` : '';
  process.stdout.write(`${outcome.failed > 0 ? 'FAILED' : 'ok    '} ${seconds} s  ${step.name}${tests}\n`);
  if (outcome.report !== '') process.stdout.write(`${abridge(outcome.report)}\n`);
  return outcome;
}

/** Runs one after the other. */
export const runInOrder = (steps: readonly Step[]): Promise<readonly Outcome[]> => runAtOnce(1, steps);

/** Runs so many at a time, each begun in its turn as soon as there is room. */
export async function runAtOnce(most: number, steps: readonly Step[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = steps.values();
  const work = async (): Promise<void> => {
    for (const step of waiting) outcomes.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: most }, work));
  return outcomes;
}
