import type { EntityBrief } from '../model/card.ts';
import type { BrowseQuery } from '../model/library.ts';
import { asEntityId, type EntityId } from '../model/ids.ts';
import { foldForSearch, type SearchRank } from '../pack/search-part.ts';
import { findNear, mistakesIn } from '../pack/near-words.ts';
import { getBriefs } from './cards/briefs.ts';
import type { StoreView } from './gather.ts';
import type { OwnNames } from './own-names.ts';

const mostFound = 20;

interface Ranked {
  readonly id: EntityId;
  readonly rank: SearchRank;
  readonly prominence: number;
}

/** What the reader filters by. */
type Filter = Pick<BrowseQuery, 'query' | 'type' | 'from'>;

/** Entities whose name or alias begins so, or whose words do, mistakes forgiven; best first, at most 20. */
export async function searchEntities(view: StoreView, query: string): Promise<EntityBrief[]> {
  const ids = await findEntities(view, { query, type: null, from: 'all' }, mostFound);
  const briefs = await getBriefs(view, ids);
  return ids.flatMap((id) => briefs.get(id) ?? []);
}

/** The same as ids, each entity once, at most `limit`. */
export async function findEntities(view: StoreView, filter: Filter, limit: number): Promise<EntityId[]> {
  const folded = foldForSearch(filter.query);
  if (folded === '') return [];
  const { identity, overlays } = view.own;
  const found: Ranked[] = searchOwn(view, folded, limit);
  const packs = filter.from === 'own' ? [] : view.packs;
  for (const pack of packs) {
    if (typeof filter.from === 'object' && pack.row.id !== filter.from.pack) continue;
    const search = await pack.search();
    if (search === null) continue;
    const code = filter.type === null ? null : pack.index.typeCode(filter.type);
    const passes = (ordinal: number): boolean => code === null || pack.index.types[ordinal] === code;
    for (const { ordinal, rank } of search.find(filter.query, limit, passes)) {
      const { id, prominence } = pack.index.candidateAt(ordinal);
      found.push({ id: asEntityId(id), rank, prominence });
    }
  }
  found.sort((a, b) => a.rank - b.rank || b.prominence - a.prominence || (a.id < b.id ? -1 : 1));
  const mains = found.filter(({ id }) => overlays.get(id)?.isHidden !== true).map(({ id }) => identity.mainOf(id));
  return [...new Set(mains)].filter((id) => isFrom(view, filter.from, id)).slice(0, limit);
}

/** Whether an entity is the reader's own, or some pack's. */
export function isFrom(view: StoreView, from: BrowseQuery['from'], id: EntityId): boolean {
  if (from === 'all') return true;
  const members = view.own.identity.membersOf(id);
  if (from === 'own') return members.some((member) => view.own.ownIds.has(member));
  const pack = view.packs.find(({ row }) => row.id === from.pack);
  return pack !== undefined && members.some((member) => pack.index.entities.ordinalOf(member) !== null);
}

interface FoldedNames {
  readonly id: EntityId;
  readonly prominence: number;
  readonly forms: readonly string[];
}

/** Folding a hundred thousand names takes longer than looking through them. */
const foldedNames = new WeakMap<OwnNames, readonly FoldedNames[]>();

function foldOwn(own: OwnNames): readonly FoldedNames[] {
  const named = [
    ...own.entities.map(({ id, name, aliases, prominence }) => ({
      id,
      prominence: prominence ?? 1,
      forms: [name, ...aliases.map(({ text }) => text)],
    })),
    ...[...own.overlays.values()].map(({ id, fields, addedAliases }) => ({
      id,
      prominence: fields.prominence ?? 1,
      forms: [...(fields.name === undefined ? [] : [fields.name]), ...addedAliases.map(({ text }) => text)],
    })),
  ];
  return named.map(({ id, prominence, forms }) => ({ id, prominence, forms: forms.map(foldForSearch) }));
}

/**
 * Names that the reader made or added, looked through one by one; those with a mistake, which come last, only where
 * fewer than so many others are found.
 */
function searchOwn({ own }: StoreView, folded: string, limit: number): Ranked[] {
  const names = foldedNames.get(own) ?? foldOwn(own);
  foldedNames.set(own, names);
  const found: Ranked[] = [];
  for (const { id, prominence, forms } of names) {
    const ranks = forms.map((form) => rankOf(form, folded)).filter((rank) => rank !== null);
    if (ranks.length > 0) found.push({ id, prominence, rank: ranks.reduce((a, b) => (b < a ? b : a)) });
  }
  if (found.length >= limit) return found;
  const exact = new Set(found.map(({ id }) => id));
  for (const { id, prominence, forms } of names)
    if (!exact.has(id) && forms.some((form) => isNear(form, folded))) found.push({ id, prominence, rank: 4 });
  return found;
}

function rankOf(name: string, query: string): SearchRank | null {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (name.includes(` ${query}`)) return 2;
  const words = ` ${name}`;
  return query.split(' ').every((word) => words.includes(` ${word}`)) ? 3 : null;
}

/** Whether the name, or it from some word on, begins with something near the query. */
function isNear(name: string, query: string): boolean {
  if (mistakesIn(Array.from(query).length) === 0) return false;
  const text = new TextEncoder().encode(`${name}\0`);
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) if (text[at] === 0x20) starts.push(at + 1);
  // One place at a time: a walk needs its places sorted, and here are two or three.
  return starts.some((start) => findNear({ text, order: Uint32Array.of(start) }, query).length > 0);
}
