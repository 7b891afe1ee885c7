import { claimOf, suggestClaim } from '../../lib/evidence/suggest-claim.ts';
import { findCountry } from '../../lib/page/country.ts';
import type { ArticleMetadata } from '../../lib/model/article.ts';
import type { ClaimSuggestion } from '../../lib/model/claim-draft.ts';
import type { PageReading, PageState } from '../../lib/model/reading.ts';
import { toReading } from '../../lib/page/reading.ts';
import { nativeBrowser, type Tabs } from '../../lib/platform/native.ts';
import { analyse } from './analyse.ts';
import { receiptOf } from './receipt.ts';
import { resources } from './resources.ts';

/** Where words were selected. */
export interface SelectedIn {
  readonly tab: Tabs.Tab | undefined;
  /** The frame of the page in which they stand; null for the page itself. */
  readonly frame: { readonly id: number; readonly url: string | null } | null;
}

/** What the page or frame was read as; null where it is no article, or nobody answers. */
async function readingIn({ tab, frame }: SelectedIn): Promise<PageReading | null> {
  if (tab?.id === undefined) return null;
  const question = { type: 'pageState', body: {} };
  const answer = (await nativeBrowser.tabs
    .sendMessage(tab.id, question, { frameId: frame?.id ?? 0 })
    .catch(() => null)) as {
    readonly ok?: boolean;
    readonly value?: PageState;
  } | null;
  return answer?.ok === true && answer.value?.state === 'analysed' ? answer.value.reading : null;
}

/** Of words in somebody else's post the post is the source, not the page around it. */
const metadataOf = ({ tab, frame }: SelectedIn): ArticleMetadata => {
  const url = (frame === null ? tab?.url : frame.url) ?? null;
  return {
    url,
    canonicalUrl: null,
    title: (frame === null ? tab?.title : null) ?? null,
    publisher: null,
    authors: [],
    publishedAt: null,
    language: null,
    country: findCountry(url, []),
  };
};

/** The words alone, read as an article of one paragraph. */
async function readAlone(text: string, metadata: ArticleMetadata): Promise<PageReading> {
  const article = { text, blocks: [{ kind: 'paragraph' as const, start: 0, end: text.length }], metadata };
  const analysed = await analyse(await resources.store(), article, 'all');
  return toReading({ ...analysed, receipt: await receiptOf(article) }, { code: 'plainText', paragraphs: 1 });
}

/** Words that were selected on a page, as a claim: with what the page's own reading says of them where it has them. */
export async function claimFromSelection(text: string, place: SelectedIn): Promise<ClaimSuggestion> {
  const reading = await readingIn(place);
  if (reading !== null && claimOf(reading, text) !== null) return suggestClaim(reading, text);
  return suggestClaim(await readAlone(text, reading?.article ?? metadataOf(place)), text);
}
