import type { AnnotateResources } from '../../lib/annotate/annotate.ts';
import type { Span } from '../../lib/model/span.ts';
import { takeArticles } from '../../lib/recognise/articles.ts';
import { readText } from '../../lib/text/document.ts';
import { f1Interval } from './bootstrap.ts';
import { findNameErrors, type NameError } from './name-errors.ts';
import { addUp, scoreText, type TextScore } from './name-score.ts';
import { type CoarseType, coarseOf, type MeasuredSet, type MeasuredSpan, type MeasuredText } from './measured.ts';
import { emptyScore, f1Of, precisionOf, recallOf, type Score } from './pairwise.ts';
import { winkSpans } from './peers.ts';
import { type NameSystem, nameSystems } from './systems.ts';

const three: readonly CoarseType[] = ['PER', 'ORG', 'LOC'];
const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);
const triple = (score: Score): string =>
  score.wanted + score.found === 0
    ? '    –     –     –'
    : `${percent(precisionOf(score))} ${percent(recallOf(score))} ${percent(f1Of(score))}`;

/** Prints how well the names of the sets are found, beside other libraries; answers the errors, one a line. */
export async function evaluateNames(
  sets: readonly MeasuredSet[],
  resources: AnnotateResources,
  print: (line: string) => void,
): Promise<string[]> {
  const listed: string[] = [];
  for (const set of sets) {
    print(`\n${set.name} (${set.note}): ${set.texts.length} texts`);
    print('                         P     R    F1   95% of F1      PER F1 ORG F1 LOC F1 MISC F1   spans only P R F1');
    for (const [i, system] of nameSystems(resources).entries()) {
      const measured = await measure(set, system);
      print(rowOf(system.name, measured, set));
      if (i > 0) continue;
      if (set.hasFineTypes) for (const line of fineRows(measured.scores)) print(line);
      listed.push(...listErrors(set, measured.errors, print));
    }
    print(`  ${'wink-nlp'.padEnd(18)} ${'no types: its lite model marks none of these'.padEnd(62)}${winkRow(set)}`);
  }
  return listed;
}

interface Measured {
  readonly scores: readonly TextScore[];
  readonly spans: Score;
  readonly errors: readonly NameError[];
}

async function measure(set: MeasuredSet, system: NameSystem): Promise<Measured> {
  const scores: TextScore[] = [];
  const spans = emptyScore();
  const errors: NameError[] = [];
  for (const text of set.texts) {
    const found: readonly MeasuredSpan[] = takeArticles(readText(text.text, []), await system.find(text));
    scores.push(scoreText(text, found, set));
    addSpans(
      spans,
      text.spans,
      found.filter((span) => set.types.includes(coarseOf(span.type))),
    );
    errors.push(...findNameErrors(text, found, set));
  }
  return { scores, spans, errors };
}

function addSpans(score: Score, wanted: readonly Span[], found: readonly Span[]): void {
  const places = new Set(wanted.map(({ start, end }) => `${start}-${end}`));
  score.wanted += places.size;
  score.found += found.length;
  score.right += found.filter(({ start, end }) => places.has(`${start}-${end}`)).length;
}

function rowOf(name: string, { scores, spans }: Measured, set: MeasuredSet): string {
  const interval = f1Interval(scores.map((score) => addUp([score], three)));
  const range = interval === null ? '      –      ' : `${percent(interval[0])} –${percent(interval[1])}`;
  const byType = (['PER', 'ORG', 'LOC', 'MISC'] as const)
    .map((type) => (set.types.includes(type) ? percent(f1Of(addUp(scores, [type]))) : '    –'))
    .join('  ');
  return `  ${name.padEnd(18)} ${triple(addUp(scores, three))}  ${range}   ${byType}    ${triple(spans)}`;
}

const winkNames = (text: MeasuredText): Span[] =>
  takeArticles(
    readText(text.text, []),
    winkSpans(text).map((span) => ({ ...span, type: 'MISC' })),
  );

function winkRow(set: MeasuredSet): string {
  const spans = emptyScore();
  for (const text of set.texts) addSpans(spans, text.spans, winkNames(text));
  return triple(spans);
}

function fineRows(scores: readonly TextScore[]): string[] {
  const sums = new Map<string, Score>();
  for (const { fine } of scores)
    for (const [type, score] of fine) {
      const sum = sums.get(type) ?? emptyScore();
      sum.right += score.right;
      sum.found += score.found;
      sum.wanted += score.wanted;
      sums.set(type, sum);
    }
  return [...sums]
    .sort((a, b) => b[1].wanted - a[1].wanted)
    .map(([type, score]) => `    ${type.padEnd(16)} ${triple(score)}   of ${score.wanted}`);
}

function listErrors(set: MeasuredSet, errors: readonly NameError[], print: (line: string) => void): string[] {
  const byTitle = new Map<string, NameError[]>();
  for (const error of errors) byTitle.set(error.title, [...(byTitle.get(error.title) ?? []), error]);
  const order = [...byTitle].sort((a, b) => b[1].length - a[1].length);
  print(
    `    errors: ${order
      .map(([title, list]) => `${title} ${list.length}`)
      .slice(0, 9)
      .join(', ')}`,
  );
  return order.flatMap(([title, list]) => [
    `## ${set.name}: ${title} (${list.length})`,
    ...list.map((one) => one.context),
  ]);
}
