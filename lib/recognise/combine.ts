import type { KnownName, NameCandidate } from '../model/knowledge.ts';
import { overlaps } from '../model/span.ts';
import type { NameSpan } from './name-span.ts';

/** A name with the entities of the store that its very words may stand for (none where the store does not know it). */
export interface CandidateName extends NameSpan {
  readonly candidates: readonly NameCandidate[];
}

/** A name that only the store knows counts if the tagger is silent there and the alias is no everyday word. */
const storeOnlyConfidence = 0.75;
/** Below this the tagger's type yields to the only type that the store has for these words. */
const firmType = 0.9;

/**
 * Joins what the tagger found with what the gazetteer found, both in order and without overlaps within themselves.
 * Equal spans become one name; of overlapping ones the longer stays; the order is kept.
 */
export function combineNames(tagged: readonly NameSpan[], known: readonly KnownName[]): CandidateName[] {
  const names: CandidateName[] = [];
  let next = 0;
  const pending = [...tagged];
  for (const hit of known) {
    while (next < pending.length && (pending[next]?.end ?? 0) <= hit.start) next += 1;
    const rivals: NameSpan[] = [];
    for (let i = next; i < pending.length; i += 1) {
      const rival = pending[i];
      if (rival === undefined || rival.start >= hit.end) break;
      if (overlaps(rival, hit)) rivals.push(rival);
    }
    const same = rivals.find((rival) => rival.start === hit.start && rival.end === hit.end);
    if (same !== undefined) {
      names.push(withCandidates(same, hit.candidates));
      pending.splice(pending.indexOf(same), 1);
    } else if (rivals.length === 0) {
      names.push(fromStore(hit));
    } else if (rivals.every((rival) => rival.end - rival.start < hit.end - hit.start)) {
      names.push(fromStore(hit));
      for (const rival of rivals) pending.splice(pending.indexOf(rival), 1);
    }
  }
  for (const rest of pending) names.push({ ...rest, candidates: [] });
  return names.sort((a, b) => a.start - b.start);
}

function withCandidates(span: NameSpan, candidates: readonly NameCandidate[]): CandidateName {
  const types = new Set(candidates.map((candidate) => candidate.type));
  const [only] = types;
  const type = types.size === 1 && only !== undefined && span.confidence < firmType ? only : span.type;
  return { ...span, type, candidates };
}

function fromStore(hit: KnownName): CandidateName {
  const best = hit.candidates.reduce((a, b) => (b.prominence > a.prominence ? b : a));
  return {
    start: hit.start,
    end: hit.end,
    type: best.type,
    confidence: storeOnlyConfidence,
    candidates: hit.candidates,
  };
}
