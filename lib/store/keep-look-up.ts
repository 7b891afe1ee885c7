import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import { asEntityId, asFactId, asSourceId, type EntityId } from '../model/ids.ts';
import type { LookedUp, LookedUpFact, LookedUpItem, LookedUpSource } from '../model/look-up.ts';
import type { Source } from '../model/source.ts';
import { sha256 } from '../pack/bytes.ts';
import { type Changes, changeOwn, isSameRow } from './edit/changes.ts';
import { keepSource } from './edit/facts.ts';
import { gather, type StoreView } from './gather.ts';
import type { AssertionRow, ImageRow, TombstoneRow } from './own-rows.ts';
import type { Overlay, SourceRow } from './rows.ts';

export interface Keeping {
  readonly found: LookedUp;
  /** The entry of the store that was looked up; null for a name that it did not know. */
  readonly of: EntityId | null;
  /** The name as it was looked up, which the entry answers to from now on. */
  readonly name: string;
}

interface KeepContext {
  readonly now: number;
  readonly newId: () => string;
}

/**
 * Keeps what a look-up brought, in one transaction: an entry with facts, sources and picture, joined to the one that it
 * was looked up for. The same looked up again takes the place of what came before it, but for what the reader removed.
 */
export async function keepLookUp(
  view: StoreView,
  { found, of, name }: Keeping,
  context: KeepContext,
): Promise<EntityId> {
  const id = found.item === null ? await localId(found) : asEntityId(`wd:${found.item}`);
  const { mainOf } = view.own.identity;
  const main = mainOf(of ?? id);
  const known = (await gather(view, [main])).has(main);
  const sources = {
    facts: found.source === null ? null : await toSource(found.source),
    summary: found.summary === null ? null : await toSource(found.summary.source),
  };
  const before = await view.database.facts.where('subject').equals(id).toArray();
  const items = [...new Set(found.facts.flatMap(itemsOf))].map((item) => asEntityId(`wd:${item}`));
  const inStore = new Set((await gather(view, items)).keys());
  const facts = toFacts({ found, id, sources, isKnown: (item) => inStore.has(asEntityId(`wd:${item}`)) });
  const picture = await toImage(id, found, context.now);
  await changeOwn(view.database, context.now, async (changes) => {
    await keepEntity(changes, { id, found, name: of === null ? name : '' });
    for (const source of [sources.facts, sources.summary]) if (source !== null) await putSource(changes, source);
    const kept = new Set(facts.map((fact) => fact.id));
    for (const fact of before)
      if (fact.id.startsWith(`${prefix}${id}/`) && !kept.has(fact.id)) await changes.drop('facts', fact.id);
    const gone = await bringBack(changes, new Set([id, main]));
    for (const fact of facts) {
      const key = `facts/${fact.id}`;
      const removed = await changes.get<TombstoneRow>('tombstones', key);
      // What went with the whole entry comes back with it.
      if (removed !== null && !gone.has(removed.at)) continue;
      if (removed !== null) await changes.drop('tombstones', key);
      await changes.put('facts', fact);
    }
    if (of !== null && main !== mainOf(id) && known) {
      const same: AssertionRow = {
        id: `local:a-${context.newId()}`,
        kind: 'same',
        a: main,
        b: mainOf(id),
        at: context.now,
        isWithdrawn: false,
      };
      await changes.put('assertions', same);
    }
    if (picture !== null) await keepImage(view, picture);
    return {
      id: `local:h-${context.newId()}`,
      at: context.now,
      by: 'look-up',
      kind: 'look-up',
      detail: found.name,
      subjects: [...new Set([main, id])],
      undoes: null,
    };
  });
  return known && of !== null ? main : id;
}

/** An entry that was deleted and is looked up again is shown again; answers when it was deleted. */
async function bringBack(changes: Changes, ids: ReadonlySet<EntityId>): Promise<ReadonlySet<number>> {
  const gone = new Set<number>();
  for (const id of ids) {
    const key = `entities/${id}`;
    const removed = await changes.get<TombstoneRow>('tombstones', key);
    if (removed !== null) {
      gone.add(removed.at);
      await changes.drop('tombstones', key);
    }
    const overlay = await changes.get<Overlay>('overlays', id);
    if (overlay?.isHidden === true)
      await changes.put('overlays', { ...overlay, isHidden: false, changedAt: changes.at });
  }
  return gone;
}

const prefix = 'local:f-';

const localId = async (found: LookedUp): Promise<EntityId> =>
  asEntityId(`local:e-${await hash(found.summary?.source.url ?? found.name)}`);

const hash = async (text: string): Promise<string> => (await sha256(new TextEncoder().encode(text))).slice(0, 24);

async function toSource({ url, title, publisher, licence, publishedAt }: LookedUpSource): Promise<Source> {
  const id = asSourceId(`local:s-${await hash(url)}`);
  return { id, url, title, publisher, authors: [], publishedAt, ...(licence === '' ? {} : { licence }) };
}

/** A page that was looked up before is of a later version now. */
async function putSource(changes: Changes, source: Source): Promise<void> {
  const before = await changes.get<SourceRow>('sources', source.id);
  if (before === null) return keepSource(changes, source);
  await changes.put('sources', { ...before, ...source });
}

async function keepEntity(
  changes: Changes,
  { id, found, name }: { readonly id: EntityId; readonly found: LookedUp; readonly name: string },
): Promise<void> {
  const before = await changes.get<Entity>('entities', id);
  const aliases = [...new Set([...(before?.aliases ?? []).map(({ text }) => text), ...found.aliases, name])];
  const sameAs = [found.source?.url ?? '', found.summary?.source.url ?? ''].filter((url) => url !== '');
  const entity: Entity = {
    id,
    type: found.type ?? before?.type ?? 'other',
    name: found.name,
    aliases: aliases.filter((text) => text !== '' && text !== found.name).map((text) => ({ text })),
    description: found.description,
    ...(found.gender === null ? {} : { gender: found.gender }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
  };
  await changes.put('entities', entity);
}

const itemsOf = ({ value, of }: LookedUpFact): string[] => [
  ...('item' in value ? [value.item] : []),
  ...(of === null ? [] : [of.item]),
];

interface Facts {
  readonly found: LookedUp;
  readonly id: EntityId;
  readonly sources: { readonly facts: Source | null; readonly summary: Source | null };
  readonly isKnown: (item: string) => boolean;
}

/** Values that the store knows are entities; others are words, until they are looked up themselves. */
function toFacts({ found, id, sources, isKnown }: Facts): Fact[] {
  const entityOf = ({ item }: LookedUpItem): EntityId | null => (isKnown(item) ? asEntityId(`wd:${item}`) : null);
  const summary = found.summary;
  const told: Fact[] =
    summary === null || sources.summary === null
      ? []
      : [
          {
            id: asFactId(`${prefix}${id}/summary`),
            subject: id,
            predicate: 'abstract',
            value: { text: summary.text },
            source: sources.summary.id,
          },
        ];
  const from = sources.facts;
  if (from === null) return told;
  return [
    ...told,
    ...found.facts.map(({ id: statement, predicate, value, of, validFrom, validTo }): Fact => {
      const entity = 'item' in value && predicate !== 'jobTitle' ? entityOf(value) : null;
      const held = of === null ? null : entityOf(of);
      const label = 'item' in value ? value.label : '';
      // What a role is held in is said in words where the store has no entry for it.
      const words = of !== null && held === null ? `${label}, ${of.label}` : label;
      return {
        id: asFactId(`${prefix}${id}/${statement}`),
        subject: id,
        predicate,
        value: 'date' in value ? { date: value.date } : entity === null ? { text: words } : { entity },
        ...(held === null ? {} : { of: held }),
        ...(validFrom === null ? {} : { validFrom }),
        ...(validTo === null ? {} : { validTo }),
        source: from.id,
      };
    }),
  ];
}

async function toImage(id: EntityId, { picture }: LookedUp, at: number): Promise<ImageRow | null> {
  if (picture === null) return null;
  const { mediaType, url, credit, licence } = picture;
  const bytes = picture.bytes.slice();
  return { id, bytes: new Blob([bytes], { type: mediaType }), hash: await sha256(bytes), url, credit, licence, at };
}

/** The very same again is nothing that other devices would have to hear of. */
async function keepImage({ database: { images } }: StoreView, image: ImageRow): Promise<void> {
  const before = await images.get(image.id);
  const told = { ...image, bytes: null };
  if (before === undefined || !isSameRow({ ...before, bytes: null, at: image.at }, told)) await images.put(image);
}
