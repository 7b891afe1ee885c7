/**
 * `npm run build [-- chrome|firefox]... [twice]`: both builds unless told, with the size of what they load. Twice: builds
 * a second time and fails unless every byte is the same.
 */
import { relative } from 'node:path';
import { formatSizes, measureEntrypoints } from './budgets.ts';
import { root } from './command.ts';
import { findDiffering, hashesOf } from './same-bytes.ts';
import { buildExtension, outputFolder, type Target, targets } from './extension.ts';
import { runCommand } from './shell.ts';

const isTarget = (word: string): word is Target => targets.some((target) => target === word);

await runCommand(async () => {
  const words = process.argv.slice(2).filter((word) => word !== 'twice');
  const isTwice = process.argv.includes('twice');
  const unknown = words.find((word) => !isTarget(word));
  if (unknown !== undefined) throw new Error(`"${unknown}" is no build; there are ${targets.join(' and ')}`);
  const which = words.length === 0 ? targets : words.filter(isTarget);
  await buildExtension(which);
  if (isTwice) {
    const before = which.map((target) => hashesOf(outputFolder(target)));
    await buildExtension(which);
    const differing = which.flatMap((target, at) => findDiffering(before[at], hashesOf(outputFolder(target))));
    if (differing.length > 0) throw new Error(`two builds of one source differ in ${differing.join(', ')}`);
    process.stdout.write('built twice: the same bytes\n');
  }
  for (const target of which) {
    const folder = outputFolder(target);
    process.stdout.write(`${relative(root, folder)}\n${formatSizes(measureEntrypoints(folder))}\n`);
  }
  return 0;
});
