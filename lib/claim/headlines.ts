import type { Cluster } from '../model/mention.ts';
import { stops } from './grammar.ts';
import { foldedAt, plainAt, type Scene } from './scene.ts';
import type { Voice } from './voice.ts';

export const isHeadline = (scene: Scene, at: number): boolean => {
  const block = scene.blockOf[at] ?? 0;
  if (scene.document.blocks[block]?.kind === 'headline') return true;
  const last = scene.document.sentences[at];
  return block === 0 && last !== undefined && !/[.!?]/u.test(plainAt(scene, last.endToken - 1));
};

/** "By X", "By X in Y": a short paragraph of its own, without a point. */
export const isByline = (scene: Scene, at: number): boolean => {
  const sentence = scene.document.sentences[at];
  if (sentence === undefined || foldedAt(scene, sentence.firstToken) !== 'by') return false;
  const isAlone = scene.blockOf[at - 1] !== scene.blockOf[at] && scene.blockOf[at + 1] !== scene.blockOf[at];
  const isShort = sentence.endToken - sentence.firstToken < 16;
  return isAlone && isShort && !/[.!?]/u.test(plainAt(scene, sentence.endToken - 1));
};

/** A headline's nameless speaker is whoever says most of its words below. */
export function headlineVoices(scene: Scene, voices: readonly Voice[]): Voice[] {
  const isOpen = (voice: Voice, i: number): boolean =>
    isHeadline(scene, i) && voice.speaker === null && (voice.frame !== null || voice.quotations.length > 0);
  if (!voices.some(isOpen)) return [...voices];
  const bodies = voices.flatMap((voice, i) =>
    !isHeadline(scene, i) && voice.speaker !== null ? [{ speaker: voice.speaker, words: contentWords(scene, i) }] : [],
  );
  return voices.map((voice, i) => {
    if (!isOpen(voice, i)) return voice;
    const words = contentWords(scene, i);
    let best: Cluster | null = null;
    let most = Math.max(1, words.size * 0.3);
    for (const body of bodies) {
      let shared = 0;
      for (const word of words) if (body.words.has(word)) shared += 1;
      if (shared > most) {
        best = body.speaker;
        most = shared;
      }
    }
    return best === null ? voice : { ...voice, speaker: best };
  });
}

function contentWords(scene: Scene, at: number): ReadonlySet<string> {
  const sentence = scene.document.sentences[at];
  const words = new Set<string>();
  for (let t = sentence?.firstToken ?? 0; t < (sentence?.endToken ?? 0); t += 1) {
    const token = scene.tokens[t];
    if (token !== undefined && token.folded.length > 3 && token.kind === 'word' && !stops.has(token.folded))
      words.add(token.folded);
  }
  return words;
}
