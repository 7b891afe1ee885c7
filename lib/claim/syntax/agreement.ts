import type { CueWord } from './cue-words.ts';
import { beForms, determiners, haveForms, isPlural, links, modals } from './grammar.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { foldedAt, mentionAt, type Scene } from '../scene.ts';

/** A present or base form must fit its subject's number; past forms and those after a modal fit all. */
export function agrees(cue: CueWord, { hasModal }: { readonly hasModal: boolean }, { head }: NounPhrase): boolean {
  if (cue.forms.includes('past') || cue.forms.includes('present') || hasModal) return true;
  if (!cue.forms.includes('base')) return true;
  switch (head.kind) {
    case 'name':
      // "Rovers say": a body as many.
      return neverNouns.has(cue.lemma);
    case 'pronoun':
      return /^(?:they|we|i|you)$/u.test(head.word);
    case 'description':
      return head.isPlural || isPlural(head.noun);
  }
}

const neverNouns: ReadonlySet<string> = new Set('say tell insist believe argue deny confirm maintain'.split(' '));

/**
 * "X, of A, and Y say", "X, Y and Z all warn": a plural verb after the last of several names, of which the one that opens
 * the sentence speaks for all.
 */
export function isOneOfSeveral(scene: Scene, { first, end, head }: NounPhrase, opener: NounPhrase | null): boolean {
  if (head.kind !== 'name' || opener?.head.kind !== 'name') return false;
  const before = foldedAt(scene, first - 1) === 'the' ? first - 2 : first - 1;
  return opener.head.mention === head.mention
    ? end > (scene.index.ranges[head.mention]?.end ?? end) + 1
    : foldedAt(scene, before) === 'and';
}

/** "the claims", "his report": a noun that looks like a cue. */
export function isNounUse(scene: Scene, t: number, cue: CueWord): boolean {
  const before = scene.tokens[t - 1];
  if (before === undefined || cue.forms.includes('past')) return false;
  return (
    determiners.has(before.folded) ||
    (before.kind === 'possessive' && mentionAt(scene, t - 2) >= 0) ||
    links.has(before.folded)
  );
}

/**
 * "the proposed rules", "from other states", "his past comments were": a word that looks like a cue and is the noun of
 * what was taken for its subject, which ends in an adjective, or before a verb of its own.
 */
export function isHeadNoun(
  scene: Scene,
  t: number,
  { cue, phrase: { end, head } }: { readonly cue: CueWord; readonly phrase: NounPhrase },
): boolean {
  // "forecast" is its own past.
  const isPast = cue.forms.includes('past') && !cue.forms.includes('base');
  if (isPast || cue.forms.includes('ing') || head.kind !== 'description') return false;
  if (neverNouns.has(cue.lemma)) return false;
  const next = foldedAt(scene, t + 1);
  return (
    isAdjective(foldedAt(scene, end - 1)) ||
    beForms.has(next) ||
    haveForms.has(next) ||
    (modals.has(next) && next !== 'to')
  );
}

const isAdjective = (word: string): boolean =>
  adjectives.has(word) || (/(?:[^e]ed|[aio]ble|ous|less|omic)$/u.test(word) && word.length > 4);
const adjectives: ReadonlySet<string> = new Set(
  'other certain various previous new recent latest past initial early earlier later further similar fresh available own same such current former future final full foreign local national global public private official false true little big major'.split(
    ' ',
  ),
);
