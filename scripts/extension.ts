import { join } from 'node:path';
import { commandLine, root, runAloud, runQuietly, scriptLine } from './command.ts';
import { withLock } from './lock.mjs';

export const targets = ['chrome', 'firefox'] as const;
/** The two builds; Edge and Chromium take the one for Chrome. */
export type Target = (typeof targets)[number];

export const outputFolder = (target: Target): string => join(root, '.output', `${target}-mv3`);

const compilePacks = 'compile-packs.ts';

/** Arguments that make wxt build for the target; Firefox would be given manifest version 2 unless told. */
export const wxtTarget = (target: Target): readonly string[] => ['-b', target, '--mv3'];

/** Throws with the compiler's own words where a pack's source is malformed. */
export async function preparePacks(): Promise<void> {
  const { status, output } = await runQuietly(scriptLine(compilePacks, []));
  if (status !== 0) throw new Error(`the built-in packs do not compile:\n${output}`);
}

/** Builds one, of packs that are ready; throws with wxt's output where that fails. */
export async function buildTarget(target: Target): Promise<void> {
  const parameters = ['build', '--level', 'warn', ...wxtTarget(target)];
  const { status, output } = await runQuietly(commandLine('wxt', parameters));
  if (status !== 0) throw new Error(`wxt build for ${target} ended with status ${status}:\n${output}`);
}

/** Builds both or one, packs first. */
export function buildExtension(which: readonly Target[]): Promise<void> {
  return withLock('build', async () => {
    await preparePacks();
    for (const target of which) await buildTarget(target);
  });
}

/** Archives for the stores, `.output/sidelight-*.zip`; answers the exit status. */
export function zipExtension(): Promise<number> {
  return withLock('build', async () => {
    await preparePacks();
    for (const target of targets) {
      const status = await runAloud(commandLine('wxt', ['zip', ...wxtTarget(target)]));
      if (status !== 0) return status;
    }
    return 0;
  });
}
