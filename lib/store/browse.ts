import type { BrowsePage, BrowseQuery, BrowseRow } from '../model/library.ts';
import { asEntityId, type EntityId } from '../model/ids.ts';
import { foldForSearch } from '../pack/search-part.ts';
import { getBriefs } from './cards/briefs.ts';
import type { StoreView } from './gather.ts';
import { findEntities, isFrom } from './search.ts';
import { findSeen } from './memory/seen.ts';
import type { OpenPack } from './packs/shelf.ts';

/** More results of a search than anybody pages through. */
const mostFound = 1_000;

/** A page of the library's list. */
export async function browseEntities(view: StoreView, query: BrowseQuery): Promise<BrowsePage> {
  if (query.order === 'seen') return browseSeen(view, query);
  if (foldForSearch(query.query) !== '') {
    const found = await findEntities(view, query, Math.min(mostFound, query.offset + query.limit + 1));
    return toPage(view, found.slice(query.offset), { ...query, total: null });
  }
  const ids: EntityId[] = [];
  let passed = 0;
  for (const id of listAll(view, query)) {
    passed += 1;
    if (passed > query.offset) ids.push(id);
    if (ids.length > query.limit) break;
  }
  return toPage(view, ids, { ...query, total: countAll(view, query) });
}

async function browseSeen(view: StoreView, query: BrowseQuery): Promise<BrowsePage> {
  const seen = await findSeen(view);
  const words = foldForSearch(query.query).split(' ');
  const briefs = await getBriefs(view, [...seen.keys()]);
  const rows = [...seen].flatMap(([id, seenAt]): BrowseRow[] => {
    const brief = briefs.get(id);
    if (brief === undefined || (query.type !== null && brief.type !== query.type)) return [];
    if (!isFrom(view, query.from, id)) return [];
    const name = ` ${foldForSearch(brief.name)}`;
    return words.every((word) => name.includes(` ${word}`)) ? [{ ...brief, seenAt }] : [];
  });
  const page = rows.slice(query.offset, query.offset + query.limit);
  return { rows: page, hasMore: rows.length > query.offset + query.limit, total: rows.length };
}

async function toPage(
  view: StoreView,
  ids: readonly EntityId[],
  { limit, type, total }: Pick<BrowseQuery, 'limit' | 'type'> & Pick<BrowsePage, 'total'>,
): Promise<BrowsePage> {
  const shown = ids.slice(0, limit);
  const briefs = await getBriefs(view, shown);
  const rows = shown.flatMap((id) => {
    const brief = briefs.get(id);
    return brief === undefined || (type !== null && brief.type !== type) ? [] : [{ ...brief, seenAt: null }];
  });
  return { rows, hasMore: ids.length > limit, total };
}

const packsOf = (view: StoreView, { from }: BrowseQuery): readonly OpenPack[] => {
  if (from === 'own') return [];
  return from === 'all' ? view.packs : view.packs.filter(({ row }) => row.id === from.pack);
};

/** The reader's own first, then all packs' together, the most prominent first; each entity once. */
function* listAll(view: StoreView, query: BrowseQuery): Generator<EntityId> {
  const { own } = view;
  const packs = packsOf(view, query);
  yield* listOwn(view, query);
  const heads = packs.map((pack) => ({ pack, at: nextOf(pack, 0, query) }));
  for (;;) {
    let best: (typeof heads)[number] | null = null;
    for (const head of heads) {
      if (head.at >= head.pack.index.types.length) continue;
      if (best === null || prominenceOf(head) > prominenceOf(best)) best = head;
    }
    if (best === null) return;
    const { pack, at } = best;
    best.at = nextOf(pack, at + 1, query);
    const id = asEntityId(pack.index.entities.idAt(at));
    const isKnown = packs.some((other) => other !== pack && isBefore(packs, other, pack) && holds(other, id));
    if (!isKnown && isShown(view, id) && !(query.from === 'all' && own.ownIds.has(id))) yield id;
  }
}

/**
 * What the reader made or looked up. On its own it lists as well what was joined to an entity of a pack, under that one's
 * id; beside the packs that one stands among theirs.
 */
function* listOwn(view: StoreView, { from, type }: BrowseQuery): Generator<EntityId> {
  if (typeof from !== 'string') return;
  const { entities, identity, ownIds } = view.own;
  const listed = new Set<EntityId>();
  for (const entity of entities) {
    const id = identity.mainOf(entity.id);
    const isJoined = id !== entity.id;
    if (listed.has(id) || (isJoined && (from === 'all' || ownIds.has(id)))) continue;
    if ((!isJoined && type !== null && entity.type !== type) || !isShown(view, id)) continue;
    listed.add(id);
    yield id;
  }
}

const prominenceOf = ({ pack, at }: { readonly pack: OpenPack; readonly at: number }): number =>
  pack.index.prominenceAt(at);

const isBefore = (packs: readonly OpenPack[], a: OpenPack, b: OpenPack): boolean => packs.indexOf(a) < packs.indexOf(b);

/** An entity of its own, not only somebody of whom the pack states something. */
const holds = ({ index }: OpenPack, id: EntityId): boolean => {
  const ordinal = index.entities.ordinalOf(id);
  return ordinal !== null && ordinal < index.types.length;
};

function nextOf({ index }: OpenPack, from: number, { type }: BrowseQuery): number {
  if (type === null) return from;
  const at = index.types.indexOf(index.typeCode(type), from);
  return at === -1 ? index.types.length : at;
}

/** Not hidden, and not joined to another that is listed in its stead. */
const isShown = ({ own }: StoreView, id: EntityId): boolean =>
  own.identity.mainOf(id) === id && own.overlays.get(id)?.isHidden !== true;

/** What two packs hold counts twice: to tell, each name would have to be looked up. */
function countAll(view: StoreView, query: BrowseQuery): number {
  const packed = packsOf(view, query).reduce((sum, { index }) => {
    if (query.type === null) return sum + index.types.length;
    const code = index.typeCode(query.type);
    let count = 0;
    for (const each of index.types) if (each === code) count += 1;
    return sum + count;
  }, 0);
  return packed + [...listOwn(view, query)].length;
}
