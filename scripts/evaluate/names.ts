import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Span } from '../../lib/model/span.ts';
import { recogniseNames } from '../../lib/recognise/names.ts';
import { openTagger, type Tagger } from '../../lib/recognise/tagger.ts';
import { readText } from '../../lib/text/document.ts';
import { f1Interval } from './bootstrap.ts';
import { findNameErrors, type NameError } from './name-errors.ts';
import { addUp, scoreText, type TextScore } from './name-score.ts';
import { type CoarseType, coarseOf, type MeasuredSet, type MeasuredSpan, readMeasuredSets } from './name-sets.ts';
import { emptyScore, f1Of, precisionOf, recallOf, type Score } from './pairwise.ts';
import { compromiseNames, winkSpans } from './peers.ts';

const three: readonly CoarseType[] = ['PER', 'ORG', 'LOC'];
const errorFile = '.cache/name-errors.txt';
const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);
const triple = (score: Score): string =>
  score.wanted + score.found === 0
    ? '    –     –     –'
    : `${percent(precisionOf(score))} ${percent(recallOf(score))} ${percent(f1Of(score))}`;

/** Prints how well names are recognised, beside other libraries, and lists the errors under .cache/. */
export function evaluateNames(shared: string, weights: string): void {
  const bytes = readFileSync(weights);
  const opened = openTagger(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  if (!opened.ok) throw new Error(`${weights}: ${opened.failure.why}`);
  const listed: string[] = [];
  for (const set of readMeasuredSets(shared)) {
    console.log(`\n${set.name} (${set.note}): ${set.texts.length} texts`);
    console.log(
      '                        P     R    F1   95% of F1      PER F1 ORG F1 LOC F1 MISC F1   spans only P R F1',
    );
    const own = measure(set, ownNames(opened.value));
    printRow('Sidelight', own, set);
    printRow('compromise', measure(set, compromiseNames), set);
    printSpans('wink-nlp', set);
    if (set.name.startsWith('corpus')) printFine(own.scores);
    listed.push(...listErrors(set, own.errors));
  }
  mkdirSync('.cache', { recursive: true });
  writeFileSync(errorFile, `${listed.join('\n')}\n`);
  console.log(`\nEvery error with its place: ${errorFile}. Wikigold is part of the training and is not measured.`);
}

/** Our names without any store, so that the figures are those of the tagger alone. */
const ownNames =
  (tagger: Tagger) =>
  ({ text, blocks }: MeasuredSet['texts'][number]): readonly MeasuredSpan[] =>
    recogniseNames(readText(text, blocks), [], tagger);

interface Measured {
  readonly scores: readonly TextScore[];
  readonly spans: Score;
  readonly errors: readonly NameError[];
}

function measure(set: MeasuredSet, find: (text: MeasuredSet['texts'][number]) => readonly MeasuredSpan[]): Measured {
  const scores: TextScore[] = [];
  const spans = emptyScore();
  const errors: NameError[] = [];
  for (const text of set.texts) {
    const found = find(text);
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

function printRow(name: string, { scores, spans }: Measured, set: MeasuredSet): void {
  const interval = f1Interval(scores.map((score) => addUp([score], three)));
  const range = interval === null ? '      –      ' : `${percent(interval[0])} –${percent(interval[1])}`;
  const byType = (['PER', 'ORG', 'LOC', 'MISC'] as const)
    .map((type) => (set.types.includes(type) ? percent(f1Of(addUp(scores, [type]))) : '    –'))
    .join('  ');
  console.log(`  ${name.padEnd(18)}${triple(addUp(scores, three))}  ${range}   ${byType}    ${triple(spans)}`);
}

function printSpans(name: string, set: MeasuredSet): void {
  const spans = emptyScore();
  for (const text of set.texts) addSpans(spans, text.spans, winkSpans(text));
  console.log(`  ${name.padEnd(18)}${'no types: its lite model marks none of these'.padEnd(62)}${triple(spans)}`);
}

function printFine(scores: readonly TextScore[]): void {
  const sums = new Map<string, Score>();
  for (const { fine } of scores)
    for (const [type, score] of fine) {
      const sum = sums.get(type) ?? emptyScore();
      sum.right += score.right;
      sum.found += score.found;
      sum.wanted += score.wanted;
      sums.set(type, sum);
    }
  for (const [type, score] of [...sums].sort((a, b) => b[1].wanted - a[1].wanted))
    console.log(`    ${type.padEnd(16)}${triple(score)}   of ${score.wanted}`);
}

function listErrors(set: MeasuredSet, errors: readonly NameError[]): string[] {
  const byTitle = new Map<string, NameError[]>();
  for (const error of errors) byTitle.set(error.title, [...(byTitle.get(error.title) ?? []), error]);
  const order = [...byTitle].sort((a, b) => b[1].length - a[1].length);
  console.log(
    `  errors: ${order
      .map(([title, list]) => `${title} ${list.length}`)
      .slice(0, 9)
      .join(', ')}`,
  );
  return order.flatMap(([title, list]) => [
    `## ${set.name}: ${title} (${list.length})`,
    ...list.map((one) => one.context),
  ]);
}
