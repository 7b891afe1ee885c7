import { claimOf, suggestClaim } from '../../lib/evidence/suggest-claim.ts';
import { findCountry } from '../../lib/page/metadata/country.ts';
import { panelPortName } from '../../lib/message/protocol.ts';
import { takeStates } from '../../lib/message/state-parts.ts';
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
  const port = nativeBrowser.tabs.connect(tab.id, { name: panelPortName, frameId: frame?.id ?? 0 });
  const state = await new Promise<PageState | null>((resolve) => {
    port.onMessage.addListener(takeStates(resolve));
    port.onDisconnect.addListener(() => {
      // Reading it tells the browser that the failure is known.
      void nativeBrowser.runtime.lastError;
      resolve(null);
    });
  });
  port.disconnect();
  return state?.state === 'analysed' ? state.reading : null;
}

/** Of words in somebody else's post the post is the source, not the page around it. */
const metadataOf = ({ tab, frame }: SelectedIn): ArticleMetadata => {
  // A frame that the page itself wrote has no address of its own.
  const post = /^https?:/.test(frame?.url ?? '') ? (frame?.url ?? null) : null;
  const url = post ?? tab?.url ?? null;
  return {
    url,
    canonicalUrl: null,
    title: (post === null ? tab?.title : null) ?? null,
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
  const analysed = await analyse(await resources.store(), article, { what: 'all' });
  return toReading({ ...analysed, receipt: await receiptOf(article) }, { code: 'plainText', paragraphs: 1 });
}

/** Words that were selected on a page, as a claim: with what the page's own reading says of them where it has them. */
export async function claimFromSelection(text: string, place: SelectedIn): Promise<ClaimSuggestion> {
  const reading = await readingIn(place);
  if (reading !== null && claimOf(reading, text) !== null) return suggestClaim(reading, text);
  return suggestClaim(await readAlone(text, reading?.article ?? metadataOf(place)), text);
}
