import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeArticles } from '../../lib/recognise/articles.ts';
import { readText } from '../../lib/text/document.ts';
import { parseMarks } from '../corpus/parse.ts';
import { readConll } from '../train/conll.ts';
import { byOurGuide } from './gum-guide.ts';
import { coarseTypes, type CoarseType, type MeasuredSpan, type MeasuredSet } from './measured.ts';
import { articleBlocks, readCorpus } from '../train/sets.ts';

const names: Readonly<Record<string, CoarseType>> = {
  PER: 'PER',
  ORG: 'ORG',
  LOC: 'LOC',
  MISC: 'MISC',
  EVENT: 'MISC',
  person: 'PER',
  location: 'LOC',
  corporation: 'ORG',
  group: 'ORG',
  product: 'MISC',
  'creative-work': 'MISC',
  Person: 'PER',
  Organisation: 'ORG',
  Location: 'LOC',
};

/** The sets that are there, the most telling first. */
export function readMeasuredSets(shared: string): MeasuredSet[] {
  const sets: MeasuredSet[] = [
    {
      name: 'corpus, held out',
      note: 'a fifth of our own texts, never trained on',
      types: coarseTypes,
      hasFineTypes: true,
      texts: readCorpus('corpus/texts', 'held out').map(({ id, text, blocks, spans }) => ({
        id,
        text,
        blocks,
        spans: takeArticles(
          readText(text, blocks),
          spans.map(({ start, end, types: [type] }) => ({ start, end, type: type ?? ('other' as const) })),
        ),
      })),
    },
  ];
  const gold = join(shared, 'gold/seed-article.ann');
  if (existsSync(gold)) {
    const { text, mentions } = parseMarks(readFileSync(gold, 'utf8').trimEnd(), 1);
    const spans = mentions.map(({ start, end, type }) => ({
      start,
      end,
      type: type === 'misc' ? ('MISC' as const) : type,
    }));
    const texts = [{ id: 'seed-article', text, blocks: articleBlocks(text), spans }];
    sets.push({ name: 'seed article', note: 'one real page', types: coarseTypes, hasFineTypes: false, texts });
  }
  const add = (
    path: string,
    set: Pick<MeasuredSet, 'name' | 'note' | 'types'>,
    layout: Parameters<typeof readConll>[2],
  ): void => {
    const file = join(shared, 'data', path);
    if (!existsSync(file)) return;
    const texts = readConll(readFileSync(file, 'utf8'), path, layout).map(({ id, text, spans }) => ({
      id,
      text,
      blocks: articleBlocks(text),
      spans: takeArticles(
        readText(text, []),
        spans.flatMap(({ start, end, type }): MeasuredSpan[] => {
          const coarse = names[type];
          if (coarse === undefined || !set.types.includes(coarse)) return [];
          const skip = /^[Tt]he /u.exec(text.slice(start, end))?.[0].length ?? 0;
          return skip > 0 && end - start <= skip ? [] : [{ start: start + skip, end, type: coarse }];
        }),
      ),
    }));
    sets.push({ ...set, hasFineTypes: false, texts });
  };
  const three = ['PER', 'ORG', 'LOC'] as const;
  add(
    'gum/news_dev.conll',
    { name: 'GUM news', note: 'real Wikinews, never trained on', types: three },
    { perParagraph: 3, perDocument: null },
  );
  const gum = sets.at(-1);
  if (gum?.name === 'GUM news')
    sets.push({
      ...gum,
      name: 'GUM news, our guide',
      note: 'its gold by our rules: gum-guide.ts',
      texts: gum.texts.map(byOurGuide),
    });
  add(
    'wikigold/all.conll',
    {
      name: 'Wikigold',
      note: 'Wikipedia; trains the shipped weights: see the fold that was left out in the README',
      types: coarseTypes,
    },
    { perParagraph: 4, perDocument: 12 },
  );
  add(
    'wnut17/dev.conll',
    { name: 'WNUT-17 dev', note: 'posts of the web', types: three },
    { perParagraph: 1, perDocument: 1 },
  );
  add(
    're3d/train.conll',
    { name: 're3d', note: 'other rules: common nouns are marked too', types: three },
    { perParagraph: 4, perDocument: 20 },
  );
  return sets;
}
