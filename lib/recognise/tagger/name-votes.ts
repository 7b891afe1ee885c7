import { entityTypes } from '../../model/entity.ts';
import type { Steps } from '../../model/steps.ts';
import { mix } from './hash.ts';
import { begin, inside, last, outside, positionOfLabel, typeOfLabel, unit } from './labels.ts';
import type { Labelling } from './labelling.ts';
import { isLegalForm } from './legal-forms.ts';
import type { FeatureSink } from './sink.ts';
import type { DocumentView } from './view.ts';
import { isNameLike } from './words.ts';

const typeCount = entityTypes.length;
/** Longer names are hardly ever repeated word for word. */
const longestName = 8;
/** Tokens between two yields. */
const stride = 2_000;

/**
 * What the first pass made of each name as a whole, at every place of the document where its words stand: the evidence
 * of the other places, its own left out.
 */
export interface NameVotes {
  /** For each token the name that stands over it, as a number, or -1. */
  readonly names: Int32Array;
  readonly positions: Uint8Array;
  /** For each token the type that the first pass gave just this name here, or -1, with its confidence. */
  readonly ownTypes: Int8Array;
  readonly ownConfidences: Float32Array;
  /** For each name its votes by type, and the places where its words stand. */
  readonly votes: Float32Array;
  readonly places: Int32Array;
  /** Whether the name is only part of a longer one that was found ("Whole Foods" of "Whole Foods Market"). */
  readonly isPart: Uint8Array;
}

interface Found {
  readonly from: number;
  readonly end: number;
  readonly type: number;
  readonly confidence: number;
}

export function* gatherNameVotes(view: DocumentView, labelling: Labelling): Steps<NameVotes> {
  const { facts } = view;
  const found = foundNames(labelling);
  const numbers = new Map<number, number>();
  const firstWords = new Set<number>();
  const weights: number[] = [];
  const parts: number[] = [];
  const register = (from: number, end: number, part: 0 | 1): number => {
    let hash = 0;
    for (let i = from; i < end; i += 1) hash = mix(hash, facts[i]?.lower ?? 0);
    const known = numbers.get(hash);
    if (known !== undefined) {
      if (part === 0) parts[known] = 0;
      return known;
    }
    const number = numbers.size;
    numbers.set(hash, number);
    firstWords.add(facts[from]?.lower ?? 0);
    parts.push(part);
    for (let type = 0; type < typeCount; type += 1) weights.push(0);
    return number;
  };
  const vote = (number: number, type: number, weight: number): void => {
    weights[number * typeCount + type] = (weights[number * typeCount + type] ?? 0) + weight;
  };
  for (const { from, end, type, confidence } of found)
    if (end - from <= longestName) vote(register(from, end, 0), type, confidence);
  for (const { from, end, type, confidence } of found) {
    if (end - from > longestName) continue;
    if (entityTypes[type] === 'organisation' && end - from > 1 && isLegalForm(view, end - 1))
      vote(register(from, end - 1, 1), type, confidence);
    if (end - from < 3) continue;
    const isPerson = entityTypes[type] === 'person';
    for (let cut = 1; cut <= end - from - 2; cut += 1) {
      const [start, stop] = isPerson ? [from + cut, end] : [from, end - cut];
      const edge = facts[isPerson ? start : stop - 1];
      if (edge !== undefined && (isPerson || isNameLike(edge))) vote(register(start, stop, 1), type, confidence / 2);
    }
  }
  yield;
  const length = facts.length;
  const names = new Int32Array(length).fill(-1);
  const positions = new Uint8Array(length);
  const ownTypes = new Int8Array(length).fill(-1);
  const ownConfidences = new Float32Array(length);
  const places = new Int32Array(numbers.size);
  const foundAt = new Map(found.map((one) => [one.from, one]));
  for (let i = 0; i < length; i += 1) {
    if (i % stride === 0) yield;
    const first = facts[i];
    if (first === undefined || !firstWords.has(first.lower) || !(isNameLike(first) || foundAt.has(i))) continue;
    let hash = 0;
    let number = -1;
    let end = i;
    for (let size = 1; size <= longestName && i + size <= length; size += 1) {
      hash = mix(hash, facts[i + size - 1]?.lower ?? 0);
      const known = numbers.get(hash);
      if (known === undefined) continue;
      number = known;
      end = i + size;
    }
    if (number < 0) continue;
    places[number] = (places[number] ?? 0) + 1;
    const own = foundAt.get(i);
    for (let at = i; at < end; at += 1) {
      names[at] = number;
      positions[at] = end - i === 1 ? unit : at === i ? begin : at === end - 1 ? last : inside;
      if (own?.end === end) {
        ownTypes[at] = own.type;
        ownConfidences[at] = own.confidence;
      }
    }
    i = end - 1;
  }
  return {
    names,
    positions,
    ownTypes,
    ownConfidences,
    votes: Float32Array.from(weights),
    places,
    isPart: Uint8Array.from(parts),
  };
}

function foundNames({ labels, confidences }: Labelling): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i] ?? outside;
    if (label === outside) continue;
    let end = i + 1;
    let confidence = confidences[i] ?? 0;
    if (positionOfLabel(label) !== unit)
      while (end < labels.length) {
        confidence = Math.min(confidence, confidences[end] ?? 0);
        end += 1;
        if (positionOfLabel(labels[end - 1] ?? outside) === last) break;
      }
    found.push({ from: i, end, type: typeOfLabel(label), confidence });
    i = end - 1;
  }
  return found;
}

/** Features of one token from the votes on the name over it. */
export function addNameVotes(votes: NameVotes, i: number, label: number, sink: FeatureSink): void {
  const name = votes.names[i] ?? -1;
  if (name < 0) return;
  const others = (votes.places[name] ?? 1) - 1;
  const own = votes.ownTypes[i] ?? -1;
  let total = 0;
  let best = -1;
  let most = 0;
  for (let type = 0; type < typeCount; type += 1) {
    const weight = (votes.votes[name * typeCount + type] ?? 0) - (type === own ? (votes.ownConfidences[i] ?? 0) : 0);
    if (weight < 0.05) continue;
    total += weight;
    if (weight > most) {
      most = weight;
      best = type;
    }
  }
  if (best < 0) return;
  const position = votes.positions[i] ?? 0;
  const part = votes.isPart[name] ?? 0;
  const share = others <= 0 ? 4 : Math.min(3, Math.floor((total / others) * 4));
  const weight = most < 0.7 ? 0 : most < 1.7 ? 1 : most < 3.5 ? 2 : 3;
  const here = mix(mix(best, position), part);
  sink.add(40, here);
  sink.add(41, mix(here, share));
  sink.add(42, mix(here, weight));
  sink.add(43, mix(here, label));
  sink.add(44, mix(mix(here, label), mix(share, weight)));
}
