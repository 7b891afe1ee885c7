import { join } from 'node:path';
import type { StoredClaim } from '../../lib/model/claim.ts';
import type { Source } from '../../lib/model/source.ts';
import { createNumberColumn, createTextColumn, type NumberColumn, type TextColumn } from './columns.ts';
import { createIdMap, type IdMap } from './id-map.ts';
import { createLineFile, type LineFile } from './line-file.ts';
import { InputFault } from './lines.ts';
import type { PackRecord } from './records.ts';

/** A record's line in its file, with what it is sorted by. */
export interface Entry {
  readonly id: string;
  readonly offset: number;
  readonly length: number;
}

/** Everything of the inputs, on disk; in memory are ids, places and what is sorted by. */
export interface Collected {
  readonly entities: LineFile;
  readonly entityIds: TextColumn;
  /** Place and length of each entity's line, prominence of each. */
  readonly offsets: NumberColumn;
  readonly lengths: NumberColumn;
  readonly prominences: NumberColumn;
  /** `file:line` and the fact, tab between. */
  readonly facts: LineFile;
  readonly claims: LineFile;
  readonly claimEntries: (Entry & { readonly saidAt: string; readonly at: string })[];
  /** By their claim; `at` is where the first stands. */
  readonly reviews: Map<string, { readonly at: string; readonly texts: string[] }>;
  readonly sources: Map<string, Source>;
  /** Ids of the entities, each with its place in the columns. */
  readonly known: Pick<IdMap, 'has' | 'get'>;
  readonly counts: { aliases: number; facts: number; reviews: number };
  close(): void;
}

/** Takes the records in as they come; the first that stands twice ends it. An entity met again adds nothing. */
export async function collect(records: AsyncIterable<PackRecord>, folder: string): Promise<Collected> {
  const known = createIdMap();
  const factIds = createIdMap();
  const collected: Collected = {
    entities: createLineFile(join(folder, 'entities')),
    entityIds: createTextColumn(),
    offsets: createNumberColumn(),
    lengths: createNumberColumn(),
    prominences: createNumberColumn(),
    facts: createLineFile(join(folder, 'facts')),
    claims: createLineFile(join(folder, 'claims')),
    claimEntries: [],
    reviews: new Map(),
    sources: new Map(),
    known,
    counts: { aliases: 0, facts: 0, reviews: 0 },
    close() {
      this.entities.close();
      this.facts.close();
      this.claims.close();
    },
  };
  const claimIds = createIdMap();
  const reviewIds = createIdMap();
  for await (const record of records) take(record, collected, { known, factIds, claimIds, reviewIds });
  for (const ids of [factIds, claimIds, reviewIds]) ids.close();
  return collected;
}

interface Ids {
  readonly known: IdMap;
  readonly factIds: IdMap;
  readonly claimIds: IdMap;
  readonly reviewIds: IdMap;
}

function take({ kind, record, file, line }: PackRecord, to: Collected, ids: Ids): void {
  const twice = (): never => {
    throw new InputFault(file, line, `id: ${record.id} stands twice`);
  };
  switch (kind) {
    case 'entity': {
      if (!ids.known.add(record.id, ids.known.size)) return twice();
      const text = JSON.stringify(record);
      to.offsets.push(to.entities.append(text));
      to.lengths.push(Buffer.byteLength(text));
      to.entityIds.push(record.id);
      to.prominences.push(record.prominence ?? 0);
      to.counts.aliases += record.aliases.length + 1;
      return undefined;
    }
    case 'fact':
      if (!ids.factIds.add(record.id, 0)) return twice();
      to.counts.facts += 1;
      to.facts.append(`${file}:${line}\t${JSON.stringify(record)}`);
      return undefined;
    case 'claim': {
      if (!ids.claimIds.add(record.id, 0)) return twice();
      const text = JSON.stringify(record satisfies StoredClaim);
      const offset = to.claims.append(text);
      const saidAt = record.saidAt ?? '';
      to.claimEntries.push({ id: record.id, offset, length: Buffer.byteLength(text), saidAt, at: `${file}:${line}` });
      return undefined;
    }
    case 'review': {
      if (!ids.reviewIds.add(record.id, 0)) return twice();
      to.counts.reviews += 1;
      const texts = to.reviews.get(record.claim)?.texts;
      if (texts === undefined) to.reviews.set(record.claim, { at: `${file}:${line}`, texts: [JSON.stringify(record)] });
      else texts.push(JSON.stringify(record));
      return undefined;
    }
    case 'source':
      if (to.sources.has(record.id)) return twice();
      to.sources.set(record.id, record);
      return undefined;
  }
}
