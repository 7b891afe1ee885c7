import type { Cluster } from '../../model/mention.ts';
import { isBareVoice, resolveDescription, speakingBody } from './description.ts';
import type { Discourse } from './discourse.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { resolvePronoun } from './pronoun.ts';
import { clusterAt, foldedAt, type Scene } from '../scene.ts';

/** Whom a noun phrase means at a sentence, as the text stands so far; null where it names nobody. */
export function resolve(
  scene: Scene,
  stage: Discourse,
  asked: { readonly phrase: NounPhrase; readonly sentence: number; readonly not: Cluster | null },
): Cluster | null {
  const { head } = asked.phrase;
  switch (head.kind) {
    case 'name':
      return clusterAt(scene, head.mention);
    case 'pronoun':
      // "It's one of those statements": a thing, and nobody who says it.
      if (head.word === 'it' && isBeing(scene, asked.phrase.end)) return null;
      return resolvePronoun(stage, head.word, asked);
    case 'description':
      return (
        resolveDescription(scene, stage, { head, sentence: asked.sentence }) ??
        (isBareVoice(asked.phrase) ? speakingBody(stage, asked.sentence) : null)
      );
  }
}

const isBeing = (scene: Scene, at: number): boolean =>
  /^(?:is|was|['’]s)$/u.test(foldedAt(scene, at)) && !/ing$/u.test(foldedAt(scene, at + 1));
