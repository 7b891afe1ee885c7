import type { Token } from '../../text/tokens.ts';
import { exam, sideOf, stemOf } from './opposites.ts';
import type { Turned } from './outages.ts';

const passes = /^pass(?:e[sd]|ing)?$/u;
const fails = /^(?:fail(?:s|ed|ing)?|flunk(?:s|ed)?)$/u;
const tests = /^(?:tests?|exams?|examinations?|inspections?|audits?|checks?|vetting|review|probation)$/u;
/** "failed its last annual safety inspection": so many words stand between at most. */
const reach = 5;

/** "passed its inspection" and "failed its last inspection" turn each other round; what parliament passes is no test. Linear. */
export function joinExams(tokens: readonly Token[], words: Turned): Turned {
  for (const [at, { folded }] of tokens.entries()) {
    const side = passes.test(folded) ? 0 : fails.test(folded) ? 1 : null;
    if (side === null) continue;
    const near = tokens.slice(at + 1, at + 1 + reach);
    const clause = near.findIndex(({ kind, folded: word }) => kind === 'punctuation' || word === 'to');
    if (!(clause < 0 ? near : near.slice(0, clause)).some((token) => tests.test(token.folded))) continue;
    const [pair] = sideOf(folded) ?? [];
    const stems = [...words.stems].filter((stem) => stem !== stemOf(folded) && stem !== `~${pair}`);
    const sides = [...words.sides].filter(([other]) => other !== pair);
    return { stems: new Set([...stems, `~${exam}`]), sides: new Map([...sides, [exam, side]]) };
  }
  return words;
}
