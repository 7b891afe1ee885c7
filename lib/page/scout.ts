import type { FoundBy } from '../message/protocol.ts';
import { askBackground } from '../message/send.ts';
import type { PageReason } from '../model/article.ts';
import type { PageState } from '../model/reading.ts';
import { isContextAlive, nativeBrowser } from '../platform/native.ts';
import { findOpenRoots } from './text/flat-tree.ts';
import { isAnnounced, judgePage } from './gate.ts';
import { askedFor, askSettings, wantReader } from './stage.ts';

/** Looks at a page that is no article yet: apps render late. Each is cheap; they come ever less often. */
const tries = 10;
/** Milliseconds of quiet before the next look; grows with every look. */
const quiet = 500;

/** Milliseconds after which a page whose pictures are still on their way is looked at. */
const patience = 200;

/** Verdicts on a page whose text may not be there yet. */
const mayStillCome: readonly PageReason[] = ['noText', 'tooLittle', 'tooLittleForArticle'];

/** The type knows only `true`; any other value tells the browser that no answer follows. */
const noAnswer = false as unknown as true;

/** Whether a frame takes more than half of the view, as one does that holds what the page is about. */
const hasViewer = (document: Document): boolean =>
  [...document.querySelectorAll<HTMLElement>('iframe[src]')].some(
    ({ offsetWidth, offsetHeight }) => offsetWidth * offsetHeight * 2 > innerWidth * innerHeight,
  );

/**
 * Stage one: judges the page, tells the background of an article and answers for the page until the reader takes over.
 * Stays silent on everything else. Small on purpose: every page that is opened runs it.
 */
export const scout = (document: Document, signal: AbortSignal): void => {
  if (!isContextAlive()) return;
  let state: PageState = { state: 'analysing' };
  let url = '';
  let left = tries;
  let timer = 0;
  /** The reader was asked for before there was a text, so that it is there with it. */
  let announced: Promise<unknown> | null = null;
  const isFrame = top !== self;
  /** Whether somebody else answers for the tab: a frame of the page, or the page around this frame. */
  let isSilent = isFrame;

  const judge = async (by: FoundBy): Promise<void> => {
    const { isArticle, why } = judgePage(document, document.URL);
    if (!isArticle) {
      // Where there is text enough, no article is to come from a shadow root; elsewhere the page goes first.
      if (mayStillCome.includes(why.code)) requestIdleCallback(watchRoots, { timeout: 2_000 });
      state = { state: 'not-article', why };
      if (!isFrame && hasViewer(document)) await askBackground('viewerFound', {});
      return;
    }
    left = 0;
    isSilent = false;
    askSettings();
    wantReader();
    // That answer comes after the reader.
    await announced;
    if (signal.aborted) return;
    const answer = await askBackground('articleFound', { by });
    if (!answer.ok) state = { state: 'failed', why: 'noAnswer' };
    else if (answer.value.state === 'reading') state = { state: 'analysing' };
    else {
      state = { state: 'off', why: answer.value.state };
      // Only here: to make that part of the API ready would cost every page some of its time.
      nativeBrowser.storage.onChanged.addListener(onSettings);
    }
  };

  const watch = (root: Node): void => observer.observe(root, { childList: true, subtree: true });
  const watchRoots = (): void => {
    if (!signal.aborted) findOpenRoots(document).forEach(watch);
  };

  const address = (): string => document.URL.replace(/#.*/, '');
  const look = (): void => {
    timer = 0;
    if (signal.aborted) return;
    const now = address();
    if (now !== url) {
      url = now;
      left = tries;
    }
    if (left <= 0) return;
    left -= 1;
    void judge('gate');
  };

  /** Once there is a body, there is all of the head. */
  const announce = (): void => {
    if (!document.body) return;
    observer.disconnect();
    if (isAnnounced(document.head ?? document, document.URL)) announced = askBackground('articleFound', { by: 'head' });
  };

  const observer = new MutationObserver(() => {
    if (url === '') announce();
    else if (timer === 0 && (left > 0 || address() !== url)) {
      timer = setTimeout(look, quiet * (tries - left)) as unknown as number;
    }
  });
  // The body is a child of this one; what is in it is not looked at yet.
  observer.observe(document.documentElement, { childList: true });

  // A viewer goes on to another page in the same frame.
  const onFrame = ({ target }: Event): void => {
    if (!(target instanceof HTMLIFrameElement) || !hasViewer(document)) return;
    isSilent = isFrame;
    left = Math.max(left, 1);
    timer ||= setTimeout(look, quiet) as unknown as number;
  };

  const { runtime } = nativeBrowser;
  const onMessage = (message: unknown, _: unknown, respond: (answer: unknown) => void): true => {
    const type = (message as { readonly type?: unknown } | null)?.type;
    const found = (isFound: boolean): void => respond({ ok: true, value: { found: isFound } });
    if (type === 'readInFrame') {
      isSilent = true;
      found(true);
    } else if (isSilent) return noAnswer;
    else if (type === 'pageState') respond({ ok: true, value: state });
    else if (type === 'readNow') {
      askedFor();
      void judge('reader').then(() => found(state.state === 'analysing'));
    } else if (type === 'reveal') found(false);
    else return noAnswer;
    return true;
  };
  runtime.onMessage.addListener(onMessage);
  // Switched on again: the background decides anew whether this page is read.
  const onSettings = (_: object, area: string): void => {
    if (area === 'sync' && state.state === 'off') void judge('gate');
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
    if (!isContextAlive()) return;
    runtime.onMessage.removeListener(onMessage);
    nativeBrowser.storage.onChanged.removeListener(onSettings);
  });

  const begin = (): void => {
    if (signal.aborted || url !== '') return;
    watch(document);
    addEventListener('popstate', look, { signal });
    document.addEventListener('load', onFrame, { signal, capture: true });
    look();
  };
  if (document.readyState !== 'loading') return begin();
  // What the page's own scripts do on the same event comes first.
  addEventListener('load', () => setTimeout(begin));
  document.addEventListener('DOMContentLoaded', () => setTimeout(begin, patience));
};
