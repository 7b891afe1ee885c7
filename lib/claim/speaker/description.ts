import type { EntityType } from '../../model/entity.ts';
import type { Cluster } from '../../model/mention.ts';
import { resolveBody } from './body.ts';
import { documentNouns, voiceNouns } from '../syntax/cue-words.ts';
import type { Discourse } from './discourse.ts';
import { indefinites, possessives } from '../syntax/grammar.ts';
import type { Description } from '../syntax/noun-head.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { byRole, resolveHolder } from './office.ts';
import { mostPresent, resolvePronoun } from './pronoun.ts';
import {
  bodyNouns,
  endsLikePerson,
  genericBodies,
  houseParts,
  houseVoices,
  personNouns,
  placeNouns,
} from '../syntax/role-words.ts';
import { clusterAt, type Scene } from '../scene.ts';
import { foldWord } from '../../text/fold.ts';

/** A spokesman without a house speaks for one only where it has just been the subject. */
const leastForSpokesman = 0.6;

/** How present a body must be to be "the X owner". */
const leastForOwner = 0.3;
const mayBeOwned: ReadonlySet<EntityType> = new Set(['organisation', 'product', 'work']);

export interface Described {
  readonly head: Description;
  readonly sentence: number;
}

/** Whom "the minister", "the firm", "its report" or "an X spokesman" means at a sentence; null where nobody named. */
export function resolveDescription(scene: Scene, stage: Discourse, asked: Described): Cluster | null {
  const { head, sentence } = asked;
  const owner = head.owner === null ? null : clusterAt(scene, head.owner);
  const singular = head.isPlural ? head.noun.replace(/s$/u, '') : head.noun;
  if (documentNouns.has(head.noun)) return resolveDocument(scene, stage, asked);
  // "Analysts at X expect": the house speaks.
  if (houseVoices.has(head.noun) && owner?.type === 'organisation') return owner;
  const isIndefinite = indefinites.has(head.words[0] ?? '');
  if (voiceNouns.has(head.noun)) {
    if (head.isPlural) return null;
    const known = isIndefinite ? null : byRole(scene, stage, { head, noun: head.noun, sentence });
    // An official speaks, but not by name, and not for all of the body.
    if (!/^spokes/u.test(head.noun)) return known;
    // "a TikTok spokesman": whoever makes it
    const house = owner !== null && (speaks(owner) || owner.type === 'product') ? owner : null;
    return known ?? house ?? bodyWithin(scene, stage, asked);
  }
  if (isIndefinite || head.isPlural) {
    if (bodyNouns.has(singular)) stage.seeNamelessBody(singular);
    return null;
  }
  // "the X owner said": the body on stage, which owns X.
  if (/^(?:owner|parent)$/u.test(singular) && owner !== null && mayBeOwned.has(owner.type) && !head.isOwned) {
    const holder = mostPresent(stage, sentence, ({ type, id }) => (type === 'organisation' && id !== owner.id ? 1 : 0));
    if (holder !== null && stage.presence(holder.id, sentence) > leastForOwner) return holder;
  }
  if (
    personNouns.has(singular) ||
    singular === 'national' ||
    (!bodyNouns.has(singular) && isPersonLike(head.words, singular))
  )
    return resolveHolder(scene, stage, { head, noun: singular, sentence });
  if (houseParts.has(head.noun)) {
    // "Walker's office": no other body.
    if (owner?.type === 'person' && head.isOwned) return null;
    if (owner?.type === 'organisation' || owner?.type === 'place') return owner;
    // "its board said"
    if (/^(?:its|their)$/u.test(head.words[0] ?? '')) return resolvePronoun(stage, 'it', { sentence, not: null });
  }
  // "the GMB union"
  if (owner?.type === 'organisation' && !head.isOwned && ownKinds.has(singular)) return owner;
  const town = owner?.type === 'place' ? owner.name.split(/[^\p{L}\p{N}]+/u).map(foldWord) : [];
  if (bodyNouns.has(singular)) {
    const isOpening = scene.blockOf[sentence] !== scene.blockOf[sentence - 1];
    return resolveBody(stage, { head, noun: singular, sentence, town, isOpening });
  }
  if (placeNouns.has(singular))
    return mostPresent(stage, sentence, (cluster) =>
      cluster.type === 'place' ? fitOfPlace(cluster.name, singular) : 0,
    );
  return toldThings.has(singular) ? null : byRole(scene, stage, { head, noun: singular, sentence });
}

/** How well "the county" fits a place by its name: a county nearly always says that it is one. */
function fitOfPlace(name: string, noun: string): number {
  if (ways.test(name)) return 0;
  if (name.toLowerCase().split(' ').includes(noun)) return 1;
  return noun === 'county' && !name.endsWith('shire') ? 0 : 0.5;
}

/** What no town or county is called. */
const ways = /\b(?:Street|Road|Avenue|Lane|Square|Bridge|Station|Junction|Airport|Park|River|Arena|Stadium)$/u;

/** What may stand in somebody's role ("the author of the story") and is nobody. */
const toldThings: ReadonlySet<string> = new Set(
  'story piece column editorial photo picture image video footage film book episode thread map chart'.split(' '),
);

/** What a body is called behind its own name. */
const ownKinds: ReadonlySet<string> = new Set(
  'union party company group firm airline chain charity newspaper network watchdog alliance coalition movement'.split(
    ' ',
  ),
);

/** Who made a document: "its report", "a report by X", "the report" as it was introduced, else the body on stage. */
function resolveDocument(scene: Scene, stage: Discourse, asked: Described): Cluster | null {
  const { head, sentence } = asked;
  const owner = head.owner === null ? null : clusterAt(scene, head.owner);
  // "his filing says"
  const writer = possessives.get(head.words[0] ?? '');
  if (writer !== undefined) return resolvePronoun(stage, writer, { sentence, not: null });
  if (owner !== null && speaks(owner)) return owner;
  const within = ownerByNoun(stage, asked) ?? bodyWithin(scene, stage, asked);
  if (within !== null) return within;
  // "the Norva blog", of a program or a book: not the one spoken of before.
  if (owner !== null) return null;
  // "the minutes say": those of the body on stage.
  if (head.words[0] !== 'the' && head.words[0] !== 'this') return null;
  const made = stage.makerOf(head.noun);
  if (made !== undefined) return made;
  // "the navy's own figures": of a body that nothing on stage is called by.
  if (possessorOf(head) !== null) return null;
  // "the EDS estimates", of a body that was not recognised.
  if (head.names.length > 0 || personal.has(head.noun)) return null;
  const body = mostPresent(stage, sentence, (cluster) => (cluster.type === 'organisation' ? 1 : 0));
  return body !== null && stage.presence(body.id, sentence) > 0.3 ? body : null;
}

/** What anybody writes: not whichever body is on stage. */
const personal: ReadonlySet<string> = new Set('letter email note notes diary notebook memoir'.split(' '));

/** "…, a spokesman said": somebody's who has just been spoken of. */
export const isBareVoice = ({ first, end, head }: NounPhrase): boolean =>
  head.kind === 'description' && end - first === 2 && /^an?$/u.test(head.words[0] ?? '') && /^spokes/u.test(head.noun);

/** "Analysts at X": the article is not about X. */
export const isOfHouse = (source: NounPhrase | null): boolean =>
  source?.head.kind === 'description' && houseVoices.has(source.head.noun);

/** The body that the text has just made its subject, or null. */
export function speakingBody(stage: Discourse, sentence: number): Cluster | null {
  const body = mostPresent(stage, sentence, (cluster) => (cluster.type === 'organisation' ? 1 : 0));
  return body !== null && stage.presence(body.id, sentence) >= leastForSpokesman ? body : null;
}

/** "a company statement", "a club spokesman": the body on stage that the word before the noun fits. */
function bodyWithin(scene: Scene, stage: Discourse, { head, sentence }: Described): Cluster | null {
  const noun = head.words.at(-2);
  if (noun === undefined || !(documentNouns.has(head.noun) ? bodyNouns : genericBodies).has(noun)) return null;
  const words = ['the', noun];
  return resolveDescription(scene, stage, { head: { ...head, noun, words, owner: null, isPlural: false }, sentence });
}

/** "the branch's report", "the navy's own figures": the body that the text names or calls so. */
function ownerByNoun(stage: Discourse, { head, sentence }: Described): Cluster | null {
  const noun = possessorOf(head);
  if (noun === null) return null;
  return mostPresent(stage, sentence, ({ id, type }) =>
    type === 'organisation' && stage.describes(id).has(noun) ? 1 : 0,
  );
}

/** The noun in whose possession a phrase says that something is, or null; "last year's report" is nobody's. */
function possessorOf({ words }: Description): string | null {
  const noun = words[words.findLastIndex((word) => /^['’]s?$/u.test(word)) - 1] ?? null;
  return noun === null || times.test(noun) ? null : noun;
}
const times =
  /^(?:\p{L}*day|yesterday|tomorrow|week|month|year|quarter|decade|century|morning|evening|night|spring|summer|autumn|winter)$/u;

const isPersonLike = (words: readonly string[], noun: string): boolean =>
  (words.includes('old') && words.includes('-')) || endsLikePerson(noun);

const speaks = (cluster: Cluster): boolean =>
  cluster.type === 'organisation' || cluster.type === 'person' || cluster.type === 'place';
