/** `evaluate`: how well names, clusters, links and roles are found in texts never trained on, beside other libraries. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { openResources } from './analysis/resources.ts';
import { readMeasuredSets } from './evaluate/name-sets.ts';
import { evaluateNames } from './evaluate/names.ts';
import { readHeldOut, readSeedArticle } from './evaluate/references.ts';
import { evaluateArticles, evaluateLinks } from './evaluate/report.ts';
import { runCommand } from './shell.ts';

const shared = '../shared';
const errorFile = '.cache/name-errors.txt';
const print = (line: string): void => console.log(line);

await runCommand(async () => {
  if (!existsSync(shared)) print(`evaluate: ${shared} is not here; the held-out corpus alone is measured`);
  const opened = await openResources([]);
  if (!opened.ok) throw new Error(opened.failure);
  const resources = opened.value;
  const errors = await evaluateNames(readMeasuredSets(shared), resources, print);
  await evaluateArticles('corpus, held out', readHeldOut('corpus/texts'), resources, print);
  if (existsSync(`${shared}/gold/seed-article.json`))
    await evaluateArticles('seed article', [readSeedArticle(shared)], resources, print);
  errors.push(...(await evaluateLinks(shared, resources, print)));
  mkdirSync('.cache', { recursive: true });
  writeFileSync(errorFile, `${errors.join('\n')}\n`);
  print(`\nEvery error with its place: ${errorFile}`);
  return 0;
});
