import { emptyScore, type Score } from './pairwise.ts';
import { type CoarseType, coarseOf, type MeasuredSet, type MeasuredSpan, type MeasuredText } from './measured.ts';

/** What a system says of one text; spans in order and without overlaps. */
export type FindNames = (text: MeasuredText) => readonly MeasuredSpan[];

/** Scores of one text by coarse type, and by fine type where the set has it. */
export interface TextScore {
  readonly coarse: ReadonlyMap<CoarseType, Score>;
  readonly fine: ReadonlyMap<string, Score>;
}

/** Exact span and type. */
export function scoreText(
  text: MeasuredText,
  found: readonly MeasuredSpan[],
  set: Pick<MeasuredSet, 'types'>,
): TextScore {
  const coarse = new Map<CoarseType, Score>(set.types.map((type) => [type, emptyScore()]));
  const fine = new Map<string, Score>();
  const wanted = new Map(text.spans.map((span) => [`${span.start}-${span.end}`, span.type]));
  const scoreOf = <K>(scores: Map<K, Score>, key: K): Score => {
    const score = scores.get(key) ?? emptyScore();
    scores.set(key, score);
    return score;
  };
  for (const span of text.spans) {
    scoreOf(coarse, coarseOf(span.type)).wanted += 1;
    scoreOf(fine, span.type).wanted += 1;
  }
  for (const span of found) {
    const type = coarseOf(span.type);
    if (!set.types.includes(type)) continue;
    const gold = wanted.get(`${span.start}-${span.end}`);
    const score = scoreOf(coarse, type);
    score.found += 1;
    if (gold !== undefined && coarseOf(gold) === type) score.right += 1;
    const precise = scoreOf(fine, span.type);
    precise.found += 1;
    if (gold === span.type) precise.right += 1;
  }
  return { coarse, fine };
}

export function addUp(scores: readonly TextScore[], types: readonly CoarseType[]): Score {
  const sum = emptyScore();
  for (const { coarse } of scores)
    for (const type of types) {
      const score = coarse.get(type);
      if (score === undefined) continue;
      sum.right += score.right;
      sum.found += score.found;
      sum.wanted += score.wanted;
    }
  return sum;
}
