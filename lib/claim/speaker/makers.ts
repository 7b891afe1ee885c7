import type { Cluster } from '../../model/mention.ts';
import { documentNouns } from '../syntax/cue-words.ts';
import type { Discourse } from './discourse.ts';
import { possessives } from '../syntax/grammar.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';

/** Takes in who made the documents that a sentence introduces: "X's report", "its report", "a report by X". */
export function noteMakers(
  scene: Scene,
  stage: Discourse,
  { sentence, subject }: { readonly sentence: number; readonly subject: Cluster | null },
): void {
  const { firstToken = 0, endToken = 0 } = scene.document.sentences[sentence] ?? {};
  for (let t = firstToken; t < endToken; t += 1) {
    const noun = foldedAt(scene, t);
    if (!documentNouns.has(noun) || isQuoted(scene, t) || mentionAt(scene, t) >= 0) continue;
    const behind = makerBehind(scene, t, endToken);
    const before = behind === undefined ? makerBefore(scene, t, { from: firstToken, subject }) : behind;
    const maker = before === undefined ? newcomerOf(scene, t, { from: firstToken, subject }) : before;
    if (maker !== undefined) stage.noteMaker(noun, maker?.id ?? null);
  }
}

/** "a report by X", "a study published on Monday by the X", "a report by auditors": the last is null, none undefined. */
function makerBehind(scene: Scene, noun: number, end: number): Cluster | null | undefined {
  for (let t = noun + 1; t < Math.min(noun + 8, end); t += 1) {
    if (isQuoted(scene, t) || (t > noun + 1 && documentNouns.has(foldedAt(scene, t)))) return undefined;
    const word = foldedAt(scene, t);
    // "blog posts (such as this one by X)"
    if (word === ',' || word === '(' || /^(?:is|was|has|had|said|says|found|shows?|showed|that|which)$/u.test(word))
      return undefined;
    if (word !== 'by' && !(word === 'from' && t === noun + 1)) continue;
    if (/^(?:seen|obtained|reviewed|viewed|cited|quoted)$/u.test(foldedAt(scene, t - 1))) return undefined;
    for (let at = t + 1; at < Math.min(t + 6, end); at += 1) {
      const cluster = mentionAt(scene, at) < 0 ? null : clusterAt(scene, mentionAt(scene, at));
      if (cluster !== null) return mayMake(cluster) ? partOf(scene, at, cluster) : bodyOfPlace(scene, at);
      if (scene.tokens[at]?.kind !== 'word') return null;
    }
    return null;
  }
  return undefined;
}

/** "from Nigeria's statistics bureau": somebody without a name. */
function bodyOfPlace(scene: Scene, at: number): null | undefined {
  const end = scene.index.ranges[mentionAt(scene, at)]?.end ?? at + 1;
  return scene.tokens[end]?.kind === 'possessive' ? null : undefined;
}

/** How many words may stand between "a" and the document. */
const mostBetween = 6;

/**
 * "A report on the fire says": nobody who is named, where the sentence puts forward nobody; "in a new paper, he warns": whoever
 * it puts forward. Undefined where the document is no new one.
 */
function newcomerOf(
  scene: Scene,
  noun: number,
  { from, subject }: { readonly from: number; readonly subject: Cluster | null },
): Cluster | null | undefined {
  for (let t = noun - 1; t >= Math.max(from, noun - mostBetween); t -= 1) {
    if (scene.tokens[t]?.kind !== 'word' && plainAt(scene, t) !== '-') return undefined;
    if (!/^an?$/u.test(foldedAt(scene, t))) continue;
    if (subject === null || !mayMake(subject)) return null;
    return /^in$/u.test(foldedAt(scene, t - 1)) && subject.type === 'person' ? subject : undefined;
  }
  return undefined;
}

/** "by X's Y": a body of a body made it, not the whole. */
function partOf(scene: Scene, at: number, whole: Cluster): Cluster {
  const end = scene.index.ranges[mentionAt(scene, at)]?.end ?? at + 1;
  const part = scene.tokens[end]?.kind === 'possessive' ? clusterAt(scene, mentionAt(scene, end + 1)) : null;
  return part?.type === 'organisation' ? part : whole;
}

/** "X's report", "an X report", "its annual report" */
function makerBefore(
  scene: Scene,
  noun: number,
  { from, subject }: { readonly from: number; readonly subject: Cluster | null },
): Cluster | undefined {
  for (let t = noun - 1; t >= Math.max(from, noun - 4); t -= 1) {
    if (isQuoted(scene, t)) return undefined;
    const cluster = mentionAt(scene, t) < 0 ? null : clusterAt(scene, mentionAt(scene, t));
    if (cluster !== null) {
      // In "Johnson rejected the report" the one before it made nothing.
      const makes = t === noun - 1 || scene.tokens[t + 1]?.kind === 'possessive';
      return makes && mayMake(cluster) ? cluster : undefined;
    }
    if (possessives.has(foldedAt(scene, t))) return subject !== null && mayMake(subject) ? subject : undefined;
    const { kind } = scene.tokens[t] ?? {};
    if (kind !== 'word' && kind !== 'possessive') return undefined;
  }
  return undefined;
}

const mayMake = ({ type }: Cluster): boolean => type === 'person' || type === 'organisation';
