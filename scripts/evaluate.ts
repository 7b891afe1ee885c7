/** `evaluate [names|claims]`: how well names and claims are found in texts never trained on, beside other libraries. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { AnnotateResources } from '../lib/annotate/annotate.ts';
import { openResources } from './analysis/resources.ts';
import { evaluateClaims } from './evaluate/claims-report.ts';
import { readMeasuredSets } from './evaluate/name-sets.ts';
import { evaluateNames } from './evaluate/names.ts';
import { readHeldOut, readSeedArticle } from './evaluate/references.ts';
import { evaluateArticles, evaluateLinks } from './evaluate/report.ts';
import { runCommand } from './shell.ts';

const shared = '../shared';
const nameErrors = '.cache/name-errors.txt';
const claimErrors = '.cache/claim-errors.txt';
const print = (line: string): void => console.log(line);

async function evaluateAllNames(resources: AnnotateResources): Promise<void> {
  const errors = await evaluateNames(readMeasuredSets(shared), resources, print);
  errors.push(...(await evaluateLinks(shared, resources, print)));
  writeFileSync(nameErrors, `${errors.join('\n')}\n`);
  print(`\nEvery error with its place: ${nameErrors}`);
}

await runCommand(async () => {
  const [part] = process.argv.slice(2);
  if (part !== undefined && part !== 'names' && part !== 'claims')
    throw new Error(`there is no part "${part}"; there are names and claims`);
  if (!existsSync(shared)) print(`evaluate: ${shared} is not here; the held-out corpus alone is measured`);
  const opened = await openResources([]);
  if (!opened.ok) throw new Error(opened.failure);
  const resources = opened.value;
  mkdirSync('.cache', { recursive: true });
  if (part !== 'claims') await evaluateAllNames(resources);
  await evaluateArticles('corpus, held out', readHeldOut('corpus/texts'), resources, print);
  if (existsSync(`${shared}/gold/seed-article.json`))
    await evaluateArticles('seed article', [readSeedArticle(shared)], resources, print);
  if (part !== 'names') {
    writeFileSync(claimErrors, `${evaluateClaims(shared, resources.checkWorthiness, print).join('\n')}\n`);
    print(`\nEvery error with its sentence: ${claimErrors}`);
  }
  return 0;
});
