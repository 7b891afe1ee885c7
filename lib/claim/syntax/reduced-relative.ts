import { documentNouns, voiceNouns } from './cue-words.ts';
import { beForms, determiners, haveForms, isPlural, links, modals, pronounOf } from './grammar.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { bodyNouns, endsLikePerson, houseParts, houseVoices, personNouns, placeNouns } from './role-words.ts';
import { foldedAt, isQuoted, plainAt, type Scene } from '../scene.ts';

/** Verbs of saying that are as often done to things: "the feature added in May", "the fund named above". */
const doneToThings: ReadonlySet<string> = new Set(
  'add announce report call describe plan propose promise offer show quote mention cite predict forecast recommend reveal disclose detail outline list note discuss'.split(
    ' ',
  ),
);
const pointing = /^(?:above|below|overleaf)$/u;
const behind =
  /^(?:in|on|at|by|during|for|to|from|with|under|over|since|last|this|earlier|here|yesterday|above|below)$/u;

/** How far behind it the verb may stand that the noun is the subject of. */
const reach = 16;

/** Whether a description names somebody, a body or a paper, or whoever works for one. */
export function maySpeak({ head }: NounPhrase): boolean {
  if (head.kind !== 'description') return true;
  const singular = isPlural(head.noun) ? head.noun.replace(/s$/u, '') : head.noun;
  return (
    personNouns.has(singular) ||
    bodyNouns.has(singular) ||
    bodyNouns.has(head.noun.replace(/ies$/u, 'y')) ||
    documentNouns.has(head.noun) ||
    voiceNouns.has(head.noun) ||
    houseVoices.has(head.noun) ||
    houseParts.has(head.noun) ||
    placeNouns.has(singular) ||
    /(?:man|men|woman|women|people|person|one|ones|others|some|many|most|few|both|all|locals|somebody|someone|couple)$/u.test(
      head.noun,
    ) ||
    endsLikePerson(singular)
  );
}

/**
 * "The feature added in May would save hours", "the email mentioned above": a participle that belongs to the noun before
 * it, which is the subject of another verb.
 */
export function isReducedRelative(scene: Scene, t: number, lemma: string, subject: NounPhrase): boolean {
  if (subject.head.kind !== 'description' || subject.end !== t || !doneToThings.has(lemma)) return false;
  const next = foldedAt(scene, t + 1);
  if (pointing.test(next)) return true;
  return !maySpeak(subject) && behind.test(next) && hasOtherVerb(scene, t + 1);
}

/** An auxiliary further on that no other noun or pronoun may be the subject of. */
function hasOtherVerb(scene: Scene, from: number): boolean {
  for (let t = from; t < from + reach; t += 1) {
    const word = foldedAt(scene, t);
    if (isQuoted(scene, t) || /^[,.;:—–!?]$/u.test(plainAt(scene, t)) || pronounOf(word) !== null) return false;
    if (beForms.has(word) || haveForms.has(word) || (modals.has(word) && word !== 'to')) return true;
    const isGoverned = links.has(foldedAt(scene, t - 1)) || behind.test(foldedAt(scene, t - 1));
    if (!isGoverned && (determiners.has(word) || /^(?:that|which|who|there)$/u.test(word))) return false;
  }
  return false;
}
