import type { Sentence } from '../../text/sentences.ts';
import { links, pronounOf, stops } from './grammar.ts';
import { apposedName, isOwner } from './apposition.ts';
import { type NounPhrase, readAfter } from './noun-phrase.ts';
import { personNouns } from './role-words.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';

/**
 * The subject of a whole sentence as far as its beginning shows: the first pronoun, name or definite phrase that no
 * preposition governs.
 */
export function sentenceSubject(scene: Scene, sentence: Sentence): NounPhrase | null {
  const start = afterQuestion(scene, sentence, afterDateline(scene, sentence));
  for (let t = start; t < Math.min(sentence.endToken, start + 30); t += 1) {
    if (isQuoted(scene, t)) continue;
    const folded = foldedAt(scene, t);
    const governed = isGoverned(scene, t, start) || isBesideGoverned(scene, t, start);
    const mention = mentionAt(scene, t);
    if (mention >= 0) {
      const range = scene.index.ranges[mention];
      if (range === undefined) continue;
      const holder = governed || isOwner(scene, mention) ? null : roleHolder(scene, range.end);
      if (holder !== null) return holder;
      if (!governed && !isOwner(scene, mention) && !isInsidePhrase(scene, range.end))
        return { first: range.first, end: range.end, head: { kind: 'name', mention } };
      if (!governed) {
        const phrase = readAfter(scene, range.first, sentence.endToken);
        if (phrase !== null) return phrase;
      }
      t = range.end - 1;
      continue;
    }
    const pronoun = pronounOf(folded);
    const isInside = governed || /^(?:that|which|whom|where)$/u.test(foldedAt(scene, t - 1));
    if (pronoun !== null && (!isInside || isOwnClause(scene, t, sentence.endToken)))
      return { first: t, end: t + 1, head: { kind: 'pronoun', word: pronoun } };
    if (governed) continue;
    if (
      (folded === 'the' ||
        folded === 'a' ||
        folded === 'an' ||
        folded === 'his' ||
        folded === 'her' ||
        folded === 'its') &&
      !stops.has(foldedAt(scene, t + 1))
    ) {
      const phrase = readAfter(scene, t, sentence.endToken);
      if (phrase !== null) return phrase;
    }
  }
  return null;
}

/** "Asked whether she would go, X laughed": past the comma that ends what was asked, where a name or pronoun follows it. */
function afterQuestion(scene: Scene, { endToken }: Sentence, from: number): number {
  if (!/^(?:asked|pressed|questioned|quizzed|challenged)$/u.test(foldedAt(scene, from))) return from;
  let last = from;
  for (let t = from + 1; t < Math.min(endToken, from + longestQuestion) && !isQuoted(scene, t); t += 1)
    if (plainAt(scene, t) === ',' && (mentionAt(scene, t + 1) >= 0 || pronounOf(foldedAt(scene, t + 1)) !== null))
      last = t + 1;
  return last;
}
const longestQuestion = 30;

const longestDateline = 12;

/** The token after "MANILA, Philippines (AP) — " and "LAGOS — ", else the sentence's first one. */
export function afterDateline(scene: Scene, { firstToken, endToken }: Sentence): number {
  const place = mentionAt(scene, firstToken);
  if (place < 0 || clusterAt(scene, place)?.type !== 'place') return firstToken;
  for (let t = firstToken; t < Math.min(endToken, firstToken + longestDateline); t += 1) {
    const plain = plainAt(scene, t);
    // "LONDON: ", "New Delhi, Sept 15 (PTI): "
    const isColon = plain === ':' && (plainAt(scene, t - 1) === ')' || isShouted(scene, firstToken));
    if (isColon || /^[—–]$/u.test(plain) || (plain === '-' && scene.tokens[t]?.spaceBefore === true)) return t + 1;
    if (!/^(?:\p{Lu}.*|\p{Nd}+|[,.()/])$/u.test(plain)) return firstToken;
  }
  return firstToken;
}

const isShouted = (scene: Scene, t: number): boolean => /^\p{Lu}{3,}$/u.test(plainAt(scene, t));

/** "CITY coach X has …": the person of a role that follows the name of a place or body. */
function roleHolder(scene: Scene, end: number): NounPhrase | null {
  const mention = apposedName(scene, end);
  const range = mention === null ? undefined : scene.index.ranges[mention];
  if (mention === null || range === undefined || range.first === end) return null;
  if (!personNouns.has(foldedAt(scene, range.first - 1))) return null;
  return { first: range.first, end: range.end, head: { kind: 'name', mention } };
}

/** "To most of them she was …", "On Monday he said …": a subject by its form, and not one of a clause that goes before. */
function isOwnClause(scene: Scene, t: number, endToken: number): boolean {
  const before = foldedAt(scene, t - 1);
  if (!/^(?:he|she|they)$/u.test(foldedAt(scene, t)) || links.has(before) || governors.has(before)) return false;
  // "At the club he founded, X said"
  for (let on = t + 1; on < Math.min(endToken, t + longestRelative); on += 1)
    if (plainAt(scene, on) === ',' && (mentionAt(scene, on + 1) >= 0 || pronounOf(foldedAt(scene, on + 1)) !== null))
      return false;
  return true;
}
const longestRelative = 12;

const isInsidePhrase = (scene: Scene, at: number): boolean => {
  const token = scene.tokens[at];
  return token?.kind === 'word' && mentionAt(scene, at) >= 0;
};

/** Whether a preposition stands before the phrase that holds this token. */
export function isGoverned(scene: Scene, t: number, from: number): boolean {
  // "Beside her X shook his head"
  if (mentionAt(scene, t) >= 0 && /^(?:her|him|it|them|me|us)$/u.test(foldedAt(scene, t - 1))) return false;
  for (let i = t - 1; i >= Math.max(from, t - 6); i -= 1) {
    const folded = foldedAt(scene, i);
    if (links.has(folded) || governors.has(folded)) return true;
    // "Under cross-examination the driver"
    if (scene.tokens[i]?.plain === '-') continue;
    if (scene.tokens[i]?.kind === 'punctuation' || isQuoted(scene, i) || stops.has(folded)) return false;
  }
  return false;
}
/** "Talks led by the mediator, X, broke down": a name in apposition to what a preposition governs. */
function isBesideGoverned(scene: Scene, t: number, from: number): boolean {
  const own = mentionAt(scene, t);
  if (own < 0 || plainAt(scene, t - 1) !== ',') return false;
  // "Born in Ely, Norfolk, X moved": where the place before it lies.
  const place = mentionAt(scene, t - 2);
  if (place >= 0 && [own, place].every((one) => clusterAt(scene, one)?.type === 'place'))
    return isGoverned(scene, scene.index.ranges[place]?.first ?? t, from);
  for (let i = t - 2; i > Math.max(from, t - longestTitle); i -= 1) {
    if (scene.tokens[i]?.kind !== 'word' || isQuoted(scene, i) || mentionAt(scene, i) >= 0) return false;
    if (foldedAt(scene, i) === 'the') return foldedAt(scene, i - 1) === 'by';
  }
  return false;
}
const longestTitle = 8;

export const governors: ReadonlySet<string> = new Set(
  'by on to about against between among during through without within across along into onto over under like near per toward towards upon via amid despite since until before after than outside inside including behind beside beneath underneath above below around'.split(
    ' ',
  ),
);
