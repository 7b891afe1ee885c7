import type { Sentence } from '../text/sentences.ts';
import { bodyNouns, personNouns } from './role-words.ts';
import { type CueStrength, type CueWord, cueWordOf, documentNouns, speechNouns } from './cue-words.ts';
import { beForms, determiners, haveForms, isPlural, links, modals, pronouns } from './grammar.ts';
import { isOwner, type NounPhrase, nameAt, readAfter } from './noun-phrase.ts';
import { foldedAt, isQuoted, mentionAt, plainAt, type Scene } from './scene.ts';
import { type Subject, sentenceSubject, subjectBefore } from './subject.ts';

export type FrameForm =
  | 'subject-first'
  | 'inverted'
  | 'shared'
  | 'passive'
  | 'participle'
  | 'according'
  | 'colon'
  | 'noun';

/** One place where a sentence says that somebody said something. */
export interface Frame {
  readonly form: FrameForm;
  readonly lemma: string;
  readonly strength: CueStrength;
  /** Token range of the cue. */
  readonly cue: { readonly first: number; readonly end: number };
  /** Who speaks, or null where the sentence does not tell ("it was reported"). */
  readonly source: NounPhrase | null;
  /** Inside "after X said …", "who says …". */
  readonly isSubordinate: boolean;
  /** How strongly this frame claims the sentence; comparable within one sentence. */
  readonly score: number;
}

const sayLike: ReadonlySet<string> = new Set(['say', 'tell', 'add', 'write', 'explain', 'note', 'ask']);

/** Frames of a sentence in order of their cues. Linear in its tokens. */
export function findFrames(scene: Scene, at: number): Frame[] {
  const sentence = scene.document.sentences[at];
  if (sentence === undefined) return [];
  const frames: Frame[] = [];
  let shared: NounPhrase | null = null;
  for (let t = sentence.firstToken; t < sentence.endToken; t += 1) {
    if (isQuoted(scene, t) || mentionAt(scene, t) >= 0) continue;
    const folded = foldedAt(scene, t);
    const frame: Unscored | null =
      folded === 'according' && foldedAt(scene, t + 1) === 'to'
        ? accordingFrame(scene, t, sentence)
        : folded === 'by' || folded === 'in'
          ? ownCountFrame(scene, t, sentence)
          : plainAt(scene, t) === ':'
            ? colonFrame(scene, t, sentence)
            : /^[–—-]$/u.test(plainAt(scene, t)) && isSignature(scene, t, sentence)
              ? {
                  form: 'colon',
                  lemma: 'dash',
                  strength: 3,
                  cue: { first: t, end: t + 1 },
                  source: readAfter(scene, t + 1, sentence.endToken),
                  isSubordinate: false,
                }
              : verbFrame(scene, t, { sentence, shared: shared ?? sentenceSubject(scene, sentence) });
    if (frame === null) continue;
    const scored: Frame = { ...frame, score: scoreOf(scene, frame, { sentence, earlier: frames.length }) };
    frames.push(scored);
    if (scored.form === 'subject-first' && scored.source !== null) shared = scored.source;
  }
  return frames;
}

type Unscored = Omit<Frame, 'score'>;

function accordingFrame(scene: Scene, t: number, sentence: Sentence): Unscored | null {
  return {
    form: 'according',
    lemma: 'according',
    strength: 3,
    cue: { first: t, end: t + 2 },
    source: readAfter(scene, t + 2, sentence.endToken),
    isSubordinate: false,
  };
}

/** "by X's own count", "in the words of X", "by the reckoning of X", "by his own account". */
function ownCountFrame(scene: Scene, t: number, sentence: Sentence): Unscored | null {
  for (let i = t + 1; i < Math.min(t + 8, sentence.endToken); i += 1) {
    if (isQuoted(scene, i)) return null;
    if (mentionAt(scene, i) >= 0 || !countNouns.has(foldedAt(scene, i))) {
      const token = scene.tokens[i];
      if (token?.kind === 'punctuation' || stopsAtVerb.test(foldedAt(scene, i))) return null;
      continue;
    }
    const cue = { first: t, end: i + 1 };
    const make = (source: NounPhrase | null): Unscored => ({
      form: 'according',
      lemma: `by ${foldedAt(scene, i)}`,
      strength: 3,
      cue,
      source,
      isSubordinate: false,
    });
    if (foldedAt(scene, i + 1) === 'of') return make(readAfter(scene, i + 2, sentence.endToken));
    const owner = possessives.get(foldedAt(scene, t + 1));
    if (owner !== undefined) return make({ first: t + 1, end: t + 2, head: { kind: 'pronoun', word: owner } });
    for (let back = i - 1; back > t; back -= 1) {
      const mention = mentionAt(scene, back);
      const range = scene.index.ranges[mention];
      if (mention >= 0 && range !== undefined && isOwner(scene, mention))
        return make({ first: range.first, end: range.end, head: { kind: 'name', mention } });
    }
    return null;
  }
  return null;
}
const countNouns: ReadonlySet<string> = new Set(
  'count reckoning account estimate estimates words telling calculation calculations tally view opinion admission logbooks measure'.split(
    ' ',
  ),
);
const stopsAtVerb = /^(?:is|was|are|were|has|had|have|to|in|by|at|on|for|with|and|that)$/u;
const possessives: ReadonlyMap<string, string> = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['their', 'they'],
  ['its', 'it'],
]);

/** "X: ‘…’" and "The minister was blunt: ‘…’"; a colon after a cue word is left to that word. */
function colonFrame(scene: Scene, t: number, sentence: Sentence): Unscored | null {
  if (!isQuoted(scene, t + 1) || t === sentence.firstToken) return null;
  const source = readAfter(scene, sentence.firstToken, t);
  const isNamed = source?.head.kind === 'name';
  const fills =
    source !== null && (source.end === t || (isNamed && plainAt(scene, source.end) === ',') || source.end >= t - 2);
  return {
    form: 'colon',
    lemma: fills ? 'label' : 'colon',
    strength: fills ? 3 : 1,
    cue: { first: t, end: t + 1 },
    source: fills ? source : sentenceSubject(scene, sentence),
    isSubordinate: false,
  };
}

/** "‘…’ – Dr X, of Y": a dash after the quotation, then a name. */
const isSignature = (scene: Scene, t: number, sentence: Sentence): boolean =>
  isQuoted(scene, t - 1) &&
  (t > sentence.firstToken || scene.tokens[t]?.spaceBefore === true) &&
  signerAt(scene, t + 1) !== null;
const signerAt = (scene: Scene, at: number): number | null => {
  for (let i = at; i < at + 6; i += 1) if (mentionAt(scene, i) >= 0) return nameAt(scene, i);
  return null;
};

interface Around {
  readonly sentence: Sentence;
  /** The subject that a bare "and added" shares. */
  readonly shared: NounPhrase | null;
}

function verbFrame(scene: Scene, t: number, around: Around): Unscored | null {
  const cue = cueWordOf(foldedAt(scene, t));
  if (cue === null || /^(?:best|well|better|so|most)$/u.test(foldedAt(scene, t - 1))) return null;
  const capital = /^\p{Lu}/u.test(plainAt(scene, t));
  if (capital && t !== around.sentence.firstToken && !isHeadlineCase(scene, around.sentence)) return null;
  const { sentence } = around;
  const make = (form: FrameForm, source: NounPhrase | null, isSubordinate: boolean): Unscored => ({
    form,
    lemma: cue.lemma,
    strength: cue.strength,
    cue: { first: t, end: t + 1 },
    source,
    isSubordinate,
  });
  const group = verbGroup(scene, t, sentence.firstToken);
  if (cue.forms.includes('ing') && !group.isBe) {
    const before = foldedAt(scene, t - 1);
    if (links.has(before) || before === 'by' || before === 'without' || determiners.has(before)) return null;
    if (t > sentence.firstToken && plainAt(scene, t - 1) !== ',' && before !== 'and' && !isQuoted(scene, t - 1))
      return null;
    return make('participle', around.shared, false);
  }
  if (group.isBe && cue.forms.includes('past')) return passiveFrame(scene, t, { cue, group, sentence, make });
  if (cue.forms.length === 1 && cue.forms[0] === 'base' && foldedAt(scene, t - 1) === 'to') return null;
  const inversion = invertedAfter(scene, t, sentence);
  if (inversion !== null && (isQuoted(scene, t - 1) || t === sentence.firstToken))
    return make('inverted', inversion, false);
  const before = foldedAt(scene, group.first - 1);
  if (before === 'and' || before === 'but' || before === 'then' || before === 'or') {
    if (around.shared === null || !agrees(cue, group, around.shared)) return null;
    return make('shared', around.shared, false);
  }
  const subject = subjectBefore(scene, group.first, sentence);
  if (inversion !== null && subject?.isWeak === true) return make('inverted', inversion, false);
  if (subject !== null && agrees(cue, group, subject.phrase)) {
    if (isNounUse(scene, t, cue)) return null;
    return make('subject-first', subject.phrase, isSubordinate(scene, subject));
  }
  if (inversion !== null) return make('inverted', inversion, false);
  return null;
}

interface VerbGroup {
  readonly first: number;
  readonly isBe: boolean;
  readonly hasModal: boolean;
}

/** The auxiliaries and adverbs right before a verb. */
function verbGroup(scene: Scene, t: number, from: number): VerbGroup {
  let first = t;
  let isBe = false;
  let hasModal = false;
  for (let i = t - 1; i >= Math.max(from, t - 6) && !isQuoted(scene, i) && mentionAt(scene, i) < 0; i -= 1) {
    const folded = foldedAt(scene, i);
    if (beForms.has(folded) && (folded !== "'s" || pronouns.has(foldedAt(scene, i - 1)))) isBe = true;
    else if (modals.has(folded)) hasModal = true;
    else if (!haveForms.has(folded) && !isSkippable(folded)) break;
    first = i;
  }
  return { first, isBe, hasModal };
}
const isSkippable = (folded: string): boolean => /ly$/u.test(folded) || skippable.has(folded);
const skippable: ReadonlySet<string> = new Set(
  'also later then still already now again once today yesterday tonight recently earlier previously repeatedly often always never just only even too further monday tuesday wednesday thursday friday saturday sunday long himself herself itself themselves twice not both all'.split(
    ' ',
  ),
);

interface PassiveParts {
  readonly cue: CueWord;
  readonly group: VerbGroup;
  readonly sentence: Sentence;
  readonly make: (form: FrameForm, source: NounPhrase | null, isSubordinate: boolean) => Unscored;
}

/** "was told", "is said to", "was quoted as saying", "was described by X as". */
function passiveFrame(scene: Scene, t: number, { cue, group, sentence, make }: PassiveParts): Unscored | null {
  if (cue.lemma === 'quote') {
    const subject = subjectBefore(scene, group.first, sentence);
    return make('subject-first', subject?.phrase ?? null, false);
  }
  for (let i = t + 1; i < Math.min(t + 8, sentence.endToken); i += 1)
    if (foldedAt(scene, i) === 'by' && !isQuoted(scene, i))
      return make('passive', readAfter(scene, i + 1, sentence.endToken), false);
  return cue.strength === 3 || cue.lemma === 'think' || cue.lemma === 'expect' ? make('passive', null, false) : null;
}

/** "…, said X" and "said X:"; not "X, who …, said the company would". */
function invertedAfter(scene: Scene, t: number, sentence: Sentence): NounPhrase | null {
  const before = plainAt(scene, t - 1);
  const opens =
    t === sentence.firstToken ||
    before === ',' ||
    before === '—' ||
    before === '–' ||
    isQuoted(scene, t - 1) ||
    foldedAt(scene, t - 1) === 'so';
  if (!opens) return null;
  const phrase = readAfter(scene, t + 1, sentence.endToken);
  if (phrase === null || !mayTell(phrase)) return null;
  const after = plainAt(scene, phrase.end);
  const closes = phrase.end >= sentence.endToken || /^[.,;:!?—–()“‘"'-]$/u.test(after) || isQuoted(scene, phrase.end);
  const goesOn = followers.has(foldedAt(scene, phrase.end));
  return closes || goesOn ? phrase : null;
}
/** "considered credible", "added together" are no speakers. */
const mayTell = ({ head }: NounPhrase): boolean =>
  head.kind !== 'description' ||
  determiners.has(head.words[0] ?? '') ||
  head.isPlural ||
  personNouns.has(head.noun) ||
  bodyNouns.has(head.noun) ||
  documentNouns.has(head.noun);
const followers: ReadonlySet<string> = new Set(
  'in at on after before when as who of from during to with while last this yesterday today outside via about whose by through and which afterwards later'.split(
    ' ',
  ),
);

/** A present or base form must fit its subject's number; past forms fit all. */
function agrees(cue: CueWord, group: VerbGroup, subject: NounPhrase): boolean {
  if (cue.forms.includes('past') || cue.forms.includes('present') || group.hasModal) return true;
  if (!cue.forms.includes('base')) return true;
  const { head } = subject;
  if (head.kind === 'pronoun')
    return head.word === 'they' || head.word === 'we' || head.word === 'i' || head.word === 'you';
  return head.kind === 'description' && (head.isPlural || isPlural(head.noun));
}

/** "the claims", "his report": a noun that looks like a cue. */
const isNounUse = (scene: Scene, t: number, cue: CueWord): boolean => {
  const before = scene.tokens[t - 1];
  if (before === undefined || cue.forms.includes('past')) return false;
  return (
    determiners.has(before.folded) ||
    (before.kind === 'possessive' && mentionAt(scene, t - 2) >= 0) ||
    links.has(before.folded)
  );
};

const isSubordinate = (scene: Scene, subject: Subject): boolean =>
  subject.isRelative || subordinators.has(foldedAt(scene, subject.phrase.first - 1));
const subordinators: ReadonlySet<string> = new Set(
  'after before when while because although though since until if that what whether which'.split(' '),
);

function isHeadlineCase(scene: Scene, sentence: Sentence): boolean {
  let capitals = 0;
  let words = 0;
  for (let t = sentence.firstToken; t < sentence.endToken; t += 1)
    if (scene.tokens[t]?.kind === 'word' && foldedAt(scene, t).length > 3) {
      words += 1;
      if (/^\p{Lu}/u.test(plainAt(scene, t))) capitals += 1;
    }
  return words > 0 && capitals / words > 0.7;
}

function scoreOf(scene: Scene, frame: Unscored, at: { readonly sentence: Sentence; readonly earlier: number }): number {
  const { cue, form } = frame;
  let score = frame.strength === 1 ? 0.5 : frame.strength;
  if (form === 'according') score += 0.5;
  if (form === 'inverted') score += 1;
  if (form === 'participle') score -= 0.6;
  if (frame.isSubordinate) score -= 1.2;
  if (frame.source === null) score -= 0.5;
  const first = Math.min(cue.first, frame.source?.first ?? cue.first);
  const end = Math.max(cue.end, form === 'inverted' ? (frame.source?.end ?? cue.end) : cue.end);
  const isTrailing = plainAt(scene, first - 1) === ',' && first > at.sentence.firstToken + 2;
  const endsAll = end >= at.sentence.endToken - 1 || /^[.,]$/u.test(plainAt(scene, end));
  if (isTrailing && (endsAll || sayLike.has(frame.lemma)) && frame.strength === 3) score += 1.5;
  const touchesQuote =
    (first > at.sentence.firstToken && isQuoted(scene, first - 1)) ||
    isQuoted(scene, end) ||
    (/^[,:]$/u.test(plainAt(scene, end)) && isQuoted(scene, end + 1)) ||
    (foldedAt(scene, end) === 'that' && isQuoted(scene, end + 1));
  if (touchesQuote) score += 2;
  return score - 0.3 * at.earlier;
}

/** A name with a speech noun: "X's warning that …", told apart from other frames by its weakness. */
export function nounFrame(scene: Scene, sentence: Sentence): Frame | null {
  for (let t = sentence.firstToken; t < sentence.endToken; t += 1) {
    if (isQuoted(scene, t) || !speechNouns.has(foldedAt(scene, t)) || mentionAt(scene, t) >= 0) continue;
    let owner: number | null = null;
    for (let i = t - 1; i >= Math.max(sentence.firstToken, t - 4) && owner === null; i -= 1)
      if (mentionAt(scene, i) >= 0 && isOwner(scene, mentionAt(scene, i))) owner = mentionAt(scene, i);
    if (owner === null && foldedAt(scene, t + 1) === 'by') owner = nameAt(scene, t + 2);
    const range = owner === null ? undefined : scene.index.ranges[owner];
    if (owner === null || range === undefined) continue;
    return {
      form: 'noun',
      lemma: foldedAt(scene, t),
      strength: 2,
      cue: { first: t, end: t + 1 },
      source: { first: range.first, end: range.end, head: { kind: 'name', mention: owner } },
      isSubordinate: false,
      score: 0.8,
    };
  }
  return null;
}
