import type { EntityId } from '../../model/ids.ts';
import type { Candidate, KnownName, Knowledge } from '../../model/knowledge.ts';
import { foldName } from '../../text/fold-name.ts';

/** Asks the store for each entity once. */
export function askOnce({ getCandidates }: Pick<Knowledge, 'getCandidates'>): Pick<Knowledge, 'getCandidates'> {
  const known = new Map<EntityId, Candidate | null>();
  return {
    getCandidates: async (ids) => {
      const asked = [...new Set(ids.filter((id) => !known.has(id)))];
      for (const id of asked) known.set(id, null);
      for (const candidate of await getCandidates(asked)) known.set(candidate.entity.id, candidate);
      return [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
    },
  };
}

/**
 * The store's hits without those of aliases that belong to another language than the page's: "Sole" is the sun on an
 * Italian page alone. Forms without a language count everywhere, and every form does where the page's is not known.
 */
export async function inLanguage(
  text: string,
  known: readonly KnownName[],
  language: string | null,
  knowledge: Pick<Knowledge, 'getCandidates'>,
): Promise<readonly KnownName[]> {
  if (language === null || known.length === 0) return known;
  const ids = known.flatMap(({ candidates }) => candidates.map(({ id }) => id));
  const entities = new Map((await knowledge.getCandidates(ids)).map(({ entity }) => [entity.id, entity]));
  const speaks = (id: EntityId, surface: string): boolean => {
    const entity = entities.get(id);
    const forms = entity?.aliases.filter((alias) => foldName(alias.text) === surface) ?? [];
    if (entity === undefined || forms.length === 0 || foldName(entity.name) === surface) return true;
    return forms.some((form) => everywhere.has(form.language) || primary(form.language ?? '') === language);
  };
  return known.flatMap((name) => {
    const surface = foldName(text.slice(name.start, name.end));
    const candidates = name.candidates.filter(({ id }) => speaks(id, surface));
    return candidates.length === 0 ? [] : [{ ...name, candidates }];
  });
}

/** No language, and Wikidata's "multiple languages". */
const everywhere: ReadonlySet<string | undefined> = new Set([undefined, 'mul']);

/** `pt` of `pt-BR`. */
const primary = (tag: string): string => tag.split('-')[0] ?? tag;
