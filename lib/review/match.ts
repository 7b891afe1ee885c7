import type { ClaimReview } from '../model/review.ts';
import { plainWords } from '../text/sketch.ts';

/** Words that say nothing of what is claimed. */
const empty: ReadonlySet<string> = new Set(
  `the and for that this with from was were are has have had been being will would could should can may might did does
not but its his her their they them she who whom which what when where how why than then there here into onto over under
about after before during between while said says say saying told claim claims claimed according also more most less least
some any all both each other such only just very too out off per cent percent one two new now`.split(/\s+/u),
);
const negations: ReadonlySet<string> = new Set(
  'not no never none neither nor cannot without isn aren wasn weren don doesn didn won wouldn couldn hasn haven hadn'.split(
    ' ',
  ),
);

/** A light stem: enough that "ferries" meets "ferry" and "planned" meets "plan". */
function stem(word: string): string {
  let short = word;
  if (short.length > 4 && short.endsWith('ies')) short = `${short.slice(0, -3)}y`;
  else if (short.length > 5 && short.endsWith('ing')) short = short.slice(0, -3);
  else if (short.length > 4 && short.endsWith('ed')) short = short.slice(0, -2);
  else if (short.length > 3 && short.endsWith('s') && !short.endsWith('ss')) short = short.slice(0, -1);
  if (short.length > 4 && /([bdgmnprt])\1$/u.test(short)) short = short.slice(0, -1);
  return short.length > 4 && short.endsWith('e') ? short.slice(0, -1) : short;
}

const isNumber = (word: string): boolean => /^\d/u.test(word);

/** What a claim is found by: stems of its content words and its numbers, each once. Numbers lose their commas. */
export function termsOf(text: string): readonly string[] {
  const words = plainWords(text.replace(/(?<=\d)[,\u00a0\u202f](?=\d{3})/gu, '').replace(/(?<=\d)\.(?=\d)/gu, 'p'));
  const terms = words
    .filter((word) => isNumber(word) || (word.length > 2 && !empty.has(word)))
    .map((word) => (isNumber(word) ? word : stem(word)));
  return [...new Set(terms)];
}

/** Set against pairs in tests/review: below them other claims on the same subject pass. */
const fewestShared = 3;
const ofTheReview = 0.7;
const likeness = 0.5;

/**
 * How well a review is about a claim, 0 to 1; 0 where it is not certain to be. Both must speak of the same things in
 * the same numbers, and either both or neither deny them. A page that the review names needs less to agree.
 */
export function matchReview(claim: string, review: ClaimReview, isNamedPage: boolean): number {
  const [mine, theirs] = [termsOf(claim), termsOf(review.claim)];
  const own = new Set(mine);
  const shared = theirs.filter((term) => own.has(term)).length;
  if (shared < Math.min(fewestShared, theirs.length) || theirs.length < 2) return 0;
  if (!numbersAgree(mine, theirs) || isDenied(claim) !== isDenied(review.claim)) return 0;
  const covered = shared / theirs.length;
  const alike = (2 * shared) / (mine.length + theirs.length);
  const ease = isNamedPage ? 0.75 : 1;
  return covered >= ofTheReview * ease && alike >= likeness * ease ? alike : 0;
}

/** Every number that the review names stands in the claim; a claim without its numbers is another. */
function numbersAgree(mine: readonly string[], theirs: readonly string[]): boolean {
  const own = new Set(mine.filter(isNumber));
  return theirs.filter(isNumber).every((number) => own.has(number));
}

const isDenied = (text: string): boolean =>
  plainWords(text.replaceAll(/n[’']t\b/gu, ' not ')).filter((word) => negations.has(word)).length % 2 === 1;
