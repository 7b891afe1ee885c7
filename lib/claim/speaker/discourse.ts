import type { EntityType, Gender } from '../../model/entity.ts';
import type { ClusterId } from '../../model/ids.ts';
import type { Cluster } from '../../model/mention.ts';
import { genderOfWord } from '../../recognise/cluster/gender.ts';
import { genderOfGivenName } from '../../recognise/given-names.ts';
import { foldWord } from '../../text/fold.ts';
import { cueWordOf, documentNouns, speechNouns } from '../syntax/cue-words.ts';
import { isOwner } from '../syntax/apposition.ts';
import { bodyNouns, isFemaleNoun } from '../syntax/role-words.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';
import { stops } from '../syntax/grammar.ts';

/** Who has been on stage, how recently and how prominently, up to a point in the text. */
export interface Discourse {
  /** Takes in that a cluster stands at a place; call in reading order. */
  readonly see: (cluster: ClusterId, seen: Seen) => void;
  /** How present a cluster is at a sentence, 0 to about 2; 0 where it was never seen. */
  readonly presence: (cluster: ClusterId, sentence: number) => number;
  /** Clusters in order of last sight, at most 24. */
  readonly recent: () => readonly Cluster[];
  /** Takes in that somebody without a name speaks or acts. */
  readonly seeStranger: (stranger: Stranger, seen: Seen) => void;
  /** How present the last nameless one is whom a pronoun of this kind may mean. */
  readonly strangerPresence: (fits: (stranger: Stranger) => boolean, sentence: number) => number;
  readonly genderOf: (cluster: Cluster) => Gender | null;
  /** What a pronoun has shown about somebody of unknown gender. */
  readonly learnGender: (cluster: ClusterId, gender: Gender) => void;
  /** Takes in that the text calls a cluster by a noun. */
  readonly describe: (cluster: ClusterId, noun: string) => void;
  /** Takes in who made a document: "a report by X". */
  readonly noteMaker: (noun: string, maker: ClusterId | null) => void;
  /** Who made the document last spoken of by a noun; null where somebody without a name did, undefined where never told. */
  readonly makerOf: (noun: string) => Cluster | null | undefined;
  /** Takes in that a body without a name is spoken of: "a bank", "Kenya's central bank". */
  readonly seeNamelessBody: (noun: string) => void;
  readonly isNamelessBody: (noun: string) => boolean;
  /** Folded words by which the text describes a cluster anywhere: roles, titles, and for bodies their names. */
  readonly describes: (cluster: ClusterId) => ReadonlySet<string>;
}

/** Somebody without a name: "a nurse", "officials". */
export interface Stranger {
  /** A body without a name: "the council". */
  readonly isBody: boolean;
  readonly gender: Gender | null;
  readonly isPlural: boolean;
}

export interface Seen {
  readonly sentence: number;
  readonly block: number;
  readonly weight: number;
}

/** What one piece of writing is called by turns. */
const writings: ReadonlySet<string> = new Set('report study paper research analysis review survey'.split(' '));

const remembered = 24;
/** Each sentence further back counts this much of the one after it. */
const fading = 0.8;
const blockFading = 0.75;

export function createDiscourse(scene: Scene): Discourse {
  const words = describeCast(scene);
  const genders = new Map<ClusterId, Gender>();
  for (const cluster of scene.cast.clusters) {
    const gender =
      cluster.gender ??
      genderByGivenName(scene, cluster) ??
      genderByWords(ownOf(cluster, words.get(cluster.id) ?? new Set()));
    if (gender !== null) genders.set(cluster.id, gender);
  }
  const last = new Map<ClusterId, Seen>();
  let order: Cluster[] = [];
  const makers = new Map<string, Cluster | null>();
  const namelessBodies = new Set<string>();
  let strangers: { readonly stranger: Stranger; readonly seen: Seen }[] = [];
  const at = (seen: Seen, sentence: number): number =>
    seen.weight * fading ** (sentence - seen.sentence) * blockFading ** ((scene.blockOf[sentence] ?? 0) - seen.block);
  return {
    see: (id, seen) => {
      const cluster = scene.index.byId.get(id);
      if (cluster === undefined) return;
      const before = last.get(id);
      // Several sights add up a little: whoever a passage keeps naming stays its subject.
      const kept = before === undefined ? 0 : at(before, seen.sentence);
      last.set(id, { ...seen, weight: Math.max(kept, seen.weight) + 0.15 * Math.min(kept, seen.weight) });
      order = [cluster, ...order.filter((other) => other.id !== id)].slice(0, remembered);
    },
    presence: (id, sentence) => {
      const seen = last.get(id);
      return seen === undefined ? 0 : at(seen, sentence);
    },
    seeStranger: (stranger, seen) => {
      strangers = [{ stranger, seen }, ...strangers].slice(0, 4);
    },
    strangerPresence: (fits, sentence) => {
      const found = strangers.find(({ stranger }) => fits(stranger));
      return found === undefined ? 0 : at(found.seen, sentence);
    },
    recent: () => order,
    genderOf: (cluster) => genders.get(cluster.id) ?? null,
    learnGender: (id, gender) => {
      if (!genders.has(id)) genders.set(id, gender);
    },
    noteMaker: (noun, maker) => {
      makers.delete(noun);
      makers.set(noun, maker === null ? null : (scene.index.byId.get(maker) ?? null));
    },
    makerOf: (noun) => {
      const kin =
        makers.has(noun) || !writings.has(noun) ? noun : [...makers.keys()].findLast((one) => writings.has(one));
      return kin === undefined ? undefined : makers.get(kin);
    },
    seeNamelessBody: (noun) => void namelessBodies.add(noun),
    isNamelessBody: (noun) => namelessBodies.has(noun),
    describe: (id, noun) => void words.get(id)?.add(noun),
    describes: (id) => words.get(id) ?? new Set(),
  };
}

/** Words right before each mention, of the role, and of a body's own name. */
function describeCast(scene: Scene): ReadonlyMap<ClusterId, Set<string>> {
  const described = new Map<ClusterId, Set<string>>();
  for (const cluster of scene.cast.clusters) {
    const words = new Set(wordsOf(`${cluster.role?.text ?? ''} ${scene.cast.known.get(cluster.id) ?? ''}`));
    if (!namesPeople.has(cluster.type)) for (const word of ownWords(cluster.name)) words.add(word);
    described.set(cluster.id, words);
  }
  for (const [i, range] of scene.index.ranges.entries()) {
    const cluster = clusterAt(scene, i);
    if (cluster === null) continue;
    const words = described.get(cluster.id);
    if (words === undefined) continue;
    if (!namesPeople.has(cluster.type))
      for (const word of ownWords(scene.cast.mentions[i]?.surface ?? '')) words.add(word);
    const { firstToken = 0, endToken = 0 } = scene.document.sentences[scene.sentenceAt[range.first] ?? 0] ?? {};
    // "The witness, X, said": past the comma where another one closes the name.
    const step = foldedAt(scene, range.first - 1) === ',' && /^[,.]$/u.test(foldedAt(scene, range.end)) ? 2 : 1;
    for (let back = step; back <= step + 4; back += 1) {
      const token = scene.tokens[range.first - back];
      if (token === undefined || range.first - back < firstToken) break;
      if (isQuoted(scene, range.first - back) || stops.has(token.folded)) break;
      // "Sources say X …": who says so does not describe X.
      if (isFiniteCue(token.folded)) break;
      if (token.kind !== 'word' && token.plain !== '-' && token.plain !== '.' && token.kind !== 'possessive') break;
      const other = mentionAt(scene, range.first - back);
      if (other >= 0 && clusterAt(scene, other)?.type === 'person') break;
      words.add(inFull.get(token.folded) ?? token.folded);
    }
    if (cluster.type === 'person' && isOnTrial(scene, range.end, endToken)) words.add('defendant').add('accused');
    // "the opposition X party"
    const kind = foldedAt(scene, range.end);
    if (cluster.type === 'organisation' && bodyNouns.has(kind) && mentionAt(scene, range.end) < 0) words.add(kind);
    // "X, the bank's chief economist,": as far as the next comma.
    if (foldedAt(scene, range.end) !== ',' || isOwner(scene, i)) continue;
    for (let on = 1; on <= 9; on += 1) {
      const token = scene.tokens[range.end + on];
      if (token === undefined || range.end + on >= endToken) break;
      if (isQuoted(scene, range.end + on) || token.plain === ',' || token.plain === '.') break;
      if (stops.has(token.folded)) break;
      words.add(token.folded);
    }
  }
  return described;
}
/** "X, 61, denies manslaughter", "X has pleaded not guilty": whoever is spoken of as the defendant from then on. */
function isOnTrial(scene: Scene, from: number, end: number): boolean {
  let at = from;
  if (plainAt(scene, at) === ',') {
    at += 1;
    while (at < from + longestAside && plainAt(scene, at) !== ',') at += 1;
    at += 1;
  }
  while (/^(?:who|has|had|have|also)$/u.test(foldedAt(scene, at))) at += 1;
  if (!/^(?:den(?:y|ies|ied)|plead(?:s|ed)|admit(?:s|ted))$/u.test(foldedAt(scene, at))) return false;
  for (let t = at + 1; t < Math.min(end, at + longestCharge); t += 1) if (crimes.test(foldedAt(scene, t))) return true;
  return false;
}
const [longestAside, longestCharge] = [10, 14];
const crimes =
  /^(?:guilty|charges?|counts?|murder(?:ing)?|manslaughter|killing|fraud|theft|rape|assault(?:ing)?|conspir\p{Ll}+|perverting|brib(?:e|es|ery|ing)|arson|burglary|robbery|blackmail|laundering|perjury|treason|stalking|harassment|smuggling|embezzl\p{Ll}+|wounding)$/u;

/** Titles as they stand before a name. */
const inFull: ReadonlyMap<string, string> = new Map(
  Object.entries({
    rev: 'reverend',
    dr: 'doctor',
    prof: 'professor',
    gov: 'governor',
    sen: 'senator',
    rep: 'representative',
    capt: 'captain',
    gen: 'general',
    sgt: 'sergeant',
    det: 'detective',
    pres: 'president',
    cllr: 'councillor',
    insp: 'inspector',
    supt: 'superintendent',
    const: 'constable',
    col: 'colonel',
    lt: 'lieutenant',
  }),
);

/** The words of a body's name; of those that name a kind of body only what it is: an "Airline Pilots Association" is no airline. */
function ownWords(name: string): string[] {
  const words = wordsOf(name);
  const link = words.findIndex((word, i) => i > 0 && /^(?:of|for)$/u.test(word));
  const head = words[(link < 0 ? words.length : link) - 1] ?? '';
  return bodyNouns.has(head) ? words.filter((word) => word === head || !bodyNouns.has(word)) : words;
}

const isFiniteCue = (folded: string): boolean => {
  const cue = cueWordOf(folded);
  return cue !== null && cue.strength === 3 && !speechNouns.has(folded) && !documentNouns.has(folded);
};
const namesPeople: ReadonlySet<EntityType> = new Set<EntityType>(['person']);
const wordsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(foldWord);

/** By the first word of the fullest form, where that is not the surname alone. */
function genderByGivenName(scene: Scene, cluster: Cluster): Gender | null {
  if (cluster.type !== 'person') return null;
  for (const i of [-1, ...cluster.mentions.slice(0, 8)]) {
    const words = wordsOf(i < 0 ? cluster.name : (scene.cast.mentions[i]?.surface ?? ''));
    const gender = words.length > 1 ? genderOfGivenName(words[0] ?? '') : null;
    if (gender !== null) return gender;
  }
  const only = wordsOf(cluster.name);
  return only.length === 1 && cluster.mentions.length === 1 ? genderOfGivenName(only[0] ?? '') : null;
}

/** Without what stands behind the head of a role: a "lawyer for the woman" need be none. */
function ownOf({ role }: Cluster, words: ReadonlySet<string>): ReadonlySet<string> {
  const [head = '', ...rest] = (role?.text ?? '').split(/\b(?=(?:of|for|to|at|in|from|with|who|whose)\b)/u);
  if (rest.length === 0) return words;
  const own = new Set(wordsOf(head));
  const other = new Set(wordsOf(rest.join('')));
  return new Set([...words].filter((word) => own.has(word) || !other.has(word)));
}

function genderByWords(words: ReadonlySet<string>): Gender | null {
  for (const word of words) {
    const gender = genderOfWord(word) ?? (isFemaleNoun(word) ? 'female' : null);
    if (gender !== null) return gender;
  }
  return null;
}
