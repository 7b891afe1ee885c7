import type { Knowledge } from '../../model/knowledge.ts';
import type { CandidateName } from '../../recognise/combine.ts';
import { kindOfPlace } from '../place-kinds.ts';

const article = /^The /u;

/**
 * "at The London": no town takes an article but those whose name has it, so what has one in mid-sentence is a hotel, a
 * theatre or a paper that is called after the town. Such names keep no town among what they may stand for.
 */
export async function withoutTowns(
  text: string,
  names: readonly CandidateName[],
  knowledge: Pick<Knowledge, 'getCandidates'>,
): Promise<readonly CandidateName[]> {
  const articled = names.filter(
    ({ start, end, type, candidates }) =>
      (type === 'place' || type === 'organisation') && candidates.length > 0 && article.test(text.slice(start, end)),
  );
  if (articled.length === 0) return names;
  const ids = new Set(articled.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const found = await knowledge.getCandidates([...ids]);
  const towns = new Set(
    found.flatMap(({ entity }) =>
      kindOfPlace(entity) === 'city' && ![entity.name, ...entity.aliases.map((alias) => alias.text)].some(hasArticle)
        ? [entity.id]
        : [],
    ),
  );
  if (towns.size === 0) return names;
  const among = new Set(articled);
  return names.map((name) => {
    if (!among.has(name)) return name;
    const candidates = name.candidates.filter(({ id }) => !towns.has(id));
    return candidates.length === name.candidates.length ? name : { ...name, candidates, apart: 'articled' };
  });
}

const hasArticle = (name: string): boolean => /^the /iu.test(name);
