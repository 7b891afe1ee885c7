import type { Subject } from './parentheses.ts';
import { foldedAt, type Scene } from '../scene.ts';

/** Whether a clause hangs on another: behind "who", "after", "than", or right behind what somebody forecast. */
export const isSubordinate = (scene: Scene, { isRelative, phrase: { first } }: Subject): boolean =>
  isRelative || subordinators.has(foldedAt(scene, first - 1)) || isOccasion(scene, first - 1);
/** "It was the first time the bank has announced a loss": what is told is that it never did. */
const isOccasion = (scene: Scene, t: number): boolean =>
  foldedAt(scene, t) === 'time' && /^(?:first|second|third|only)$/u.test(foldedAt(scene, t - 1));
const subordinators: ReadonlySet<string> = new Set(
  'after before when while because although though since until if that what whether which how why where than $ £ €'.split(
    ' ',
  ),
);
