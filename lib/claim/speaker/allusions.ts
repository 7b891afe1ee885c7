import type { Gender } from '../../model/entity.ts';
import type { Cluster } from '../../model/mention.ts';
import { foldedAt, isQuoted, mentionAt, type Scene } from '../scene.ts';
import type { Discourse } from './discourse.ts';
import { likeliestPerson } from './pronoun.ts';

/** "Her sons", "asked him": whoever is spoken of so is still on stage, and is not the one who acts. */
const allusions: ReadonlyMap<string, Gender> = new Map([
  ['her', 'female'],
  ['his', 'male'],
  ['him', 'male'],
]);
const alludedWeight = 0.5;

/** Takes in whom a sentence speaks of by a pronoun that is not its subject; call before the names behind it are seen. */
export function noteAllusions(
  scene: Scene,
  stage: Discourse,
  { sentence, actor }: { readonly sentence: number; readonly actor: Cluster | null },
): void {
  const { firstToken = 0, endToken = 0 } = scene.document.sentences[sentence] ?? {};
  for (let t = firstToken; t < endToken; t += 1) {
    const gender = allusions.get(foldedAt(scene, t));
    if (gender === undefined || isQuoted(scene, t)) continue;
    const isUnknown = actor?.type === 'person' && stage.genderOf(actor) === null;
    const found = likeliestPerson(stage, gender, { sentence, not: isUnknown ? actor : null });
    if (found === null) return;
    // "X asked her to join": a text that can say so without mistake has X of the other gender.
    if (isUnknown && mentionAt(scene, t - 2) >= 0) stage.learnGender(actor.id, gender === 'male' ? 'female' : 'male');
    stage.see(found.id, { sentence, block: scene.blockOf[sentence] ?? 0, weight: alludedWeight });
    return;
  }
}
