import type { Cluster } from '../../model/mention.ts';
import { isBareVoice, resolveDescription, speakingBody } from './description.ts';
import type { Discourse } from './discourse.ts';
import { documentNouns } from '../syntax/cue-words.ts';
import type { Description } from '../syntax/noun-head.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { sentenceSubject } from '../syntax/sentence-subject.ts';
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
      if (head.word === 'it' && asked.phrase.first === scene.document.sentences[asked.sentence]?.firstToken) {
        const document = documentBefore(scene, asked.sentence);
        if (document !== null) return resolveDescription(scene, stage, { head: document, sentence: asked.sentence });
      }
      return resolvePronoun(stage, head.word, asked);
    case 'description':
      return (
        resolveDescription(scene, stage, { head, sentence: asked.sentence }) ??
        (isBareVoice(asked.phrase) ? speakingBody(stage, asked.sentence) : null)
      );
  }
}

/** "The analysis covers ten towns. It says": what the sentence before puts forward, in the same paragraph, if that is a document. */
function documentBefore(scene: Scene, at: number): Description | null {
  const before = scene.blockOf[at - 1] === scene.blockOf[at] ? scene.document.sentences[at - 1] : undefined;
  const head = before === undefined ? undefined : sentenceSubject(scene, before)?.head;
  return head?.kind === 'description' && documentNouns.has(head.noun) ? head : null;
}

const isBeing = (scene: Scene, at: number): boolean =>
  /^(?:is|was|['’]s)$/u.test(foldedAt(scene, at)) && !/ing$/u.test(foldedAt(scene, at + 1));
