/** A label to be placed beside its point. */
export interface LabelBox {
  /** Where the point stands, 0 to `width`. */
  readonly at: number;
  readonly width: number;
}

export interface PlacedLabel {
  /** The label's middle. */
  readonly middle: number;
  /** 0 is the row next to the line, on its side; rows grow away from the line. */
  readonly row: number;
  readonly side: 'above' | 'below';
}

const gap = 10;

/** Spreads values over a width; equal ends stand in the middle. Same length and order as `values`. */
export const spreadOver = (values: readonly number[], from: number, to: number): number[] => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return values.map((value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from)));
};

/**
 * Places labels so that none overlap and all lie within the width, alternating below and above the line, each in the
 * nearest row that is free. Labels come in order of `at`. A label wider than the line is centred on it.
 */
export const placeLabels = (labels: readonly LabelBox[], width: number): PlacedLabel[] => {
  const taken: Record<PlacedLabel['side'], number[]> = { above: [], below: [] };
  return labels.map(({ at, width: own }, index) => {
    const half = own / 2;
    const middle = own >= width ? width / 2 : Math.min(Math.max(at, half), width - half);
    const first = index % 2 === 0 ? 'below' : 'above';
    const second = first === 'below' ? 'above' : 'below';
    for (let row = 0; ; row += 1) {
      for (const side of [first, second] as const) {
        const end = taken[side][row] ?? Number.NEGATIVE_INFINITY;
        if (middle - half >= end + gap || end === Number.NEGATIVE_INFINITY) {
          taken[side][row] = middle + half;
          return { middle, row, side };
        }
      }
    }
  });
};
