import type { Cluster } from '../../model/mention.ts';
import type { BlockRange } from '../syntax/block-range.ts';
import { isBareQuotation } from './named-sections.ts';
import { isHeadline } from './headlines.ts';
import { foldedAt, plainAt, type Scene } from '../scene.ts';
import { guestOf } from './transcript.ts';
import type { Voice } from './voice.ts';

/**
 * Paragraphs of quotation that no words hand on: answers under questions or headings are the guest's; what opens a text
 * is said by whoever the next paragraph is about.
 */
export function leftQuotations(scene: Scene, voices: readonly Voice[], ranges: readonly BlockRange[]): Voice[] {
  const out = [...voices];
  const give = ({ first, end }: BlockRange, speaker: Cluster | null): void => {
    for (let i = first; i < end; i += 1) {
      const voice = out[i];
      if (voice !== undefined && speaker !== null) out[i] = { ...voice, speaker, source: null, by: 'neighbour' };
    }
  };
  const bare = ranges.flatMap((range, block) => {
    const isBare = !isHeadline(scene, range.first) && isBareQuotation(range, voices);
    // What is set apart is quoted from elsewhere, and answers nothing.
    const isApart = scene.document.blocks[scene.blockOf[range.first] ?? 0]?.kind === 'quote';
    const above = ranges[block - 1];
    const prompt = !isApart && above !== undefined && isPrompt(scene, above);
    return isBare ? [{ range, below: ranges[block + 1], prompt }] : [];
  });
  const isLeft = ({ first }: BlockRange): boolean => {
    const by = voices[first]?.by;
    return by === 'none' || by === 'neighbour';
  };
  const prompted = bare.filter(({ range, prompt }) => prompt && isLeft(range));
  const guest = prompted[0] === undefined ? null : guestOf(scene, prompted[0].range.first - 1);
  const heard = firstHeard(scene, voices);
  for (const { range, below, prompt } of bare) {
    const isOpen = voices[range.first]?.by === 'none';
    if (prompt && (isOpen || (prompted.length >= fewestPrompts && isLeft(range)))) give(range, guest);
    else if (isOpen && prompted.length >= fewestPrompts) give(range, guest);
    else if (isOpen && range.first < heard) give(range, subjectBelow(voices, below));
  }
  return out;
}

/** Prompts with their answers that make a text an interview: "What did X tell you?" then hands on nothing of X. */
const fewestPrompts = 2;

/** A question, a heading, or words to whoever answers. */
function isPrompt(scene: Scene, { first, end }: BlockRange): boolean {
  if (isHeadline(scene, first)) return false;
  const [start, last] = [scene.document.sentences[first], scene.document.sentences[end - 1]];
  if (start === undefined || last === undefined) return false;
  if (/^(?:\?|\p{L}.*|\p{Nd}.*)$/u.test(plainAt(scene, last.endToken - 1))) return true;
  for (let t = start.firstToken; t < last.endToken; t += 1) if (/^your?$/u.test(foldedAt(scene, t))) return true;
  return false;
}

/** The sentence with which somebody first speaks or acts. */
function firstHeard(scene: Scene, voices: readonly Voice[]): number {
  const at = voices.findIndex(({ by, actor }, i) => !isHeadline(scene, i) && (by !== 'none' || actor !== null));
  return at < 0 ? voices.length : at;
}

/** The person whom the paragraph below is about, where it is no quotation itself. */
function subjectBelow(voices: readonly Voice[], range: BlockRange | undefined): Cluster | null {
  const below = range === undefined ? undefined : voices[range.first];
  return below === undefined || below.quotations.length > 0 ? null : below.actor;
}
