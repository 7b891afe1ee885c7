import { links, nameTitles } from './grammar.ts';
import { personNouns } from './role-words.ts';
import { clusterAt, foldedAt, mentionAt, plainAt, type Scene } from '../scene.ts';

/**
 * "Secretary of State X", "Minister for Foreign Affairs X": whether the words from `first` to the name are its title in
 * capitals; not "a friend of President X".
 */
export function isTitleBefore(scene: Scene, first: number, mention: number): boolean {
  const name = scene.index.ranges[mention]?.first ?? first;
  if (clusterAt(scene, mention)?.type !== 'person') return false;
  const link = linkBefore(scene, first, name);
  if (link < 0 || link + 1 >= name) return false;
  if (!personNouns.has(foldedAt(scene, link - 1)) || !isCapital(scene, link - 1)) return false;
  for (let t = link + 1; t < name; t += 1) {
    if (links.has(foldedAt(scene, t))) continue;
    if (!isCapital(scene, t) || nameTitles.has(foldedAt(scene, t)) || personNouns.has(foldedAt(scene, t))) return false;
  }
  return true;
}

/** The first linking word between the start of the phrase and the name, or -1. */
function linkBefore(scene: Scene, first: number, name: number): number {
  for (let t = first; t < name; t += 1) if (links.has(foldedAt(scene, t)) && mentionAt(scene, t) < 0) return t;
  return -1;
}

const isCapital = (scene: Scene, at: number): boolean => /^\p{Lu}/u.test(plainAt(scene, at));
