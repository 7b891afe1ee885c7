import { compileGazetteer } from '../gazetteer/compile.ts';
import { type Gazetteer, openGazetteer } from '../gazetteer/open.ts';
import type { EntityId } from '../model/ids.ts';
import type { Entity } from '../model/entity.ts';
import type { NameCandidate } from '../model/knowledge.ts';
import { foldForSearch } from '../pack/search-part.ts';
import { createIdentity, type Identity } from './edit/identity.ts';
import type { AssertionRow, TombstoneRow } from './own-rows.ts';
import type { Overlay } from './rows.ts';
import type { StoreDatabase } from './schema.ts';

/** Names that the reader added, and what the reader changed in packs: small enough to be read whole. */
export interface OwnNames {
  readonly entities: readonly Entity[];
  readonly overlays: ReadonlyMap<EntityId, Overlay>;
  readonly ownIds: ReadonlySet<EntityId>;
  readonly identity: Identity;
  /** `<table>/<key>` of what was removed. */
  readonly removed: ReadonlySet<string>;
  /** Of own entities and of aliases added to others; null where there are none. */
  readonly gazetteer: Gazetteer | null;
  /** What the gazetteer's ordinals stand for; the prominence of an alias added to a pack's entity is unknown here. */
  readonly bearers: readonly NameCandidate[];
}

/** Prominence of what the reader made: whoever adds a name means it. */
const ownProminence = 0.7;

/** The names as they stand at that revision; read again only when they changed. */
export function createOwnNames(database: StoreDatabase): (revision: number) => Promise<OwnNames> {
  let kept: { readonly revision: number; readonly names: OwnNames } | null = null;
  return async (revision) => {
    if (kept?.revision === revision) return kept.names;
    const { entities, overlays, assertions, tombstones, meta } = database;
    const { seen, rows } = await database.transaction(
      'r',
      [entities, overlays, assertions, tombstones, meta],
      async () => ({
        seen: await readRevision(database),
        rows: {
          entities: await entities.toArray(),
          overlays: await overlays.toArray(),
          assertions: await assertions.toArray(),
          tombstones: await tombstones.toArray(),
        },
      }),
    );
    kept = { revision: seen, names: compileOwn(rows) };
    return kept.names;
  };
}

/** Counts what changed names; the same number, the same names. */
export const readRevision = async (database: StoreDatabase): Promise<number> =>
  (await database.meta.get('names-revision'))?.value ?? 0;

/** Whether a change of that table changes the names. */
export const bearsNames = (table: string): boolean =>
  ['entities', 'overlays', 'assertions', 'tombstones'].includes(table);

/** Part of every transaction that changes a name. */
export async function countUpNames(database: StoreDatabase): Promise<void> {
  await database.meta.put({ key: 'names-revision', value: (await readRevision(database)) + 1 });
}

interface OwnRows {
  readonly entities: readonly Entity[];
  readonly overlays: readonly Overlay[];
  readonly assertions: readonly AssertionRow[];
  readonly tombstones: readonly TombstoneRow[];
}

function compileOwn({ entities, overlays, assertions, tombstones }: OwnRows): OwnNames {
  const bearers: NameCandidate[] = [];
  const aliases = [...entities.map(toNamed), ...overlays.map(toNamedOverlay)].flatMap(({ bearer, forms }) => {
    const ordinal = bearers.push(bearer) - 1;
    return forms.map((form) => ({ text: form.text, case: form.case ?? ('name' as const), ordinal }));
  });
  const opened = aliases.length === 0 ? null : openGazetteer(compileGazetteer(aliases));
  return {
    entities,
    overlays: new Map(overlays.map((overlay) => [overlay.id, overlay])),
    ownIds: new Set(entities.map(({ id }) => id)),
    identity: createIdentity(assertions),
    removed: new Set(tombstones.map(({ id }) => id)),
    gazetteer: opened?.ok === true ? opened.value : null,
    bearers,
  };
}

interface Named {
  readonly bearer: NameCandidate;
  readonly forms: readonly Entity['aliases'][number][];
}

const toNamed = ({ id, type, name, aliases, prominence }: Entity): Named => ({
  bearer: { id, type, prominence: prominence ?? ownProminence },
  forms: [{ text: name }, ...aliases.filter(({ text }) => text !== name)],
});

const toNamedOverlay = ({ id, fields, addedAliases }: Overlay): Named => ({
  bearer: { id, type: fields.type ?? 'other', prominence: fields.prominence ?? ownProminence },
  forms: [...(fields.name === undefined ? [] : [{ text: fields.name }]), ...addedAliases],
});

/** An entity of a pack as the reader wants it; null where it is hidden. */
export function applyOverlay(entity: Entity, overlay: Overlay | undefined): Entity | null {
  if (overlay === undefined) return entity;
  if (overlay.isHidden) return null;
  const known = entity.aliases.filter(({ text }) => !removes(overlay, text));
  return {
    ...entity,
    ...overlay.fields,
    aliases: [...known, ...overlay.addedAliases.filter(({ text }) => !known.some((alias) => alias.text === text))],
  };
}

/** Whether the reader said that these words do not stand for the entity. */
export const removes = (overlay: Overlay, words: string): boolean => {
  const folded = foldForSearch(words);
  return overlay.removedAliases.some((text) => foldForSearch(text) === folded);
};
