/** How many were left out for which reason. */
export interface Tally<Reason extends string> {
  count(reason: Reason): void;
  total(): number;
  /** `left out: 3 of …, 1 without …`, the most frequent first; empty where nothing was counted. */
  say(words: (reason: Reason, count: string) => string): string;
}

export function createTally<Reason extends string>(): Tally<Reason> {
  const counts = new Map<Reason, number>();
  return {
    count: (reason) => void counts.set(reason, (counts.get(reason) ?? 0) + 1),
    total: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    say: (words) => {
      const said = [...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([why, count]) => words(why, count.toLocaleString('en')));
      return said.length === 0 ? '' : `left out: ${said.join(', ')}`;
    },
  };
}
