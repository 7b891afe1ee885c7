import type { BlockRange } from '../syntax/block-range.ts';
import { isHeadline } from './headlines.ts';
import { findPosts } from './posts.ts';
import { findSections } from './named-sections.ts';
import type { Scene } from '../scene.ts';
import { findTranscript } from './transcript.ts';
import type { Voice } from './voice.ts';

/**
 * In a transcript whoever answers speaks every sentence of the answer, and a headline in quotation marks is the guest's;
 * under people's names what follows is theirs. An embedded post is the words of whoever signs it.
 */
export function speakInTurn(scene: Scene, voices: readonly Voice[], ranges: readonly BlockRange[]): Voice[] {
  const { answers, guest } = findTranscript(scene, ranges);
  const sections = answers.size > 0 ? null : findSections(scene, ranges, voices);
  const posts = findPosts(scene, ranges);
  return voices.map((voice, i) => {
    const author = posts.get(i);
    if (author !== undefined) return { ...voice, speaker: author, source: null, by: 'transcript' };
    const cluster = answers.get(i) ?? sections?.get(i);
    if (cluster !== undefined && !handsOn(voice)) return { ...voice, speaker: cluster, source: null, by: 'transcript' };
    const isOpen = isHeadline(scene, i) && voice.quotations.length > 0 && voice.speaker === null;
    return isOpen && guest !== null ? { ...voice, speaker: guest, by: 'transcript' } : voice;
  });
}

/** "My sister said, “…”", told in an interview: the sister's words. */
const handsOn = ({ frame, source, speaker, quotations }: Voice): boolean =>
  quotations.length > 0 &&
  speaker !== null &&
  source?.head.kind === 'name' &&
  frame?.strength === 3 &&
  frame.score >= 2 &&
  !frame.isSubordinate;
