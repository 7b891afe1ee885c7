import { newsPairs, type Pair, proofPairs, tuningPairs } from './pairs.ts';
import { heldOutPairs } from './pairs-held-out.ts';
import { livePairs } from './pairs-live.ts';
import { loosePairs } from './pairs-loose.ts';
import { secondPart } from './pairs-second-part.ts';

/** Every pair of statements that we wrote. */
export const allPairs: readonly Pair[] = [
  ...tuningPairs,
  ...proofPairs,
  ...newsPairs,
  ...livePairs,
  ...heldOutPairs,
  ...secondPart,
  ...loosePairs,
];
