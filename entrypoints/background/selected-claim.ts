import { claimOf, suggestClaim } from '../../lib/evidence/suggest-claim.ts';
import type { ArticleMetadata } from '../../lib/model/article.ts';
import type { ClaimSuggestion } from '../../lib/model/claim-draft.ts';
import type { PageReading, PageState } from '../../lib/model/reading.ts';
import { toReading } from '../../lib/page/reading.ts';
import { browser, type Tabs } from '../../lib/platform/browser.ts';
import { analyse } from './analyse.ts';
import { receiptOf } from './receipt.ts';
import { resources } from './resources.ts';

/** What the page that is open in a tab was read as; null where it is no article, or nobody answers. */
async function readingIn(tab: Tabs.Tab | undefined): Promise<PageReading | null> {
  if (tab?.id === undefined) return null;
  const question = { type: 'pageState', body: {} };
  const answer = (await browser.tabs.sendMessage(tab.id, question, { frameId: 0 }).catch(() => null)) as {
    readonly ok?: boolean;
    readonly value?: PageState;
  } | null;
  return answer?.ok === true && answer.value?.state === 'analysed' ? answer.value.reading : null;
}

const metadataOf = (tab: Tabs.Tab | undefined): ArticleMetadata => ({
  url: tab?.url ?? null,
  canonicalUrl: null,
  title: tab?.title ?? null,
  publisher: null,
  authors: [],
  publishedAt: null,
  language: null,
});

/** The words alone, read as an article of one paragraph. */
async function readAlone(text: string, metadata: ArticleMetadata): Promise<PageReading> {
  const article = { text, blocks: [{ kind: 'paragraph' as const, start: 0, end: text.length }], metadata };
  const analysed = await analyse(await resources.store(), article);
  return toReading({ ...analysed, receipt: await receiptOf(article) }, { code: 'plainText', paragraphs: 1 });
}

/** Words that were selected on a page, as a claim: with what the page's own reading says of them where it has them. */
export async function claimFromSelection(text: string, tab: Tabs.Tab | undefined): Promise<ClaimSuggestion> {
  const reading = await readingIn(tab);
  if (reading !== null && claimOf(reading, text) !== null) return suggestClaim(reading, text);
  return suggestClaim(await readAlone(text, reading?.article ?? metadataOf(tab)), text);
}
