import type { Sentence } from '../../text/sentences.ts';
import { cueWordOf, documentNouns, voiceNouns } from './cue-words.ts';
import { determiners, haveForms, isAdverb, isPlural, links, stops } from './grammar.ts';
import type { Description } from './noun-head.ts';
import { isFinding, type NounPhrase, readBefore } from './noun-phrase.ts';
import { beforeParenthesis, distantSubject, mayAct, type Subject } from './parentheses.ts';
import { maySpeak } from './reduced-relative.ts';
import { bodyNouns, endsLikePerson, houseVoices, personNouns } from './role-words.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';
import { afterDateline, governors, isGoverned } from './sentence-subject.ts';

/** The subject of a verb group that starts at `verb`, read to its left, past appositions; null where there is none. */
export function subjectBefore(scene: Scene, verb: number, sentence: Sentence): Subject | null {
  let end = verb;
  const from = afterDateline(scene, sentence);
  while (end > from && isBetween(scene, end - 1)) end -= 1;
  if (end <= from || isQuoted(scene, end - 1)) return null;
  const last = foldedAt(scene, end - 1);
  if (last === 'who' || last === 'which') {
    const stop = plainAt(scene, end - 2) === ',' ? end - 2 : end - 1;
    const phrase = readBefore(scene, stop, from);
    if (phrase === null) return null;
    const near = last === 'who' ? personBefore(scene, phrase, stop) : null;
    return { phrase: near ?? described(scene, phrase), isRelative: true, isWeak: false };
  }
  const aside = beforeAside(scene, end, from);
  if (aside !== end) {
    const subject = subjectBefore(scene, aside, sentence);
    return subject === null ? null : { ...subject, isWeak: false };
  }
  const plain = plainAt(scene, end - 1);
  if (plain === ',') {
    const named = distantSubject(scene, end - 1, sentence);
    if (named !== null) return { phrase: named, isRelative: false, isWeak: false };
  }
  if (/^[,)—–-]$/u.test(plain)) {
    const before = beforeParenthesis(scene, end - 1, from);
    return before === null ? null : { ...before, phrase: joined(scene, before.phrase, from) };
  }
  const read = readBefore(scene, end, from);
  const phrase = read === null ? null : holderOf(scene, read, from);
  return phrase === null || !mayAct(scene, phrase) || isObject(scene, phrase, from)
    ? null
    : { phrase: ofWhose(scene, joined(scene, phrase, from)), isRelative: false, isWeak: false };
}

/** "X, for example, said": past two words between commas that say nothing of X. */
function beforeAside(scene: Scene, end: number, from: number): number {
  const open = end - (foldedAt(scene, end - 2) === 'though' ? 3 : 4);
  if (open <= from || plainAt(scene, end - 1) !== ',' || plainAt(scene, open) !== ',') return end;
  const aside = [...Array(end - open - 2).keys()].map((i) => foldedAt(scene, open + 1 + i)).join(' ');
  return /^(?:for (?:example|instance|one)|in turn|of course|in contrast|by contrast|though)$/u.test(aside)
    ? open
    : end;
}

/**
 * "A witness who saw the crash said", "a boy's mother who bought pills online has told": past a clause about whoever opens
 * the sentence, where what stands right before the verb says nothing.
 */
export function pastRelative(
  scene: Scene,
  verb: number,
  { near, opener }: { readonly near: Subject | null; readonly opener: NounPhrase | null },
): Subject | null {
  if (opener === null || opener.head.kind === 'pronoun') return near;
  // Whoever "who" goes on with is somebody.
  if (!maySpeak(opener) && foldedAt(scene, opener.end) !== 'who') return near;
  if (near !== null && (near.isRelative || near.phrase.first <= opener.end)) return near;
  // "The firm that makes maps said": what is read as a phrase begins with the clause's own verb.
  const isClause = near !== null && near.phrase.first === opener.end + 1 && near.phrase.end - near.phrase.first > 2;
  // "The donors who spoke to X said"
  const isSpokenTo =
    near !== null && foldedAt(scene, opener.end) === 'who' && isGoverned(scene, near.phrase.first, opener.end);
  if (near !== null && maySpeak(near.phrase) && !isClause && !isSpokenTo) return near;
  if (!/^(?:who|whose|that|which)$/u.test(foldedAt(scene, opener.end)) || verb < opener.end + 3) return near;
  for (let t = opener.end; t < verb; t += 1) if (isQuoted(scene, t) || /^[,;:]$/u.test(plainAt(scene, t))) return near;
  return { phrase: opener, isRelative: false, isWeak: false };
}

/** "many learn the finer points": a phrase with an article right after a lower-case verb is that verb's object. */
const isObject = (scene: Scene, { first, head }: NounPhrase, from: number): boolean => {
  const before = scene.tokens[first - 1];
  if (before === undefined || first <= from || head.kind !== 'description') return false;
  // "X had a header ruled out"
  if (haveForms.has(before.folded) && determiners.has(head.words[0] ?? '')) return true;
  const isWord = before.kind === 'word' && /^\p{Ll}/u.test(before.plain) && mentionAt(scene, first - 1) < 0;
  if (!isWord || isQuoted(scene, first - 1) || !determiners.has(head.words[0] ?? '')) return false;
  // "a move the union called": a noun that the clause is about
  if (/^(?:an?|the|this|that)$/u.test(foldedAt(scene, first - 2)) && first - 2 > from) return false;
  // "Under examination the driver agreed"
  if (isGoverned(scene, first - 1, from)) return false;
  return !stops.has(before.folded) && !links.has(before.folded) && !isAdverb(before.folded) && !mayOpen(before.folded);
};
/** Words after which a clause may start: verbs of saying without "that", times, "now". */
const mayOpen = (folded: string): boolean =>
  cueWordOf(folded)?.strength === 3 ||
  /^(?:\p{L}*day|week|month|year|morning|evening|night|ago|later|time)$/u.test(folded);

/** "A letter from X, who says so": of a thing and a person "who" is the person; null where the phrase is of one as well. */
function personBefore(scene: Scene, { first, head }: NounPhrase, stop: number): NounPhrase | null {
  const mention = mentionAt(scene, stop - 1);
  const range = scene.index.ranges[mention];
  if (head.kind !== 'description' || range === undefined || range.first <= first) return null;
  if (clusterAt(scene, mention)?.type !== 'person' || maySpeakAsPerson(head.noun)) return null;
  return { first: range.first, end: range.end, head: { kind: 'name', mention } };
}

const maySpeakAsPerson = (noun: string): boolean => {
  const singular = noun.replace(/s$/u, '');
  return personNouns.has(singular) || endsLikePerson(singular) || voiceNouns.has(noun) || houseVoices.has(noun);
};

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
  // "A note beside it says", not "before he says"
  const isSubject = phrase.head.kind === 'pronoun' && phrase.head.word !== 'it';
  if (at <= from || isSubject || !governors.has(foldedAt(scene, at))) return phrase;
  if (isQuoted(scene, at) || mentionAt(scene, at) >= 0 || notGoverning.has(foldedAt(scene, at))) return phrase;
  const isAgent = foldedAt(scene, at) === 'by' && /(?:ed|led|run|seen)$/u.test(foldedAt(scene, at - 1));
  const isFinder = isAgent && isFinding(foldedAt(scene, at - 1));
  // "sources close to X", "people briefed on the plan"
  const isReduced = reducedRelatives.has(foldedAt(scene, at - 1));
  const holder = readBefore(scene, isAgent || isReduced ? at - 1 : at, from);
  if (holder === null) return phrase.head.kind === 'name' ? phrase : null;
  const { head } = holder;
  if (head.kind !== 'description') return phrase.head.kind === 'name' ? phrase : null;
  const singular = head.noun.replace(/s$/u, '');
  const speaks =
    personNouns.has(singular) ||
    endsLikePerson(singular) ||
    /^(?:person|people|man|men|woman|women)$/u.test(head.noun) ||
    bodyNouns.has(singular) ||
    voiceNouns.has(head.noun) ||
    documentNouns.has(head.noun) ||
    houseVoices.has(head.noun);
  if (!speaks) return phrase.head.kind === 'name' ? phrase : null;
  const owner = isFinder ? null : ownerOf(phrase, head);
  const isHouse = houseVoices.has(head.noun) && !isAgent;
  // "Adviser to X" is somebody else than X: no owner whom a spokesman would speak for.
  return {
    first: holder.first,
    end: phrase.end,
    head: {
      ...head,
      // "An article about X" is not by X.
      owner:
        voiceNouns.has(head.noun) || (documentNouns.has(head.noun) && foldedAt(scene, at) === 'by') || isHouse
          ? owner
          : null,
    },
  };
}
/** "by X", "by researchers at X" */
const ownerOf = ({ head }: NounPhrase, held: Description): number | null =>
  head.kind === 'name' ? head.mention : ((head.kind === 'description' ? head.owner : null) ?? held.owner);
const reducedRelatives: ReadonlySet<string> = new Set(
  'close familiar loyal next related opposed sympathetic briefed involved based working speaking'.split(' '),
);
/** Also conjunctions and adverbs. */
const notGoverning: ReadonlySet<string> = new Set(['since', 'until', 'before', 'after', 'than', 'like']);

/** "X, Y and Z said": the first one speaks for them; "traders at X and Y said": the traders do. */
function joined(scene: Scene, phrase: NounPhrase, from: number): NounPhrase {
  if (phrase.head.kind !== 'name' || foldedAt(scene, phrase.first - 1) !== 'and') return phrase;
  const type = clusterAt(scene, phrase.head.mention)?.type;
  // "X and its rival Y"
  const isRival = type !== 'person' && foldedAt(scene, phrase.first) === 'its';
  let first: number | null = null;
  let at = phrase.first - 1;
  while (at > from && (first === null || plainAt(scene, at) === ',')) {
    const end = foldedAt(scene, at - 1) === ',' ? at - 1 : at;
    const other = mentionAt(scene, end - 1);
    const range = scene.index.ranges[other];
    if (other < 0 || range === undefined || (clusterAt(scene, other)?.type !== type && !isRival)) break;
    first = other;
    at = foldedAt(scene, range.first - 1) === 'the' ? range.first - 2 : range.first - 1;
  }
  const range = first === null ? undefined : scene.index.ranges[first];
  if (first === null || range === undefined) return phrase;
  const whole = readBefore(scene, range.end, from);
  if (whole === null || whole.head.kind !== 'name') return whole === null ? phrase : { ...whole, end: phrase.end };
  const before = foldedAt(scene, whole.first - 1);
  if (governors.has(before) || /ed$/u.test(before)) {
    // "a study in countries including X and Y suggests"
    const held = holderOf(scene, whole, from);
    return held?.head.kind === 'description' ? { ...held, end: phrase.end } : phrase;
  }
  // "Internet providers X and Y"
  const isGroup = whole.first < range.first && isPlural(foldedAt(scene, range.first - 1));
  return {
    first: range.first,
    end: phrase.end,
    head: isGroup
      ? { kind: 'description', noun: 'both', words: ['both'], owner: null, isOwned: false, isPlural: true, names: [] }
      : { kind: 'name', mention: first },
  };
}

/** "X, whose board said": the board is X's. */
function ofWhose(scene: Scene, phrase: NounPhrase): NounPhrase {
  const { first, head } = phrase;
  if (head.kind !== 'description' || foldedAt(scene, first - 1) !== 'whose') return phrase;
  const owner = mentionAt(scene, plainAt(scene, first - 2) === ',' ? first - 3 : first - 2);
  return owner < 0 ? phrase : { ...phrase, head: { ...head, owner, isOwned: true } };
}

/** Adverbs and days between subject and verb; "on" counts before a day ("X on Monday denied"). */
function isBetween(scene: Scene, at: number): boolean {
  if (isQuoted(scene, at) || mentionAt(scene, at) >= 0) return false;
  const folded = foldedAt(scene, at);
  if (isAdverb(folded)) return true;
  return (folded === 'on' || folded === 'last' || folded === 'this') && isAdverb(foldedAt(scene, at + 1));
}
