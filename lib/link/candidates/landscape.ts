import type { Entity } from '../../model/entity.ts';
import type { EntityId } from '../../model/ids.ts';
import type { KnownName, Knowledge } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import type { CandidateName } from '../../recognise/combine.ts';
import { isLittleWord } from '../../text/language.ts';

/** What English names with "the", by the first words of its description ("Rainforest of South America"). */
const landscape = /^(?:[\p{L}-]+ ){0,2}(?:river|rainforest|desert|forest|strait|canal|sea|gulf)\b/iu;
const isLandscape = ({ type, description }: Entity): boolean => type === 'place' && landscape.test(description);

export interface Landscapes {
  /** The store's hits, without companies where the text means a river, and without rivers where it does not. */
  readonly known: readonly KnownName[];
  /** Where the hits begin that can be nothing but landscape. */
  readonly sure: ReadonlySet<number>;
}

/**
 * Companies and landscapes of one name by their article: whatever else the text says, "the Amazon" is no company. Where
 * it is written so and nothing called "Amazon" acts or owns anything, "Amazon fires" are the forest's too.
 */
export async function findLandscapes(
  text: string,
  known: readonly KnownName[],
  knowledge: Pick<Knowledge, 'getCandidates'>,
): Promise<Landscapes> {
  const shared = known.filter(({ candidates }) =>
    ['place', 'organisation'].every((type) => candidates.some((one) => one.type === type)),
  );
  const ids = shared.flatMap(({ candidates }) => candidates.map(({ id }) => id));
  const land = new Set<EntityId>();
  if (ids.length > 0)
    for (const { entity } of await knowledge.getCandidates(ids)) if (isLandscape(entity)) land.add(entity.id);
  const doubtful = new Set(shared.filter(({ candidates }) => candidates.some(({ id }) => land.has(id))));
  if (doubtful.size === 0) return { known, sure: new Set() };
  const surfaceOf = ({ start, end }: Span): string => text.slice(start, end);
  const lands = new Set<string>();
  const actors = new Set<string>();
  for (const name of doubtful) {
    if (!standsForItself(text, name)) continue;
    if (hasArticle(text, name)) lands.add(surfaceOf(name));
    else if (isInSentence(text, name)) actors.add(surfaceOf(name));
  }
  const sure = new Set<number>();
  const told = known.map((name): KnownName => {
    if (!doubtful.has(name)) return name;
    const surface = surfaceOf(name);
    const isLand =
      (hasArticle(text, name) && standsForItself(text, name)) || (lands.has(surface) && !actors.has(surface));
    if (isLand) sure.add(name.start);
    const candidates = name.candidates.filter(({ id }) => land.has(id) === isLand);
    return candidates.length === 0 ? name : { ...name, candidates };
  });
  return { known: told, sure };
}

/** Names that can be nothing but landscape are places, whatever the words around them look like. */
export const asLandscapes = (names: readonly CandidateName[], sure: ReadonlySet<number>): readonly CandidateName[] =>
  names.map((name) =>
    sure.has(name.start) && name.candidates.length > 0 && name.candidates.every(({ type }) => type === 'place')
      ? { ...name, type: 'place' }
      : name,
  );

const article = /(?:^|[^\p{L}\p{N}])the $/iu;
const hasArticle = (text: string, { start }: Span): boolean => article.test(text.slice(Math.max(0, start - 5), start));

/** Headlines and labels leave articles out: what acts in them may be a river. */
const isInSentence = (text: string, { end }: Span): boolean => {
  const stop = text.indexOf('\n', end);
  return /[.!?…]["'”’»)\]]*$/u.test(text.slice(end, stop < 0 ? text.length : stop).trimEnd());
};

const behind = /^(?:['’]s\b|\s*$|[^\p{L}\p{N}\s'’-]|\s+[^\p{L}\s]|\s+(\p{L}+))/u;

/** Whether it is no part of a name or noun that follows ("the Amazon deal", "Amazon fires"). */
function standsForItself(text: string, { end }: Span): boolean {
  const found = behind.exec(text.slice(end, end + 30));
  if (found === null) return false;
  const next = found[1];
  return next === undefined || isLittleWord(next, 'en') || /ed$/u.test(next) || others.has(next);
}

const others: ReadonlySet<string> = new Set(
  'can could will would may might must should has does did says said fell rose lost won burns near where when while since after before during into through between because than if over under up down or so itself'.split(
    ' ',
  ),
);
