import type { Sentence } from '../../text/sentences.ts';
import { determiners, links } from './grammar.ts';
import { apposedName } from './apposition.ts';
import { type NounPhrase, readBefore } from './noun-phrase.ts';
import { personNouns, titleOrRoleStart } from './role-words.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';
import { governors, sentenceSubject } from './sentence-subject.ts';

/** The subject of a verb. */
export interface Subject {
  readonly phrase: NounPhrase;
  /** Reached through "who" or "which". */
  readonly isRelative: boolean;
  /** Reached past words between commas that do not look like a description of it. */
  readonly isWeak: boolean;
}

/** "European orders": a demonym without an article is no subject. "best known": neither is an adverb. */
export const mayAct = (scene: Scene, { first, head }: NounPhrase): boolean =>
  head.kind === 'name'
    ? clusterAt(scene, head.mention)?.type !== 'nationality' ||
      /s$/u.test(plainAt(scene, (scene.index.ranges[head.mention]?.end ?? 1) - 1)) ||
      scene.index.ranges[head.mention]?.first !== first
    : head.kind !== 'description' ||
      // "has translated calls": a participle is no subject.
      (!(head.words.length === 1 && /\p{L}{3}[^e]ed$/u.test(head.noun)) &&
        !/^(?:best|well|most|least|better|less|more|widely)$/u.test(head.noun));

/** "X, who heads the Y at Z, the largest of its kind, said": whoever opens the sentence, past all that is said of them. */
export function distantSubject(scene: Scene, close: number, sentence: Sentence): NounPhrase | null {
  const subject = sentenceSubject(scene, sentence);
  if (subject === null || subject.head.kind === 'pronoun' || subject.first - sentence.firstToken > mostBefore)
    return null;
  const open = subject.end;
  if (plainAt(scene, open) !== ',' || open >= close) return null;
  const opener = foldedAt(scene, open + 1);
  const { head } = subject;
  const isPerson =
    head.kind === 'name' ? clusterAt(scene, head.mention)?.type === 'person' : personNouns.has(head.noun);
  const isRelative =
    /^wh(?:o|ose|ich)$/u.test(opener) || (links.has(opener) && /^wh(?:ich|om|ose)$/u.test(foldedAt(scene, open + 2)));
  const isParticipial = !isPerson && participles.test(opener);
  if (!isRelative && !isParticipial && !(isPerson && determiners.has(opener))) return null;
  for (let t = open + 1; t < close; t += 1) {
    const plain = plainAt(scene, t);
    if (isQuoted(scene, t) || /^[;:“”"]$/u.test(plain)) return null;
    // What follows a comma and is a verb ends what was said of the subject.
    if (plain === ',' && opener !== 'whose' && isVerb.test(plainAt(scene, t + 1))) return null;
    // "…, its president, Y, said"
    if (plain === ',' && /^(?:its|their)$/u.test(foldedAt(scene, t + 1))) return null;
  }
  return subject;
}
/** "The firm, based in Leeds, England, said" */
const participles = /^(?:based|headquartered|owned|led|founded|backed|listed|established)$/u;
/** Titles before a name. */
const mostBefore = 4;
const isVerb =
  /^(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|did|does|do|says?|said|told|tells?|went|came|took|made|left|met|won|lost|fell|rose|held|gave|got|kept|led|ran|sat|stood|spoke|wrote|saw|sent|put|\p{Ll}{3,}ed)$/u;

const farthest = 40;

/** What stands before "…, the bank's chief economist," or "(…)" or "— … —" that closes at token `close`. */
export function beforeParenthesis(scene: Scene, close: number, from: number): Subject | null {
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
    if (
      phrase !== null &&
      (isDangling(scene, phrase, from) || isDeep(scene, phrase, from) || isMembership(scene, phrase))
    ) {
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
  const named = apposedName(scene, at) ?? mentionAt(scene, foldedAt(scene, at) === 'the' ? at + 1 : at);
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

/** "Senator X, Democrat of Y, a former judge, said": the party stands inside what is said of X. */
const isMembership = (scene: Scene, { first, end, head }: NounPhrase): boolean => {
  if (plainAt(scene, first - 1) !== ',' || clusterAt(scene, mentionAt(scene, first - 2))?.type !== 'person')
    return false;
  const isParty = /^(?:democrat|republican|conservative|liberal|independent|labour)$/u.test(foldedAt(scene, first));
  return isParty && (head.kind === 'name' || foldedAt(scene, first + 1) === 'of') && plainAt(scene, end) === ',';
};

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
