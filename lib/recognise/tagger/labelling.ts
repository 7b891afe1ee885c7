/** For each token: the label, and its probability. */
export interface Labelling {
  readonly labels: Uint8Array;
  readonly confidences: Float64Array;
}
