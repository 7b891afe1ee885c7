/** `npm run dev [-- firefox]`: builds as sources change (wxt), with a browser on the sample article where one can be seen. */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBrowser } from './browsers.ts';
import { commandLine, root } from './command.ts';
import { preparePacks, wxtTarget } from './extension.ts';
import { hasDisplay, openForPerson } from './person.ts';
import { serveFolder } from './serve.ts';
import { runCommand } from './shell.ts';

await runCommand(async () => {
  const family = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
  const target = family === 'firefox' ? 'firefox' : 'chrome';
  const extension = join(root, '.output', `${target}-mv3-dev`);
  await preparePacks();
  rmSync(extension, { recursive: true, force: true });
  const [command, parameters] = commandLine('wxt', wxtTarget(target));
  const builder = spawn(command, parameters, { cwd: root, stdio: 'inherit' });
  const ended = new Promise<number>((resolve) => void builder.on('exit', (code) => resolve(code ?? 1)));
  const stop = new AbortController();
  process.on('SIGINT', () => stop.abort());
  void ended.then(() => stop.abort());

  const site = await serveFolder(join(root, 'samples'));
  const browser = hasDisplay() ? findBrowser(family) : null;
  if (browser === null) {
    process.stdout.write(`The sample article is at ${site.url}article.html\n`);
    const status = await ended;
    await site.close();
    return stop.signal.aborted ? 0 : status;
  }
  while (!existsSync(join(extension, 'manifest.json')) && !stop.signal.aborted) await sleep(200);
  const profile = join(root, '.cache', 'profile', `${family}-dev`);
  if (!stop.signal.aborted) {
    await openForPerson({ browser, extension, profile, url: `${site.url}article.html` }, stop.signal);
  }
  builder.kill('SIGINT');
  await Promise.all([ended, site.close()]);
  return 0;
});
