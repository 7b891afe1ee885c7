/** `npm run build [-- chrome|firefox]...`: both builds unless told, with the size of what they load. */
import { relative } from 'node:path';
import { formatSizes, measureEntrypoints } from './budgets.ts';
import { root } from './command.ts';
import { buildExtension, outputFolder, type Target, targets } from './extension.ts';
import { runCommand } from './shell.ts';

const isTarget = (word: string): word is Target => targets.some((target) => target === word);

await runCommand(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => !isTarget(word));
  if (unknown !== undefined) throw new Error(`"${unknown}" is no build; there are ${targets.join(' and ')}`);
  const which = words.length === 0 ? targets : words.filter(isTarget);
  await buildExtension(which);
  for (const target of which) {
    const folder = outputFolder(target);
    process.stdout.write(`${relative(root, folder)}\n${formatSizes(measureEntrypoints(folder))}\n`);
  }
  return 0;
});
