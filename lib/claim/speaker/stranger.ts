import { genderOfWord } from '../../recognise/cluster/gender.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { bodyNouns, endsLikePerson, isFemaleNoun, personNouns } from '../syntax/role-words.ts';
import type { Stranger } from './discourse.ts';

/** A nameless person or group as a source, for the pronouns that go on with them. */
export function strangerOf({ head }: NounPhrase): Stranger | null {
  if (head.kind !== 'description') return null;
  if (head.isPlural) return { isBody: false, gender: null, isPlural: true };
  const noun = head.noun;
  if (bodyNouns.has(noun)) return { isBody: true, gender: null, isPlural: false };
  if (anybody.test(noun)) return null;
  if (!mayBePerson(noun)) return null;
  return { isBody: false, gender: genderOfWord(noun) ?? (isFemaleNoun(noun) ? 'female' : null), isPlural: false };
}

/** Whoever is meant is nobody in particular. */
const anybody = /^(?:every|any|no)(?:one|body)$/u;

/** Whether a noun may stand for one person. */
export const mayBePerson = (noun: string): boolean =>
  personNouns.has(noun) || endsLikePerson(noun) || /(?:man|woman|person|mate|one|somebody|someone)$/u.test(noun);
