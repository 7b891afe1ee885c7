import type { CheckWorthiness } from '../../lib/claim/checkworthy.ts';
import { compareStatements } from '../../lib/claim/compare/compare.ts';
import { readStatement } from '../../lib/claim/compare/statement.ts';
import { claimKinds } from '../../lib/model/claim.ts';
import { heldOutPairs } from '../../tests/claim/pairs-held-out.ts';
import { livePairs } from '../../tests/claim/pairs-live.ts';
import { loosePairs } from '../../tests/claim/pairs-loose.ts';
import { secondPart } from '../../tests/claim/pairs-second-part.ts';
import { newsPairs, type Pair, proofPairs, tuningPairs } from '../../tests/claim/pairs.ts';
import { isHeldOut } from '../corpus/split.ts';
import { f1Interval } from './bootstrap.ts';
import { type ClaimError, type ClaimScores, corpusClaimTexts, scoreClaims, seedClaimText } from './claims.ts';
import { emptyScore, f1Of, precisionOf, recallOf, type Score } from './pairwise.ts';

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);

/** Prints how well claims are found, attributed and compared; answers the errors, a line each. */
export function evaluateClaims(shared: string, model: CheckWorthiness, print: (line: string) => void): string[] {
  const listed: string[] = [];
  const seed = seedClaimText(shared);
  for (const [name, texts] of [
    ['claims by themselves, names given: held-out corpus', corpusClaimTexts('corpus/texts', isHeldOut)],
    ...(seed === null ? [] : ([['claims by themselves, names given: seed article', [seed]]] as const)),
  ] as const) {
    const each = texts.map((text) => scoreClaims([text], model));
    print(`\n${name}: ${texts.length} texts`);
    printScores(each, print);
    listed.push(...each.flatMap(({ errors }) => errors.map((error) => `${name}\t${lineOf(error)}`)));
  }
  listed.push(...printPairs(print));
  return listed;
}

const lineOf = ({ text, what, wanted, found, sentence }: ClaimError): string =>
  `${text}\t${what}\twanted ${wanted || 'nothing'}\tfound ${found || 'nothing'}\t${sentence}`;

const heading = '                            P     R    F1   95% of F1        of';
const row = (name: string, scores: readonly Score[]): string => {
  const sum = addUp(scores);
  return `${name.padEnd(26)}${percent(precisionOf(sum))} ${percent(recallOf(sum))} ${percent(f1Of(sum))}  ${rangeOf(scores)}  ${sum.wanted}`;
};
const share = (name: string, scores: readonly Score[]): string => {
  const sum = addUp(scores);
  return `${name.padEnd(26)}            ${percent(f1Of(sum))}  ${rangeOf(scores)}  ${sum.wanted}`;
};
function rangeOf(scores: readonly Score[]): string {
  const range = f1Interval(scores);
  return range === null ? '      –      ' : `${percent(range[0])} –${percent(range[1])}`;
}
function addUp(scores: readonly Score[]): Score {
  const sum = emptyScore();
  for (const { right, found, wanted } of scores) {
    sum.right += right;
    sum.found += found;
    sum.wanted += wanted;
  }
  return sum;
}
const asScore = ({ right, of }: { readonly right: number; readonly of: number }): Score => ({
  right,
  found: of,
  wanted: of,
});

function printScores(each: readonly ClaimScores[], print: (line: string) => void): void {
  print(heading);
  print(
    row(
      'claim sentences',
      each.map(({ sentences }) => sentences),
    ),
  );
  print(
    row(
      'quotes and reported',
      each.map(({ attributed }) => attributed),
    ),
  );
  for (const kind of claimKinds)
    print(
      row(
        `  ${kind}`,
        each.map(({ byKind }) => byKind[kind]),
      ),
    );
  print(
    share(
      'kind right',
      each.map(({ kind }) => asScore(kind)),
    ),
  );
  print(
    share(
      'named speaker right',
      each.map(({ speaker }) => asScore(speaker)),
    ),
  );
  print(
    share(
      '  of those found as speech',
      each.map(({ speaker }) => asScore({ right: speaker.right, of: speaker.found })),
    ),
  );
  print(
    share(
      'unnamed kept unnamed',
      each.map(({ unnamed }) => asScore(unnamed)),
    ),
  );
}

const relationOf = ({ now, before, speakers, days }: Pair): Pair['relation'] =>
  compareStatements(
    readStatement({ text: now, quote: null, speaker: speakers[0], day: days[0] }),
    readStatement({ text: before, quote: null, speaker: speakers[1], day: days[1] }),
  );

/** Comparison by set and relation; answers its errors. */
function printPairs(print: (line: string) => void): string[] {
  const errors: string[] = [];
  for (const [name, pairs] of [
    ['comparison: pairs held out', heldOutPairs],
    [
      'comparison: pairs that rules were mended by',
      [...tuningPairs, ...proofPairs, ...newsPairs, ...livePairs, ...secondPart],
    ],
    ['comparison: pairs in loose words', loosePairs],
  ] as const) {
    const judged = pairs.map((pair) => ({ pair, found: relationOf(pair) }));
    const scoreOf = (relation: Pair['relation'] | 'any') =>
      judged.map(({ pair, found }): Score => {
        const isWanted = relation === 'any' ? pair.relation !== null : pair.relation === relation;
        const isFound = relation === 'any' ? found !== null : found === relation;
        return {
          right: isWanted && isFound && pair.relation === found ? 1 : 0,
          found: isFound ? 1 : 0,
          wanted: isWanted ? 1 : 0,
        };
      });
    print(
      `\n${name}: ${pairs.length} pairs, ${pairs.filter(({ relation }) => relation === null).length} of them unrelated\n${heading}`,
    );
    print(row('any relation', scoreOf('any')));
    for (const relation of ['repeats', 'supports', 'differs', 'contradicts', 'updates'] as const)
      print(row(`  ${relation}`, scoreOf(relation)));
    for (const { pair, found } of judged)
      if (found !== pair.relation)
        errors.push(
          `${name}\twanted ${pair.relation ?? 'none'}\tfound ${found ?? 'none'}\t${pair.now}\t${pair.before}`,
        );
  }
  return errors;
}
