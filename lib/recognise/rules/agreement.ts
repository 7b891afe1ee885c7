import { entityTypes } from '../../model/entity.ts';
import { mix } from '../tagger/hash.ts';
import { labelOf, last, outside, positionOfLabel, typeOfLabel, unit } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const typeCount = entityTypes.length;
/** How much the other places of a name count beside the place itself, and how many of them at most. */
const weight = 0.5;
const most = 6;
/** No place rules a type out for all the others. */
const floor = 0.02;

/**
 * One type for the same words throughout a document, unless a place is surer than all the others: the types'
 * probabilities at the other places join those of each place. Borders stay.
 */
export function agree(view: DocumentView, labelling: Labelling): Labelling {
  const { labels, types } = labelling;
  const names: { from: number; end: number; hash: number }[] = [];
  for (let i = 0; i < labels.length; i += 1) {
    if (labels[i] === outside) continue;
    let end = i;
    let hash = 0;
    for (;;) {
      hash = mix(hash, view.facts[end]?.lower ?? 0);
      const position = positionOfLabel(labels[end] ?? outside);
      end += 1;
      if (position === unit || position === last || end >= labels.length) break;
    }
    names.push({ from: i, end, hash });
    i = end - 1;
  }
  const sums = new Map<number, { readonly logs: Float64Array; count: number }>();
  const own = names.map(({ from, end, hash }) => {
    const logs = new Float64Array(typeCount);
    for (let type = 0; type < typeCount; type += 1) {
      let mean = 0;
      for (let i = from; i < end; i += 1) mean += (types[i * typeCount + type] ?? 0) / (end - from);
      logs[type] = Math.log(Math.max(floor, mean));
    }
    const sum = sums.get(hash) ?? { logs: new Float64Array(typeCount), count: 0 };
    for (let type = 0; type < typeCount; type += 1) sum.logs[type] = (sum.logs[type] ?? 0) + (logs[type] ?? 0);
    sum.count += 1;
    sums.set(hash, sum);
    return logs;
  });
  const agreed = labels.slice();
  for (const [n, { from, end, hash }] of names.entries()) {
    const sum = sums.get(hash);
    const logs = own[n];
    if (sum === undefined || logs === undefined || sum.count < 2) continue;
    const others = sum.count - 1;
    const share = (weight * Math.min(others, most)) / others;
    let best = typeOfLabel(labels[from] ?? outside);
    let top = -Infinity;
    for (let type = 0; type < typeCount; type += 1) {
      const here = logs[type] ?? 0;
      const score = here + share * ((sum.logs[type] ?? 0) - here);
      if (score > top) {
        top = score;
        best = type;
      }
    }
    for (let i = from; i < end; i += 1) agreed[i] = labelOf(best, positionOfLabel(labels[i] ?? outside));
  }
  return { ...labelling, labels: agreed };
}
