/** For each token: the label, and its probability; and a row of the types' probabilities where the label is a name's. */
export interface Labelling {
  readonly labels: Uint8Array;
  readonly confidences: Float64Array;
  readonly types: Float32Array;
}
