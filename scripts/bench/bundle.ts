import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../command.ts';

/** A module with all that it imports as one classic script. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    // Node's own would stand for an empty module in a browser.
    resolve: { alias: { events: 'events/' } },
    build: { write: false, lib: { entry: join(root, entry), formats: ['iife'], name: 'bundle' } },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = outputs.find((output) => output.type === 'chunk')?.code;
  if (code === undefined) throw new Error(`${entry}: nothing was built`);
  return code;
}
