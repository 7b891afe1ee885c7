import type { Cluster } from '../../model/mention.ts';
import type { Sentence } from '../../text/sentences.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, type Scene } from '../scene.ts';

/** "Asked by X whether …, he said": who asks at the start of a sentence, and is not the pronoun that answers in it. */
export function askedBy(scene: Scene, { firstToken }: Sentence, { first, head }: NounPhrase): Cluster | null {
  if (head.kind !== 'pronoun') return null;
  if (!/^(?:asked|questioned|pressed|quizzed|challenged|interviewed|prompted)$/u.test(foldedAt(scene, firstToken)))
    return null;
  const end = Math.min(first, firstToken + farthestAsker);
  for (let t = firstToken + 1; t < end && !isQuoted(scene, t); t += 1) {
    if (foldedAt(scene, t) !== 'by') continue;
    for (let at = t + 1; at < end && !questions.has(foldedAt(scene, at)); at += 1) {
      const cluster = mentionAt(scene, at) < 0 ? null : clusterAt(scene, mentionAt(scene, at));
      if (cluster?.type === 'person') return cluster;
    }
    return null;
  }
  return null;
}
/** Tokens from the start within which the asker is named. */
const farthestAsker = 16;
const questions: ReadonlySet<string> = new Set('whether if why how what when where who about'.split(' '));
