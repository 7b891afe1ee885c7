import { join } from 'node:path';
import { toRecord as toEntityRecord, type Draft, addFact, createDraft } from '../../lib/pack/arrange.ts';
import type { StoredClaim } from '../../lib/model/claim.ts';
import type { Entity } from '../../lib/model/entity.ts';
import type { Fact } from '../../lib/model/fact.ts';
import { asEntityId, type EntityId } from '../../lib/model/ids.ts';
import type { PackReview } from '../../lib/model/pack.ts';
import type { Source } from '../../lib/model/source.ts';
import { compileIndex } from '../../lib/pack/index-part.ts';
import { sortNumbers } from '../../lib/pack/numbers.ts';
import { compileSearch } from '../../lib/pack/search-part.ts';
import { claimShardName, entityShardName, packShard, shardOf, shardSize, shardsFor } from '../../lib/pack/shards.ts';
import type { Collected } from './collect.ts';
import { createIdMap, type IdMap } from './id-map.ts';
import { createLineFile, type LineFile } from './line-file.ts';
import { InputFault } from './lines.ts';

export interface AssembledPart {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Shards whose facts share a file, which is held as text: 16,384 entities, some megabytes. */
const shardsAtOnce = 64;
/** Bytes of each of them that wait to be written: a million entities have sixty. */
const heldOfBin = 1 << 16;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The parts of a compiled pack, one after the other, byte for byte those of `compilePack`: entities are put in order in
 * a file, facts are parted by the shards that they belong to, and each of these is small.
 */
export async function* assemble(
  collected: Collected,
  folder: string,
  requires: readonly string[],
): AsyncGenerator<AssembledPart> {
  const order = orderOf(collected);
  const entities = createLineFile(join(folder, 'ordered'));
  for (const at of order)
    entities.append(collected.entities.lineAt(collected.offsets.at(at), collected.lengths.at(at)));
  // What only the order needed: a quarter of all that a million entities keep in memory.
  for (const column of [collected.offsets, collected.lengths, collected.prominences, collected.entityIds])
    column.close();
  const claims = [...collected.claimEntries].sort((a, b) => compareText(b.saidAt, a.saidAt) || compareText(a.id, b.id));
  const check = createCheck(collected, requires);
  const foreign = findForeign(collected, check);
  const rank = rankOf(collected, order, foreign);
  const ordered: Iterable<Entity> = { [Symbol.iterator]: () => parsed(entities) };
  const content = { entities: ordered, foreign, claims: claims.map(({ id }) => id as never) };
  yield { name: 'index', bytes: new Uint8Array(compileIndex(content)) };
  yield { name: 'search', bytes: new Uint8Array(compileSearch(ordered)) };
  yield* entityParts({ collected, folder, rank, foreign, entities, claims });
  entities.close();
  for (let shard = 0; shard < shardsFor(claims.length); shard += 1) {
    const records = claims.slice(shard * shardSize, (shard + 1) * shardSize).map(({ id, offset, length }) => ({
      claim: JSON.parse(collected.claims.lineAt(offset, length)) as StoredClaim,
      reviews: (collected.reviews.get(id)?.texts ?? []).map((text) => JSON.parse(text) as PackReview),
    }));
    const users = [...records.map(({ claim }) => claim), ...records.flatMap(({ reviews }) => reviews)];
    yield {
      name: claimShardName(shard),
      bytes: await packShard({ records, sources: pick(collected.sources, users) }),
    };
  }
}

function* parsed(file: LineFile): Generator<Entity> {
  for (const line of file.lines()) yield JSON.parse(line) as Entity;
}

/** The most prominent first, then by id. */
function orderOf({ entityIds, prominences }: Collected): Uint32Array {
  const order = Uint32Array.from({ length: entityIds.length }, (_, at) => at);
  return sortNumbers(order, (a, b) => prominences.at(b) - prominences.at(a) || entityIds.compare(a, b));
}

type Rank = Pick<IdMap, 'get' | 'size'>;

/** The place in the pack of every id. */
function rankOf({ known }: Collected, order: Uint32Array, foreign: readonly EntityId[]): Rank {
  const places = new Uint32Array(order.length);
  for (const [place, at] of order.entries()) places[at] = place;
  const others = createIdMap();
  for (const id of foreign) others.add(id, order.length + others.size);
  return {
    size: order.length + foreign.length,
    get: (id) => {
      const at = known.get(id);
      return at === undefined ? others.get(id) : places[at];
    },
  };
}

type Check = (id: string, at: string, field: string) => void;

function createCheck({ known }: Collected, requires: readonly string[]): Check {
  const owners = new Set(['wd', ...requires]);
  return (id, at, field) => {
    if (known.has(id) || owners.has(id.slice(0, id.indexOf(':')))) return;
    throw faultAt(at, `${field}: ${id} is not in the pack`);
  };
}

/** `at` is `file:line`, or the file alone. */
function faultAt(at: string, detail: string): InputFault {
  const [, file = '', line = ''] = /^(.*):(\d+)$/u.exec(at) ?? [];
  return file === '' ? new InputFault(at, null, detail) : new InputFault(file, Number(line), detail);
}

/** Ids that facts and claims name and other packs hold, in order; every reference is checked on the way. */
function findForeign(collected: Collected, check: Check): EntityId[] {
  const { known, sources } = collected;
  const foreign = new Set<string>();
  const meet = (id: string, at: string, field: string): void => {
    check(id, at, field);
    if (!known.has(id)) foreign.add(id);
  };
  for (const line of collected.entities.lines()) {
    const { id, context } = JSON.parse(line) as Entity;
    for (const other of context ?? []) check(other, 'entities', `context of ${id}`);
  }
  for (const { at, fact } of factsIn(collected.facts)) {
    meet(fact.subject, at, 'subject');
    if ('entity' in fact.value) meet(fact.value.entity, at, 'value.entity');
    if (fact.of !== undefined) meet(fact.of, at, 'of');
    if (!sources.has(fact.source)) throw faultAt(at, `source: ${fact.source} is not in the pack`);
  }
  const claimIds = new Set<string>();
  for (const { at, id, offset, length } of collected.claimEntries) {
    const claim = JSON.parse(collected.claims.lineAt(offset, length)) as StoredClaim;
    claimIds.add(id);
    for (const other of [...(claim.speaker === null ? [] : [claim.speaker]), ...claim.about]) meet(other, at, 'about');
    if (!sources.has(claim.source)) throw faultAt(at, `source: ${claim.source} is not in the pack`);
  }
  for (const [id, { at }] of collected.reviews)
    if (!claimIds.has(id)) throw faultAt(at, `claim: ${id} is not in the pack`);
  return [...foreign].sort(compareText).map(asEntityId);
}

function* factsIn(file: LineFile): Generator<{ readonly at: string; readonly fact: Fact }> {
  for (const line of file.lines()) {
    const tab = line.indexOf('\t');
    yield { at: line.slice(0, tab), fact: JSON.parse(line.slice(tab + 1)) as Fact };
  }
}

interface Shelves {
  readonly collected: Collected;
  readonly folder: string;
  readonly rank: Rank;
  readonly foreign: readonly EntityId[];
  readonly entities: LineFile;
  readonly claims: Collected['claimEntries'];
}

async function* entityParts({
  collected,
  folder,
  rank,
  foreign,
  entities,
  claims,
}: Shelves): AsyncGenerator<AssembledPart> {
  const atOnce = shardsAtOnce * shardSize;
  const bins = Array.from({ length: Math.ceil(rank.size / atOnce) }, (_, i) =>
    createLineFile(join(folder, `bin-${i}`), heldOfBin),
  );
  const put = (id: EntityId, line: string): void => {
    const shard = shardOf(rank.get(id) ?? 0);
    bins[Math.trunc(shard / shardsAtOnce)]?.append(`${shard}\t${line}`);
  };
  for (const { fact } of factsIn(collected.facts)) {
    put(fact.subject, `f${JSON.stringify(fact)}`);
    const others = [
      ...('entity' in fact.value ? [fact.value.entity] : []),
      ...(fact.of === undefined ? [] : [fact.of]),
    ];
    for (const other of others) put(other, `n${JSON.stringify([other, fact.subject])}`);
  }
  for (const [ordinal, { offset, length }] of claims.entries()) {
    const claim = JSON.parse(collected.claims.lineAt(offset, length)) as StoredClaim;
    for (const id of new Set([...(claim.speaker === null ? [] : [claim.speaker]), ...claim.about]))
      put(id, `c${JSON.stringify([id, ordinal])}`);
  }
  const own = parsed(entities);
  const ownEnd = rank.size - foreign.length;
  for (const [bin, file] of bins.entries()) {
    const first = bin * shardsAtOnce;
    const lines = linesByShard(file, first);
    file.close();
    for (let shard = first; shard < Math.min(first + shardsAtOnce, shardsFor(rank.size)); shard += 1) {
      const drafts = new Map<EntityId, Draft>();
      for (let at = shard * shardSize; at < Math.min((shard + 1) * shardSize, rank.size); at += 1) {
        const next = at < ownEnd ? own.next() : null;
        const entity = next === null || next.done === true ? null : next.value;
        const id = entity?.id ?? foreign[at - ownEnd];
        if (id !== undefined) drafts.set(id, createDraft(entity));
      }
      for (const line of lines[shard - first] ?? []) apply(line, drafts);
      const records = [...drafts].map(([id, draft]) => toEntityRecord(draft, id, rank));
      const sources = pick(
        collected.sources,
        records.flatMap(({ facts }) => facts),
      );
      yield { name: entityShardName(shard), bytes: await packShard({ records, sources }) };
    }
  }
}

/** What a bin holds for each of its shards, in the order in which it came. */
function linesByShard(file: LineFile, first: number): string[][] {
  const lines: string[][] = Array.from({ length: shardsAtOnce }, () => []);
  for (const line of file.lines()) {
    const tab = line.indexOf('\t');
    lines[Number(line.slice(0, tab)) - first]?.push(line.slice(tab + 1));
  }
  return lines;
}

function apply(line: string, drafts: ReadonlyMap<EntityId, Draft>): void {
  const value: unknown = JSON.parse(line.slice(1));
  if (line.startsWith('f')) {
    const fact = value as Fact;
    // The other ends have lines of their own.
    addFact(fact, (id) => (id === fact.subject ? (drafts.get(id) ?? createDraft(null)) : createDraft(null)));
    return;
  }
  const [id, other] = value as [EntityId, EntityId | number];
  if (typeof other === 'number') drafts.get(id)?.claims.push(other);
  else drafts.get(id)?.neighbours.add(other);
}

const pick = (sources: ReadonlyMap<string, Source>, users: readonly { readonly source: string }[]): readonly Source[] =>
  [...new Set(users.map(({ source }) => source))].flatMap((id) => sources.get(id) ?? []);
