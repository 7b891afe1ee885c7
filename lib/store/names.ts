import { findEveryName } from '../gazetteer/find.ts';
import { keepLongest } from '../gazetteer/overlaps.ts';
import type { KnownName, NameCandidate } from '../model/knowledge.ts';
import { type OwnNames, removes } from './own-names.ts';
import type { OpenPack } from './packs/shelf.ts';

/** Every name that a pack or the reader knows in the text, longest first; of equal spans all candidates together. */
export function findKnownNames(text: string, packs: readonly OpenPack[], own: OwnNames): KnownName[] {
  const found = packs.flatMap(({ index }) =>
    Array.from(findEveryName(index.gazetteer, text), ({ start, end, ordinals }) => ({
      start,
      end,
      candidates: ordinals.map((ordinal) => index.candidateAt(ordinal)),
    })),
  );
  if (own.gazetteer !== null)
    for (const { start, end, ordinals } of findEveryName(own.gazetteer, text))
      found.push({ start, end, candidates: ordinals.flatMap((ordinal) => own.bearers[ordinal] ?? []) });
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  const joined = joinEqual(found);
  if (own.overlays.size === 0 && own.identity.isEmpty) return keepLongest(joined);
  return keepLongest(joined.flatMap((name) => corrected(name, text, own)));
}

function joinEqual(sorted: readonly KnownName[]): KnownName[] {
  const joined: KnownName[] = [];
  for (const name of sorted) {
    const last = joined.at(-1);
    if (last?.start === name.start && last.end === name.end)
      joined[joined.length - 1] = { ...last, candidates: merge(last.candidates, name.candidates) };
    else joined.push(name);
  }
  return joined;
}

/** The same entity from two packs is one candidate, as prominent as the pack says that knows it best. */
function merge(some: readonly NameCandidate[], more: readonly NameCandidate[]): NameCandidate[] {
  const byId = new Map(some.map((candidate) => [candidate.id, candidate]));
  for (const candidate of more) {
    const known = byId.get(candidate.id);
    if (known === undefined || known.prominence < candidate.prominence) byId.set(candidate.id, candidate);
  }
  return [...byId.values()];
}

/** Without the entities that the reader hid or took this name from; nothing where none is left. */
function corrected(name: KnownName, text: string, own: OwnNames): KnownName[] {
  const words = text.slice(name.start, name.end);
  const candidates = name.candidates.flatMap((candidate) => {
    const main = own.identity.mainOf(candidate.id);
    let { type } = candidate;
    for (const id of new Set([candidate.id, main])) {
      const overlay = own.overlays.get(id);
      if (overlay === undefined) continue;
      if (overlay.isHidden || removes(overlay, words)) return [];
      type = overlay.fields.type ?? type;
    }
    return [{ ...candidate, id: main, type }];
  });
  return candidates.length === 0 ? [] : [{ ...name, candidates: merge([], candidates) }];
}
