import { Random } from '../train/random.ts';
import { answerTargets } from './answers.ts';
import { attributeTargets } from './attributes.ts';
import { elsewhereTargets } from './elsewhere.ts';
import { otherWordsTargets } from './other-words.ts';
import { ownTargets } from './own-files.ts';
import { packTargets } from './packs.ts';
import { pageTargets } from './pages.ts';
import { smallFileTargets } from './small-files.ts';
import { expectCleanPrototypes, type FuzzTarget } from './target.ts';

/** Every parser of what does not come from us. */
export const targets: readonly FuzzTarget[] = [
  ...packTargets,
  ...answerTargets,
  ...ownTargets,
  ...pageTargets,
  ...elsewhereTargets,
  ...attributeTargets,
  ...otherWordsTargets,
  ...smallFileTargets,
];

/** Milliseconds of the processor beyond which a single case counts as a hang; the slowest usual ones take a hundredth. */
const longest = 5_000;

/** Of this thread alone: a machine that does something else meanwhile is no hang. */
const spent = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** One case: the same seed, target and number give the same input on every machine. Throws what is wrong with it. */
export async function runCase(target: FuzzTarget, seed: number, number: number): Promise<void> {
  const began = spent();
  await target.run(new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)));
  expectCleanPrototypes();
  const took = spent() - began;
  if (took > longest) throw new Error(`took ${Math.round(took)} ms`);
}
