import type { Cluster } from '../../model/mention.ts';
import type { Discourse } from './discourse.ts';
import type { Frame } from './frame.ts';
import { hasOtherTrade } from './office.ts';
import { isFemaleNoun, personNouns } from '../syntax/role-words.ts';
import type { Scene } from '../scene.ts';
import type { Voice } from './voice.ts';

const goingOn: ReadonlySet<string> = new Set(['add', 'continue', 'conclude']);

/** "“…,” the captain added": whoever spoke last in the paragraph, unless the text calls somebody else so; null otherwise. */
export function goesOn(
  scene: Scene,
  stage: Discourse,
  {
    frame,
    meant,
    voices,
  }: { readonly frame: Frame | null; readonly meant: Cluster | null; readonly voices: readonly Voice[] },
): Cluster | null {
  const head = frame?.source?.head;
  if (frame === null || head?.kind !== 'description' || !goingOn.has(frame.lemma)) return null;
  if (head.words[0] !== 'the' || head.isPlural || head.isOwned || !personNouns.has(head.noun)) return null;
  if (meant !== null && stage.describes(meant.id).has(head.noun)) return null;
  const block = scene.blockOf[voices.length];
  for (let i = voices.length - 1; i >= 0 && scene.blockOf[i] === block; i -= 1) {
    const last = voices[i]?.speaker ?? null;
    if (last === null) continue;
    const isOther =
      last.type !== 'person' ||
      hasOtherTrade(stage.describes(last.id), head.noun) ||
      (isFemaleNoun(head.noun) && stage.genderOf(last) === 'male');
    return isOther ? null : last;
  }
  return null;
}
