import type { ClaimKind } from '../model/claim.ts';
import { type CheckWorthiness, type Judgement, judgements } from './checkworthy.ts';
import { documentNouns } from './syntax/cue-words.ts';
import { sentenceFeatures, wordFeatures } from './features.ts';
import type { Frame } from './speaker/frame.ts';
import { isHeadline } from './speaker/headlines.ts';
import { beForms, haveForms, modals, pronounOf, weekdays } from './syntax/grammar.ts';
import { foldedAt, isQuoted, plainAt, type Scene } from './scene.ts';
import type { Voice } from './speaker/voice.ts';

/** What a sentence is taken for. */
export interface Verdict {
  readonly kind: ClaimKind;
  readonly checkWorthiness: number;
}

/** A sentence is a claim when "none" is less likely than this; from cross-validation on the corpus. */
const noneBelow = 0.55;

/** A clause with "that" of a named speaker is speech rather than anything else; from cross-validation. */
const toldFactor = 6;

/** What a sentence ends by handing on is speech nearly always; the same way. */
const endFactor = 20;

/** So is, by less, what somebody named is the subject of by a verb of saying: "X offered help"; the same way. */
const namedFactor = 2;

/** By how much a figure of what rose or fell makes a statistic likelier than its share; the same way. */
const changeFactor = 1.5;

/** The kind of claim that a sentence is, or null. Structure rules out, learned weights judge. */
export function judgeSentence(
  scene: Scene,
  voices: readonly Voice[],
  given: { readonly at: number; readonly model: CheckWorthiness | null },
): Verdict | null {
  const { at, model } = given;
  const voice = voices[at];
  const sentence = scene.document.sentences[at];
  if (voice === undefined || sentence === undefined || !hasWords(scene, at) || isSignature(scene, at)) return null;
  if (model === null) {
    const kind = kindByShape(scene, voice, at);
    return kind === null ? null : { kind, checkWorthiness: worthByShape(scene, at) };
  }
  const kind =
    voice.by === 'transcript'
      ? 'quote'
      : likeliest(scene, model.judge(sentenceFeatures(scene, voices, at)), { voice, at });
  if (kind === null) return null;
  const worth = model.worth(wordFeatures(scene.tokens, () => null, sentence));
  return { kind, checkWorthiness: Math.round(1000 * worth) / 1000 };
}

function likeliest(
  scene: Scene,
  shares: readonly number[],
  { voice, at }: { readonly voice: Voice; readonly at: number },
): ClaimKind | null {
  const isTold =
    endsTold(scene, voice) ||
    tellsInHeadline(scene, voice, at) ||
    accuses(scene, voice) ||
    tellsClause(scene, voice) ||
    tellsThat(scene, voice);
  if (!isTold && (shares[0] ?? 0) + (isAuthor(voice) ? (shares[judgements.indexOf('reported')] ?? 0) : 0) > noneBelow)
    return null;
  let best: Judgement = 'none';
  let most = -1;
  for (const [i, judgement] of judgements.entries()) {
    if (judgement === 'none' || (judgement === 'quote' && voice.quotations.length === 0)) continue;
    if (judgement === 'reported' && isAuthor(voice)) continue;
    // That somebody tells it says nothing of whether the words in marks are theirs.
    const isSpoken = judgement === 'reported' || judgement === 'quote';
    const spoken = isTold ? endFactor : factorOf(scene, voice);
    const other = judgement === 'statistic' && givesChange(scene, at) ? changeFactor : 1;
    const share = (shares[i] ?? 0) * (isSpoken ? spoken : other);
    if (share > most) {
      most = share;
      best = judgement;
    }
  }
  return best === 'none' ? null : best;
}

/** "I believe the real scandal is …": what whoever writes thinks is nobody's reported speech. */
const isAuthor = ({ frame, by }: Voice): boolean =>
  by === 'frame' && frame?.source?.head.kind === 'pronoun' && frame.source.head.word === 'i';

/** "…, X promised.", "…, the office found in 2018.": a source and a verb of saying behind the last comma end the sentence. */
function endsTold(scene: Scene, { frame }: Voice): boolean {
  if (frame === null || frame.source === null || frame.isSubordinate) return false;
  if (frame.strength < 3 && frame.lemma !== 'find' && !tellsByPaper(frame)) return false;
  if (frame.form !== 'subject-first' && frame.form !== 'inverted') return false;
  const { cue, source } = frame;
  const first = Math.min(cue.first, source.first);
  const end = scene.document.sentences[scene.sentenceAt[cue.first] ?? 0]?.endToken ?? 0;
  const start = scene.document.sentences[scene.sentenceAt[cue.first] ?? 0]?.firstToken ?? 0;
  const before = plainAt(scene, /^(?:the|an?)$/u.test(foldedAt(scene, first - 1)) ? first - 2 : first - 1);
  if (before !== ',' || first - start < leastTold) return false;
  for (let t = Math.max(cue.end, source.end); t < end - 1; t += 1) {
    if (t - Math.max(cue.end, source.end) >= mostAfter || isQuoted(scene, t)) return false;
    // "…, the firm announced on Monday, down from last year"
    if (plainAt(scene, t) === ',') return frame.strength === 3 && frame.form === 'subject-first';
    if (/^[;:—–]$/u.test(plainAt(scene, t))) return false;
  }
  return true;
}

/** "X accused Y of …": always speech, whoever says it. */
function accuses(scene: Scene, { frame }: Voice): boolean {
  if (frame?.lemma !== 'accuse' || frame.source === null || frame.isSubordinate || frame.form === 'passive')
    return false;
  const end = scene.document.sentences[scene.sentenceAt[frame.cue.first] ?? 0]?.endToken ?? 0;
  for (let t = frame.cue.end; t < end; t += 1) if (foldedAt(scene, t) === 'of') return true;
  return false;
}

/** "announced Friday it will", "have complained they can't", "pledged on Friday to": what is said right behind a verb of saying and a day. */
function tellsClause(scene: Scene, { frame }: Voice): boolean {
  if (frame === null || frame.source === null || frame.isSubordinate || frame.form !== 'subject-first') return false;
  if (frame.strength < 3 || !clauseVerbs.has(frame.lemma)) return false;
  const at = weekdays.has(foldedAt(scene, frame.cue.end)) ? frame.cue.end + 1 : frame.cue.end;
  const next = foldedAt(scene, at + 1);
  const end = scene.document.sentences[scene.sentenceAt[at] ?? 0]?.endToken ?? 0;
  if (plainAt(scene, end - 1) === '?') return false;
  if (foldedAt(scene, at) === 'to') return binding.test(frame.lemma);
  return pronounOf(foldedAt(scene, at)) !== null && (modals.has(next) || beForms.has(next) || haveForms.has(next));
}

/** "X wrote in a letter that": somebody named, a verb of saying, and what is said. */
const tellsThat = (scene: Scene, voice: Voice): boolean =>
  voice.frame?.strength === 3 &&
  voice.frame.form === 'subject-first' &&
  !voice.frame.isSubordinate &&
  voice.frame.lemma !== 'ask' &&
  saysThat(scene, voice);

const binding = /^(?:vow|pledge|promise)$/u;

/** "…, documents show": papers hand on by verbs that say little of people. */
const tellsByPaper = ({ lemma, source }: Frame): boolean =>
  source?.head.kind === 'description' && /^(?:show|indicate)$/u.test(lemma) && documentNouns.has(source.head.noun);
/** Tokens that such a sentence tells at least, and that may follow the verb: "in 2018", "on Monday night". */
const leastTold = 5;
const mostAfter = 6;

/** "Hospital chief says queues will grow", "Firm's boss tells MPs jobs are safe": a headline that hands on a whole clause. */
function tellsInHeadline(scene: Scene, { frame, quotations }: Voice, at: number): boolean {
  if (frame === null || quotations.length > 0 || !isHeadline(scene, at)) return false;
  if (frame.form !== 'subject-first' || frame.isSubordinate || !clauseVerbs.has(frame.lemma)) return false;
  const end = scene.document.sentences[at]?.endToken ?? 0;
  if (plainAt(scene, end - 1) === '?' || frame.source === null) return false;
  return end - frame.cue.end >= leastHandedOn;
}
const clauseVerbs: ReadonlySet<string> = new Set(
  'say tell warn claim insist deny admit vow pledge promise reveal confirm announce allege argue predict believe complain'.split(
    ' ',
  ),
);
/** Tokens that such a headline hands on at least: "Congress says wait" has fewer. */
const leastHandedOn = 3;

const givesChange = (scene: Scene, at: number): boolean =>
  scene.quantitiesAt(at).some(({ of }) => /^(?:rise|fall) in /u.test(of));

/** How much likelier speech is than its share, by what the sentence looks like. */
function factorOf(scene: Scene, voice: Voice): number {
  if (saysThat(scene, voice)) return toldFactor;
  const { frame, speaker } = voice;
  return speaker !== null && frame !== null && frame.strength >= 2 && !frame.isSubordinate ? namedFactor : 1;
}

/** "X dismissed a report that …": a named speaker, and a clause with "that" close behind the cue. */
function saysThat(scene: Scene, { frame, speaker }: Voice): boolean {
  if (frame === null || speaker === null || frame.strength < 2) return false;
  for (let t = frame.cue.end; t < frame.cue.end + 6; t += 1)
    if (foldedAt(scene, t) === 'that' && !isQuoted(scene, t)) return true;
  return false;
}

/** Without a model: marks and cues decide, and long sentences with figures count as statistics. */
function kindByShape(scene: Scene, voice: Voice, at: number): ClaimKind | null {
  const words = wordsOf(scene, at);
  if (voice.quotations.length > 0 && (voice.quoted > 0.3 || voice.frame !== null)) return 'quote';
  if (voice.by === 'transcript') return 'quote';
  if (voice.frame !== null && voice.frame.strength >= 2 && voice.frame.score >= 2) return 'reported';
  if (words < 7) return null;
  return hasFigure(scene, at) ? 'statistic' : words > 18 && scene.blockOf[at] !== 0 ? 'assertion' : null;
}

/** "…", "} ]": what is left out of a quotation, or stands in a listing, claims nothing. */
const hasWords = ({ document }: Scene, at: number): boolean => {
  const { start = 0, end = 0 } = document.sentences[at] ?? {};
  return /[\p{L}\p{N}]/u.test(document.text.slice(start, end));
};

/** "— Ann Low (@annlow) 4 May 2020": who wrote a post that a page shows, and when. */
const isSignature = ({ document }: Scene, at: number): boolean => {
  const { start = 0, end = 0 } = document.sentences[at] ?? {};
  return /^[-–—]{1,2}\s*[^?!\n]{1,80}\(@\w{2,30}\)/u.test(document.text.slice(start, end));
};

const wordsOf = (scene: Scene, at: number): number => {
  const sentence = scene.document.sentences[at];
  return sentence === undefined ? 0 : sentence.endToken - sentence.firstToken;
};

function hasFigure(scene: Scene, at: number): boolean {
  const sentence = scene.document.sentences[at];
  if (sentence === undefined) return false;
  for (let t = sentence.firstToken; t < sentence.endToken; t += 1) {
    const token = scene.tokens[t];
    if (token?.kind === 'number' && !/^(?:19|20)\d\d$/u.test(token.plain)) return true;
  }
  return false;
}

const worthByShape = (scene: Scene, at: number): number =>
  (hasFigure(scene, at) ? 0.65 : 0.35) + Math.min(0.2, wordsOf(scene, at) / 200);
