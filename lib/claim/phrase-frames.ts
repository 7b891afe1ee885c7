import type { Sentence } from '../text/sentences.ts';
import { speechNouns } from './cue-words.ts';
import type { Frame, UnscoredFrame } from './frame.ts';
import { nameTitles, possessives } from './grammar.ts';
import { isOwner, nameAt } from './apposition.ts';
import { type NounPhrase, readAfter } from './noun-phrase.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from './scene.ts';
import { sentenceSubject } from './sentence-subject.ts';

/** Frames without a verb of saying: "according to X", "in X's words", "X: ‘…’", "‘…’ – X", "X's warning that …". */
export function phraseFrame(scene: Scene, t: number, sentence: Sentence): UnscoredFrame | null {
  const folded = foldedAt(scene, t);
  if (folded === 'according' && foldedAt(scene, t + 1) === 'to')
    return {
      form: 'according',
      lemma: 'according',
      strength: 3,
      cue: { first: t, end: t + 2 },
      source: readAfter(scene, t + 2, sentence.endToken),
      isSubordinate: false,
    };
  if (folded === 'by' || folded === 'in') return ownCountFrame(scene, t, sentence);
  if (folded === 'per' || folded === 'for') return perFrame(scene, t, sentence);
  if (plainAt(scene, t) === ':') return colonFrame(scene, t, sentence);
  return /^[–—-]$/u.test(plainAt(scene, t)) && isSignature(scene, t, sentence)
    ? {
        form: 'colon',
        lemma: 'dash',
        strength: 3,
        cue: { first: t, end: t + 1 },
        source: readAfter(scene, t + 1, sentence.endToken),
        isSubordinate: false,
      }
    : null;
}

/** "by X's own count", "in the words of X", "by the reckoning of X", "by his own account". */
function ownCountFrame(scene: Scene, t: number, sentence: Sentence): UnscoredFrame | null {
  for (let i = t + 1; i < Math.min(t + 8, sentence.endToken); i += 1) {
    if (isQuoted(scene, i)) return null;
    if (mentionAt(scene, i) >= 0 || !countNouns.has(foldedAt(scene, i))) {
      const isPoint = plainAt(scene, i) === '.' && nameTitles.has(foldedAt(scene, i - 1));
      if ((scene.tokens[i]?.kind === 'punctuation' && !isPoint) || stopsAtVerb.test(foldedAt(scene, i))) return null;
      continue;
    }
    const cue = { first: t, end: i + 1 };
    const make = (source: NounPhrase | null): UnscoredFrame => ({
      form: 'according',
      lemma: `by ${foldedAt(scene, i)}`,
      strength: 3,
      cue,
      source,
      isSubordinate: false,
    });
    if (foldedAt(scene, i + 1) === 'of') return make(readAfter(scene, i + 2, sentence.endToken));
    const owner = possessives.get(foldedAt(scene, t + 1));
    if (owner !== undefined) return make({ first: t + 1, end: t + 2, head: { kind: 'pronoun', word: owner } });
    for (let back = i - 1; back > t; back -= 1) {
      const mention = mentionAt(scene, back);
      const range = scene.index.ranges[mention];
      if (mention >= 0 && range !== undefined && isOwner(scene, mention))
        return make({ first: range.first, end: range.end, head: { kind: 'name', mention } });
    }
    return null;
  }
  return null;
}
const countNouns: ReadonlySet<string> = new Set(
  'count reckoning account estimate estimates words telling calculation calculations tally view opinion admission logbooks measure'.split(
    ' ',
  ),
);
const stopsAtVerb = /^(?:is|was|are|were|has|had|have|to|in|by|at|on|for|with|and|that)$/u;

/** "Per X, …", "…, per X", and with a quotation "For X, it was ‘…’". */
function perFrame(scene: Scene, t: number, sentence: Sentence): UnscoredFrame | null {
  const isFirst = t === sentence.firstToken;
  const isPer = foldedAt(scene, t) === 'per';
  if (!isFirst && !(isPer && plainAt(scene, t - 1) === ',')) return null;
  const name = foldedAt(scene, t + 1) === 'the' ? t + 2 : t + 1;
  const mention = mentionAt(scene, name);
  const end = scene.index.ranges[mention]?.end ?? 0;
  const type = clusterAt(scene, mention)?.type;
  if (mention < 0 || isOwner(scene, mention) || (type !== 'person' && type !== 'organisation')) return null;
  if (!/^[,.]?$/u.test(end >= sentence.endToken ? '' : plainAt(scene, end))) return null;
  return {
    form: 'according',
    lemma: isPer ? 'per' : 'for',
    strength: isPer ? 3 : 1,
    cue: { first: t, end: t + 1 },
    source: { first: name, end, head: { kind: 'name', mention } },
    isSubordinate: false,
  };
}

/** "X: ‘…’", "The minister was blunt: ‘…’" and "‘…’: X …"; a colon after a cue word is left to that word. */
function colonFrame(scene: Scene, t: number, sentence: Sentence): UnscoredFrame | null {
  if (t === sentence.firstToken) return null;
  const make = (lemma: string, source: NounPhrase | null): UnscoredFrame => ({
    form: 'colon',
    lemma,
    strength: lemma === 'colon' ? 1 : 3,
    cue: { first: t, end: t + 1 },
    source,
    isSubordinate: false,
  });
  if (isQuoted(scene, t - 1) && !isQuoted(scene, t + 1)) {
    const named = nameAt(scene, t + 1);
    const range = named === null ? undefined : scene.index.ranges[named];
    return named === null || range === undefined
      ? null
      : make('before', { first: range.first, end: range.end, head: { kind: 'name', mention: named } });
  }
  const opener =
    foldedAt(scene, sentence.firstToken) === 'from' ? 1 : foldedAt(scene, sentence.firstToken + 1) === 'from' ? 2 : 0;
  if (!isQuoted(scene, t + 1) && opener === 0) return null;
  const source = readAfter(scene, sentence.firstToken + opener, t);
  const isNamed = source?.head.kind === 'name';
  const fills =
    source !== null && (source.end === t || (isNamed && plainAt(scene, source.end) === ',') || source.end >= t - 2);
  if (fills) return make('label', source);
  return isQuoted(scene, t + 1) ? make('colon', sentenceSubject(scene, sentence)) : null;
}

/** "‘…’ – Dr X, of Y": a dash after the quotation, then a name. */
const isSignature = (scene: Scene, t: number, sentence: Sentence): boolean =>
  isQuoted(scene, t - 1) &&
  (t > sentence.firstToken || scene.tokens[t]?.spaceBefore === true) &&
  signerAt(scene, t + 1) !== null;
const signerAt = (scene: Scene, at: number): number | null => {
  for (let i = at; i < at + 6; i += 1) if (mentionAt(scene, i) >= 0) return nameAt(scene, i);
  return null;
};

/** A name with a speech noun: "X's warning that …", told apart from other frames by its weakness. */
export function nounFrame(scene: Scene, sentence: Sentence): Frame | null {
  for (let t = sentence.firstToken; t < sentence.endToken; t += 1) {
    if (isQuoted(scene, t) || !speechNouns.has(foldedAt(scene, t)) || mentionAt(scene, t) >= 0) continue;
    let owner: number | null = null;
    for (let i = t - 1; i >= Math.max(sentence.firstToken, t - 4) && owner === null; i -= 1)
      if (mentionAt(scene, i) >= 0 && isOwner(scene, mentionAt(scene, i))) owner = mentionAt(scene, i);
    if (owner === null && foldedAt(scene, t + 1) === 'by') owner = nameAt(scene, t + 2);
    const range = owner === null ? undefined : scene.index.ranges[owner];
    if (owner === null || range === undefined) continue;
    return {
      form: 'noun',
      lemma: foldedAt(scene, t),
      strength: 2,
      cue: { first: t, end: t + 1 },
      source: { first: range.first, end: range.end, head: { kind: 'name', mention: owner } },
      isSubordinate: false,
      score: 0.8,
    };
  }
  return null;
}
