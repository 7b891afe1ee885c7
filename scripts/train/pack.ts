import { labelCount } from '../../lib/recognise/tagger/labels.ts';
import { Ascending } from '../../lib/recognise/tagger/ascending.ts';
import type { Model } from '../../lib/recognise/tagger/model.ts';
import { SortedHashes } from '../../lib/recognise/tagger/sorted-hashes.ts';
import type { Weights } from './crf.ts';

/** Rounds weights to steps of `unit`, leaves out what is below `least`, and orders rows by their hash. */
export function packModel(
  hashes: Uint32Array,
  weights: Weights,
  { unit, least }: { unit: number; least: number },
): Model {
  const order = Uint32Array.from(hashes.keys()).sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0));
  const keptHashes: number[] = [];
  const rows = [0];
  const labels: number[] = [];
  const values: number[] = [];
  for (const feature of order) {
    const before = labels.length;
    for (let label = 0; label < labelCount; label += 1) {
      const weight = weights.features[feature * labelCount + label] ?? 0;
      if (Math.abs(weight) < least) continue;
      const value = Math.max(-127, Math.min(127, Math.round(weight / unit)));
      if (value === 0) continue;
      labels.push(label);
      values.push(value);
    }
    if (labels.length === before) continue;
    keptHashes.push(hashes[feature] ?? 0);
    rows.push(labels.length);
  }
  return {
    features: SortedHashes.of(Uint32Array.from(keptHashes), 32),
    rows: Ascending.of(rows),
    labels: Uint8Array.from(labels),
    values: Int8Array.from(values),
    unit,
    transitions: weights.transitions,
  };
}
