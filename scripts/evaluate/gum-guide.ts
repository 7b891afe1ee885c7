import { overlaps, type Span } from '../../lib/model/span.ts';
import { genderOfGivenName } from '../../lib/recognise/given-names.ts';
import { isDemonym } from '../train/demonyms.ts';
import type { MeasuredSpan, MeasuredText } from './measured.ts';

const wordsBehind = /^(?: \p{Lu}[\p{L}’'-]+){1,2}/u;
const wordBefore = /(\p{Lu}\p{Ll}+) $/u;
const longestWords = 48;

/**
 * GUM's gold by our guide, from the gold and its text alone. Peoples and religions, which GUM counts as persons, are
 * nationalities and left out. People's names are cut out by grammar there: one of a single word takes the words with capitals behind
 * it, and a given name before it, that are in no other name ("Jason" of Jason Beghe, "Kamen" of Dean Kamen).
 */
export function byOurGuide(text: MeasuredText): MeasuredText {
  const spans = text.spans.flatMap((span): MeasuredSpan[] => {
    const surface = text.text.slice(span.start, span.end);
    if (span.type !== 'PER') return [span];
    if (isDemonym(surface)) return [];
    return [/\s/u.test(surface) ? span : { ...span, ...wholeName(text, span) }];
  });
  return { ...text, spans };
}

function wholeName({ text, spans }: MeasuredText, { start, end }: Span): Span {
  const isFree = (part: Span): boolean => !spans.some((span) => overlaps(span, part));
  const behind = wordsBehind.exec(text.slice(end, end + longestWords))?.[0].length ?? 0;
  const before = wordBefore.exec(text.slice(Math.max(0, start - longestWords), start))?.[1];
  const isGiven = before !== undefined && genderOfGivenName(before.toLowerCase()) !== null;
  const from = isGiven ? start - before.length - 1 : start;
  return {
    start: isFree({ start: from, end: start }) ? from : start,
    end: isFree({ start: end, end: end + behind }) ? end + behind : end,
  };
}
