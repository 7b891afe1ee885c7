import { cueWordOf, documentNouns, speechNouns } from './cue-words.ts';
import { determiners, isAdverb, isPlural, links, months, nameTitles, pronouns, stops, weekdays } from './grammar.ts';
import { bodyNouns, personNouns } from './role-words.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from './scene.ts';

/** Who or what a noun phrase puts forward. */
export type Head =
  | { readonly kind: 'name'; readonly mention: number }
  | { readonly kind: 'pronoun'; readonly word: string }
  | {
      readonly kind: 'description';
      readonly noun: string;
      /** Folded words of the head's own part, the determiner first. */
      readonly words: readonly string[];
      /** A name inside it: its possessor, its modifier or what follows "of", "for", "by". */
      readonly owner: number | null;
      /** Whether the owner stands as a possessor or behind a preposition, not as a mere modifier ("the Maasai elder"). */
      readonly isOwned: boolean;
      readonly isPlural: boolean;
    };

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
  return part === undefined ? null : { first: part.first, end, head: headOf(scene, part, end) };
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
    if (pronouns.has(token.folded)) return first === end ? at : first;
    if (determiners.has(token.folded) && !/^\p{Nd}/u.test(token.plain)) {
      if (at === end - 1) return end;
      // "that China asked": a conjunction, not a determiner.
      return token.folded === 'that' && mentionAt(scene, first) >= 0 ? first : at;
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
  if (token.plain === '.') return nameTitles.has(foldedAt(scene, at - 1)) || isInitial(scene, at - 1);
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

const isInitial = (scene: Scene, at: number): boolean => /^\p{Lu}$/u.test(plainAt(scene, at));

/** The raised comma of "the visitors’ manager". */
const isPluralPossessive = (scene: Scene, at: number): boolean =>
  plainAt(scene, at) === "'" || plainAt(scene, at) === '’'
    ? scene.tokens[at]?.spaceBefore === false && foldedAt(scene, at - 1).endsWith('s') && !isQuoted(scene, at)
    : false;

function headOf(scene: Scene, part: { readonly first: number; readonly end: number }, end: number): Head {
  const last = part.end - 1;
  const mention = mentionAt(scene, last);
  const holder = mention < 0 ? null : holderOf(scene, part.first, scene.index.ranges[mention]?.first ?? last);
  if (holder !== null)
    return {
      kind: 'description',
      noun: foldedAt(scene, holder),
      words: scene.tokens.slice(part.first, holder + 1).map((token) => token.folded),
      owner: mention,
      isOwned: true,
      isPlural: isPlural(foldedAt(scene, holder)),
    };
  if (mention >= 0 && isMember(scene, part.first, mention))
    return {
      kind: 'description',
      noun: 'politician',
      words: ['the', 'politician'],
      owner: null,
      isOwned: false,
      isPlural: false,
    };
  if (mention >= 0) return { kind: 'name', mention };
  // "X QC": letters after a name.
  const before = mentionAt(scene, last - 1);
  if (before >= 0 && /^\p{Lu}{2,4}$/u.test(plainAt(scene, last)) && clusterAt(scene, before)?.type === 'person')
    return { kind: 'name', mention: before };
  const isJoined = plainAt(scene, last - 1) === '-' && scene.tokens[last]?.spaceBefore === false;
  const word = isJoined ? `${foldedAt(scene, last - 2)}-${foldedAt(scene, last)}` : foldedAt(scene, last);
  if (pronouns.has(word) && part.first === last) return { kind: 'pronoun', word };
  const words: string[] = [];
  let owner: number | null = null;
  let isOwned = false;
  for (let at = part.first; at < part.end; at += 1) {
    words.push(foldedAt(scene, at));
    if (mentionAt(scene, at) < 0) continue;
    owner = mentionAt(scene, at);
    isOwned = isOwner(scene, owner);
  }
  for (let at = part.end; at < end && owner === null; at += 1)
    if (mentionAt(scene, at) >= 0) {
      owner = mentionAt(scene, at);
      isOwned = true;
    }
  return { kind: 'description', noun: word, words, owner, isOwned, isPlural: isPlural(word) };
}

/** "the Kentucky Republican", "the German": one person, told by party or people; "the Republicans" are none. */
function isMember(scene: Scene, first: number, mention: number): boolean {
  const range = scene.index.ranges[mention];
  const type = clusterAt(scene, mention)?.type;
  if (range === undefined || foldedAt(scene, first) !== 'the' || mentionAt(scene, first) >= 0) return false;
  const word = plainAt(scene, range.end - 1);
  if (/^(?:Democrat|Republican|Conservative|Tory|Liberal|Libertarian|Independent|Labourite|Nationalist)$/u.test(word))
    return true;
  return (
    type === 'nationality' &&
    range.end - range.first === 1 &&
    /(?:an|er|Briton|Scot|Dane|Swede|Turk|Pole|Finn|Spaniard)$/u.test(word)
  );
}

/** "a lawyer representing X": the token of the noun that a participle ties to the name, or null. */
function holderOf(scene: Scene, first: number, name: number): number | null {
  for (let at = first + 1; at < name; at += 1) {
    const isParticiple = /^\p{Ll}{2,}ing$/u.test(plainAt(scene, at)) && mentionAt(scene, at) < 0;
    if (isParticiple && isHolder(foldedAt(scene, at - 1)) && mentionAt(scene, at - 1) < 0) return at - 1;
  }
  return null;
}
const isHolder = (noun: string): boolean => {
  const singular = noun.replace(/s$/u, '');
  return personNouns.has(singular) || bodyNouns.has(singular) || documentNouns.has(noun) || noun === 'people';
};

/** The noun phrase that starts at `start` and ends before `to`; a name in apposition ("his barrister, X,") is its head. */
export function readAfter(scene: Scene, start: number, to: number): NounPhrase | null {
  if (pronouns.has(foldedAt(scene, start)) && mentionAt(scene, start) < 0)
    return { first: start, end: start + 1, head: { kind: 'pronoun', word: foldedAt(scene, start) } };
  let at = start;
  let partEnd = -1;
  while (at < to && at - start < farthest) {
    if (isQuoted(scene, at)) break;
    const mention = mentionAt(scene, at);
    if (mention >= 0) {
      const end = scene.index.ranges[mention]?.end ?? at + 1;
      const isModifier =
        scene.tokens[end]?.kind === 'possessive' ||
        (clusterAt(scene, mention)?.type !== 'person' && isCommonNoun(scene, end) && end < to) ||
        (mentionAt(scene, end) >= 0 && clusterAt(scene, mention)?.type !== 'person');
      at = end;
      if (isModifier || partEnd >= 0) continue;
      if (isPostNominal(scene, at)) at += 1;
      return { first: start, end: at, head: { kind: 'name', mention } };
    }
    const token = scene.tokens[at];
    if (token === undefined) break;
    if (links.has(token.folded) || (token.folded === 'by' && at > start)) {
      if (at === start) return null;
      if (partEnd < 0) partEnd = at;
      at += 1;
      continue;
    }
    const isFirstWord = at === start || partEnd >= 0;
    if (determiners.has(token.folded) && token.kind === 'word' && isFirstWord) at += 1;
    else if (token.plain === '.' && (nameTitles.has(foldedAt(scene, at - 1)) || isInitial(scene, at - 1))) at += 1;
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

/** "X KC", "X MP", "X III". */
const isPostNominal = (scene: Scene, at: number): boolean =>
  /^(?:[QKS]C|MPP?|M[SE]P|AM|TD|OBE|MBE|CBE|III?|IV|MD|PhD|Jr\.?|Sr\.?|SAN|RN)$/u.test(plainAt(scene, at)) &&
  mentionAt(scene, at) < 0;

/** "said his lawyer, X." and "…, X of Y", not "according to the papers, X had fled". */
const closesAfter = (scene: Scene, mention: number): boolean => {
  const at = scene.index.ranges[mention]?.end ?? scene.tokens.length;
  const token = scene.tokens[at];
  return (
    token === undefined ||
    token.kind === 'punctuation' ||
    token.kind === 'number' ||
    isQuoted(scene, at) ||
    links.has(token.folded) ||
    /^(?:who|whose|and|qc|kc|sc|jr|sr|mp)$/u.test(token.folded) ||
    scene.document.sentences[scene.sentenceAt[at] ?? 0]?.firstToken === at
  );
};

/** A lower-case word that may go on a phrase after a name ("Labour leader", "Nielsen figures"). */
const isCommonNoun = (scene: Scene, at: number): boolean => {
  const token = scene.tokens[at];
  return (
    token !== undefined &&
    token.kind === 'word' &&
    /^\p{Ll}/u.test(token.plain) &&
    !stops.has(token.folded) &&
    !links.has(token.folded) &&
    !isAdverb(token.folded) &&
    !determiners.has(token.folded) &&
    mentionAt(scene, at) < 0
  );
};

/** A person's name at a token, after titles and role words in capitals; null for anything else. */
export function nameAt(scene: Scene, at: number): number | null {
  for (let i = at; i < at + 4; i += 1) {
    const mention = mentionAt(scene, i);
    if (mention >= 0) return clusterAt(scene, mention)?.type === 'person' && !isOwner(scene, mention) ? mention : null;
    if (!/^\p{Lu}/u.test(plainAt(scene, i)) && plainAt(scene, i) !== '.') return null;
  }
  return null;
}

/** A person's name that ends a short description: "the historian Dr X", "public defender X", "X". */
export function apposedName(scene: Scene, at: number): number | null {
  for (let i = at; i < at + 8; i += 1) {
    const mention = mentionAt(scene, i);
    if (mention >= 0 && clusterAt(scene, mention)?.type === 'person') return isOwner(scene, mention) ? null : mention;
    const token = scene.tokens[i];
    if (token === undefined || isQuoted(scene, i)) return null;
    const fits =
      mention >= 0 ||
      (token.kind === 'word' && !stops.has(token.folded) && !links.has(token.folded)) ||
      token.kind === 'possessive' ||
      token.plain === '.' ||
      token.plain === '-';
    if (!fits) return null;
  }
  return null;
}

/** Whether a possessive follows the name. */
export const isOwner = (scene: Scene, mention: number): boolean =>
  scene.tokens[scene.index.ranges[mention]?.end ?? -1]?.kind === 'possessive';
