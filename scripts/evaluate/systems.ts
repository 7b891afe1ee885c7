import { annotate, type AnnotateResources } from '../../lib/annotate/annotate.ts';
import type { Article } from '../../lib/model/article.ts';
import { recogniseNames } from '../../lib/recognise/names.ts';
import { readText } from '../../lib/text/document.ts';
import type { MeasuredSpan, MeasuredText } from './measured.ts';
import { compromiseNames } from './peers.ts';
import { atOnce } from '../../lib/model/steps.ts';

/** Something that finds typed names in a text. */
export interface NameSystem {
  readonly name: string;
  find(text: MeasuredText): readonly MeasuredSpan[] | Promise<readonly MeasuredSpan[]>;
}

/** An English article without metadata. */
export const articleOf = (text: Pick<Article, 'text' | 'blocks'>, publishedAt: string | null): Article => ({
  text: text.text,
  blocks: text.blocks,
  metadata: {
    url: null,
    canonicalUrl: null,
    title: null,
    publisher: null,
    authors: [],
    publishedAt,
    language: 'en',
    country: null,
  },
});

/** The pipeline as a reader has it, with the built-in packs, and the tagger alone, without any store. */
export const nameSystems = (resources: AnnotateResources): readonly NameSystem[] => [
  {
    name: 'Sidelight',
    find: async (text) => (await annotate(articleOf(text, null), resources)).mentions,
  },
  {
    name: 'its tagger alone',
    find: ({ text, blocks }) => atOnce(recogniseNames(readText(text, blocks), [], resources.tagger)),
  },
  { name: 'compromise', find: compromiseNames },
];
