import type { Introduction } from '../model/card.ts';
import type { Choice } from '../model/edit.ts';
import type { EntityId } from '../model/ids.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { toIntroductions } from './cards/briefs.ts';
import type { ClaimSegments } from './claim-segments.ts';
import { getChoices } from './edit/correct.ts';
import { type Gathered, gather, type StoreView } from './gather.ts';
import { findKnownNames } from './names.ts';

/** The store at one moment, for the reading of one article: what is asked for again is not read again. */
export interface StoreReading {
  readonly knowledge: Knowledge;
  /** The reader's word on names in the article of this address. */
  choices(url: string | null): Promise<readonly Choice[]>;
  /** Entities as they stood on a day (`YYYY-MM-DD`; null for today), in the order of the ids; unknown ids are left out. */
  introductions(ids: readonly EntityId[], day: string | null): Promise<readonly Introduction[]>;
}

interface ReadFrom {
  readonly segments: ClaimSegments;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export function openReading(view: StoreView, { segments, today }: ReadFrom): StoreReading {
  const known = new Map<EntityId, Gathered | null>();
  const gatherOnce = async (ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, Gathered>> => {
    const missing = [...new Set(ids)].filter((id) => !known.has(id));
    const found = missing.length === 0 ? null : await gather(view, missing);
    for (const id of missing) known.set(id, found?.get(id) ?? null);
    return new Map(
      ids.flatMap((id) => {
        const one = known.get(id) ?? null;
        return one === null ? [] : [[id, one] as const];
      }),
    );
  };
  return {
    knowledge: {
      findNames: (text) => Promise.resolve(findKnownNames(text, view.packs, view.own)),
      getCandidates: async (ids) =>
        [...(await gatherOnce(ids)).values()].map(({ entity, facts, neighbours }) => ({
          entity,
          facts: facts.map(({ fact }) => fact),
          neighbours,
        })),
      openClaims: (query) => segments.open(view, query),
    },
    choices: (url) => getChoices(view.database, url, view.own.identity.mainOf),
    introductions: async (ids, day) => toIntroductions(await gatherOnce(ids), ids, day ?? today),
  };
}
