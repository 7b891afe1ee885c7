import type { Sentence } from '../text/sentences.ts';
import { cueWordOf, documentNouns, voiceNouns } from './cue-words.ts';
import { determiners, isAdverb, links, pronouns, stops } from './grammar.ts';
import { apposedName, isOwner, type NounPhrase, readAfter, readBefore } from './noun-phrase.ts';
import { bodyNouns, houseVoices, personNouns, titleOrRoleStart } from './role-words.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from './scene.ts';

/** The subject of a verb. */
export interface Subject {
  readonly phrase: NounPhrase;
  /** Reached through "who" or "which". */
  readonly isRelative: boolean;
  /** Reached past words between commas that do not look like a description of it. */
  readonly isWeak: boolean;
}

/** The subject of a verb group that starts at `verb`, read to its left, past appositions; null where there is none. */
export function subjectBefore(scene: Scene, verb: number, sentence: Sentence): Subject | null {
  let end = verb;
  const from = sentence.firstToken;
  while (end > from && isBetween(scene, end - 1)) end -= 1;
  if (end <= from || isQuoted(scene, end - 1)) return null;
  const last = foldedAt(scene, end - 1);
  if (last === 'who' || last === 'which') {
    const stop = plainAt(scene, end - 2) === ',' ? end - 2 : end - 1;
    const phrase = readBefore(scene, stop, from);
    return phrase === null ? null : { phrase: described(scene, phrase), isRelative: true, isWeak: false };
  }
  const plain = plainAt(scene, end - 1);
  if (plain === ',') {
    const named = distantSubject(scene, end - 1, sentence);
    if (named !== null) return { phrase: named, isRelative: false, isWeak: false };
  }
  if (/^[,)—–-]$/u.test(plain)) return beforeParenthesis(scene, end - 1, from);
  const read = readBefore(scene, end, from);
  const phrase = read === null ? null : holderOf(scene, read, from);
  return phrase === null || !mayAct(scene, phrase) || isObject(scene, phrase, from)
    ? null
    : { phrase: joined(scene, phrase), isRelative: false, isWeak: false };
}

/** "X, who heads the Y at Z, the largest of its kind, said": whoever opens the sentence, past all that is said of them. */
function distantSubject(scene: Scene, close: number, sentence: Sentence): NounPhrase | null {
  const subject = sentenceSubject(scene, sentence);
  if (subject === null || subject.head.kind === 'pronoun' || subject.first - sentence.firstToken > mostBefore)
    return null;
  const open = subject.end;
  if (plainAt(scene, open) !== ',' || open >= close) return null;
  const opener = foldedAt(scene, open + 1);
  const isPerson = subject.head.kind === 'name' && clusterAt(scene, subject.head.mention)?.type === 'person';
  if (!/^(?:who|whose|which)$/u.test(opener) && !(isPerson && determiners.has(opener))) return null;
  for (let t = open + 1; t < close; t += 1) {
    const plain = plainAt(scene, t);
    if (isQuoted(scene, t) || /^[;:“”"]$/u.test(plain)) return null;
    // What follows a comma and is a verb ends what was said of the subject.
    if (plain === ',' && opener !== 'whose' && isVerb.test(foldedAt(scene, t + 1))) return null;
    // "…, its president, Y, said"
    if (plain === ',' && /^(?:its|their)$/u.test(foldedAt(scene, t + 1))) return null;
  }
  return subject;
}
/** Titles before a name. */
const mostBefore = 4;
const isVerb =
  /^(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|did|does|do|says?|said|told|tells?|went|came|took|made|left|met|won|lost|fell|rose|held|gave|got|kept|led|ran|sat|stood|spoke|wrote|saw|sent|put|\p{Ll}{3,}ed)$/u;

/** "many learn the finer points": a phrase with an article right after a lower-case verb is that verb's object. */
const isObject = (scene: Scene, { first, head }: NounPhrase, from: number): boolean => {
  const before = scene.tokens[first - 1];
  if (before === undefined || first <= from || head.kind !== 'description') return false;
  const isWord = before.kind === 'word' && /^\p{Ll}/u.test(before.plain) && mentionAt(scene, first - 1) < 0;
  if (!isWord || isQuoted(scene, first - 1) || !determiners.has(head.words[0] ?? '')) return false;
  // "Under examination the driver agreed"
  if (isGoverned(scene, first - 1, from)) return false;
  return !stops.has(before.folded) && !links.has(before.folded) && !isAdverb(before.folded) && !mayOpen(before.folded);
};
/** Words after which a clause may start: verbs of saying without "that", times, "now". */
const mayOpen = (folded: string): boolean =>
  cueWordOf(folded)?.strength === 3 ||
  /^(?:\p{L}*day|week|month|year|morning|evening|night|ago|later|time)$/u.test(folded);

/** "X, a critic who …": the name that the description stands beside. */
function described(scene: Scene, phrase: NounPhrase): NounPhrase {
  const mention = mentionAt(scene, phrase.first - 2);
  const range = scene.index.ranges[mention];
  const isBeside = plainAt(scene, phrase.first - 1) === ',' && determiners.has(foldedAt(scene, phrase.first));
  if (!isBeside || range === undefined || clusterAt(scene, mention)?.type !== 'person') return phrase;
  return { first: range.first, end: range.end, head: { kind: 'name', mention } };
}

/** "an adviser to X said", "the group led by X said": whom a preposition hangs on; null where that is nobody who speaks. */
function holderOf(scene: Scene, phrase: NounPhrase, from: number): NounPhrase | null {
  const at = phrase.first - 1;
  if (at <= from || phrase.head.kind === 'pronoun' || !governors.has(foldedAt(scene, at))) return phrase;
  if (isQuoted(scene, at) || mentionAt(scene, at) >= 0 || notGoverning.has(foldedAt(scene, at))) return phrase;
  const isAgent = foldedAt(scene, at) === 'by' && /(?:ed|led|run|seen)$/u.test(foldedAt(scene, at - 1));
  const isFinder = isAgent && /^(?:obtained|seen|reviewed|viewed|leaked|cited|quoted)$/u.test(foldedAt(scene, at - 1));
  const holder = readBefore(scene, isAgent ? at - 1 : at, from);
  if (holder === null) return phrase.head.kind === 'name' ? phrase : null;
  const { head } = holder;
  if (head.kind !== 'description') return phrase.head.kind === 'name' ? phrase : null;
  const singular = head.noun.replace(/s$/u, '');
  const speaks =
    personNouns.has(singular) ||
    bodyNouns.has(singular) ||
    voiceNouns.has(head.noun) ||
    documentNouns.has(head.noun) ||
    houseVoices.has(head.noun);
  if (!speaks) return phrase.head.kind === 'name' ? phrase : null;
  const owner = isFinder ? null : phrase.head.kind === 'name' ? phrase.head.mention : head.owner;
  // "Adviser to X" is somebody else than X: no owner whom a spokesman would speak for.
  return {
    first: holder.first,
    end: phrase.end,
    head: {
      ...head,
      owner: voiceNouns.has(head.noun) || documentNouns.has(head.noun) || houseVoices.has(head.noun) ? owner : null,
    },
  };
}
/** Also conjunctions and adverbs. */
const notGoverning: ReadonlySet<string> = new Set(['since', 'until', 'before', 'after', 'than', 'like']);

/** "European orders": a demonym without an article is no subject. "best known": neither is an adverb. */
const mayAct = (scene: Scene, { first, head }: NounPhrase): boolean =>
  head.kind === 'name'
    ? clusterAt(scene, head.mention)?.type !== 'nationality' ||
      /s$/u.test(plainAt(scene, (scene.index.ranges[head.mention]?.end ?? 1) - 1)) ||
      scene.index.ranges[head.mention]?.first !== first
    : head.kind !== 'description' || !/^(?:best|well|most|least|better|less|more|widely)$/u.test(head.noun);

/** "X and Y said": two speakers are nobody in particular. */
function joined(scene: Scene, phrase: NounPhrase): NounPhrase {
  if (phrase.head.kind !== 'name' || foldedAt(scene, phrase.first - 1) !== 'and') return phrase;
  const other = mentionAt(scene, phrase.first - 2);
  const range = scene.index.ranges[other];
  if (other < 0 || range === undefined || clusterAt(scene, other)?.type !== clusterAt(scene, phrase.head.mention)?.type)
    return phrase;
  const before = foldedAt(scene, range.first - 1);
  if (governors.has(before) || links.has(before) || /ed$/u.test(before)) return phrase;
  return {
    first: range.first,
    end: phrase.end,
    head: { kind: 'description', noun: 'both', words: ['both'], owner: null, isOwned: false, isPlural: true },
  };
}

/** Adverbs and days between subject and verb; "on" counts before a day ("X on Monday denied"). */
function isBetween(scene: Scene, at: number): boolean {
  if (isQuoted(scene, at) || mentionAt(scene, at) >= 0) return false;
  const folded = foldedAt(scene, at);
  if (isAdverb(folded)) return true;
  return (folded === 'on' || folded === 'last' || folded === 'this') && isAdverb(foldedAt(scene, at + 1));
}

const farthest = 40;

/** What stands before "…, the bank's chief economist," or "(…)" or "— … —" that closes at token `close`. */
function beforeParenthesis(scene: Scene, close: number, from: number): Subject | null {
  const mark = plainAt(scene, close);
  const opening = mark === ')' ? '(' : mark;
  let start = close;
  for (let hops = 0; hops < 4; hops += 1) {
    let open = start - 1;
    while (open > from && start - open < farthest && plainAt(scene, open) !== opening) open -= 1;
    if (open <= from || plainAt(scene, open) !== opening || isQuoted(scene, open)) return null;
    const phrase = readBefore(scene, beforeBrackets(scene, open, from), from);
    const isNamed = phrase?.head.kind === 'name' && clusterAt(scene, phrase.head.mention)?.type === 'person';
    // "the bank's chairman, X, said"
    const named = mark === ',' && !isNamed ? apposedSpeaker(scene, open + 1, start) : null;
    if (named !== null) return { phrase: named, isRelative: false, isWeak: false };
    if (phrase !== null && (isDangling(scene, phrase, from) || isDeep(scene, phrase, from))) {
      start = open;
      continue;
    }
    const isAge = phrase !== null && phrase.head.kind === 'description' && /^\p{Nd}+$/u.test(phrase.head.noun);
    if (phrase !== null && !isAge) {
      const isList = phrase.head.kind === 'description' && plainAt(scene, phrase.first - 1) === ',';
      if (!mayAct(scene, phrase)) return null;
      const opensClause = phrase.first === from || isClauseStart(scene, phrase.first - 1);
      const isDescribed = isApposition(scene, open + 1) && !isList;
      if (isDescribed || opensClause) return { phrase, isRelative: false, isWeak: !isDescribed };
    }
    if (phrase === null && mark !== ',') return null;
    start = open;
  }
  return null;
}

/** "…, X of Y," and "…, the historian X,": a person's name, or any name that fills the apposition that ends at `close`. */
function apposedSpeaker(scene: Scene, at: number, close: number): NounPhrase | null {
  const named = apposedName(scene, at) ?? mentionAt(scene, at);
  const range = scene.index.ranges[named];
  if (named < 0 || range === undefined) return null;
  const type = clusterAt(scene, named)?.type;
  const isPerson = type === 'person';
  if (!isPerson && type !== 'organisation') return null;
  const fits =
    range.end === close ||
    plainAt(scene, range.end) === ',' ||
    plainAt(scene, range.end) === '(' ||
    (isPerson && links.has(foldedAt(scene, range.end)));
  return fits && (isPerson || range.end === close)
    ? { first: range.first, end: range.end, head: { kind: 'name', mention: named } }
    : null;
}

/** "X, of the Y, who …, said": what a preposition after a comma governs is no subject. */
const isDangling = (scene: Scene, { first }: NounPhrase, from: number): boolean =>
  first - 1 > from &&
  (links.has(foldedAt(scene, first - 1)) || governors.has(foldedAt(scene, first - 1))) &&
  plainAt(scene, first - 2) === ',';

/** "X, a commissioner on the Y, which …, said": Y stands inside what is said of X. */
const isDeep = (scene: Scene, { first, head }: NounPhrase, from: number): boolean => {
  const isSecond = foldedAt(scene, first - 1) === 'and' && head.kind === 'description';
  if (!isSecond && !governors.has(foldedAt(scene, first - 1))) return false;
  const outer = readBefore(scene, first - 1, from);
  return outer !== null && plainAt(scene, outer.first - 1) === ',' && mentionAt(scene, outer.first - 2) >= 0;
};

/** "X (FF), whose …": past brackets that close at `end`. */
function beforeBrackets(scene: Scene, end: number, from: number): number {
  if (plainAt(scene, end - 1) !== ')') return end;
  for (let t = end - 2; t > from && end - t < 12; t -= 1) if (plainAt(scene, t) === '(') return t;
  return end;
}

const isClauseStart = (scene: Scene, at: number): boolean =>
  isQuoted(scene, at) ||
  /^[,;:—–]$/u.test(plainAt(scene, at)) ||
  /^(?:and|but|as|when|after|while|that)$/u.test(foldedAt(scene, at));

/** Whether the words from `at` look like a description of the name before them. */
function isApposition(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  if (token === undefined) return false;
  if (/^(?:who|whose|which|formerly|now|then|himself|herself|aged|also)$/u.test(token.folded)) return true;
  // "X, prosecuting, told the court"
  if (/^\p{Ll}{3,}ing$/u.test(token.plain)) return true;
  if (determiners.has(token.folded) || token.kind === 'number') return true;
  return titleOrRoleStart(scene.tokens, at) || mentionAt(scene, at) >= 0;
}

/**
 * The subject of a whole sentence as far as its beginning shows: the first pronoun, name or definite phrase that no
 * preposition governs.
 */
export function sentenceSubject(scene: Scene, sentence: Sentence): NounPhrase | null {
  for (let t = sentence.firstToken; t < Math.min(sentence.endToken, sentence.firstToken + 30); t += 1) {
    if (isQuoted(scene, t)) continue;
    const folded = foldedAt(scene, t);
    const governed = isGoverned(scene, t, sentence.firstToken);
    const mention = mentionAt(scene, t);
    if (mention >= 0) {
      const range = scene.index.ranges[mention];
      if (range === undefined) continue;
      if (!governed && !isOwner(scene, mention) && !isInsidePhrase(scene, range.end))
        return { first: range.first, end: range.end, head: { kind: 'name', mention } };
      if (!governed) {
        const phrase = readAfter(scene, range.first, sentence.endToken);
        if (phrase !== null) return phrase;
      }
      t = range.end - 1;
      continue;
    }
    if (governed) continue;
    if (pronouns.has(folded)) return { first: t, end: t + 1, head: { kind: 'pronoun', word: folded } };
    if (
      (folded === 'the' ||
        folded === 'a' ||
        folded === 'an' ||
        folded === 'his' ||
        folded === 'her' ||
        folded === 'its') &&
      !stops.has(foldedAt(scene, t + 1))
    ) {
      const phrase = readAfter(scene, t, sentence.endToken);
      if (phrase !== null) return phrase;
    }
  }
  return null;
}

const isInsidePhrase = (scene: Scene, at: number): boolean => {
  const token = scene.tokens[at];
  return token?.kind === 'word' && mentionAt(scene, at) >= 0;
};

/** Whether a preposition stands before the phrase that holds this token. */
function isGoverned(scene: Scene, t: number, from: number): boolean {
  for (let i = t - 1; i >= Math.max(from, t - 6); i -= 1) {
    const folded = foldedAt(scene, i);
    if (links.has(folded) || governors.has(folded)) return true;
    if (scene.tokens[i]?.kind === 'punctuation' || isQuoted(scene, i) || stops.has(folded)) return false;
  }
  return false;
}
const governors: ReadonlySet<string> = new Set(
  'by on to about against between among during through without within across along into onto over under like near per toward towards upon via amid despite since until before after than outside inside'.split(
    ' ',
  ),
);
