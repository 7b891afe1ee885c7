import type { KnownName } from '../../lib/model/knowledge.ts';
import { entityTypes } from '../../lib/model/entity.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import { Random } from './random.ts';
import type { NamedText } from './sets.ts';

/** Share of texts whose reader's store knows something, and of their names that it then knows. */
const textsKnown = 0.3;
const namesKnown = 0.5;
/** A store's type that is not the text's ("Washington" the city, the person). */
const wrongType = 0.08;

/**
 * What a store might know of a training text: some of its names, at every place where their words stand, so that the
 * model learns to use hits and not to lean on them.
 */
export function simulateKnown(text: NamedText, seed: number): KnownName[] {
  const random = new Random(seed * 7919 + 13);
  if (text.set === 'btc' || text.set === 'wnut' || random.next() > textsKnown) return [];
  const chosen = new Map<string, (typeof entityTypes)[number] | null>();
  for (const span of text.spans) {
    const surface = text.text.slice(span.start, span.end);
    if (chosen.has(surface)) continue;
    const type = random.next() < wrongType ? entityTypes[random.below(entityTypes.length)] : span.types[0];
    chosen.set(surface, span.types.length === 1 && random.next() < namesKnown ? (type ?? null) : null);
  }
  const hits: KnownName[] = [];
  for (const [surface, type] of chosen) {
    if (type === null) continue;
    for (let at = text.text.indexOf(surface); at >= 0; at = text.text.indexOf(surface, at + surface.length)) {
      const end = at + surface.length;
      if (/[\p{L}\p{N}]/u.test(text.text[at - 1] ?? ' ') || /[\p{L}\p{N}]/u.test(text.text[end] ?? ' ')) continue;
      hits.push({ start: at, end, candidates: [{ id: asEntityId('local:x'), type, prominence: 0.5 }] });
    }
  }
  hits.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: KnownName[] = [];
  const taken = new Uint8Array(text.text.length);
  for (const hit of hits) {
    if (taken.subarray(hit.start, hit.end).includes(1)) continue;
    taken.fill(1, hit.start, hit.end);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}
