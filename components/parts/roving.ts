interface Step {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  readonly at: number;
  readonly count: number;
  readonly reading: 'ltr' | 'rtl';
}

/** Where a key leads in a row of tabs, around its ends; null for a key that does not move. */
export const nextInRow = ({ key, at, count, reading }: Step): number | null => {
  if (count === 0) return null;
  const forward = reading === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = reading === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === backward) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
};

/** Where a key leads in a list; at its ends it stays. Null for a key that does not move. */
export const nextInList = ({ key, at, count }: Omit<Step, 'reading'>): number | null => {
  if (count === 0) return null;
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
};
