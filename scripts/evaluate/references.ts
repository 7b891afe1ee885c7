import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../lib/model/article.ts';
import type { ClaimKind } from '../../lib/model/claim.ts';
import { takeArticles } from '../../lib/recognise/articles.ts';
import { blocksOfLines, readText } from '../../lib/text/document.ts';
import { hasClaims, parseCorpusFile } from '../corpus/parse.ts';
import { isHeldOut } from '../corpus/split.ts';
import { coarseOf, type CoarseType } from './measured.ts';
import { articleOf } from './systems.ts';
import type { Reference } from './whole.ts';

export interface ReferenceArticle {
  readonly id: string;
  readonly article: Article;
  readonly reference: Reference;
}

/** One block for each line. */
const plainArticle = (text: string, publishedAt: string | null): Article =>
  articleOf({ text, blocks: blocksOfLines(text) }, publishedAt);

/** The held-out texts of the corpus, never trained on. */
export function readHeldOut(folder: string): ReferenceArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ann') && isHeldOut(name.slice(0, -4)))
    .sort()
    .map((name) => {
      const marked = parseCorpusFile(readFileSync(join(folder, name), 'utf8'));
      const { text, mentions, roles, meta } = marked;
      const named = takeArticles(readText(text, []), mentions).map(({ start, end, type, entity }) => ({
        start,
        end,
        type: type === 'misc' ? ('MISC' as const) : coarseOf(type),
        entity,
      }));
      return {
        id: name.slice(0, -4),
        article: plainArticle(text, meta.get('date') ?? null),
        reference: { mentions: named, claims: hasClaims(marked) ? marked.claims : null, roles },
      };
    });
}

/** The form of ../shared/gold/*.json. */
interface GoldFile {
  readonly mentions: readonly (readonly [number, number, CoarseType, string])[];
  readonly claims: readonly (readonly [number, ClaimKind, string])[];
}

/** The article that the project starts from: an acceptance text, never trained on. */
export function readSeedArticle(shared: string): ReferenceArticle {
  const text = readFileSync(join(shared, 'seed', 'article.txt'), 'utf8').replace(/\n+$/u, '');
  const gold = JSON.parse(readFileSync(join(shared, 'gold', 'seed-article.json'), 'utf8')) as GoldFile;
  return {
    id: 'seed-article',
    article: plainArticle(text, null),
    reference: {
      mentions: gold.mentions.map(([start, end, type, entity]) => ({ start, end, type, entity })),
      claims: gold.claims.map(([end, kind, speaker]) => ({ end, kind, speaker: speaker === '-' ? null : speaker })),
      roles: [],
    },
  };
}
