import { documentNouns } from './cue-words.ts';
import { beForms, haveForms } from './grammar.ts';
import { foldedAt, isQuoted, plainAt, type Scene } from '../scene.ts';

/** "X released a separate statement saying": what a paper says that X gives out, X says. */
export function tellsOfPaper(scene: Scene, t: number): boolean {
  if (!documentNouns.has(foldedAt(scene, t - 1))) return false;
  for (let i = t - 2; i > t - 7 && !/^[,.;:]$/u.test(plainAt(scene, i)); i -= 1)
    if (/^(?:released?|issued?|published?|sent|send|posted|wrote|circulated)s?$/u.test(foldedAt(scene, i))) return true;
  return false;
}

/** "Swearing at it is a pastime": the subject of the sentence, and nobody's deed on the way. */
export function isGerund(scene: Scene, first: number, end: number): boolean {
  for (let t = first + 1; t < end; t += 1) {
    if (isQuoted(scene, t) || /^[,;:—–]$/u.test(plainAt(scene, t))) return false;
    if (beForms.has(foldedAt(scene, t)) || haveForms.has(foldedAt(scene, t))) return true;
  }
  return false;
}
