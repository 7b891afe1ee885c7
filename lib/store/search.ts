import type { EntityBrief } from '../model/card.ts';
import { asEntityId, type EntityId } from '../model/ids.ts';
import { foldForSearch, type SearchRank } from '../pack/search-part.ts';
import { getBriefs } from './briefs.ts';
import type { StoreView } from './gather.ts';

const mostFound = 20;

interface Ranked {
  readonly id: EntityId;
  readonly rank: SearchRank;
  readonly prominence: number;
}

/** Entities whose name or alias begins so, or whose words do, best first, at most 20. */
export async function searchEntities(view: StoreView, query: string): Promise<EntityBrief[]> {
  const folded = foldForSearch(query);
  if (folded === '') return [];
  const found: Ranked[] = searchOwn(view, folded);
  for (const pack of view.packs) {
    const search = await pack.search();
    for (const { ordinal, rank } of search.find(query, mostFound)) {
      const { id, prominence } = pack.index.candidateAt(ordinal);
      found.push({ id: asEntityId(id), rank, prominence });
    }
  }
  found.sort((a, b) => a.rank - b.rank || b.prominence - a.prominence || (a.id < b.id ? -1 : 1));
  const ids = [...new Set(found.map(({ id }) => id))];
  const briefs = await getBriefs(view, ids);
  return ids.flatMap((id) => briefs.get(id) ?? []).slice(0, mostFound);
}

/** Names that the reader made or added, a few hundred at most: looked through one by one. */
function searchOwn({ own }: StoreView, folded: string): Ranked[] {
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
  return named.flatMap(({ id, prominence, forms }) => {
    const ranks = forms.map((form) => rankOf(foldForSearch(form), folded)).filter((rank) => rank !== null);
    return ranks.length === 0 ? [] : [{ id, prominence, rank: ranks.reduce((a, b) => (b < a ? b : a)) }];
  });
}

function rankOf(name: string, query: string): SearchRank | null {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (name.includes(` ${query}`)) return 2;
  const words = ` ${name}`;
  return query.split(' ').every((word) => words.includes(` ${word}`)) ? 3 : null;
}
