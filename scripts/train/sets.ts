import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EntityType } from '../../lib/model/entity.ts';
import type { Block } from '../../lib/model/article.ts';
import { blocksOfLines } from '../../lib/text/document.ts';
import { parseCorpusFile } from '../corpus/parse.ts';
import { isHeldOut } from '../corpus/split.ts';
import { type ConllDocument, type ConllLayout, readConll } from './conll.ts';
import type { Span } from '../../lib/model/span.ts';
import { isDemonym } from './demonyms.ts';
import type { GoldSpan } from './targets.ts';

/** A text with its names, of one of the sets. */
export interface NamedText {
  readonly id: string;
  readonly set: SetName;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly spans: readonly GoldSpan[];
}

export type SetName = 'corpus' | 'wikigold' | 'gum' | 'uner' | 'wnut' | 'btc';

/** Sets of posts: each a document of a line or two, which tells nothing of how a document repeats its names. */
export const postSets: ReadonlySet<SetName> = new Set(['wnut', 'btc']);

const misc: readonly EntityType[] = ['event', 'work', 'product', 'law', 'nationality', 'other'];

/** What each set leaves unmarked, and how much a sentence of it counts. */
export const setTraits: Readonly<Record<SetName, { readonly blind: readonly EntityType[]; readonly weight: number }>> =
  {
    corpus: { blind: [], weight: 1 },
    wikigold: { blind: [], weight: 0.5 },
    gum: { blind: ['nationality', 'law', 'product'], weight: 0.5 },
    uner: { blind: misc, weight: 0.3 },
    wnut: { blind: ['event', 'law', 'nationality', 'other'], weight: 0.15 },
    btc: { blind: misc, weight: 0.2 },
  };

const typesOf: Readonly<Record<string, readonly EntityType[]>> = {
  PER: ['person'],
  ORG: ['organisation'],
  LOC: ['place'],
  MISC: misc,
  EVENT: ['event'],
  person: ['person'],
  location: ['place'],
  corporation: ['organisation'],
  group: ['organisation'],
  product: ['product'],
  'creative-work': ['work'],
};

const conllFiles: readonly (readonly [set: SetName, path: string, layout: ConllLayout])[] = [
  ['wikigold', 'wikigold/all.conll', { perParagraph: 4, perDocument: 12 }],
  ...['academic', 'bio', 'court', 'interview', 'voyage', 'textbook'].map(
    (genre) => ['gum', `gum/${genre}.conll`, { perParagraph: 3, perDocument: null }] as const,
  ),
  ['uner', 'uner_ewt/dev.conll', { perParagraph: 3, perDocument: null }],
  ['wnut', 'wnut17/train.conll', { perParagraph: 1, perDocument: 1 }],
  // The parts that are news: in the others games and devices are organisations.
  ...['e', 'g'].map((part) => ['btc', `btc/${part}.conll`, { perParagraph: 1, perDocument: 1 }] as const),
];

/** The corpus: its texts that are held out, or the others; in order of their names. */
export function readCorpus(folder: string, part: 'train' | 'held out'): NamedText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ann'))
    .sort()
    .filter((name) => isHeldOut(basename(name, '.ann')) === (part === 'held out'))
    .map((name) => {
      const { text, mentions } = parseCorpusFile(readFileSync(join(folder, name), 'utf8'));
      const spans = mentions.map(({ start, end, type }) => ({ start, end, types: type === 'misc' ? misc : [type] }));
      return { id: basename(name, '.ann'), set: 'corpus', text, blocks: articleBlocks(text), spans };
    });
}

/** A news text's lines as blocks: the first is the headline. */
export function articleBlocks(text: string): Block[] {
  const blocks = blocksOfLines(text);
  const [first, ...rest] = blocks;
  return first === undefined ? [] : [{ ...first, kind: 'headline' }, ...rest];
}

/** Whether the openly licensed sets are where they are expected. */
export const hasOpenSets = (folder: string): boolean => existsSync(join(folder, 'wikigold/all.conll'));

export function readOpenSets(folder: string): NamedText[] {
  return conllFiles.flatMap(([set, path, layout]) =>
    readConll(readFileSync(join(folder, path), 'utf8'), path, layout).map((document) => toNamedText(document, set)),
  );
}

/**
 * Brings a document of another set under our rules: a leading "the" is outside, an "@" is. Handles and tags that the
 * Broad Twitter Corpus takes for names may be anything.
 */
export function toNamedText({ id, text, spans }: ConllDocument, set: SetName): NamedText {
  const mended = spans.flatMap(({ start, end: cut, type }): GoldSpan[] => {
    const end = set === 'gum' && type === 'PER' ? wholeName(text, { start, end: cut }, spans) : cut;
    const surface = text.slice(start, end);
    if (set === 'btc' && /^[@#]/u.test(surface)) return [{ start, end, types: [] }];
    const skip = /^(?:[Tt]he |@ ?)/u.exec(surface)?.[0].length ?? 0;
    const isRest = skip > 0 && skip >= surface.length;
    const types = typesOf[type];
    if (types === undefined || isRest) return [];
    const isPeople = types.includes('person') || types.length > 1;
    if (isPeople && isDemonym(surface)) return [{ start: start + skip, end, types: ['nationality'] }];
    return [{ start: start + skip, end, types }];
  });
  return { id, set, text, blocks: blocksOfLines(text), spans: mended };
}

/** GUM's names are cut out by grammar, which parts some first names from their surnames. */
function wholeName(text: string, { start, end }: Span, spans: readonly Span[]): number {
  if (/\s/u.test(text.slice(start, end))) return end;
  const next = /^ \p{Lu}[\p{L}’'-]+/u.exec(text.slice(end, end + 40))?.[0];
  if (next === undefined || spans.some((span) => span.start < end + next.length && end < span.end)) return end;
  return end + next.length;
}
