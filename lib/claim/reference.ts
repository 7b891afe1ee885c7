import type { Gender } from '../model/entity.ts';
import type { Cluster } from '../model/mention.ts';
import { documentNouns, voiceNouns } from './cue-words.ts';
import type { Discourse } from './discourse.ts';
import { indefinites, possessives } from './grammar.ts';
import type { Head } from './noun-head.ts';
import type { NounPhrase } from './noun-phrase.ts';
import {
  bodyNouns,
  genericBodies,
  houseParts,
  houseVoices,
  isFemaleNoun,
  officeNouns,
  personNouns,
  placeNouns,
} from './role-words.ts';
import { clusterAt, type Scene } from './scene.ts';

/** Whom a noun phrase means at a sentence, as the text stands so far; null where it names nobody. */
export function resolve(
  scene: Scene,
  stage: Discourse,
  asked: { readonly phrase: NounPhrase; readonly sentence: number; readonly not: Cluster | null },
): Cluster | null {
  const { head } = asked.phrase;
  switch (head.kind) {
    case 'name':
      return clusterAt(scene, head.mention);
    case 'pronoun':
      return resolvePronoun(stage, head.word, asked);
    case 'description':
      return (
        resolveDescription(scene, stage, { head, sentence: asked.sentence }) ??
        (isBareVoice(asked.phrase) ? speakingBody(stage, asked.sentence) : null)
      );
  }
}

interface Told {
  readonly sentence: number;
  /** Who has just asked: not whoever answers. */
  readonly not: Cluster | null;
}

function resolvePronoun(stage: Discourse, word: string, { sentence, not }: Told): Cluster | null {
  switch (word) {
    case 'he':
    case 'she': {
      const gender = word === 'he' ? 'male' : 'female';
      const found = resolvePerson(stage, gender, { sentence, not });
      return found === null && not !== null ? resolvePerson(stage, gender, { sentence, not: null }) : found;
    }
    case 'it':
      return mostPresent(stage, sentence, (cluster) =>
        cluster.type === 'organisation' ? 1 : cluster.type === 'place' ? 0.5 : 0,
      );
    case 'they': {
      const found = mostPresent(stage, sentence, (cluster) => (cluster.type === 'organisation' ? 1 : 0));
      const nameless = stage.strangerPresence((stranger) => stranger.isPlural, sentence);
      const presence = found === null ? 0 : stage.presence(found.id, sentence);
      return nameless > presence * theyAsBody || presence < leastForThey ? null : found;
    }
    default:
      return null;
  }
}

/** Whoever the text names often is meant sooner; from the corpus, where any share from a quarter to a half does the same. */
const prominenceOf = ({ mentions }: Cluster): number => 1 + 0.3 * Math.min(1, mentions.length / 6);

/** How well "the company" fits a body that the text never calls so, beside one that it does. */
const undescribed = 0.5;

/** "They" are rather people without a name than a body. */
const theyAsBody = 0.75;

/** A spokesman without a house speaks for one only where it has just been the subject. */
const leastForSpokesman = 0.6;

/** "They" is a body only where the text has just made it its subject. */
const leastForThey = 0.45;

function resolvePerson(stage: Discourse, gender: Gender, { sentence, not }: Told): Cluster | null {
  const found = mostPresent(stage, sentence, (cluster) => {
    if (cluster.type !== 'person' || cluster.id === not?.id) return 0;
    const known = stage.genderOf(cluster);
    return (known === null ? 0.8 : known === gender ? 1 : 0) * prominenceOf(cluster);
  });
  const nameless = stage.strangerPresence(
    (stranger) => !stranger.isPlural && (stranger.gender === null || stranger.gender === gender),
    sentence,
  );
  if (found !== null && nameless > stage.presence(found.id, sentence)) return null;
  if (found !== null) stage.learnGender(found.id, gender);
  return found;
}

/** The cluster with the most presence times fitness. */
function mostPresent(stage: Discourse, sentence: number, fitness: (cluster: Cluster) => number): Cluster | null {
  let best: Cluster | null = null;
  let most = 0;
  for (const cluster of stage.recent()) {
    const fit = fitness(cluster);
    if (fit === 0) continue;
    const score = fit * stage.presence(cluster.id, sentence);
    if (score > most) {
      best = cluster;
      most = score;
    }
  }
  return best;
}

type Description = Extract<Head, { kind: 'description' }>;

function resolveDescription(
  scene: Scene,
  stage: Discourse,
  asked: { readonly head: Description; readonly sentence: number },
): Cluster | null {
  const { head, sentence } = asked;
  const owner = head.owner === null ? null : clusterAt(scene, head.owner);
  const singular = head.isPlural ? head.noun.replace(/s$/u, '') : head.noun;
  if (documentNouns.has(head.noun)) {
    // "his filing says"
    const writer = possessives.get(head.words[0] ?? '');
    if (writer !== undefined) return resolvePronoun(stage, writer, { sentence, not: null });
    if (owner !== null && speaks(owner)) return owner;
    const within = bodyWithin(scene, stage, asked);
    if (within !== null) return within;
    // "the minutes say": those of the body on stage.
    if (head.words[0] !== 'the') return null;
    const body = mostPresent(stage, sentence, (cluster) => (cluster.type === 'organisation' ? 1 : 0));
    return body !== null && stage.presence(body.id, sentence) > 0.3 ? body : null;
  }
  // "Analysts at X expect": the house speaks.
  if (houseVoices.has(head.noun) && owner?.type === 'organisation') return owner;
  const isIndefinite = indefinites.has(head.words[0] ?? '');
  if (voiceNouns.has(head.noun)) {
    if (head.isPlural) return null;
    const known = isIndefinite ? null : byRole(scene, stage, { noun: head.noun, sentence });
    return known ?? (owner !== null && speaks(owner) ? owner : bodyWithin(scene, stage, asked));
  }
  if (isIndefinite || head.isPlural) return null;
  if (personNouns.has(singular) || (!bodyNouns.has(singular) && isPersonLike(head.words, singular))) {
    const known = byRole(scene, stage, { noun: singular, sentence });
    // "the rider said": whoever is on stage, unless it is an office that somebody else may hold.
    if (
      known !== null ||
      officeNouns.has(singular) ||
      bodyNouns.has(singular) ||
      head.words[0] !== 'the' ||
      head.isOwned
    )
      return known;
    const near = isFemaleNoun(singular)
      ? resolvePerson(stage, 'female', { sentence, not: null })
      : mostPresent(stage, sentence, isPerson);
    return near !== null && stage.presence(near.id, sentence) > (singular === 'politician' ? 0.1 : 0.2) ? near : null;
  }
  if (houseParts.has(head.noun)) {
    if (owner?.type === 'organisation' || owner?.type === 'place') return owner;
    // "its board said"
    if (/^(?:its|their)$/u.test(head.words[0] ?? '')) return resolvePronoun(stage, 'it', { sentence, not: null });
  }
  if (bodyNouns.has(singular)) {
    // "X's group" is no other body.
    const isGeneric = genericBodies.has(singular) && !head.isOwned;
    return mostPresent(stage, sentence, (cluster) => {
      if (cluster.type !== 'organisation') return 0;
      return stage.describes(cluster.id).has(singular) ? 1 : isGeneric ? undescribed : 0;
    });
  }
  if (placeNouns.has(singular))
    return mostPresent(stage, sentence, (cluster) =>
      cluster.type !== 'place' ? 0 : cluster.name.toLowerCase().split(' ').includes(singular) ? 1 : undescribed,
    );
  return byRole(scene, stage, { noun: singular, sentence });
}

/** "…, a spokesman said": somebody's who has just been spoken of. */
const isBareVoice = ({ first, end, head }: NounPhrase): boolean =>
  head.kind === 'description' && end - first === 2 && /^an?$/u.test(head.words[0] ?? '') && /^spokes/u.test(head.noun);

/** The body that the text has just made its subject, or null. */
function speakingBody(stage: Discourse, sentence: number): Cluster | null {
  const body = mostPresent(stage, sentence, (cluster) => (cluster.type === 'organisation' ? 1 : 0));
  return body !== null && stage.presence(body.id, sentence) >= leastForSpokesman ? body : null;
}

/** "a company statement", "a club spokesman": the body on stage that the word before the noun fits. */
function bodyWithin(
  scene: Scene,
  stage: Discourse,
  { head, sentence }: { readonly head: Description; readonly sentence: number },
): Cluster | null {
  const noun = head.words.at(-2);
  if (noun === undefined || !(documentNouns.has(head.noun) ? bodyNouns : genericBodies).has(noun)) return null;
  const words = ['the', noun];
  return resolveDescription(scene, stage, { head: { ...head, noun, words, owner: null, isPlural: false }, sentence });
}

const isPersonLike = (words: readonly string[], noun: string): boolean =>
  (words.includes('old') && words.includes('-')) || /(?:er|ist|ian)$/u.test(noun);

const isPerson = (cluster: Cluster): number => (cluster.type === 'person' ? 1 : 0);

const speaks = (cluster: Cluster): boolean =>
  cluster.type === 'organisation' || cluster.type === 'person' || cluster.type === 'place';

/** The person whom the text describes with a noun; seen ones by presence, else the only one of the whole text. */
function byRole(
  scene: Scene,
  stage: Discourse,
  asked: { readonly noun: string; readonly sentence: number },
): Cluster | null {
  const fits = (cluster: Cluster): boolean => {
    if (cluster.type !== 'person' || !stage.describes(cluster.id).has(asked.noun)) return false;
    return !isFemaleNoun(asked.noun) || stage.genderOf(cluster) !== 'male';
  };
  const seen = mostPresent(stage, asked.sentence, (cluster) => (fits(cluster) ? 1 : 0));
  if (seen !== null) return seen;
  const all = scene.cast.clusters.filter(fits);
  return all.length === 1 ? (all[0] ?? null) : null;
}
