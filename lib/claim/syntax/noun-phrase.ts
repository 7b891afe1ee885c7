import { apposedName, closesAfter, nameAt } from './apposition.ts';
import { cueWordOf, documentNouns, speechNouns } from './cue-words.ts';
import { determiners, isAdverb, isPlural, links, months, nameTitles, pronounOf, stops, weekdays } from './grammar.ts';
import { type Head, headOf } from './noun-head.ts';
import { bodyNouns, personNouns } from './role-words.ts';
import { isTitleBefore } from './titles.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';

/** A noun phrase as a half-open range of tokens. */
export interface NounPhrase {
  readonly first: number;
  readonly end: number;
  readonly head: Head;
}

const farthest = 14;

/** The noun phrase whose last token is `end - 1`, not reaching before `from`; null where there is none. */
export function readBefore(scene: Scene, end: number, from: number): NounPhrase | null {
  const parts: { first: number; end: number }[] = [];
  let at = end;
  while (parts.length < 5) {
    const first = partBefore(scene, at, Math.max(from, end - farthest * 2));
    if (first === at) break;
    parts.unshift({ first, end: at });
    if (first - 1 <= from || isQuoted(scene, first - 1) || mentionAt(scene, first - 1) >= 0) break;
    if (!links.has(foldedAt(scene, first - 1))) break;
    at = first - 1;
  }
  const [part] = parts;
  if (part === undefined) return null;
  const named = mentionAt(scene, end - 1);
  if (parts.length > 1 && named >= 0 && isTitleBefore(scene, part.first, named))
    return { first: part.first, end, head: { kind: 'name', mention: named } };
  return { first: part.first, end, head: headOf(scene, part, end) };
}

/** Start of the run of words, names and possessives that ends at `end`. */
function partBefore(scene: Scene, end: number, from: number): number {
  let first = end;
  while (first > from) {
    const at = first - 1;
    if (isQuoted(scene, at)) break;
    const mention = mentionAt(scene, at);
    if (mention >= 0) {
      const start = Math.max(from, scene.index.ranges[mention]?.first ?? at);
      // "the bank Wang said": two names side by side only where the first is a modifier, not a person.
      if (first < end && mentionAt(scene, first) >= 0 && clusterAt(scene, mention)?.type === 'person') break;
      first = start;
      continue;
    }
    const token = scene.tokens[at];
    if (token === undefined) break;
    if (pronounOf(token.folded) !== null) return first === end ? at : first;
    if (determiners.has(token.folded) && !/^\p{Nd}/u.test(token.plain)) {
      // "the head of one of the firms"; "One, a teacher, said"
      if (at === end - 1) {
        const isOpening = at === from && plainAt(scene, end) === ',';
        return /^(?:one|another)$/u.test(token.folded) && (links.has(foldedAt(scene, end)) || isOpening) ? at : end;
      }
      // "that China asked", "that librarians say": a conjunction, not a determiner.
      return token.folded === 'that' && (mentionAt(scene, first) >= 0 || isPlural(foldedAt(scene, end - 1)))
        ? first
        : at;
    }
    if (!mayModify(scene, at, end)) break;
    first = at;
  }
  // A phrase never starts with a loose hyphen or possessive.
  while (
    first < end &&
    mentionAt(scene, first) < 0 &&
    scene.tokens[first]?.kind !== 'word' &&
    scene.tokens[first]?.kind !== 'number'
  )
    first += 1;
  return first;
}

/** Whether the token at `at` may stand inside a phrase that ends at `end`. */
function mayModify(scene: Scene, at: number, end: number): boolean {
  const token = scene.tokens[at];
  if (token === undefined) return false;
  if (token.kind === 'possessive' || token.kind === 'number' || isPluralPossessive(scene, at)) return at < end - 1;
  if (token.plain === '-' || token.plain === '&' || token.plain === '/' || token.plain === '@' || token.plain === '#')
    return at < end - 1;
  if (token.plain === '.') return isAbbreviationPoint(scene, at);
  if (token.kind !== 'word') return false;
  if (stops.has(token.folded) || links.has(token.folded)) return false;
  if (weekdays.has(token.folded) || (months.has(token.folded) && /^\p{Lu}/u.test(token.plain))) return false;
  if (isAdverb(token.folded)) return false;
  const cue = cueWordOf(token.folded);
  if (cue === null || speechNouns.has(token.folded) || documentNouns.has(token.folded)) return true;
  return !(cue.strength === 3 && (cue.forms.includes('past') || cue.forms.includes('present'))) && at === end - 1
    ? true
    : cue.forms.includes('base') && !cue.forms.includes('past');
}

/** The point of "Mr." and of "J.", not the one after "the mayor". */
const isAbbreviationPoint = (scene: Scene, at: number): boolean =>
  (nameTitles.has(foldedAt(scene, at - 1)) && !personNouns.has(foldedAt(scene, at - 1))) || isInitial(scene, at - 1);

const isInitial = (scene: Scene, at: number): boolean => /^\p{Lu}$/u.test(plainAt(scene, at));

/** The raised comma of "the visitors’ manager". */
const isPluralPossessive = (scene: Scene, at: number): boolean =>
  plainAt(scene, at) === "'" || plainAt(scene, at) === '’'
    ? scene.tokens[at]?.spaceBefore === false && foldedAt(scene, at - 1).endsWith('s') && !isQuoted(scene, at)
    : false;

/** The noun phrase that starts at `start` and ends before `to`; a name in apposition ("his barrister, X,") is its head. */
export function readAfter(scene: Scene, start: number, to: number): NounPhrase | null {
  const pronoun = mentionAt(scene, start) < 0 ? pronounOf(foldedAt(scene, start)) : null;
  if (pronoun !== null) return { first: start, end: start + 1, head: { kind: 'pronoun', word: pronoun } };
  // "posted @somebody"
  let at = plainAt(scene, start) === '@' && mentionAt(scene, start) < 0 ? start + 1 : start;
  let partEnd = -1;
  while (at < to && at - start < farthest) {
    if (isQuoted(scene, at)) break;
    const mention = mentionAt(scene, at);
    if (mention >= 0) {
      const end = scene.index.ranges[mention]?.end ?? at + 1;
      const isModifier =
        scene.tokens[end]?.kind === 'possessive' ||
        // "the Norland-based charity"
        (plainAt(scene, end) === '-' && /^(?:based|led|run|backed|owned)$/u.test(foldedAt(scene, end + 1))) ||
        (clusterAt(scene, mention)?.type !== 'person' && isCommonNoun(scene, end) && end < to) ||
        // "the Rovers manager": no person has an article, whatever the name was taken for.
        (at === start + 1 && foldedAt(scene, start) === 'the' && personNouns.has(foldedAt(scene, end))) ||
        (mentionAt(scene, end) >= 0 && clusterAt(scene, mention)?.type !== 'person') ||
        isTitleOf(scene, mention, end);
      at = end;
      const isTitled = partEnd >= 0 && !isModifier && isTitleBefore(scene, start, mention);
      if (isModifier || (partEnd >= 0 && !isTitled)) continue;
      // "said the American"
      if (scene.cast.mentions[mention]?.type === 'nationality' && foldedAt(scene, start) === 'the' && at === start + 2)
        return { first: start, end: at, head: headOf(scene, { first: start, end: at }, at) };
      if (isPostNominal(scene, at)) at += 1;
      return { first: start, end: at, head: { kind: 'name', mention } };
    }
    const token = scene.tokens[at];
    if (token === undefined) break;
    if (links.has(token.folded) || (at > start && (token.folded === 'by' || isServing(scene, at)))) {
      if (at === start) return null;
      // "a report seen by X": X did not write it.
      if (token.folded === 'by' && isFinding(foldedAt(scene, at - 1))) {
        partEnd = at - 1;
        break;
      }
      // "a tally kept by X"
      if (partEnd < 0) partEnd = token.folded === 'by' && isParticiple(foldedAt(scene, at - 1)) ? at - 1 : at;
      at += 1;
      continue;
    }
    if (partEnd < 0 && at > start + 1 && endsBeforeVerb(scene, at)) break;
    const isFirstWord = at === start || partEnd >= 0;
    if (determiners.has(token.folded) && token.kind === 'word' && isFirstWord) at += 1;
    else if (token.plain === '.' && isAbbreviationPoint(scene, at) && at + 1 < to) at += 1;
    else if (isPluralPossessive(scene, at)) at += 1;
    else if (token.kind === 'possessive' || token.kind === 'number' || token.plain === '-' || token.plain === '&')
      at += 1;
    else if (token.kind === 'word' && !stops.has(token.folded) && !isAdverb(token.folded)) at += 1;
    else break;
  }
  if (at === start) return null;
  const end = partEnd < 0 ? at : partEnd;
  const named = plainAt(scene, at) === ',' || plainAt(scene, at) === '—' ? apposedName(scene, at + 1) : null;
  const apposed = named !== null && closesAfter(scene, named) ? named : null;
  const head: Head = apposed === null ? headOf(scene, { first: start, end }, at) : { kind: 'name', mention: apposed };
  if (head.kind === 'description' && (determiners.has(head.noun) || head.noun === '')) return null;
  return { first: start, end: at, head };
}

/** "the bank held", "a report published": a verb right after the noun of a person, a body or a document. */
function endsBeforeVerb(scene: Scene, at: number): boolean {
  const noun = foldedAt(scene, at - 1);
  if (mentionAt(scene, at - 1) >= 0 || !/^\p{Ll}/u.test(plainAt(scene, at)) || foldedAt(scene, at + 1) === 'by')
    return false;
  if (!personNouns.has(noun) && !bodyNouns.has(noun) && !documentNouns.has(noun)) return false;
  return isPastVerb(foldedAt(scene, at)) && !personNouns.has(foldedAt(scene, at));
}

/** "a lawyer to X": a preposition that ties a person to whom they serve. */
const isServing = (scene: Scene, at: number): boolean =>
  foldedAt(scene, at) === 'to' && personNouns.has(foldedAt(scene, at - 1));

/** "United States Attorney X": the name of a body or place that only begins somebody's title. */
const isTitleOf = (scene: Scene, mention: number, end: number): boolean =>
  clusterAt(scene, mention)?.type !== 'person' &&
  mentionAt(scene, end) < 0 &&
  /^\p{Lu}\p{Ll}/u.test(plainAt(scene, end)) &&
  (nameAt(scene, end) !== null ||
    (personNouns.has(foldedAt(scene, end)) && !personNouns.has(foldedAt(scene, end + 1))));

/** What is done to a document by those who only pass on what it says. */
export const isFinding = (folded: string): boolean =>
  /^(?:obtained|seen|reviewed|viewed|leaked|cited|quoted)$/u.test(folded);

const isParticiple = (folded: string): boolean =>
  /(?:ed|kept|made|done|seen|written|drawn|given|held|run|led)$/u.test(folded) && folded.length > 2;

/** "X KC", "X MP", "X III". */
const isPostNominal = (scene: Scene, at: number): boolean =>
  /^(?:[QKS]C|MPP?|M[SE]P|AM|TD|OBE|MBE|CBE|III?|IV|MD|PhD|Jr\.?|Sr\.?|SAN|RN)$/u.test(plainAt(scene, at)) &&
  mentionAt(scene, at) < 0;

/** "the Y recorded 70 mm": what a body did, not a noun that its name goes before. */
const isPastVerb = (folded: string): boolean =>
  /\p{L}{3}[^e]ed$/u.test(folded) || cueWordOf(folded)?.forms.includes('past') === true;

/** A lower-case word that may go on a phrase after a name ("Labour leader", "Nielsen figures"). */
const isCommonNoun = (scene: Scene, at: number): boolean => {
  const token = scene.tokens[at];
  return (
    token !== undefined &&
    token.kind === 'word' &&
    /^\p{Ll}/u.test(token.plain) &&
    !isPastVerb(token.folded) &&
    !stops.has(token.folded) &&
    !links.has(token.folded) &&
    !isAdverb(token.folded) &&
    !determiners.has(token.folded) &&
    mentionAt(scene, at) < 0
  );
};
