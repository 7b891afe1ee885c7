import type { EntityType } from '../../model/entity.ts';
import type { Sentence } from '../../text/sentences.ts';
import { speechNouns } from '../syntax/cue-words.ts';
import type { Frame, UnscoredFrame } from './frame.ts';
import { nameTitles, possessives } from '../syntax/grammar.ts';
import { isOwner, nameAt } from '../syntax/apposition.ts';
import { isHeadline } from './headlines.ts';
import { type NounPhrase, readAfter } from '../syntax/noun-phrase.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';
import { sentenceSubject } from '../syntax/sentence-subject.ts';

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
  if (isQuoted(scene, t - 1) && /^(?:was|is|goes|went|runs|ran|came)$/u.test(folded))
    return verdictFrame(scene, t, sentence);
  // "‘…’ – that was the message from X"
  if (
    /^[–—-]$/u.test(plainAt(scene, t)) &&
    isQuoted(scene, t - 1) &&
    /^(?:that|this|such)$/u.test(foldedAt(scene, t + 1))
  )
    return verdictFrame(scene, t + 2, sentence);
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
/** "“…” was X's verdict", "“…” was the message from X". */
function verdictFrame(scene: Scene, t: number, sentence: Sentence): UnscoredFrame | null {
  const make = (mention: number): UnscoredFrame | null => {
    const range = scene.index.ranges[mention];
    return range === undefined
      ? null
      : {
          form: 'inverted',
          lemma: 'be',
          strength: 3,
          cue: { first: t, end: t + 1 },
          source: { first: range.first, end: range.end, head: { kind: 'name', mention } },
          isSubordinate: false,
        };
  };
  let isSaying = false;
  for (let i = t + 1; i < Math.min(t + 12, sentence.endToken) && !isQuoted(scene, i); i += 1) {
    const mention = mentionAt(scene, i);
    if (mention < 0) {
      isSaying ||= sayings.has(foldedAt(scene, i));
      if (scene.tokens[i]?.kind === 'punctuation' || foldedAt(scene, i) === 'that') return null;
      continue;
    }
    const end = scene.index.ranges[mention]?.end ?? i + 1;
    const before = foldedAt(scene, foldedAt(scene, i - 1) === 'the' ? i - 2 : i - 1);
    if (isSaying && /^(?:from|of|by)$/u.test(before)) return make(mention);
    if (!isOwner(scene, mention)) {
      i = end - 1;
      continue;
    }
    for (let on = end + 1; on < end + 5; on += 1) if (sayings.has(foldedAt(scene, on))) return make(mention);
    return null;
  }
  return null;
}
const sayings: ReadonlySet<string> = new Set(
  'verdict explanation message answer reply response summary view assessment word words comment advice description reaction conclusion refrain motto line warning question remark phrase plea'.split(
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
  const opener = senderAt(scene, t, sentence);
  const isSpoken = isHeadline(scene, scene.sentenceAt[t] ?? 0) && /^(?:i|we|my|our)$/u.test(foldedAt(scene, t + 1));
  if (!isQuoted(scene, t + 1) && opener === 0 && !isSpoken) return null;
  const source = readAfter(scene, sentence.firstToken + opener, t);
  const isNamed = source?.head.kind === 'name';
  // "Cyclone X: “We ran”"
  if (isNamed && mute.has(clusterAt(scene, source.head.mention)?.type ?? 'person')) return null;
  const fills =
    source !== null && (source.end === t || (isNamed && plainAt(scene, source.end) === ',') || source.end >= t - 2);
  if (fills) return make('label', ownerOfSaying(scene, source));
  if (!isQuoted(scene, t + 1)) return null;
  const concerned = concernedIn(scene, t, sentence);
  return concerned === null ? make('colon', sentenceSubject(scene, sentence)) : make('label', concerned);
}

/** What is spoken of before a colon, and says nothing. */
const mute: ReadonlySet<EntityType> = new Set(['event', 'work', 'law', 'product']);

const lessons: ReadonlySet<string> = new Set(
  'message answer lesson point verdict advice conclusion reason choice'.split(' '),
);

/** "For X of Y, the message is simple: “…”": X, who draws it. */
function concernedIn(scene: Scene, colon: number, { firstToken }: Sentence): NounPhrase | null {
  if (foldedAt(scene, firstToken) !== 'for') return null;
  let comma = firstToken + 1;
  let person: number | null = null;
  for (; comma < colon && plainAt(scene, comma) !== ','; comma += 1) {
    const mention = mentionAt(scene, comma);
    if (mention >= 0 && clusterAt(scene, mention)?.type === 'person' && !isOwner(scene, mention)) person ??= mention;
  }
  const range = person === null ? undefined : scene.index.ranges[person];
  for (let t = comma + 1; t < colon; t += 1)
    if (person !== null && range !== undefined && lessons.has(foldedAt(scene, t)))
      return { first: range.first, end: range.end, head: { kind: 'name', mention: person } };
  return null;
}

/** "X's verdict: “…”": X, whose saying it is. */
function ownerOfSaying(scene: Scene, source: NounPhrase): NounPhrase {
  const { head } = source;
  if (head.kind !== 'description' || head.owner === null || !head.isOwned || !sayings.has(head.noun)) return source;
  const range = scene.index.ranges[head.owner];
  return range === undefined ? source : { ...range, head: { kind: 'name', mention: head.owner } };
}

/** How far behind the start the sender stands: "From X: …", "66 min: Email from X: …"; 0 where there is none. */
function senderAt(scene: Scene, colon: number, { firstToken }: Sentence): number {
  for (let t = colon - 2; t >= firstToken; t -= 1) {
    if (plainAt(scene, t) === ':' || isQuoted(scene, t)) return 0;
    if (foldedAt(scene, t) !== 'from') continue;
    const isNear = t - firstToken < 2;
    return isNear || messages.has(foldedAt(scene, t - 1)) ? t - firstToken + 1 : 0;
  }
  return 0;
}
const messages: ReadonlySet<string> = new Set(
  'email e-mail mail letter message text word tweet note post comment question advice reminder update'.split(' '),
);

/** "‘…’ – Dr X, of Y": a dash after the quotation, then a name. */
const isSignature = (scene: Scene, t: number, sentence: Sentence): boolean =>
  isQuoted(scene, t - 1) &&
  (t > sentence.firstToken || scene.tokens[t]?.spaceBefore === true) &&
  signerAt(scene, t + 1) !== null;
const signerAt = (scene: Scene, at: number): number | null => {
  for (let i = at; i < at + 6; i += 1) if (mentionAt(scene, i) >= 0) return nameAt(scene, i);
  return null;
};

const surveys: ReadonlySet<string> = new Set('poll survey study census ranking index forecast'.split(' '));

/** The body that a survey is from: "a YouGov poll", "a poll for X by Y". */
function surveyor(scene: Scene, t: number): number | null {
  const isBody = (mention: number): boolean => clusterAt(scene, mention)?.type === 'organisation';
  const before = mentionAt(scene, t - 1);
  if (before >= 0 && isBody(before)) return before;
  for (let i = t + 1; i < t + 8; i += 1) {
    if (foldedAt(scene, i) !== 'by') continue;
    const after = mentionAt(scene, foldedAt(scene, i + 1) === 'the' ? i + 2 : i + 1);
    return after >= 0 && isBody(after) ? after : null;
  }
  return null;
}

/** A name with a speech noun: "X's warning that …", told apart from other frames by its weakness. */
export function nounFrame(scene: Scene, sentence: Sentence): Frame | null {
  for (let t = sentence.firstToken; t < sentence.endToken; t += 1) {
    if (isQuoted(scene, t) || !speechNouns.has(foldedAt(scene, t)) || mentionAt(scene, t) >= 0) continue;
    let owner: number | null = null;
    for (let i = t - 1; i >= Math.max(sentence.firstToken, t - 4) && owner === null; i -= 1)
      if (mentionAt(scene, i) >= 0 && isOwner(scene, mentionAt(scene, i))) owner = mentionAt(scene, i);
    if (owner === null && foldedAt(scene, t + 1) === 'by') owner = nameAt(scene, t + 2);
    if (owner === null && surveys.has(foldedAt(scene, t))) owner = surveyor(scene, t);
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
