import type { Cluster } from '../model/mention.ts';
import { createDiscourse, type Discourse } from './discourse.ts';
import { type Frame, findFrames, nounFrame } from './frames.ts';
import { isOwner, type NounPhrase } from './noun-phrase.ts';
import { resolve } from './reference.ts';
import { isQuoted, plainAt, quotationAt, type Scene } from './scene.ts';
import { sentenceSubject } from './subject.ts';

/** What the text tells about who says a sentence. */
export interface Voice {
  /** The sentence's own frame, or null. */
  readonly frame: Frame | null;
  /** Frames of the sentence, the strongest first. */
  readonly frames: readonly Frame[];
  /** Who speaks, by its own frame or by what stands around it. */
  readonly speaker: Cluster | null;
  readonly source: NounPhrase | null;
  /** Where the speaker comes from. */
  readonly by: 'frame' | 'transcript' | 'quotation' | 'neighbour' | 'none';
  /** Quotations in the sentence, by index. */
  readonly quotations: readonly number[];
  /** Share of the sentence's words that stand in quotation marks. */
  readonly quoted: number;
}

const subjectWeight = 1;
const otherWeight = 0.5;
const ownerWeight = 0.4;
const speakerWeight = 1.35;
const frameNeeded = 0.7;

/** A voice for each sentence. Linear in the text. */
export function findVoices(scene: Scene): Voice[] {
  const { sentences } = scene.document;
  const stage = createDiscourse(scene);
  const voices: Voice[] = [];
  let mention = 0;
  for (const [i, sentence] of sentences.entries()) {
    const extent = quotedExtent(scene, i);
    const hasQuote = extent.quotations.length > 0;
    const frames = findFrames(scene, i);
    const noun = nounFrame(scene, sentence);
    if (noun !== null) frames.push(noun);
    const ranked = frames
      .filter((frame) => frame.strength > 1 || hasQuote || frame.form === 'colon')
      .toSorted((a, b) => b.score - a.score);
    const frame = ranked.find((one) => one.score >= frameNeeded) ?? null;
    mention = enterMentions(scene, stage, { sentence: i, mention, until: frame?.source?.first ?? -1 });
    const source = frame?.source ?? null;
    const speaker = source === null ? null : resolve(scene, stage, { phrase: source, sentence: i });
    mention = enterMentions(scene, stage, { sentence: i, mention, until: sentence.endToken });
    if (speaker !== null) stage.see(speaker.id, { sentence: i, block: scene.blockOf[i] ?? 0, weight: speakerWeight });
    voices.push({ frame, frames: ranked, speaker, source, by: frame === null ? 'none' : 'frame', ...extent });
  }
  return spread(scene, voices);
}

function quotedExtent(scene: Scene, at: number): { quotations: number[]; quoted: number } {
  const sentence = scene.document.sentences[at];
  const quotations: number[] = [];
  let words = 0;
  let quoted = 0;
  for (let t = sentence?.firstToken ?? 0; t < (sentence?.endToken ?? 0); t += 1) {
    const quotation = quotationAt(scene, t);
    if (quotation >= 0 && quotations.at(-1) !== quotation) quotations.push(quotation);
    if (scene.tokens[t]?.kind !== 'word' && scene.tokens[t]?.kind !== 'number') continue;
    words += 1;
    if (quotation >= 0) quoted += 1;
  }
  return { quotations, quoted: words === 0 ? 0 : quoted / words };
}

interface Entering {
  readonly sentence: number;
  readonly mention: number;
  /** Token before which mentions count. */
  readonly until: number;
}

/** Takes the mentions from `mention` on that start before token `until` on stage; answers the next mention. */
function enterMentions(scene: Scene, stage: Discourse, { sentence, mention, until }: Entering): number {
  const own = scene.document.sentences[sentence];
  if (own === undefined) return mention;
  const subject = sentenceSubject(scene, own);
  let next = mention;
  for (; next < scene.index.ranges.length; next += 1) {
    const range = scene.index.ranges[next];
    const cluster = scene.cast.mentions[next]?.cluster;
    if (range === undefined || cluster === undefined || range.first >= Math.min(until, own.endToken)) break;
    const isSubject = subject?.head.kind === 'name' && subject.head.mention === next;
    const weight = isQuoted(scene, range.first)
      ? 0.15
      : isSubject
        ? subjectWeight
        : isOwner(scene, next)
          ? ownerWeight
          : otherWeight;
    stage.see(cluster, { sentence, block: scene.blockOf[sentence] ?? 0, weight });
  }
  return next;
}

/** Gives quotations without a frame of their own the speaker of what stands around them. */
function spread(scene: Scene, voices: readonly Voice[]): Voice[] {
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
  for (const [i, voice] of voices.entries()) {
    if (voice.frame !== null || voice.quotations.length === 0) continue;
    const same = voice.quotations.map((quotation) => byQuotation.get(quotation)).find((found) => found !== undefined);
    const found: { readonly voice: Voice; readonly by: Voice['by'] } | null =
      same === undefined ? neighbourOf(scene, out, i) : { voice: same, by: 'quotation' };
    if (found === null) continue;
    const spoken = { ...voice, speaker: found.voice.speaker, source: found.voice.source, by: found.by };
    out[i] = spoken;
    for (const quotation of voice.quotations) byQuotation.set(quotation, spoken);
  }
  return out;
}

/** For a quotation that stands alone: an introduction before it, the voice before it, or the one right after it. */
function neighbourOf(scene: Scene, voices: readonly Voice[], at: number): { voice: Voice; by: Voice['by'] } | null {
  const block = scene.blockOf[at];
  const before = voices[at - 1];
  const after = voices[at + 1];
  const inBlock = scene.blockOf[at - 1] === block;
  if (before !== undefined && inBlock && (before.frame !== null || before.by !== 'none'))
    return { voice: before, by: 'neighbour' };
  const introduced = before !== undefined && endsWithColon(scene, at - 1);
  if (introduced && before.frame !== null) return { voice: before, by: 'neighbour' };
  if (after !== undefined && scene.blockOf[at + 1] === block && after.frame !== null)
    return { voice: after, by: 'neighbour' };
  if (before !== undefined && !inBlock && before.by !== 'none') return { voice: before, by: 'neighbour' };
  return null;
}

const endsWithColon = (scene: Scene, at: number): boolean => {
  const sentence = scene.document.sentences[at];
  return sentence !== undefined && plainAt(scene, sentence.endToken - 1) === ':';
};
