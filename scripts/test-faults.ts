/** `npm run test:faults [-- N]`: kills a real browser N times (50 unless told) during imports and updates of packs. */
import { provideBrowsers } from './browsers.ts';
import { commandLine, runAloud } from './command.ts';
import { buildExtension } from './extension.ts';
import { runCommand } from './shell.ts';

await runCommand(async () => {
  const kills = Number(process.argv[2] ?? 50);
  if (!Number.isInteger(kills) || kills < 1) throw new Error(`"${process.argv[2]}" is no number of kills`);
  const provided = await provideBrowsers(['chromium']);
  if (!provided.ok) throw new Error(provided.failure.advice);
  await buildExtension(['chrome']);
  process.env['SIDELIGHT_KILLS'] = String(kills);
  return runAloud(commandLine('vitest', ['run', '--project', 'e2e-chromium', 'faults']));
});
