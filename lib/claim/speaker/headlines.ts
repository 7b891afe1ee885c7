import type { Cluster } from '../../model/mention.ts';
import { stops } from '../syntax/grammar.ts';
import { foldedAt, plainAt, type Scene } from '../scene.ts';
import type { Voice } from './voice.ts';

export const isHeadline = (scene: Scene, at: number): boolean => {
  const block = scene.blockOf[at] ?? 0;
  if (scene.document.blocks[block]?.kind === 'headline') return true;
  if (block !== 0) return false;
  const last = scene.document.sentences[lastOfFirstBlock(scene, at)];
  return last !== undefined && !/[.!?]/u.test(plainAt(scene, last.endToken - 1));
};

/** The first block's last sentence, from one of it on; by halving, for a text may be one block of very many sentences. */
const lastOfFirstBlock = ({ blockOf }: Scene, at: number): number => {
  let [low, high] = [at, blockOf.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (blockOf[middle] === 0) low = middle;
    else high = middle;
  }
  return low;
};

/** "By X", "By X in Y": a short paragraph of its own, without a point. */
export const isByline = (scene: Scene, at: number): boolean => {
  const sentence = scene.document.sentences[at];
  if (sentence === undefined || foldedAt(scene, sentence.firstToken) !== 'by') return false;
  const isAlone = scene.blockOf[at - 1] !== scene.blockOf[at] && scene.blockOf[at + 1] !== scene.blockOf[at];
  const isShort = sentence.endToken - sentence.firstToken < 16;
  return isAlone && isShort && !/[.!?]/u.test(plainAt(scene, sentence.endToken - 1));
};

/** A headline's nameless speaker is whoever says most of its words below, who may be nameless too; that of a bare quotation whoever alone speaks there. */
export function headlineVoices(scene: Scene, voices: readonly Voice[]): Voice[] {
  const isOpen = (voice: Voice, i: number): boolean =>
    isHeadline(scene, i) && voice.speaker === null && (voice.frame !== null || voice.quotations.length > 0);
  if (!voices.some(isOpen)) return [...voices];
  const bodies = voices.flatMap((voice, i) =>
    !isHeadline(scene, i) && (voice.speaker !== null || voice.frame !== null)
      ? [{ speaker: voice.speaker, words: contentWords(scene, i) }]
      : [],
  );
  const only = onlySpeaker(scene, voices);
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
    best ??= voice.frame === null && voice.quoted > bareQuotation ? only : null;
    return best === null ? voice : { ...voice, speaker: best };
  });
}

/** The share of a headline's words in marks from which it is nothing but a quotation. */
const bareQuotation = 0.9;
/** The share of a text's quoted sentences that makes somebody its only speaker. */
const alone = 0.75;

function onlySpeaker(scene: Scene, voices: readonly Voice[]): Cluster | null {
  const counts = new Map<Cluster, number>();
  let all = 0;
  for (const [i, { speaker, quotations, by }] of voices.entries()) {
    if (isHeadline(scene, i) || (quotations.length === 0 && by !== 'transcript')) continue;
    all += 1;
    if (speaker?.type === 'person') counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  for (const [speaker, count] of counts) if (count > 1 && count >= alone * all) return speaker;
  return null;
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
