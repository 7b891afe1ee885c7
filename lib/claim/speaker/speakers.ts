import type { EntityType } from '../../model/entity.ts';
import type { Cluster } from '../../model/mention.ts';
import type { Steps } from '../../model/steps.ts';
import { genderOfWord } from '../../recognise/cluster/gender.ts';
import { type MentionPlace, placeMentions } from '../../recognise/cluster/salience.ts';
import { isOfHouse } from './description.ts';
import { createDiscourse, type Discourse } from './discourse.ts';
import { findFrames } from './frames.ts';
import { goesOn } from './goes-on.ts';
import { nounFrame } from './phrase-frames.ts';
import { noteAllusions } from './allusions.ts';
import { askedBy } from './asked-by.ts';
import { headlineVoices, isByline } from './headlines.ts';
import { isOwner } from '../syntax/apposition.ts';
import { type Lead, nameLead } from './lead.ts';
import { noteMakers } from './makers.ts';
import { resolve } from './reference.ts';
import { isFemaleNoun } from '../syntax/role-words.ts';
import { foldedAt, isQuoted, plainAt, quotationAt, type Scene } from '../scene.ts';
import { spreadVoices } from './spread.ts';
import { strangerOf } from './stranger.ts';
import { sentenceSubject } from '../syntax/sentence-subject.ts';
import { speakInTurn } from './talk.ts';
import { blockRanges } from '../syntax/block-range.ts';
import { leftQuotations } from './left-quotations.ts';
import type { Voice } from './voice.ts';

const subjectWeight = 1.3;
/** Subject of a clause that is not the sentence's own: "X took over when Y left". */
const clauseWeight = 0.9;
/** Each name counts this much of the one before it in its sentence. */
const lateness = 0.97;
/** Subject of a sentence that tells what has long been going on: it sets the scene rather than moves on. */
const backgroundWeight = 0.45;
const otherWeight = 0.5;
/** Whoever is told by whose relative they are has come in to stay. */
const kinWeight = 0.9;
const ownerWeight = 0.4;
const speakerWeight = 1.35;
/** In headlines, bylines and captions, which end without a point. */
const labelWeight = 0.3;
const frameNeeded = 0.7;

/** A voice for each sentence. Linear in the text. */
export function* findVoices(scene: Scene): Steps<Voice[]> {
  const { sentences } = scene.document;
  const stage = createDiscourse(scene);
  const voices: Voice[] = [];
  let lead: Lead | null = null;
  let asker: Cluster | null = null;
  const places = placeMentions(
    scene.document,
    scene.cast.mentions.map((one) => ({ ...one, candidates: [] })),
  );
  let mention = 0;
  for (const [i, sentence] of sentences.entries()) {
    yield;
    const extent = quotedExtent(scene, i);
    const hasQuote = extent.quotations.length > 0;
    const frames = findFrames(scene, i);
    const noun = nounFrame(scene, sentence);
    if (noun !== null) frames.push(noun);
    const ranked = frames
      .filter((frame) => frame.strength > 1 || hasQuote || frame.form === 'colon')
      .toSorted((a, b) => b.score - a.score);
    const frame = ranked.find((one) => one.score >= frameNeeded) ?? null;
    mention = enterMentions(scene, stage, { sentence: i, mention, places, until: frame?.source?.first ?? -1 });
    const source = frame?.source ?? null;
    const isAnswer = frame !== null && answers.has(frame.lemma);
    const by = source === null ? null : askedBy(scene, sentence, source);
    // Who has just spoken is not the one who answers in the next paragraph.
    const other: Cluster | null =
      asker ?? (scene.blockOf[i - 1] === scene.blockOf[i] ? null : (voices[i - 1]?.speaker ?? null));
    const isReply: boolean = isAnswer || (asker !== null && hasQuote && stage.genderOf(asker) === null);
    const meant: Cluster | null =
      source === null
        ? null
        : resolve(scene, stage, { phrase: source, sentence: i, not: by ?? (isReply ? other : null) });
    const same = goesOn(scene, stage, { frame, meant, voices });
    const speaker: Cluster | null = same ?? (meant === by ? null : meant);
    if (speaker !== null) asker = frame?.lemma === 'ask' || endsAsking(scene, i) ? speaker : null;
    const subject = hasQuote && frame !== null ? null : sentenceSubject(scene, sentence);
    if (subject !== null) mention = enterMentions(scene, stage, { sentence: i, mention, places, until: subject.first });
    const acts =
      subject === null || subject.head.kind === 'description'
        ? null
        : resolve(scene, stage, { phrase: subject, sentence: i, not: null });
    const actor = acts?.type === 'person' ? acts : null;
    const teller =
      frame !== null || subject === null
        ? null
        : (acts ?? resolve(scene, stage, { phrase: subject, sentence: i, not: null }));
    noteAllusions(scene, stage, { sentence: i, actor: speaker ?? actor });
    if (subject?.head.kind === 'pronoun' && actor !== null)
      stage.see(actor.id, { sentence: i, block: scene.blockOf[i] ?? 0, weight: subjectWeight });
    mention = enterMentions(scene, stage, { sentence: i, mention, places, until: sentence.endToken });
    noteMakers(scene, stage, { sentence: i, subject: speaker ?? teller ?? acts });
    const nameless = speaker === null && source !== null ? strangerOf(source) : null;
    if (nameless !== null)
      stage.seeStranger(nameless, { sentence: i, block: scene.blockOf[i] ?? 0, weight: speakerWeight });
    const weight = isOfHouse(source) ? otherWeight : speakerWeight;
    if (speaker !== null) stage.see(speaker.id, { sentence: i, block: scene.blockOf[i] ?? 0, weight });
    const told = frame?.isSubordinate === true && speaker === null ? null : source;
    lead = nameLead(scene, stage, { lead, voices, at: i, named: speaker ?? actor, source: told });
    voices.push({
      frame,
      frames: ranked,
      speaker,
      source,
      actor,
      teller: teller !== null && mayTell.has(teller.type) ? teller : null,
      by: frame === null ? 'none' : 'frame',
      ...extent,
    });
  }
  const ranges = blockRanges(scene);
  const answered = speakInTurn(scene, voices, ranges);
  return headlineVoices(scene, leftQuotations(scene, spreadVoices(scene, answered), ranges));
}

const mayTell: ReadonlySet<EntityType> = new Set(['person', 'organisation']);

const answers: ReadonlySet<string> = new Set(['answer', 'reply', 'respond', 'retort', 'repeat']);

/** Whether the sentence quotes a question. */
function endsAsking(scene: Scene, at: number): boolean {
  const sentence = scene.document.sentences[at];
  for (let t = sentence?.firstToken ?? 0; t < (sentence?.endToken ?? 0); t += 1)
    if (plainAt(scene, t) === '?' && isQuoted(scene, t)) return true;
  return false;
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
  readonly places: readonly MentionPlace[];
}

/** "X has been doing": the perfect progressive right after a name. */
const isBackground = (scene: Scene, end: number): boolean =>
  /^(?:has|have)$/u.test(foldedAt(scene, end)) &&
  (/^(?:long|repeatedly|previously)$/u.test(foldedAt(scene, end + 1)) ||
    (foldedAt(scene, end + 1) === 'been' && !/(?:ed|speaking|talking|telling)$/u.test(foldedAt(scene, end + 2))));

/** The first mention of the sentence that starts at that token, at or before `mention`. */
function firstOf(scene: Scene, token: number, mention: number): number {
  let first = mention;
  while (first > 0 && (scene.index.ranges[first - 1]?.first ?? -1) >= token) first -= 1;
  return first;
}

/** "MANILA (AP) — ": who wrote it is nobody in the story. */
const isDatelineAgency = (
  scene: Scene,
  { first, end }: { readonly first: number; readonly end: number },
  from: number,
): boolean =>
  first - from < 12 &&
  plainAt(scene, first - 1) === '(' &&
  plainAt(scene, end) === ')' &&
  /^[-–—:]$/u.test(plainAt(scene, end + 1));

const isPossessive = (word: string): boolean => /^(?:his|her|their|my|our|['’]s?)$/u.test(word);

/** "his sister, X", "her late husband X" */
const isKin = (scene: Scene, first: number): boolean => {
  const noun = foldedAt(scene, first - 1) === ',' ? first - 2 : first - 1;
  return (
    (genderOfWord(foldedAt(scene, noun)) !== null || isFemaleNoun(foldedAt(scene, noun))) &&
    (isPossessive(foldedAt(scene, noun - 1)) ||
      (/^(?:elder|older|eldest|oldest|younger|youngest|late|only|twin|former|first|second|third|new|current|then)$/u.test(
        foldedAt(scene, noun - 1),
      ) &&
        isPossessive(foldedAt(scene, noun - 2))))
  );
};

/** Takes the mentions from `mention` on that start before token `until` on stage; answers the next mention. */
function enterMentions(scene: Scene, stage: Discourse, { sentence, mention, until, places }: Entering): number {
  const own = scene.document.sentences[sentence];
  if (own === undefined) return mention;
  const subject = sentenceSubject(scene, own);
  const isLabel = !/[.!?”’"'…:]/u.test(plainAt(scene, own.endToken - 1));
  const isOff = isByline(scene, sentence);
  let next = mention;
  const firstMention = firstOf(scene, own.firstToken, mention);
  for (; next < scene.index.ranges.length; next += 1) {
    const range = scene.index.ranges[next];
    const cluster = scene.cast.mentions[next]?.cluster;
    if (range === undefined || cluster === undefined || range.first >= Math.min(until, own.endToken)) break;
    if (isOff || isDatelineAgency(scene, range, own.firstToken)) continue;
    const isSubject = subject?.head.kind === 'name' && subject.head.mention === next;
    const weight = isQuoted(scene, range.first)
      ? 0.15
      : isLabel
        ? labelWeight
        : isKin(scene, range.first)
          ? kinWeight
          : isSubject
            ? isBackground(scene, range.end)
              ? backgroundWeight
              : subjectWeight
            : places[next]?.isSubject === true
              ? isBackground(scene, range.end)
                ? backgroundWeight
                : clauseWeight
              : isOwner(scene, next)
                ? ownerWeight
                : otherWeight;
    stage.see(cluster, {
      sentence,
      block: scene.blockOf[sentence] ?? 0,
      weight: weight * lateness ** (next - firstMention),
    });
  }
  return next;
}
