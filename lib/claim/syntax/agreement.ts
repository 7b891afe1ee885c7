import type { CueWord } from './cue-words.ts';
import { determiners, isPlural, links } from './grammar.ts';
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
