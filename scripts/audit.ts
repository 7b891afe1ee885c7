import { runQuietly } from './command.ts';
import type { Step } from './steps.ts';

/** Milliseconds after which the registry counts as out of reach. */
const patience = 25_000;

interface Audit {
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
}

/** The answer of `npm audit --json`, or null where it is none: no network, a registry without that service. */
export function readAudit(output: string): Readonly<Record<string, number>> | null {
  const start = output.indexOf('{');
  try {
    const { metadata } = JSON.parse(start === -1 ? '' : output.slice(start)) as Audit;
    return metadata?.vulnerabilities ?? null;
  } catch {
    return null;
  }
}

/** Fails for a known hole, high or worse, in what is shipped; without the registry it is skipped with a word. */
export const auditStep: Step = {
  name: 'known holes in what is shipped',
  run: async () => {
    const skipped = (why: string) => ({ passed: 0, failed: 0, skipped: 1, report: `skipped: npm audit, ${why}` });
    const npm = process.env['npm_execpath'];
    if (npm === undefined) return skipped('not started by npm');
    const answer = await Promise.race([
      runQuietly([
        process.execPath,
        [npm, 'audit', '--omit=dev', '--json', `--fetch-timeout=${patience}`, '--fetch-retries=0'],
      ]),
      new Promise<null>((resolve) => {
        setTimeout(resolve, patience, null).unref();
      }),
    ]);
    const found = answer === null ? null : readAudit(answer.output);
    if (found === null) return skipped('the registry cannot be asked');
    const bad = (found['high'] ?? 0) + (found['critical'] ?? 0);
    return bad === 0
      ? { passed: 1, failed: 0, skipped: 0, report: '' }
      : { passed: 0, failed: 1, skipped: 0, report: `${bad} packages with known holes; see npm audit --omit=dev` };
  },
};
