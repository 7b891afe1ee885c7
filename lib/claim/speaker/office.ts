import type { Cluster } from '../../model/mention.ts';
import type { Discourse } from './discourse.ts';
import type { Description } from '../syntax/noun-head.ts';
import { mostPresent, resolvePerson } from './pronoun.ts';
import { bodyNouns, isFemaleNoun, officeNouns, personNouns } from '../syntax/role-words.ts';
import { clusterAt, type Scene } from '../scene.ts';
import { isSameRole } from './same-role.ts';
import { foldWord } from '../../text/fold.ts';

interface Asked {
  readonly head: Description;
  readonly noun: string;
  readonly sentence: number;
}

/** How present somebody must be to be meant by an office that the text never gave them, and by any other noun. */
const leastForOffice = 0.45;
const leastForTrade = 0.2;
/** "the rider" after somebody of another trade. */
const otherTrade = 0.4;
const passing = /^(?:the|of|and|former|new|then|outgoing|late|old|young|senior|junior)$/u;
/** "the French president" is rather whom the text calls French. */
const sameHouse = 3;

/** Whom "the minister", "the rider" or "the 35-year-old" means at a sentence. */
export function resolveHolder(scene: Scene, stage: Discourse, asked: Asked): Cluster | null {
  const { head, noun, sentence } = asked;
  const known = byRole(scene, stage, asked);
  if (known !== null || bodyNouns.has(noun) || head.words[0] !== 'the' || head.isOwned) return known;
  if (isFemaleNoun(noun)) {
    const woman = resolvePerson(stage, 'female', { sentence, not: null });
    return woman !== null && stage.presence(woman.id, sentence) > leastForTrade ? woman : null;
  }
  const isOffice = officeNouns.has(noun);
  // "The minister" is whoever was called one; "the Labour leader" need not have been.
  if (isOffice && head.owner === null) return null;
  const near = mostPresent(stage, sentence, (cluster) => {
    if (cluster.type !== 'person') return 0;
    // "the former bowler" may be a coach by now.
    // "the Italian" may have any.
    const isOther =
      noun !== 'national' && !head.words.includes('former') && hasOtherTrade(stage.describes(cluster.id), noun);
    return isOther ? (isOffice ? 0 : otherTrade) : 1;
  });
  const isTrade = noun !== 'politician' && noun !== 'national';
  const least = !isTrade ? leastForTrade / 2 : isOffice ? leastForOffice : leastForTrade;
  if (near === null || stage.presence(near.id, sentence) <= least) return null;
  if (isTrade && !hasOtherTrade(stage.describes(near.id), noun)) stage.describe(near.id, noun);
  return near;
}

/** Whether the text gives somebody an office or a trade, and none that the noun may stand for. */
export function hasOtherTrade(words: ReadonlySet<string>, noun: string): boolean {
  let hasAny = false;
  for (const word of words) {
    if (!personNouns.has(word)) continue;
    if (word === noun || isSameRole(word, noun)) return false;
    hasAny = true;
  }
  return hasAny;
}

/** The person whom the text describes with a noun or one like it; seen ones by presence, else the only one of the text. */
export function byRole(scene: Scene, stage: Discourse, { head, noun, sentence }: Asked): Cluster | null {
  const held = head.owner === null ? null : clusterAt(scene, head.owner);
  // A book is nobody's house: "the author of …" is whoever is called a writer.
  const owner =
    head.owner === null || held?.type === 'work' ? [] : wordsOf([held?.name, scene.cast.mentions[head.owner]?.surface]);
  const house = [...owner, ...head.words.slice(1, -1).filter((word) => word.length > 1 && !passing.test(word))];
  const fitOf = (cluster: Cluster, areFit: (words: ReadonlySet<string>) => boolean): number => {
    if (cluster.type !== 'person') return 0;
    const words = stage.describes(cluster.id);
    if (!areFit(words)) return 0;
    if (isFemaleNoun(noun) && stage.genderOf(cluster) === 'male') return 0;
    if (house.some((word) => words.has(word))) return sameHouse;
    // "Mopani's owner" is nobody who is told to own something else.
    return noun === 'owner' && owner.length > 0 ? 0 : 1;
  };
  const isBare = head.words[0] === 'the' && !head.words.some((word) => /^['’]s?$/u.test(word));
  // "Secretary-general", however the text that introduced them joins it.
  const parts = noun.split('-');
  const isNoun = (words: ReadonlySet<string>): boolean => parts.every((part) => words.has(part)) || words.has(noun);
  const seen = mostPresent(stage, sentence, (cluster) => fitOf(cluster, isNoun));
  if (seen !== null) return seen;
  const [only, ...others] = scene.cast.clusters.filter((cluster) => fitOf(cluster, isNoun) > 0);
  if (only !== undefined && others.length === 0) return only;
  // "The French president" is no German chancellor.
  const least = house.length === 0 ? 1 : sameHouse;
  const isLike = (words: ReadonlySet<string>): boolean =>
    [...words].some(
      (word) => isSameRole(word, noun) || (house.length > 0 && leaders.has(noun) && officeNouns.has(word)),
    );
  return isBare
    ? mostPresent(stage, sentence, (cluster) => {
        const fit = fitOf(cluster, isLike);
        return fit >= least ? fit : 0;
      })
    : null;
}

/** "The union leader" may be its general secretary. */
const leaders: ReadonlySet<string> = new Set(['leader', 'boss', 'chief', 'head']);

const wordsOf = (names: readonly (string | undefined)[]): string[] =>
  names
    .flatMap((name) => (name ?? '').split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 1 && !/^(?:the|of|and)$/iu.test(word))
    .map(foldWord);
