import type { Gender } from '../../model/entity.ts';
import type { Cluster } from '../../model/mention.ts';
import type { Discourse } from './discourse.ts';

interface Told {
  readonly sentence: number;
  /** Who has just asked: not whoever answers. */
  readonly not: Cluster | null;
}

/** Whom "he", "she", "it" or "they" means at a sentence; null where that is nobody named. */
export function resolvePronoun(stage: Discourse, word: string, { sentence, not }: Told): Cluster | null {
  switch (word) {
    case 'he':
    case 'she': {
      const gender = word === 'he' ? 'male' : 'female';
      const found = resolvePerson(stage, gender, { sentence, not });
      return found === null && not !== null ? resolvePerson(stage, gender, { sentence, not: null }) : found;
    }
    case 'it': {
      const found = mostPresent(stage, sentence, (cluster) => fitForIt(stage, cluster));
      if (found === null || stage.presence(found.id, sentence) < leastForIt) return null;
      const nameless = stage.strangerPresence(({ isBody }) => isBody, sentence);
      return nameless > fitForIt(stage, found) * stage.presence(found.id, sentence) ? null : found;
    }
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

/** A country speaks by its government, a town does not. */
const fitForIt = (stage: Discourse, { id, type }: Cluster): number =>
  type === 'organisation' ? 1 : type !== 'place' || stage.describes(id).has('city') ? 0 : 0.5;

/** "It" is a picture or a page rather than a body that was named long ago. */
const leastForIt = 0.3;

/** Whoever the text names often is meant sooner; from the corpus, where any share from a quarter to a half does the same. */
const prominenceOf = ({ mentions }: Cluster): number => 1 + 0.3 * Math.min(1, mentions.length / 6);

/** "They" are rather people without a name than a body. */
const theyAsBody = 0.75;

/** "He" and "she" are rather somebody with a name than somebody without. */
const personAsNameless = 0.7;

/** "They" is a body only where the text has just made it its subject. */
const leastForThey = 0.45;

/** The person of a gender who is most present, known for one of that gender from then on; null where somebody without a name is more so. */
export function resolvePerson(stage: Discourse, gender: Gender, told: Told): Cluster | null {
  const found = likeliestPerson(stage, gender, told);
  if (found !== null) stage.learnGender(found.id, gender);
  return found;
}

/** The same, of whom nothing is learnt. */
export function likeliestPerson(stage: Discourse, gender: Gender, { sentence, not }: Told): Cluster | null {
  const found = mostPresent(stage, sentence, (cluster) => {
    if (cluster.type !== 'person' || cluster.id === not?.id) return 0;
    const known = stage.genderOf(cluster);
    return (known === null ? 0.8 : known === gender ? 1 : 0) * prominenceOf(cluster);
  });
  const nameless = stage.strangerPresence(
    (stranger) => !stranger.isPlural && !stranger.isBody && (stranger.gender === null || stranger.gender === gender),
    sentence,
  );
  return found !== null && personAsNameless * nameless > stage.presence(found.id, sentence) ? null : found;
}

/** The cluster with the most presence times fitness. */
export function mostPresent(stage: Discourse, sentence: number, fitness: (cluster: Cluster) => number): Cluster | null {
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
