import type { Sentence } from '../../text/sentences.ts';
import { beForms } from '../syntax/grammar.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { foldedAt, isQuoted, plainAt, type Scene } from '../scene.ts';

/** "X took to Y to say that …", "X went on to say", not "X declined to say", "X is expected to say". */
export function goesOnTo(
  scene: Scene,
  t: number,
  { sentence, shared }: { readonly sentence: Sentence; readonly shared: NounPhrase | null },
): boolean {
  const next = foldedAt(scene, t + 1);
  if (next !== 'that' && !isQuoted(scene, t + 1) && plainAt(scene, t + 1) !== ':' && plainAt(scene, t + 1) !== ',')
    return false;
  if (shared === null || shared.head.kind === 'description') return false;
  for (let i = t - 2; i >= Math.max(sentence.firstToken, t - 8); i -= 1) {
    if (isQuoted(scene, i)) return false;
    if (unsaid.has(foldedAt(scene, i)) || beForms.has(foldedAt(scene, i))) return false;
  }
  return true;
}
const unsaid: ReadonlySet<string> = new Set(
  'declined declines refused refuses expected want wants wanted like likes liked would will could able unable failed fails plans planned hopes hoped ready likely unlikely need needs needed had has have tried tries not never seem seems seemed appear appears appeared'.split(
    ' ',
  ),
);
