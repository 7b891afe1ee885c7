import type { EntityType } from '../model/entity.ts';
import type { KnownName } from '../model/knowledge.ts';

/** Titles of works keep their article; everything else stands without it: "The New York Times" is marked from "New". */
const keepsArticle: ReadonlySet<EntityType> = new Set(['work', 'event', 'law', 'product', 'other']);
const article = /^the\s+(?=\S)/iu;
/** Titles by which the store knows people ("Pope Francis"); names of stages ("Lady Gaga", "Dr. Dre") have others. */
const title = /^(?:(?:Crown )?Prince(?:ss)?|King|Queen|Emperor|Pope|President|Prime Minister)\s+(?=\S)/u;

/** "Jr." is marked with its point. */
const suffix = /\s(?:Jr|Sr)\.$/u;

/** The store's hits as names are marked: without a leading "the", people without their titles, "Jr." with its point. */
export const bareHits = (text: string, known: readonly KnownName[]): KnownName[] =>
  known.map((name) => {
    const types = new Set(name.candidates.map(({ type }) => type));
    const isPerson = types.size === 1 && types.has('person');
    if (!isPerson && [...types].some((type) => keepsArticle.has(type))) return name;
    const point = isPerson && suffix.test(text.slice(name.start, name.end + 1)) ? 1 : 0;
    const before = (isPerson ? title : article).exec(text.slice(name.start, name.end))?.[0].length ?? 0;
    return before + point === 0 ? name : { ...name, start: name.start + before, end: name.end + point };
  });
