import type { Edit, EditFailure, EditFault, EntityDraft } from '../../model/edit.ts';
import type { Alias, Entity } from '../../model/entity.ts';
import { asEntityId, type EntityId } from '../../model/ids.ts';
import { foldForSearch } from '../../pack/search-part.ts';
import { type Changes, EditRefused } from './changes.ts';
import { takeOverName } from './choice.ts';
import { gather, type Gathered, type StoreView } from '../gather.ts';
import type { NoteRow, Overlay } from '../rows.ts';

/** What the edits of one entity work on: all of it as it is shown, and whether its own row is all there is. */
export interface Known {
  readonly id: EntityId;
  readonly gathered: Gathered;
  readonly members: readonly EntityId[];
  /** Whether a pack or a joined entry takes part, so that changes go into an overlay. */
  readonly isShared: boolean;
}

export async function findEntity(view: StoreView, id: EntityId): Promise<Known> {
  const gathered = (await gather(view, [id])).get(id);
  if (gathered === undefined) throw new EditRefused<EditFailure>({ code: 'Unknown', what: id });
  const main = gathered.entity.id;
  const members = view.own.identity.membersOf(main);
  const isPacked = view.packs.some(({ index }) => index.entities.ordinalOf(main) !== null);
  return { id: main, gathered, members, isShared: isPacked || members.length > 1 || view.own.overlays.has(main) };
}

const invalid = (fault: EditFault, of = ''): EditRefused<EditFailure> =>
  new EditRefused({ code: 'Invalid', fault, of });

/** A name as it is kept; refused where nothing of it could be matched. */
export function toName(text: string): string {
  const name = text.replace(/\s+/gu, ' ').trim();
  if (foldForSearch(name) === '') throw invalid('nameEmpty');
  if (name.length > 300) throw invalid('nameTooLong');
  return name;
}

/** Makes an entity of the reader's own. */
export async function createEntity(changes: Changes, draft: EntityDraft, uuid: string): Promise<EntityId> {
  const id = asEntityId(`local:e-${uuid}`);
  const name = toName(draft.name);
  const aliases = distinct(
    draft.aliases.map((alias) => ({ ...alias, text: toName(alias.text) })),
    name,
  );
  const entity: Entity = { id, type: draft.type, name, aliases, description: draft.description.trim() };
  await changes.put('entities', entity);
  await takeOverName(changes, foldForSearch(name), { kind: 'entity', entity: id });
  return id;
}

const distinct = (aliases: readonly Alias[], name: string): Alias[] => [
  ...new Map(aliases.filter(({ text }) => text !== name).map((alias) => [alias.text, alias])).values(),
];

const emptyOverlay = (id: EntityId): Overlay => ({
  id,
  fields: {},
  addedAliases: [],
  removedAliases: [],
  isHidden: false,
  changedAt: 0,
});

/** Writes over what a pack or several entries say together. */
export async function overlay(
  changes: Changes,
  id: EntityId,
  change: (before: Overlay) => Partial<Overlay>,
): Promise<void> {
  const before = (await changes.get<Overlay>('overlays', id)) ?? emptyOverlay(id);
  await changes.put('overlays', { ...before, ...change(before), changedAt: changes.at });
}

const rowOf = async (changes: Changes, { id }: Known): Promise<Entity> => {
  const row = await changes.get<Entity>('entities', id);
  if (row === null) throw new EditRefused<EditFailure>({ code: 'Unknown', what: id });
  return row;
};

type Of<Kind extends Edit['kind']> = Extract<Edit, { readonly kind: Kind }>;

export async function rename(changes: Changes, known: Known, edit: Of<'rename'>): Promise<void> {
  const name = toName(edit.name);
  const { entity } = known.gathered;
  if (name === entity.name) return;
  const keepsOld = !entity.aliases.some(({ text }) => text === entity.name);
  if (known.isShared)
    return overlay(changes, known.id, (before) => ({
      fields: { ...before.fields, name },
      addedAliases: keepsOld ? [...before.addedAliases, { text: entity.name }] : before.addedAliases,
      removedAliases: before.removedAliases.filter((text) => foldForSearch(text) !== foldForSearch(name)),
    }));
  const row = await rowOf(changes, known);
  await changes.put('entities', { ...row, name, aliases: distinct([...row.aliases, { text: row.name }], name) });
}

export async function describe(changes: Changes, known: Known, edit: Of<'describe'>): Promise<void> {
  const { type, gender } = edit;
  const description = edit.description.replace(/\s+/gu, ' ').trim();
  if (description.length > 4000) throw invalid('descriptionTooLong');
  if (known.isShared)
    return overlay(changes, known.id, ({ fields }) => ({
      fields: { ...fields, type, description, ...(gender === null ? {} : { gender }) },
    }));
  const { gender: _, ...row } = await rowOf(changes, known);
  await changes.put('entities', { ...row, type, description, ...(gender === null ? {} : { gender }) });
}

export async function addAlias(changes: Changes, known: Known, edit: Pick<Of<'add-alias'>, 'alias'>): Promise<void> {
  const alias = { ...edit.alias, text: toName(edit.alias.text) };
  const { entity } = known.gathered;
  if (alias.text === entity.name || entity.aliases.some(({ text }) => text === alias.text)) return;
  const folded = foldForSearch(alias.text);
  if (known.isShared)
    return overlay(changes, known.id, (before) => ({
      addedAliases: [...before.addedAliases, alias],
      removedAliases: before.removedAliases.filter((text) => foldForSearch(text) !== folded),
    }));
  const row = await rowOf(changes, known);
  await changes.put('entities', { ...row, aliases: [...row.aliases, alias] });
}

export async function removeAlias(changes: Changes, known: Known, text: string): Promise<void> {
  const { entity } = known.gathered;
  const folded = foldForSearch(text);
  if (foldForSearch(entity.name) === folded) throw invalid('mainName');
  if (known.isShared)
    return overlay(changes, known.id, (before) => ({
      addedAliases: before.addedAliases.filter((alias) => foldForSearch(alias.text) !== folded),
      removedAliases: before.removedAliases.some((removed) => foldForSearch(removed) === folded)
        ? before.removedAliases
        : [...before.removedAliases, text],
    }));
  const row = await rowOf(changes, known);
  const aliases = row.aliases.filter((alias) => foldForSearch(alias.text) !== folded);
  if (aliases.length < row.aliases.length) await changes.put('entities', { ...row, aliases });
}

/** An entity goes with its own facts and the reader's notes; what a pack has of it is hidden. */
export async function deleteEntity(
  changes: Changes,
  known: Known,
  own: { readonly facts: readonly string[]; readonly notes: readonly NoteRow[] },
): Promise<void> {
  for (const id of known.members) {
    if ((await changes.get('entities', id)) !== null) await changes.remove('entities', id);
    if (known.isShared) await overlay(changes, id, () => ({ isHidden: true }));
  }
  for (const fact of own.facts) await changes.remove('facts', fact);
  for (const note of own.notes) await changes.remove('notes', note.id);
}
