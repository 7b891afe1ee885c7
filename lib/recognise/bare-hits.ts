import type { EntityType } from '../model/entity.ts';
import type { KnownName } from '../model/knowledge.ts';

/** Titles of works keep their article; everything else stands without it: "The New York Times" is marked from "New". */
const keepsArticle: ReadonlySet<EntityType> = new Set(['work', 'event', 'law', 'product', 'other']);
const article = /^the\s+(?=\S)/iu;
/** Titles by which the store knows people ("Pope Francis"); names of stages ("Lady Gaga", "Dr. Dre") have others. */
const title = /^(?:(?:Crown )?Prince(?:ss)?|King|Queen|Emperor|Pope|President|Prime Minister)\s+(?=\S)/u;

/** Whether the words are a title that the store's names of people stand without. */
export const isTitle = (words: string): boolean => title.exec(`${words}x`)?.[0] === words;

/** "Jr." is marked with its point. */
const suffix = /\s(?:Jr|Sr)\.$/u;

export interface BareHit extends KnownName {
  /** Where it began before something was left out. */
  readonly whole?: number;
}

/** The store's hits as names are marked: without a leading "the", people without their titles, "Jr." with its point. */
export const bareHits = (text: string, known: readonly KnownName[]): BareHit[] =>
  known.map((name) => {
    const types = new Set(name.candidates.map(({ type }) => type));
    const isPerson = types.size === 1 && types.has('person');
    if (!isPerson && [...types].some((type) => keepsArticle.has(type))) return name;
    const point = isPerson && suffix.test(text.slice(name.start, name.end + 1)) ? 1 : 0;
    const before = (isPerson ? title : article).exec(text.slice(name.start, name.end))?.[0].length ?? 0;
    return before + point === 0
      ? name
      : { ...name, start: name.start + before, end: name.end + point, whole: name.start };
  });
