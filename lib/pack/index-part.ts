import { compileGazetteer, type AliasEntry } from '../gazetteer/compile.ts';
import { type Gazetteer, openGazetteer } from '../gazetteer/open.ts';
import { type Entity, type EntityType, entityTypes } from '../model/entity.ts';
import { type ClaimId, asEntityId, type EntityId } from '../model/ids.ts';
import type { NameCandidate } from '../model/knowledge.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { compileIds, type IdTable, openIds } from './id-table.ts';
import { createNumbers, numbersIn, pushNumber } from './numbers.ts';
import { bytesOf, findSections, joinSections } from './sections.ts';

/** The part of a compiled pack that is kept open while the worker lives: names, ids, types, prominence. */
export interface PackIndex {
  readonly gazetteer: Gazetteer;
  readonly entities: IdTable;
  readonly claims: IdTable;
  /** What the gazetteer's ordinal stands for. */
  candidateAt(ordinal: number): NameCandidate;
  /** Of the entities that the pack itself holds, by ordinal, as `typeCode` writes them. */
  readonly types: Uint8Array;
  typeCode(type: EntityType): number;
  /** Falls with the ordinal. */
  prominenceAt(ordinal: number): number;
}

const kind = { magic: 0x58494c53, version: 1 };
const sectionCount = 5;
/** An entity whose prominence its pack leaves open. */
const usualProminence = 0.3;
const prominenceSteps = 10_000;

export interface IndexContent {
  /** By ordinal; gone through several times, so that they need not be in memory together. */
  readonly entities: Iterable<Entity>;
  /** Entities of other packs, of which this one holds facts; their ordinals follow. */
  readonly foreign: readonly EntityId[];
  /** By ordinal. */
  readonly claims: readonly ClaimId[];
}

export function compileIndex({ entities, foreign, claims }: IndexContent): ArrayBuffer {
  const types = createNumbers();
  const prominence = createNumbers();
  for (const entity of entities) {
    pushNumber(types, entityTypes.indexOf(entity.type));
    pushNumber(prominence, Math.round((entity.prominence ?? usualProminence) * prominenceSteps));
  }
  return joinSections(kind, [
    new Uint8Array(compileGazetteer(aliasesOf(entities))),
    compileIds({ [Symbol.iterator]: () => idsOf(entities, foreign) }),
    compileIds(claims),
    Uint8Array.from(numbersIn(types)),
    bytesOf(Uint16Array.from(numbersIn(prominence))),
  ]);
}

function* idsOf(entities: Iterable<Entity>, foreign: readonly EntityId[]): Generator<EntityId> {
  for (const { id } of entities) yield id;
  yield* foreign;
}

/** Every form of every entity, its main name included. */
function* aliasesOf(entities: Iterable<Entity>): Generator<AliasEntry> {
  let ordinal = 0;
  for (const { name, aliases } of entities) {
    if (!aliases.some((alias) => alias.text === name)) yield { text: name, case: 'name', ordinal };
    for (const alias of aliases) yield { text: alias.text, case: alias.case ?? 'name', ordinal };
    ordinal += 1;
  }
}

/** Opens the part where it lies; the failure says what is wrong with it. */
export function openIndex(buffer: ArrayBuffer): Result<PackIndex, string> {
  const found = findSections(kind, buffer, sectionCount);
  if (!found.ok) return found;
  const [names, ids, claimIds, typeBytes, prominenceBytes] = found.value;
  if (!names || !ids || !claimIds || !typeBytes || !prominenceBytes) return failed('is cut off');
  const gazetteer = openGazetteer(buffer, names.offset);
  if (!gazetteer.ok) return failed(`holds no names: ${gazetteer.failure.code}`);
  const entities = openIds(buffer, ids);
  const claims = openIds(buffer, claimIds);
  if (entities === null || claims === null) return failed('holds no ids');
  const types = new Uint8Array(buffer, typeBytes.offset, typeBytes.length);
  const prominence = new Uint16Array(buffer, prominenceBytes.offset, prominenceBytes.length / 2);
  return ok({
    gazetteer: gazetteer.value,
    entities,
    claims,
    candidateAt: (ordinal) => ({
      id: asEntityId(entities.idAt(ordinal)),
      type: typeAt(types, ordinal),
      prominence: (prominence[ordinal] ?? 0) / prominenceSteps,
    }),
    types,
    typeCode: (type) => entityTypes.indexOf(type),
    prominenceAt: (ordinal) => (prominence[ordinal] ?? 0) / prominenceSteps,
  });
}

const typeAt = (types: Uint8Array, ordinal: number): EntityType => entityTypes[types[ordinal] ?? -1] ?? 'other';
