import type { ClaimOfArticle, ClaimSegment, SegmentBuilder } from '../model/claim-segment.ts';
import type { ClaimId } from '../model/ids.ts';
import { entityKeys, gramKeys, stemKeys } from './claim-keys.ts';
import { packStatement } from './packed-statement.ts';
import { readStatement } from './statement.ts';

/** A claim as a segment has it. */
interface Entry {
  readonly id: ClaimId;
  readonly statement: string;
  readonly article: string;
  readonly entities: Uint32Array;
  readonly stems: Uint32Array;
  readonly grams: Uint32Array;
  readonly hasAmounts: boolean;
}

/** Counted up whenever statements are read, packed or hashed otherwise: segments of before are then made anew. */
const version = 5;

/** Segments as this pipeline compares them. */
export const segmentBuilder: SegmentBuilder = {
  version,
  replace: (segments, changed, claims) =>
    toSegment([
      ...segments.flatMap((segment) => entriesOf(segment).filter(({ id }) => !changed.has(id))),
      ...claims.map(toEntry),
    ]),
};

function toEntry({ claim, source, article }: ClaimOfArticle): Entry {
  const statement = readStatement({
    text: claim.text,
    quote: claim.quote ?? null,
    speaker: claim.speaker,
    day: claim.saidAt?.slice(0, 10) ?? source.publishedAt?.slice(0, 10) ?? null,
    quantities: claim.quantities,
  });
  return {
    id: claim.id,
    statement: packStatement(statement),
    article,
    entities: entityKeys(claim.speaker === null ? claim.about : [claim.speaker, ...claim.about]),
    stems: stemKeys(statement),
    grams: gramKeys(statement),
    hasAmounts: statement.amounts.length > 0,
  };
}

const entriesOf = (segment: ClaimSegment): Entry[] =>
  segment.ids.flatMap((id, at): Entry[] => {
    const [statement, article] = [segment.statements[at], segment.articles[segment.articleOf[at] ?? 0]];
    if (statement === undefined || article === undefined) return [];
    return [
      {
        id,
        statement,
        article,
        entities: listAt(segment.entities, segment.entityStarts, at),
        stems: listAt(segment.stems, segment.stemStarts, at),
        grams: listAt(segment.grams, segment.gramStarts, at),
        hasAmounts: segment.amounts[at] === 1,
      },
    ];
  });

/** The `at`th list of lists that lie end to end. */
export const listAt = (lists: Uint32Array, starts: Uint32Array, at: number): Uint32Array =>
  lists.subarray(starts[at] ?? 0, starts[at + 1] ?? 0);

function toSegment(entries: readonly Entry[]): ClaimSegment {
  const numberOf = new Map<string, number>();
  for (const { article } of entries) if (!numberOf.has(article)) numberOf.set(article, numberOf.size);
  const [entities, entityStarts] = endToEnd(entries.map((entry) => entry.entities));
  const [stems, stemStarts] = endToEnd(entries.map((entry) => entry.stems));
  const [grams, gramStarts] = endToEnd(entries.map((entry) => entry.grams));
  return {
    version,
    ids: entries.map(({ id }) => id),
    statements: entries.map(({ statement }) => statement),
    articles: [...numberOf.keys()],
    articleOf: Uint32Array.from(entries, ({ article }) => numberOf.get(article) ?? 0),
    entityStarts,
    entities,
    stemStarts,
    stems,
    gramStarts,
    grams,
    amounts: Uint8Array.from(entries, ({ hasAmounts }) => Number(hasAmounts)),
    ...invert(entries),
  };
}

function endToEnd(lists: readonly Uint32Array[]): [all: Uint32Array, starts: Uint32Array] {
  const starts = new Uint32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  const all = new Uint32Array(starts[lists.length] ?? 0);
  for (const [at, list] of lists.entries()) all.set(list, starts[at]);
  return [all, starts];
}

/** Which claims have which key: counted first, so that each list is laid in its place at once. */
function invert(entries: readonly Entry[]): Pick<ClaimSegment, 'keys' | 'postingStarts' | 'postings'> {
  const keyed = entries.map(({ stems, grams, entities }) => [...stems, ...grams, ...entities]);
  const counts = new Map<number, number>();
  for (const list of keyed) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = Uint32Array.from(counts.keys()).sort();
  const postingStarts = new Uint32Array(keys.length + 1);
  const next = new Map<number, number>();
  for (const [at, key] of keys.entries()) {
    const start = postingStarts[at] ?? 0;
    next.set(key, start);
    postingStarts[at + 1] = start + (counts.get(key) ?? 0);
  }
  const postings = new Uint32Array(postingStarts[keys.length] ?? 0);
  for (const [ordinal, list] of keyed.entries())
    for (const key of list) {
      const place = next.get(key) ?? 0;
      postings[place] = ordinal;
      next.set(key, place + 1);
    }
  return { keys, postingStarts, postings };
}
