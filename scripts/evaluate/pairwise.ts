/** Counts of right, found and wanted; F1 from them. */
export interface Score {
  right: number;
  found: number;
  wanted: number;
}

export const emptyScore = (): Score => ({ right: 0, found: 0, wanted: 0 });
export const precisionOf = (score: Score): number => (score.found === 0 ? 0 : score.right / score.found);
export const recallOf = (score: Score): number => (score.wanted === 0 ? 0 : score.right / score.wanted);
export const f1Of = (score: Score): number =>
  score.found + score.wanted === 0 ? 0 : (2 * score.right) / (score.found + score.wanted);

/** Pairs of mentions that stand in one cluster: adds those of one text to a score. Labels of equal length and order. */
export function addPairs(score: Score, found: readonly string[], wanted: readonly string[]): void {
  for (let i = 0; i < found.length; i += 1)
    for (let j = i + 1; j < found.length; j += 1) {
      const together = found[i] === found[j];
      const should = wanted[i] === wanted[j];
      if (together) score.found += 1;
      if (should) score.wanted += 1;
      if (together && should) score.right += 1;
    }
}
