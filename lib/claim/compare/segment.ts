import type { ClaimOfArticle, ClaimSegment, SegmentBuilder } from '../../model/claim-segment.ts';
import type { ClaimId } from '../../model/ids.ts';
import { asSpeaker, entityKeys, gramKeys, stemKeys, unitBits } from './claim-keys.ts';
import { packStatement } from './packed-statement.ts';
import { bucketsOf, rowAt } from './segment-layout.ts';
import { readStatement } from './statement.ts';

/** A claim as a segment has it. */
interface Entry {
  readonly id: ClaimId;
  readonly statement: string;
  readonly article: string;
  readonly entities: Uint32Array;
  readonly stems: Uint32Array;
  readonly grams: Uint32Array;
  readonly units: number;
}

/** Counted up whenever statements are read, packed or hashed otherwise: segments of before are then made anew. */
const version = 23;

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
    entities: entityKeys(
      claim.speaker === null ? [...asSpeaker(claim.speakerName), ...claim.about] : [claim.speaker, ...claim.about],
    ),
    stems: stemKeys(statement),
    grams: gramKeys(statement),
    units: unitBits(statement.amounts),
  };
}

const entriesOf = (segment: ClaimSegment): Entry[] =>
  segment.ids.flatMap((id, at): Entry[] => {
    const { stemsFrom, entitiesFrom, entitiesTo, units, article } = rowAt(segment.rows, at);
    const [statement, source] = [segment.statements[at], segment.articles[article]];
    if (statement === undefined || source === undefined) return [];
    return [
      {
        id,
        statement,
        article: source,
        entities: segment.lists.subarray(entitiesFrom, entitiesTo),
        stems: segment.lists.subarray(stemsFrom, entitiesFrom),
        grams: segment.grams.subarray(segment.gramStarts[at], segment.gramStarts[at + 1]),
        units,
      },
    ];
  });

function toSegment(entries: readonly Entry[]): ClaimSegment {
  const numberOf = new Map<string, number>();
  for (const { article } of entries) if (!numberOf.has(article)) numberOf.set(article, numberOf.size);
  const [lists, starts] = endToEnd(entries.flatMap((entry) => [entry.stems, entry.entities]));
  const rows = entries.flatMap(({ article, units }, at) => [
    starts[2 * at] ?? 0,
    starts[2 * at + 1] ?? 0,
    units,
    numberOf.get(article) ?? 0,
  ]);
  const [grams, gramStarts] = endToEnd(entries.map((entry) => entry.grams));
  return {
    version,
    ids: entries.map(({ id }) => id),
    statements: entries.map(({ statement }) => statement),
    articles: [...numberOf.keys()],
    rows: Uint32Array.from([...rows, lists.length]),
    lists,
    gramStarts,
    grams,
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
function invert(entries: readonly Entry[]): Pick<ClaimSegment, 'index' | 'buckets' | 'postings'> {
  const keyed = entries.map(({ stems, grams, entities }) => [...stems, ...grams, ...entities]);
  const counts = new Map<number, number>();
  for (const list of keyed) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = Uint32Array.from(counts.keys()).sort();
  const index = new Uint32Array(2 * keys.length + 2);
  const next = new Map<number, number>();
  let total = 0;
  for (const [at, key] of keys.entries()) {
    index[2 * at] = key;
    index[2 * at + 1] = total;
    next.set(key, total);
    total += counts.get(key) ?? 0;
  }
  index[2 * keys.length + 1] = total;
  const postings = new Uint32Array(total);
  for (const [ordinal, list] of keyed.entries())
    for (const key of list) {
      const place = next.get(key) ?? 0;
      postings[place] = ordinal;
      next.set(key, place + 1);
    }
  return { index, buckets: bucketsOf(keys), postings };
}
