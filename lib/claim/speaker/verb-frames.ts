import type { Sentence } from '../../text/sentences.ts';
import { type CueWord, cueWordOf, documentNouns } from '../syntax/cue-words.ts';
import { besideQuote } from './beside-quote.ts';
import type { FrameForm, UnscoredFrame } from './frame.ts';
import { goesOnTo } from './infinitives.ts';
import { agrees, isHeadNoun, isNounUse, isOneOfSeveral } from '../syntax/agreement.ts';
import { beForms, determiners, haveForms, isAdverb, links, modals, pronounOf } from '../syntax/grammar.ts';
import { type NounPhrase, readAfter } from '../syntax/noun-phrase.ts';
import { hearsCase, isOtherSense } from '../syntax/other-senses.ts';
import { isGerund, tellsOfPaper } from '../syntax/participles.ts';
import { isReducedRelative, maySpeak } from '../syntax/reduced-relative.ts';
import { bodyNouns, personNouns } from '../syntax/role-words.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';
import type { Subject } from '../syntax/parentheses.ts';
import { isGoverned } from '../syntax/sentence-subject.ts';
import { pastRelative, subjectBefore } from '../syntax/subject.ts';
import { isSubordinate } from '../syntax/subordinate.ts';

interface Around {
  readonly sentence: Sentence;
  /** The subject that a bare "and added" shares. */
  readonly shared: NounPhrase | null;
}

interface VerbGroup {
  readonly first: number;
  readonly isBe: boolean;
  readonly hasModal: boolean;
  readonly isFuture: boolean;
  readonly isNegated: boolean;
}

/** The frame that the verb at token `t` makes, or null where it is no verb of saying or has nobody to say it. */
export function verbFrame(scene: Scene, t: number, around: Around): UnscoredFrame | null {
  const cue = cueWordOf(foldedAt(scene, t));
  if (cue === null) return besideQuote(scene, t, around.sentence);
  if (/^(?:best|well|better|so|most)$/u.test(foldedAt(scene, t - 1))) return null;
  const capital = /^\p{Lu}/u.test(plainAt(scene, t));
  if (capital && t !== around.sentence.firstToken && !isHeadlineCase(scene, around.sentence)) return null;
  const { sentence } = around;
  const make = (form: FrameForm, source: NounPhrase | null, isSubordinate: boolean): UnscoredFrame => ({
    form,
    lemma: cue.lemma,
    strength: hearsCase(scene, cue.lemma, source)
      ? 3
      : cue.strength === 1 && tellsThat(scene, t, cue)
        ? 2
        : cue.strength,
    cue: { first: t, end: t + 1 },
    source,
    isSubordinate,
  });
  const group = verbGroup(scene, t, sentence.firstToken);
  if (group.isNegated && silent.has(cue.lemma)) return null;
  if (group.isFuture && announcing.has(cue.lemma)) return null;
  if (group.hasModal && musing.has(cue.lemma)) return null;
  if (keepsSilent(scene, t, cue) || isOtherSense(scene, t, cue.lemma)) return null;
  if (cue.forms.includes('ing') && !group.isBe) {
    const before = foldedAt(scene, t - 1);
    if (t === sentence.firstToken && isGerund(scene, t, sentence.endToken)) return null;
    if (links.has(before) || before === 'by' || before === 'without' || determiners.has(before)) return null;
    const isLoose = t > sentence.firstToken && plainAt(scene, t - 1) !== ',' && before !== 'and';
    if (isLoose && !isQuoted(scene, t - 1) && !tellsOfPaper(scene, t)) return null;
    // "declined to comment, citing the law"
    if (cue.lemma === 'cite' && !isLoose && silent.has(cueWordOf(foldedAt(scene, t - 2))?.lemma ?? '')) return null;
    return make('participle', around.shared, false);
  }
  if (group.isBe && cue.forms.includes('past')) return passiveFrame(scene, t, { cue, group, sentence, make });
  const isTo = foldedAt(scene, isAdverb(foldedAt(scene, t - 1)) ? t - 2 : t - 1) === 'to';
  if (cue.forms.length === 1 && cue.forms[0] === 'base' && isTo)
    return goesOnTo(scene, t, around) ? make('infinitive', around.shared, false) : null;
  // "State senator X said": what may be nothing but a base form opens no speech.
  const isBase = t === sentence.firstToken && cue.forms.length === 1 && cue.forms[0] === 'base';
  const follows = cue.lemma === 'tell' || isBase ? null : invertedAfter(scene, t, sentence);
  // "to write notes, add captions and share them": what is done, not who says so.
  const isDoing = follows !== null && cue.lemma !== 'say' && cue.forms[0] === 'base' && !maySpeak(follows);
  const inversion = isDoing ? null : follows;
  const isBeside = isQuoted(scene, t - 1);
  // "Talks led by X broke down": most words in "-s" that open a sentence are nouns.
  const opens = t === sentence.firstToken && (!cue.forms.includes('present') || opening.has(cue.lemma));
  if (inversion !== null && (isBeside || opens)) return make('inverted', inversion, false);
  const before = foldedAt(scene, group.first - 1);
  if (before === 'and' || before === 'but' || before === 'then' || before === 'or') {
    if (around.shared === null || !agrees(cue, group, around.shared)) return null;
    return make('shared', around.shared, false);
  }
  const near = subjectBefore(scene, group.first, sentence);
  const subject = pastRelative(scene, group.first, { near, opener: around.shared });
  const inverts = inversion !== null && cue.strength === 3;
  // "…, no bigger than a horse's, was found, said X."
  const isTold =
    inversion?.head.kind === 'name' && plainAt(scene, t - 1) === ',' && subject?.phrase.head.kind === 'description';
  const isPerson = isTold && clusterAt(scene, inversion.head.mention)?.type === 'person';
  if (inverts && (subject?.isWeak === true || isPerson || isWhere(scene, subject, sentence)))
    return make('inverted', inversion, false);
  const isPluralForm = cue.forms.length === 1 && cue.forms[0] === 'base' && !group.hasModal;
  const isVerb = /^(?:all|both)$/u.test(foldedAt(scene, t - 1)) || !isNounUse(scene, t, cue);
  if (isPluralForm && isVerb && subject !== null && isOneOfSeveral(scene, subject.phrase, around.shared))
    return make('subject-first', around.shared, false);
  if (subject !== null && agrees(cue, group, subject.phrase)) {
    if (isNounUse(scene, t, cue) || isReducedRelative(scene, t, cue.lemma, subject.phrase)) return null;
    if (isHeadNoun(scene, t, { cue, phrase: subject.phrase })) return null;
    if (foldedAt(scene, subject.phrase.first - 1) === 'than' && subject.phrase.head.kind === 'pronoun') return null;
    return make('subject-first', subject.phrase, isSubordinate(scene, subject));
  }
  return inverts ? make('inverted', inversion, false) : null;
}

/** "at a barn near X, a town in the south, said Y": a place behind a preposition says nothing. */
const isWhere = (scene: Scene, subject: Subject | null, { firstToken }: Sentence): boolean =>
  subject?.phrase.head.kind === 'name' &&
  clusterAt(scene, subject.phrase.head.mention)?.type === 'place' &&
  isGoverned(scene, subject.phrase.first, firstToken);

const opening: ReadonlySet<string> = new Set('say add write ask explain insist argue recall admit tell'.split(' '));

/** "held that", "shot back that": verbs that tell only before such a clause. */
const tellsThat = (scene: Scene, t: number, { lemma }: CueWord): boolean => {
  if (!telling.has(lemma)) return false;
  // "remembered her as \"fearless\""
  if (lemma === 'remember' && foldedAt(scene, t + 2) === 'as' && isQuoted(scene, t + 3)) return true;
  for (let i = t + 1; i < t + 4; i += 1) {
    if (foldedAt(scene, i) === 'that') return true;
    if (foldedAt(scene, i) !== 'back' && !isAdverb(foldedAt(scene, i)) && foldedAt(scene, i) !== 'on') return false;
  }
  return false;
};
const telling: ReadonlySet<string> = new Set(
  'hold submit figure reason judge joke reflect remember confide confess shoot hit fire'.split(' '),
);

/** "did not respond", "has not commented": nothing was said. */
const silent: ReadonlySet<string> = new Set(['respond', 'reply', 'comment', 'answer', 'speak', 'return']);
/** "declined to comment" */
const keepsSilent = (scene: Scene, t: number, { lemma }: CueWord): boolean =>
  (lemma === 'decline' || lemma === 'refuse') &&
  foldedAt(scene, t + 1) === 'to' &&
  silent.has(cueWordOf(foldedAt(scene, t + 2))?.lemma ?? '');
/** "will announce the deal": not said yet. */
const announcing: ReadonlySet<string> = new Set(['announce', 'report', 'publish', 'reveal', 'disclose', 'confirm']);

/** "might have wanted to": what is guessed of somebody, not what they say. */
const musing: ReadonlySet<string> = new Set(
  'want hope fear doubt expect consider understand agree disagree'.split(' '),
);

/** The auxiliaries and adverbs right before a verb. */
function verbGroup(scene: Scene, t: number, from: number): VerbGroup {
  let first = t;
  let isBe = false;
  let hasModal = false;
  let isFuture = false;
  let isNegated = false;
  let isReputed = false;
  for (let i = t - 1; i >= Math.max(from, t - 6) && !isQuoted(scene, i) && mentionAt(scene, i) < 0; i -= 1) {
    const folded = foldedAt(scene, i);
    // "is alleged to have replied": handed on, but not passive.
    if (folded === 'to' && reputed.has(foldedAt(scene, i - 1))) {
      isReputed = true;
      i -= 1;
      first = i;
      continue;
    }
    if (/^(?:not|never|cannot)$|n't$/u.test(folded)) isNegated = true;
    if (/^(?:will|would|could|may|might|should|can|cannot|to)$|'ll$/u.test(folded)) isFuture = true;
    if (beForms.has(folded) && isReputed) isBe = false;
    else if (beForms.has(folded) && (folded !== "'s" || pronounOf(foldedAt(scene, i - 1)) !== null)) isBe = true;
    else if (modals.has(folded)) hasModal = true;
    else if (!haveForms.has(folded) && !isSkippable(folded)) break;
    first = i;
  }
  return { first, isBe, hasModal, isFuture, isNegated };
}
const reputed: ReadonlySet<string> = new Set(
  'said supposed alleged thought reported believed understood known rumoured rumored claimed reputed'.split(' '),
);
const isSkippable = (folded: string): boolean => /ly$/u.test(folded) || skippable.has(folded);
const skippable: ReadonlySet<string> = new Set(
  'also first later then still already now again once today yesterday tonight recently earlier previously repeatedly often always never just only even too further monday tuesday wednesday thursday friday saturday sunday long himself herself itself themselves twice not both all'.split(
    ' ',
  ),
);

interface PassiveParts {
  readonly cue: CueWord;
  readonly group: VerbGroup;
  readonly sentence: Sentence;
  readonly make: (form: FrameForm, source: NounPhrase | null, isSubordinate: boolean) => UnscoredFrame;
}

/** "was told", "is said to", "was quoted as saying", "was described by X as". */
function passiveFrame(scene: Scene, t: number, { cue, group, sentence, make }: PassiveParts): UnscoredFrame | null {
  // "It cannot be denied that": nobody denies it.
  if (group.isNegated && (group.hasModal || group.isFuture)) return null;
  if (cue.lemma === 'quote') {
    const subject = subjectBefore(scene, group.first, sentence);
    return make('subject-first', subject?.phrase ?? null, false);
  }
  // "was attributed to X"
  if (cue.lemma === 'attribute' && foldedAt(scene, t + 1) === 'to')
    return make('passive', readAfter(scene, t + 2, sentence.endToken), false);
  // "was found by a neighbour": no finding, unless it says what was found.
  if (cue.lemma === 'find' && foldedAt(scene, t + 1) === 'by' && !findsThat(scene, t, sentence)) return null;
  for (let i = t + 1; i < Math.min(t + 8, sentence.endToken); i += 1)
    if (foldedAt(scene, i) === 'by' && !isQuoted(scene, i))
      return make('passive', readAfter(scene, i + 1, sentence.endToken), false);
  return cue.strength === 3 || cue.lemma === 'think' || cue.lemma === 'expect' ? make('passive', null, false) : null;
}

/** "was found by the court to have lied": a verb follows whoever found it. */
function findsThat(scene: Scene, t: number, { endToken }: Sentence): boolean {
  for (let i = t + 2; i < Math.min(t + 10, endToken); i += 1) {
    if (plainAt(scene, i) === ',') return false;
    if (foldedAt(scene, i) === 'to') return true;
  }
  return false;
}

/** "…, said X" and "said X:"; not "X, who …, said the company would". */
function invertedAfter(scene: Scene, t: number, sentence: Sentence): NounPhrase | null {
  const before = plainAt(scene, t - 1);
  // "the islands, called X in the north"
  const isNaming = naming.has(foldedAt(scene, t)) && !isQuoted(scene, t - 1);
  const opens =
    t === sentence.firstToken ||
    (before === ',' && !isNaming) ||
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
const naming: ReadonlySet<string> = new Set([
  'called',
  'dubbed',
  'labelled',
  'labeled',
  'described',
  'branded',
  'known',
]);

/** "considered credible", "added together" are no speakers. */
const mayTell = ({ head }: NounPhrase): boolean =>
  head.kind !== 'description' ||
  (determiners.has(head.words[0] ?? '') && !saidThings.has(head.noun)) ||
  head.isPlural ||
  personNouns.has(head.noun) ||
  bodyNouns.has(head.noun) ||
  documentNouns.has(head.noun);
/** "X says the same": what is said, not who. */
const saidThings: ReadonlySet<string> = new Set(
  'same opposite contrary reverse following truth obvious least'.split(' '),
);
const followers: ReadonlySet<string> = new Set(
  'in at on after before when as who of from based called named owned during to with while last this yesterday today outside via about whose by through and which afterwards later'.split(
    ' ',
  ),
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
