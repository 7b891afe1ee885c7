import { isCapital, isCountedNoun, type NumberPlace } from '../syntax/words-after.ts';
import type { Lexeme } from '../syntax/lexemes.ts';

const oldest = 120;
const grown =
  /^(?:adults?|people|those|men|women|children|kids|anyone|everyone|everybody|boys|girls|pensioners|residents|buyers|customers|users|applicants|patients|drivers|workers|voters|players|aged)$/u;
const lifeEvents = /^(?:died|dies|dead|retired|retires|married|retire|marry|passed|killed)$/u;

/** "X, 54, said", "who is 34", "aged 12", "died at 87", "a 12-year-old", "ages 18 to 24", "adults over 50", "the under-21s". */
export function isAge(place: NumberPlace): boolean {
  const { lexemes, first, end, value } = place;
  if (!Number.isInteger(value) || value < 0 || value > oldest) return false;
  return (
    isBesideName(place) || isToldAge(place) || isYearsOld(lexemes, end) || isAgeGroup(place) || isAgeAt(lexemes, first)
  );
}

/** "X, 54, said" and "said X, 54." */
function isBesideName({ lexemes, first, end, value }: NumberPlace): boolean {
  if (lexemes[first - 1]?.plain !== ',') return false;
  const next = lexemes[end]?.plain;
  if (next === ',') return value > 3 && value < 110;
  if ((next !== '.' && end < lexemes.length) || value <= 14 || value >= 110) return false;
  return isCapital(lexemes[first - 2]) && !isCapital(lexemes[end + 1]);
}

/** "Holt, who is 34, …", "she was 34 when", "he turned 34 in May", "died at 87", "at the age of 87". */
function isToldAge({ lexemes, first, end }: NumberPlace): boolean {
  const [word, before] = [1, 2].map((back) => lexemes[first - back]?.folded ?? '');
  if (word === 'aged' || word === 'age' || (word === 'of' && before === 'age')) return true;
  const isLast = endsThere(lexemes, end);
  if (/^(?:turned|turns|turning)$/u.test(word ?? '')) return isLast;
  if (/^(?:is|was|were|are|'s)$/u.test(word ?? ''))
    return isLast && (/^(?:he|she|who|they|i|you|we)$/u.test(before ?? '') || isWhenSomebody(lexemes, end));
  return word === 'at' && isLast && lifeEvents.test(before ?? '');
}

/** "X was 34 when she died" */
const isWhenSomebody = (lexemes: readonly Lexeme[], end: number): boolean =>
  lexemes[end]?.folded === 'when' && /^(?:he|she|they|his|her|their)$/u.test(lexemes[end + 1]?.folded ?? '');

/** Nothing that could be counted follows. */
const endsThere = (lexemes: readonly Lexeme[], end: number): boolean => {
  const next = lexemes[end];
  return (
    next === undefined ||
    next.kind === 'punctuation' ||
    /^(?:and|when|on|in|at|last|this|next|after|before|with|by|but|from|today|yesterday)$/u.test(next.folded)
  );
};

/** "12 years old", "a 12-year-old". */
function isYearsOld(lexemes: readonly Lexeme[], end: number): boolean {
  const year = lexemes[end]?.plain === '-' ? end + 1 : end;
  if (!/^(?:years?|yrs?)$/u.test(lexemes[year]?.folded ?? '')) return false;
  const old = lexemes[year + 1]?.plain === '-' ? year + 2 : year + 1;
  return /^olds?$/u.test(lexemes[old]?.folded ?? '');
}

/** "adults over 50", "children under 5", "over-50s", "65 and over", "18-24 year olds": a group by its age. */
function isAgeGroup({ lexemes, first, end }: NumberPlace): boolean {
  const next = lexemes[end]?.folded ?? '';
  const isTenth = next === 's' && lexemes[end]?.spaceBefore === false;
  const hyphen = lexemes[first - 1]?.plain === '-' && lexemes[first]?.spaceBefore === false ? 1 : 0;
  const bound = first - 1 - hyphen;
  const isBound = /^(?:over|under|above|below|older|younger)$/u.test(lexemes[bound]?.folded ?? '');
  if (isBound && isTenth) return true;
  const isFollowed = isCountedNoun(lexemes[end]) || lexemes[end]?.plain === '%' || lexemes[end]?.plain === '-';
  return (
    isBound && hyphen === 0 && !isFollowed && grown.test(lexemes[bound - 1]?.folded ?? '') && endsAge(lexemes, end)
  );
}
const endsAge = (lexemes: readonly Lexeme[], end: number): boolean =>
  lexemes[end]?.kind !== 'word' || !/^(?:per|percent|million|years?|miles|km|of)$/u.test(lexemes[end]?.folded ?? '');

/** "the ages of 25 and 54", "aged between 18 and 24", "aged 18-24", "65 and over". */
function isAgeAt(lexemes: readonly Lexeme[], first: number): boolean {
  const next = lexemes[first + 1]?.folded;
  if (next === 'and' && /^(?:over|older|above|under|younger)$/u.test(lexemes[first + 2]?.folded ?? '')) return true;
  for (let at = first - 1; at >= Math.max(0, first - 5); at -= 1) {
    const lexeme = lexemes[at];
    if (/^(?:ages|aged)$/u.test(lexeme?.folded ?? '')) return true;
    // Only numbers and what joins them may stand between.
    if (
      lexeme?.kind !== 'number' &&
      !/^(?:of|and|to|between|from|-|or|about|under|over|up)$/u.test(lexeme?.folded ?? '')
    )
      return false;
  }
  return false;
}
