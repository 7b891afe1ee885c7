import { isQuoted, plainAt, type Scene } from '../scene.ts';
import { hasFirstPerson } from '../syntax/block-range.ts';
import { isSignature } from './posts.ts';
import type { Voice } from './voice.ts';

/** Gives quotations without a frame of their own the speaker of what stands around them. */
export function spreadVoices(scene: Scene, voices: readonly Voice[]): Voice[] {
  const out = [...voices];
  const byQuotation = new Map<number, Voice>();
  for (const voice of voices)
    if (voice.frame !== null)
      for (const quotation of voice.quotations) if (!byQuotation.has(quotation)) byQuotation.set(quotation, voice);
  // A quotation that goes on in the next paragraph has one speaker, whichever paragraph tells it.
  for (const [i, quotation] of scene.quotations.entries()) {
    const known = quotation.continues === null ? undefined : byQuotation.get(quotation.continues);
    if (known !== undefined && !byQuotation.has(i)) byQuotation.set(i, known);
  }
  for (let i = scene.quotations.length - 1; i >= 0; i -= 1) {
    const before = scene.quotations[i]?.continues ?? null;
    const known = byQuotation.get(i);
    if (before !== null && known !== undefined && !byQuotation.has(before)) byQuotation.set(before, known);
  }
  signed(scene, out);
  for (const [i, voice] of out.entries()) {
    if (voice.frame !== null || voice.by !== 'none' || voice.quotations.length === 0) continue;
    if (isSpokenOf(scene, i)) continue;
    const same = voice.quotations.map((quotation) => byQuotation.get(quotation)).find((found) => found !== undefined);
    const own = voice.quoted < 0.6 && voice.actor !== null ? { ...voice, speaker: voice.actor } : null;
    if (own === null && isOverheard(scene, i)) continue;
    const found: { readonly voice: Voice; readonly by: Voice['by'] } | null =
      same !== undefined
        ? { voice: same, by: 'quotation' }
        : own !== null
          ? { voice: own, by: 'neighbour' }
          : neighbourOf(scene, out, i);
    if (found === null) continue;
    const spoken = { ...voice, speaker: found.voice.speaker, source: found.voice.source, by: found.by };
    out[i] = spoken;
    for (const quotation of voice.quotations) byQuotation.set(quotation, spoken);
  }
  return out;
}

/** "“What is a weekend?” became her best-known line": the sentence tells of the words, and of nobody who says them now. */
function isSpokenOf(scene: Scene, at: number): boolean {
  const { firstToken = 0, endToken = 0 } = scene.document.sentences[at] ?? {};
  if (!isQuoted(scene, firstToken)) return false;
  let behind = firstToken;
  while (behind < endToken && isQuoted(scene, behind)) behind += 1;
  return /^(?:became|becomes|is|was|were|remains|sounds|means)$/u.test(plainAt(scene, behind));
}

/** "one deputy can be heard shouting “Drop it!”": whoever it is has no name, and is nobody of the next sentence. */
function isOverheard(scene: Scene, at: number): boolean {
  const { firstToken = 0, endToken = 0 } = scene.document.sentences[at] ?? {};
  let isHeard = false;
  for (let t = firstToken; t < endToken && !isQuoted(scene, t); t += 1) {
    isHeard ||= /^(?:heard|seen|recorded|filmed|captured|caught)$/u.test(plainAt(scene, t));
    if (isHeard && /^(?:shouting|yelling|screaming|saying|chanting|crying|pleading)$/u.test(plainAt(scene, t)))
      return true;
  }
  return false;
}

/** "“…” “…” – X": a signature is that of all the quotations right above it. */
function signed(scene: Scene, voices: Voice[]): void {
  for (const [i, signature] of voices.entries()) {
    if (signature.frame?.lemma !== 'dash') continue;
    for (let at = i - 1; at >= 0; at -= 1) {
      const voice = voices[at];
      const isNear = (scene.blockOf[at + 1] ?? 0) - (scene.blockOf[at] ?? 0) <= 1;
      if (voice === undefined || !isNear || voice.frame !== null || voice.quoted < 0.9) break;
      voices[at] = { ...voice, speaker: signature.speaker, source: signature.source, by: 'neighbour' };
    }
  }
}

/** For a quotation that stands alone: an introduction before it, the voice before it, or the one right after it. */
function neighbourOf(scene: Scene, voices: readonly Voice[], at: number): { voice: Voice; by: Voice['by'] } | null {
  const block = scene.blockOf[at];
  const above = voices[at - 1];
  // Whoever has signed has spoken.
  const isSigned = above?.frame?.lemma === 'dash' || isSignature(scene, at - 1);
  const before = isSigned ? undefined : above;
  const after = voices[at + 1];
  const inBlock = scene.blockOf[at - 1] === block;
  if (before !== undefined && inBlock && (before.frame !== null || before.by !== 'none'))
    return { voice: before, by: 'neighbour' };
  const introduced = before !== undefined && endsWithColon(scene, at - 1);
  if (introduced && before.frame !== null) return { voice: before, by: 'neighbour' };
  if (before !== undefined && inBlock && before.actor !== null)
    return { voice: { ...before, speaker: before.actor, source: null }, by: 'neighbour' };
  if (after !== undefined && scene.blockOf[at + 1] === block && after.frame !== null)
    return { voice: after, by: 'neighbour' };
  const isTold = before !== undefined && !inBlock && before.by === 'none' && before.actor !== null;
  if (isTold && (!isSetApart(scene, at) || isOwnStory(scene, at)) && isAlone(scene, voices, at))
    return { voice: { ...before, speaker: before.actor, source: null }, by: 'neighbour' };
  if (
    before !== undefined &&
    !inBlock &&
    before.by !== 'none' &&
    !isOwnWord(voices[at], before) &&
    !isTitle(scene, at - 1)
  )
    return {
      voice: otherOfTwo(scene, voices, at) ?? askedAgain(scene, voices, at) ?? asked(scene, voices, at) ?? before,
      by: 'neighbour',
    };
  return null;
}

/** What is set as a quotation comes from elsewhere: whoever the paragraph above is about need not say it. */
const isSetApart = ({ document, blockOf }: Scene, at: number): boolean =>
  document.blocks[blockOf[at] ?? 0]?.kind === 'quote';

/** "My daughters and I sleep in the street": somebody's own words, told in the first person. */
function isOwnStory(scene: Scene, at: number): boolean {
  let end = at;
  while (scene.blockOf[end] === scene.blockOf[at] && end < scene.document.sentences.length) end += 1;
  return hasFirstPerson(scene, { first: at, end });
}

/** A text begins anew below its headline. */
const isTitle = ({ document, blockOf }: Scene, at: number): boolean =>
  document.blocks[blockOf[at] ?? 0]?.kind === 'headline';

/** Words in marks within a new paragraph's own sentence are no more of what somebody has just been reported to say. */
const isOwnWord = (voice: Voice | undefined, before: Voice): boolean =>
  before.quotations.length === 0 && (voice?.quoted ?? 0) < ownWords;
const ownWords = 0.5;

/** Whether the paragraph that starts at a sentence is quotation and nothing else: "X lights the ovens.", then "“…”". */
function isAlone(scene: Scene, voices: readonly Voice[], at: number): boolean {
  const block = scene.blockOf[at];
  for (let i = at; scene.blockOf[i] === block; i += 1) {
    const voice = voices[i];
    if (voice === undefined || voice.frame !== null || voice.quoted < 0.95) return false;
    if (voice.quotations.some((one) => scene.quotations[one]?.continues !== null)) return false;
  }
  return true;
}

/** Of two who take turns, a paragraph of quotation each, the one who did not speak last; null where it is no such talk. */
function otherOfTwo(scene: Scene, voices: readonly Voice[], at: number): Voice | null {
  const turn = (sentence: number): Voice | null => {
    const voice = voices[sentence];
    const isAlone = scene.blockOf[sentence - 1] !== scene.blockOf[sentence];
    return voice !== undefined && isAlone && voice.speaker !== null && voice.quoted > 0.5 ? voice : null;
  };
  const [last, one] = [turn(at - 1), turn(at - 2)];
  const isFresh = voices[at]?.quotations.every((i) => scene.quotations[i]?.continues === null) === true;
  return last !== null && one !== null && isFresh && one.speaker !== last.speaker ? one : null;
}

/** How many sentences back the other one of an exchange may have spoken. */
const exchange = 4;

/** After a quoted question and its answer, a paragraph that asks again is whoever asked before; null where nobody did. */
function askedAgain(scene: Scene, voices: readonly Voice[], at: number): Voice | null {
  const [fresh, answer, question] = [voices[at], voices[at - 1], voices[at - 2]];
  if (fresh === undefined || answer === undefined || question === undefined) return null;
  if (fresh.quoted < 0.95 || !asksQuoted(scene, at) || asksQuoted(scene, at - 1)) return null;
  if (!asksQuoted(scene, at - 2) && question.frame?.lemma !== 'ask') return null;
  const isOther = answer.speaker !== question.speaker && answer.by !== 'none' && question.by !== 'none';
  return isOther && scene.blockOf[at - 2] !== scene.blockOf[at - 1] ? question : null;
}

function asksQuoted(scene: Scene, at: number): boolean {
  const sentence = scene.document.sentences[at];
  for (let t = sentence?.firstToken ?? 0; t < (sentence?.endToken ?? 0); t += 1)
    if (plainAt(scene, t) === '?' && isQuoted(scene, t)) return true;
  return false;
}

/** After a quoted question or an answer, a paragraph of quotation alone is the other one's; null where nobody else has just spoken. */
function asked(scene: Scene, voices: readonly Voice[], at: number): Voice | null {
  const last = voices[at - 1];
  const fresh = voices[at];
  if (last === undefined || last.by === 'none' || fresh === undefined || fresh.quoted < 0.95) return null;
  if (fresh.quotations.some((i) => scene.quotations[i]?.continues !== null)) return null;
  if (!asksQuoted(scene, at - 1)) return null;
  for (let i = at - 2; i >= Math.max(0, at - exchange); i -= 1) {
    const voice = voices[i];
    if (voice !== undefined && voice.speaker !== null && voice.speaker !== last.speaker) return voice;
  }
  return null;
}

const endsWithColon = (scene: Scene, at: number): boolean => {
  const sentence = scene.document.sentences[at];
  return sentence !== undefined && plainAt(scene, sentence.endToken - 1) === ':';
};
