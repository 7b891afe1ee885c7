import { isOwner } from './apposition.ts';
import { documentNouns } from './cue-words.ts';
import { isPlural, pronounOf } from './grammar.ts';
import { bodyNouns, personNouns } from './role-words.ts';
import { clusterAt, foldedAt, mentionAt, plainAt, type Scene } from '../scene.ts';

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
      /** Folded words before the noun that are names by their capitals, though of nothing that was recognised: "the Aslef union". */
      readonly names: readonly string[];
    };

export type Description = Extract<Head, { kind: 'description' }>;

export function headOf(scene: Scene, part: { readonly first: number; readonly end: number }, end: number): Head {
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
      names: [],
    };
  const member = mention < 0 ? null : memberOf(scene, part.first, mention);
  if (member !== null)
    return {
      kind: 'description',
      noun: member,
      words: ['the', member],
      owner: null,
      isOwned: false,
      isPlural: false,
      names: [],
    };
  if (mention >= 0) return { kind: 'name', mention };
  // "X QC": letters after a name.
  const before = mentionAt(scene, last - 1);
  if (before >= 0 && /^\p{Lu}{2,4}$/u.test(plainAt(scene, last)) && clusterAt(scene, before)?.type === 'person')
    return { kind: 'name', mention: before };
  const isJoined = plainAt(scene, last - 1) === '-' && scene.tokens[last]?.spaceBefore === false;
  const word = isJoined ? `${foldedAt(scene, last - 2)}-${foldedAt(scene, last)}` : foldedAt(scene, last);
  const pronoun = part.first === last ? pronounOf(word) : null;
  if (pronoun !== null) return { kind: 'pronoun', word: pronoun };
  const words: string[] = [];
  let owner: number | null = null;
  let isOwned = false;
  const names: string[] = [];
  for (let at = part.first; at < part.end; at += 1) {
    words.push(foldedAt(scene, at));
    if (mentionAt(scene, at) < 0) {
      if (at > part.first && at < last && /^\p{Lu}\p{L}{2}/u.test(plainAt(scene, at))) names.push(foldedAt(scene, at));
      continue;
    }
    owner = mentionAt(scene, at);
    isOwned = isOwner(scene, owner);
  }
  for (let at = part.end; at < end && owner === null; at += 1)
    if (mentionAt(scene, at) >= 0) {
      owner = mentionAt(scene, at);
      isOwned = true;
    }
  if (owner === null && documentNouns.has(word)) {
    owner = makerAfter(scene, end);
    isOwned = owner !== null;
  }
  return { kind: 'description', noun: word, words, owner, isOwned, isPlural: isPlural(word), names };
}

/** "a survey that X finished", "a report published on Monday by the Y": who is told to have made a document, or null. */
function makerAfter(scene: Scene, end: number): number | null {
  const opener = foldedAt(scene, end);
  let at = /^(?:that|which)$/u.test(opener) ? end + 1 : -1;
  if (makes.test(opener))
    for (let t = end + 1; t < end + 7 && at < 0; t += 1) if (foldedAt(scene, t) === 'by') at = t + 1;
  if (at < 0) return null;
  const mention = mentionAt(scene, foldedAt(scene, at) === 'the' ? at + 1 : at);
  const type = clusterAt(scene, mention)?.type;
  return type === 'organisation' || type === 'person' ? mention : null;
}

const makes =
  /^(?:published|released|issued|compiled|conducted|carried|done|made|written|produced|prepared|commissioned)$/u;

/** "the Kentucky Republican", "the German": what one person is who is told by party or people, or null; "the Republicans" are none. */
function memberOf(scene: Scene, first: number, mention: number): 'politician' | 'national' | null {
  const range = scene.index.ranges[mention];
  // The type of the mention: "American" may stand in its country's cluster.
  const type = scene.cast.mentions[mention]?.type;
  if (range === undefined || foldedAt(scene, first) !== 'the' || mentionAt(scene, first) >= 0) return null;
  const word = plainAt(scene, range.end - 1);
  if (/^(?:Democrat|Republican|Conservative|Tory|Liberal|Libertarian|Independent|Labourite|Nationalist)$/u.test(word))
    return 'politician';
  const isNational =
    type === 'nationality' &&
    range.end - range.first === 1 &&
    /(?:an|er|man|woman|Argentine|Briton|Scot|Dane|Swede|Turk|Pole|Finn|Spaniard|Greek|Czech|Croat|Serb|Slovak|Slovene|Thai|Israeli|Iraqi|Pakistani|Bangladeshi|Somali|Filipin[ao]|Cypriot|Uzbek|Kazakh)$/u.test(
      word,
    );
  return isNational ? 'national' : null;
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
