import { keepLongest } from '../../lib/gazetteer/overlaps.ts';
import { entityTypes } from '../../lib/model/entity.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { KnownName } from '../../lib/model/knowledge.ts';
import { Random } from './random.ts';
import { type NamedText, postSets } from './sets.ts';
import type { FindStoreNames } from './store-names.ts';

/** Share of the texts that are read without any store, and of the packs' entities that a reader's store lacks. */
const textsUnknown = 0.2;
const entitiesUnknown = 0.3;
/** Share of the texts whose reader's store holds more than the packs, and of the names that it then knows. */
const textsOwn = 0.12;
const namesOwn = 0.4;
/** A store's type that is not the text's ("Washington" the city, the person). */
const wrongType = 0.08;

/**
 * What a store might know of a training text: what the built-in packs find in it, right or wrong, in part, and now and
 * then some of its names more, at every place where their words stand. So the model learns how far hits are to be
 * trusted, and to do without.
 */
export function simulateKnown(text: NamedText, seed: number, find: FindStoreNames): KnownName[] {
  const random = new Random(seed * 7919 + 13);
  if (random.next() < textsUnknown) return [];
  const lacks = new Map<number, boolean>();
  const hits = find(text.text, (ordinal) => {
    const lack = lacks.get(ordinal) ?? random.next() < entitiesUnknown;
    lacks.set(ordinal, lack);
    return !lack;
  });
  if (postSets.has(text.set) || random.next() > textsOwn) return hits;
  const ofPacks = new Set(hits.map(({ start, end }) => `${start}-${end}`));
  const own = ownNames(text, random).filter(({ start, end }) => !ofPacks.has(`${start}-${end}`));
  return keepLongest([...hits, ...own].sort((a, b) => a.start - b.start || a.end - b.end));
}

function ownNames(text: NamedText, random: Random): KnownName[] {
  const chosen = new Map<string, (typeof entityTypes)[number] | null>();
  for (const span of text.spans) {
    const surface = text.text.slice(span.start, span.end);
    if (chosen.has(surface)) continue;
    const type = random.next() < wrongType ? entityTypes[random.below(entityTypes.length)] : span.types[0];
    chosen.set(surface, span.types.length === 1 && random.next() < namesOwn ? (type ?? null) : null);
  }
  const names: KnownName[] = [];
  for (const [surface, type] of chosen) {
    if (type === null) continue;
    for (let at = text.text.indexOf(surface); at >= 0; at = text.text.indexOf(surface, at + surface.length)) {
      const end = at + surface.length;
      if (/[\p{L}\p{N}]/u.test(text.text[at - 1] ?? ' ') || /[\p{L}\p{N}]/u.test(text.text[end] ?? ' ')) continue;
      names.push({ start: at, end, candidates: [{ id: asEntityId('local:x'), type, prominence: 0.3 }] });
    }
  }
  return names;
}
