/**
 * `npm test [-- PART]... [FILTER]...`: every check there is, closing with `N passed, N failed`. Parts: static, unit,
 * servers, build, chromium, firefox; any other word narrows the test files.
 */
import { auditStep } from './audit.ts';
import { provideBrowsers } from './browsers.ts';
import { formatSizes, isOverBudget, measureEntrypoints } from './budgets.ts';
import { buildTarget, outputFolder, preparePacks, targets } from './extension.ts';
import { withLock } from './lock.mjs';
import { runCommand } from './shell.ts';
import { type Outcome, programStep, runAtOnce, runInOrder, type Step, vitestStep, workStep } from './steps.ts';

const parts = ['static', 'unit', 'servers', 'build', 'chromium', 'firefox'] as const;
type Part = (typeof parts)[number];

const isPart = (word: string): word is Part => parts.some((part) => part === word);

const staticSteps: readonly Step[] = [
  programStep('format', 'biome', ['format', '.']),
  programStep('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  programStep('types of the pure core', 'tsc', ['-p', 'tsconfig.core.json']),
  programStep('types', 'tsc', ['-p', 'tsconfig.json']),
  programStep('unused files, exports and dependencies', 'knip', []),
  auditStep,
];

const buildSteps: readonly Step[] = [
  ...targets.map((target) => workStep(`build for ${target}`, () => withLock('build', () => buildTarget(target)))),
  ...targets.map((target) =>
    workStep(`sizes for ${target}`, () => {
      const sizes = measureEntrypoints(outputFolder(target));
      if (sizes.length === 0) throw new Error('nothing was built');
      if (sizes.some(isOverBudget)) throw new Error(formatSizes(sizes));
      return Promise.resolve();
    }),
  ),
];

/** What Mozilla's reviewers run first; its warnings are known (docs/store/firefox.md). */
const storeStep = programStep('rules of the Firefox store', 'addons-linter', [outputFolder('firefox')]);

/** Short ones, so that none is left alone at the end. */
const fourths = ['1/4', '2/4', '3/4', '4/4'] as const;

async function findBrowsers(families: readonly ('chromium' | 'firefox')[]): Promise<void> {
  const provided = await provideBrowsers(families);
  if (!provided.ok) throw new Error(provided.failure.advice);
}

async function runParts(wanted: ReadonlySet<Part>, filters: readonly string[]): Promise<readonly Outcome[]> {
  const families = (['chromium', 'firefox'] as const).filter((family) => wanted.has(family));
  // Installing takes longest of all, so it begins at once and is waited for where it is needed.
  const browsers = findBrowsers(families);
  browsers.catch(() => undefined);
  const needsBuild = wanted.has('build') || families.length > 0;
  // Unit tests read the compiled packs as well, so nobody may be writing them meanwhile.
  const early = await runInOrder(
    wanted.has('unit') || needsBuild ? [workStep('built-in packs', () => withLock('build', preparePacks))] : [],
  );
  const middle = await Promise.all([
    runInOrder(wanted.has('static') ? staticSteps : []),
    wanted.has('unit') ? runInOrder([vitestStep('unit and property tests', 'unit*', filters)]) : [],
    needsBuild ? runInOrder([...buildSteps, ...(wanted.has('build') ? [storeStep] : [])]) : [],
  ]);
  const ready = await runInOrder(families.length > 0 ? [workStep('browsers', () => browsers)] : []);
  const servers = wanted.has('servers') ? [vitestStep('sync with real servers', 'servers', filters)] : [];
  const shards = filters.length > 0 ? [undefined] : fourths;
  // Chromium's take longest: begun last, one would keep a single processor busy at the end.
  const inBrowsers = families.flatMap((family) =>
    shards.map((shard) => {
      const part = shard === undefined ? '' : `, ${shard}`;
      return vitestStep(`end to end in ${family}${part}`, `e2e-${family}`, filters, shard);
    }),
  );
  // Each browser has its own profile, pages and ports, and waits about as long as it computes: three at a time are what
  // two processors take.
  const late = await runAtOnce(3, [...inBrowsers, ...servers]);
  return [...early, ...middle.flat(), ...ready, ...late];
}

await runCommand(async () => {
  const words = process.argv.slice(2).flatMap((word) => (word === 'e2e' ? ['chromium', 'firefox'] : [word]));
  const asked = words.filter(isPart);
  const outcomes = await runParts(
    new Set(asked.length > 0 ? asked : parts),
    words.filter((word) => !isPart(word)),
  );
  const total = (count: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((sum, outcome) => sum + outcome[count], 0);
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
  process.stdout.write(`${total('passed')} passed, ${total('failed')} failed${skipped}\n`);
  return total('failed') > 0 ? 1 : 0;
});
