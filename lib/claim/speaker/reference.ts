import type { Cluster } from '../../model/mention.ts';
import { isBareVoice, resolveDescription, speakingBody } from './description.ts';
import type { Discourse } from './discourse.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { resolvePronoun } from './pronoun.ts';
import { clusterAt, type Scene } from '../scene.ts';

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
      return resolvePronoun(stage, head.word, asked);
    case 'description':
      return (
        resolveDescription(scene, stage, { head, sentence: asked.sentence }) ??
        (isBareVoice(asked.phrase) ? speakingBody(stage, asked.sentence) : null)
      );
  }
}
