import type { ClusterId } from '../model/ids.ts';
import { mentionAt, plainAt, foldedAt, type Scene } from './scene.ts';
import { determiners, links } from './syntax/grammar.ts';
import { personNouns } from './syntax/role-words.ts';
import { afterDateline } from './syntax/sentence-subject.ts';
import type { Voice } from './speaker/voice.ts';

/** Half-open ranges of tokens. */
type Ranges = readonly { readonly first: number; readonly end: number }[];

interface Told {
  /** Index of the sentence. */
  readonly at: number;
  readonly voice: Voice;
  readonly speaker: ClusterId | null;
}

/**
 * Clusters that the sentence names, in order, without the speaker and whatever stands in the words for the source, for
 * what the source is and to whom it speaks.
 */
export function aboutOf(scene: Scene, { at, voice, speaker }: Told): ClusterId[] {
  const sentence = scene.document.sentences[at];
  const about = new Set<ClusterId>();
  const beside = speaker === null ? [] : besideContent(scene, voice, sentence?.endToken ?? 0);
  // Where it was written, and by which agency, is nothing that it tells of.
  for (let t = sentence === undefined ? 0 : afterDateline(scene, sentence); t < (sentence?.endToken ?? 0); t += 1) {
    const mention = scene.cast.mentions[mentionAt(scene, t)];
    if (mention === undefined || mention.cluster === speaker) continue;
    if (!beside.some(({ first, end }) => t >= first && t < end)) about.add(mention.cluster);
  }
  return [...about];
}

function besideContent(scene: Scene, { source, frame }: Voice, end: number): Ranges {
  if (source === null) return [];
  const isBefore = frame !== null && source.first < frame.cue.first;
  // "Kreidberg, a director at the institute, who was not involved, said"
  const isApart = isBefore && frame.form === 'subject-first' && plainAt(scene, source.end) === ',';
  const last = isApart ? frame.cue.first : endOfDescription(scene, source.end, isBefore ? frame.cue.first : end);
  return [{ first: source.first, end: last }, listener(scene, frame)];
}

/** "said Seager, a scientist at the institute, who led the study": past each part between commas that tells of the source. */
function endOfDescription(scene: Scene, from: number, end: number): number {
  let at = from;
  while (at < end && plainAt(scene, at) === ',' && tellsOfSource(scene, at + 1)) {
    at += 1;
    while (at < end && !/^[,.;:“”"]$/u.test(plainAt(scene, at))) at += 1;
  }
  return at;
}

/** "a scientist at …", "who led …", "chief economist at …". */
const tellsOfSource = (scene: Scene, at: number): boolean =>
  determiners.has(foldedAt(scene, at)) ||
  /^(?:who|whose|which)$/u.test(foldedAt(scene, at)) ||
  [at, at + 1, at + 2].some((each) => personNouns.has(foldedAt(scene, each)) && links.has(foldedAt(scene, each + 1)));

/** "told the BBC": the name behind the verb. */
function listener(scene: Scene, frame: Voice['frame']): { readonly first: number; readonly end: number } {
  const nobody = { first: 0, end: 0 };
  if (frame === null || frame.lemma !== 'tell') return nobody;
  const { end } = frame.cue;
  const first = determiners.has(foldedAt(scene, end)) ? end + 1 : end;
  const mention = mentionAt(scene, first);
  return mention < 0 ? nobody : { first, end: scene.index.ranges[mention]?.end ?? first };
}
