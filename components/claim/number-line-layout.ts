/** A label to be placed beside its point. */
export interface LabelBox {
  /** Where the point stands, 0 to `width`. */
  readonly at: number;
  readonly width: number;
}

export interface PlacedLabel {
  /** The label's edge next to the line that leads to its point: its left one below, its right one above. */
  readonly edge: number;
  /** 0 is the row next to the line, on its side; rows grow away from the line. */
  readonly row: number;
  /** Points of the left half are named below, to the right of their leaders; those of the right half above, to the left. */
  readonly side: 'above' | 'below';
}

const gap = 8;
/** Between a leader and its label. */
const beside = 5;

/** Spreads values over a width; equal ends stand in the middle. Same length and order as `values`. */
export const spreadOver = (values: readonly number[], from: number, to: number): number[] => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return values.map((value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from)));
};

interface Taken {
  /** Of the leader. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/**
 * Places labels so that none overlap, none lies under another's leader and all lie within the width: from the middle
 * outwards, each in the nearest row that is free. Labels come in order of `at`; the answer has their order.
 */
export const placeLabels = (labels: readonly LabelBox[], width: number): PlacedLabel[] => {
  const placed: PlacedLabel[] = [];
  const place = (order: readonly number[], side: PlacedLabel['side']): void => {
    const taken: Taken[] = [];
    for (const index of order) {
      const { at, width: own } = labels[index] ?? { at: 0, width: 0 };
      const from = side === 'below' ? Math.min(at + beside, width - own) : Math.max(at - beside - own, 0);
      const to = from + own;
      let row = 0;
      // Beyond the farthest row nothing overlaps; a leader may then run through a label that had no room.
      const farthest = Math.max(-1, ...taken.map((other) => other.row));
      while (row <= farthest && taken.some((other) => isInTheWay(other, { at, from, to, row }))) row += 1;
      taken.push({ at, from, to, row });
      placed[index] = { edge: side === 'below' ? from : to, row, side };
    }
  };
  const left = [...labels.keys()].filter((index) => (labels[index]?.at ?? 0) <= width / 2);
  const right = [...labels.keys()].filter((index) => (labels[index]?.at ?? 0) > width / 2);
  place(left.toReversed(), 'below');
  place(right, 'above');
  return placed;
};

/** Whether a label is in the way of one placed before it: in its row, under its leader, or before its own leader. */
const isInTheWay = (other: Taken, own: Taken): boolean => {
  if (other.row === own.row) return own.from < other.to + gap && other.from < own.to + gap;
  const crosses = (leader: Taken, label: Taken): boolean =>
    leader.row > label.row && leader.at > label.from - 2 && leader.at < label.to + 2;
  return crosses(other, own) || crosses(own, other);
};
