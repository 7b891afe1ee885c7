import type { Sentence } from '../../text/sentences.ts';
import type { Frame, UnscoredFrame } from './frame.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { phraseFrame } from './phrase-frames.ts';
import { foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';
import { sentenceSubject } from '../syntax/sentence-subject.ts';
import { maySpeak } from '../syntax/reduced-relative.ts';
import { verbFrame } from './verb-frames.ts';

/** Frames of a sentence in order of their cues. Linear in its tokens. */
export function findFrames(scene: Scene, at: number): Frame[] {
  const sentence = scene.document.sentences[at];
  if (sentence === undefined) return [];
  const frames: Frame[] = [];
  const earlier: Earlier = { frames, clauses: new Set(), isSaid: false };
  const subject = sentenceSubject(scene, sentence);
  let shared: NounPhrase | null = null;
  const apart = unquotedClause(scene, sentence);
  for (let t = sentence.firstToken; t < sentence.endToken; t += 1) {
    if (isQuoted(scene, t) || mentionAt(scene, t) >= 0) continue;
    const frame = phraseFrame(scene, t, sentence) ?? verbFrame(scene, t, { sentence, shared: shared ?? subject });
    if (frame === null) continue;
    const isApart = apart !== null && apart.first <= t && t < apart.end;
    const score = scoreOf(scene, frame, { sentence, earlier }) - (isApart ? otherClause : 0);
    const scored: Frame = { ...frame, score };
    note(scene, scored, earlier);
    if (scored.form === 'subject-first' && scored.source !== null) shared = scored.source;
  }
  return frames;
}

/** What a frame loses that stands in another clause than the quotation. */
const otherClause = 1.5;

/** "X says it would go; Y say that is “cruel”": of two clauses the one without any quotation; null where there is none. */
function unquotedClause(
  scene: Scene,
  { firstToken, endToken }: Sentence,
): { readonly first: number; readonly end: number } | null {
  let joint = firstToken;
  while (joint < endToken && (plainAt(scene, joint) !== ';' || isQuoted(scene, joint))) joint += 1;
  if (joint === endToken) return null;
  const hasQuote = (first: number, end: number): boolean => {
    for (let t = first; t < end; t += 1) if (isQuoted(scene, t)) return true;
    return false;
  };
  const [before, after] = [hasQuote(firstToken, joint), hasQuote(joint, endToken)];
  if (before === after) return null;
  return before ? { first: joint, end: endToken } : { first: firstToken, end: joint };
}

/** "X expects £4m, below what analysts had forecast, according to LSEG data": the data tell what others forecast. */
function isOfForecast(scene: Scene, { cue, source }: UnscoredFrame, { firstToken }: Sentence): boolean {
  if (source?.head.kind !== 'description' || !/^(?:data|figures|polls?|survey)$/u.test(source.head.noun)) return false;
  const comma = plainAt(scene, cue.first - 1) === ',' ? cue.first - 1 : cue.first;
  for (let t = comma - 1; t > Math.max(firstToken, comma - longestForecast) && plainAt(scene, t) !== ','; t -= 1)
    if (/^(?:analysts|economists|consensus)$/u.test(foldedAt(scene, t))) return comma - firstToken > longestForecast;
  return false;
}
const longestForecast = 12;
/** What such a frame loses. */
const otherForecast = 3;

/** What came before in a sentence, noted so that no frame looks through all of it: a page may have a sentence of a megabyte. */
interface Earlier {
  readonly frames: Frame[];
  /** First tokens of the clauses that somebody is said to say. */
  readonly clauses: Set<number>;
  /** One of the frames is a verb of saying. */
  isSaid: boolean;
}

const note = (scene: Scene, frame: Frame, earlier: Earlier): void => {
  earlier.frames.push(frame);
  if (frame.strength !== 3) return;
  earlier.isSaid = true;
  const { end } = frame.cue;
  if (frame.form === 'subject-first') earlier.clauses.add(foldedAt(scene, end) === 'that' ? end + 1 : end);
};

/** "X said he had counted “sixty”", "X said the verdict showed “what”": what is told within the clause of what is said. */
const isWithin = ({ source }: UnscoredFrame, { clauses }: Earlier): boolean =>
  source !== null && clauses.has(source.first) && (source.head.kind === 'pronoun' || !maySpeak(source));
/** What such a frame loses. */
const withinClause = 1.5;

const sayLike: ReadonlySet<string> = new Set(['say', 'tell', 'add', 'write', 'explain', 'note', 'ask']);
/** Passives that hand on what somebody says; "was rejected" does not. */
const handedOn: ReadonlySet<string> = new Set(
  'say report allege claim believe think expect estimate predict tell understand describe accuse warn ask call'.split(
    ' ',
  ),
);

interface Among {
  readonly sentence: Sentence;
  readonly earlier: Earlier;
}

function scoreOf(scene: Scene, frame: UnscoredFrame, { sentence, earlier }: Among): number {
  const { cue, form } = frame;
  let score = frame.strength === 1 ? 0.5 : frame.strength;
  if (form === 'according') score += 0.5;
  if (form === 'inverted') score += 1;
  if (form === 'participle') score -= 0.6;
  if (form === 'infinitive') score -= 1;
  if (form === 'according' && isOfForecast(scene, frame, sentence)) score -= otherForecast;
  if (frame.isSubordinate) score -= 1.2;
  if (isWithin(frame, earlier)) score -= withinClause;
  if (frame.source === null) score -= form === 'passive' && !handedOn.has(frame.lemma) ? 1.8 : 0.5;
  const first = Math.min(cue.first, frame.source?.first ?? cue.first);
  const end = Math.max(cue.end, form === 'inverted' ? (frame.source?.end ?? cue.end) : cue.end);
  const isTrailing = plainAt(scene, first - 1) === ',' && first > sentence.firstToken + 2;
  const endsAll = end >= sentence.endToken - 1 || /^[.,]$/u.test(plainAt(scene, end));
  // "X said he had fled, Reuters reported": X's words.
  const isRelayed = frame.lemma === 'report' && earlier.isSaid;
  if (isTrailing && !isRelayed && (endsAll || sayLike.has(frame.lemma)) && frame.strength === 3) score += 1.5;
  const touchesQuote =
    (first > sentence.firstToken && isQuoted(scene, first - 1)) ||
    isQuoted(scene, end) ||
    (/^[,:]$/u.test(plainAt(scene, end)) && isQuoted(scene, end + 1)) ||
    (foldedAt(scene, end) === 'that' && isQuoted(scene, end + 1));
  if (touchesQuote) score += 2;
  return score - 0.3 * earlier.frames.length;
}
