import type { Alias, Entity } from '../../model/entity.ts';
import { asEntityId, type EntityId } from '../../model/ids.ts';
import { isSameRow } from '../edit/changes.ts';
import { gather, type StoreView } from '../gather.ts';
import type { Overlay } from '../rows.ts';
import type { ToldClaim } from './csv-claim.ts';
import type { ExportRow, Incoming } from './lines.ts';
import { createToldClaims } from './told-claims.ts';

/** What the store shows of an entity that a file names, and what it is made of. */
interface Shown {
  readonly entity: Entity;
  readonly overlay: Overlay | null;
  /** Whether it is the reader's own alone, so that its row is all of it. */
  readonly isOwn: boolean;
}

/**
 * A table or graph says only some of an entity or a claim: what it leaves out stays as it is, and what it says of a pack's
 * entity becomes the reader's edit of it, as if it were typed. Reads the file once; of its rows only those are held that
 * the store knows.
 */
export async function besideShown(incoming: Incoming, view: StoreView): Promise<Incoming> {
  if (incoming.told === 'whole') return incoming;
  const shown = new Map<string, Shown>();
  const claims = createToldClaims(view.database);
  for await (const all of incoming.batches()) {
    await claims.look(claimsIn(all));
    const batch = all.filter(({ table }) => table === 'entities');
    const ids = batch.map(({ row }) => asEntityId(row.id));
    const [known, own] = await Promise.all([gather(view, ids), view.database.entities.bulkGet(ids)]);
    for (const [at, id] of ids.entries()) {
      const entity = known.get(id)?.entity;
      // Under another id it is one of several that the reader joined.
      if (entity?.id !== id) continue;
      const overlay = view.own.overlays.get(id) ?? null;
      shown.set(id, { entity, overlay, isOwn: own[at] !== undefined && overlay === null && !isPacked(view, id) });
    }
  }
  return {
    ...incoming,
    rows: incoming.rows + claims.sources(),
    // Whoever writes what it gives has the database to itself: all that is asked of it was asked above.
    async *batches() {
      const completeClaims = claims.pass();
      for await (const batch of incoming.batches()) {
        const names = batch.filter(({ table }) => table === 'entities');
        yield [
          ...names.map((each) => complete(each, shown.get(each.row.id))),
          ...(await completeClaims(claimsIn(batch))),
        ];
      }
      return undefined;
    },
  };
}

/** The rows of claims as their reader made them (csv-claim.ts). */
const claimsIn = (batch: readonly ExportRow[]): readonly ToldClaim[] =>
  batch.flatMap(({ table, row }) => (table === 'claims' ? [row as unknown as ToldClaim] : []));

const isPacked = ({ packs }: StoreView, id: EntityId): boolean =>
  packs.some((pack) => pack.index.entities.ordinalOf(id) !== null);

const blank = { type: 'other', aliases: [], description: '' } as const;

function complete(told: ExportRow, shown: Shown | undefined): ExportRow {
  if (shown === undefined) return { ...told, row: { ...blank, ...told.row } };
  const { entity, overlay, isOwn } = shown;
  const row = { ...entity, ...told.row, aliases: aliasesOf(told.row, entity) } as Entity;
  const whole = { table: 'entities', row: { ...row } } as const;
  if (isSameRow(row, entity)) return { ...whole, shown: entity };
  return isOwn
    ? whole
    : { table: 'overlays', row: { ...editOf(row, entity, overlay), changedAt: overlay?.changedAt ?? 0 } };
}

/** Of aliases the file has the words alone; those that are there keep their language and how they are matched. */
function aliasesOf({ aliases }: ExportRow['row'], entity: Entity): readonly Alias[] {
  if (!Array.isArray(aliases)) return entity.aliases;
  const known = new Map(entity.aliases.map((alias) => [alias.text, alias]));
  const told = (aliases as readonly Alias[]).map((alias) => known.get(alias.text) ?? alias);
  // A file does not repeat the name.
  const named = known.get(entity.name);
  const all = named === undefined || told.includes(named) ? told : [...told, named];
  const isAll = all.length === entity.aliases.length && all.every((alias) => known.has(alias.text));
  return isAll ? entity.aliases : all;
}

const editable = ['type', 'name', 'description', 'gender'] as const;

function editOf(row: Entity, entity: Entity, before: Overlay | null): Omit<Overlay, 'changedAt'> {
  const changed = editable.filter((field) => row[field] !== undefined && row[field] !== entity[field]);
  const texts = new Set(row.aliases.map(({ text }) => text));
  const had = new Set(entity.aliases.map(({ text }) => text));
  const removed = [...had].filter((text) => !texts.has(text) && text !== row.name);
  const kept = (before?.addedAliases ?? []).filter(({ text }) => !removed.includes(text));
  return {
    id: row.id,
    fields: { ...before?.fields, ...Object.fromEntries(changed.map((field) => [field, row[field]])) },
    addedAliases: [...kept, ...row.aliases.filter(({ text }) => !had.has(text))],
    removedAliases: [...new Set([...(before?.removedAliases ?? []).filter((text) => !texts.has(text)), ...removed])],
    isHidden: false,
  };
}
