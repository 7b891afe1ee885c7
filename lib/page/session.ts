import type { AnalysisAnswer } from '../message/protocol.ts';
import type { Article, ArticleVerdict } from '../model/article.ts';
import type { PageReading } from '../model/reading.ts';
import { cardFor } from './card/card.ts';
import { createHost } from './host/host.ts';
import type { ExtractedArticle } from './extract.ts';
import { findChange } from './find-change.ts';
import { moreContrast } from '../platform/appearance.ts';
import { findAgain, type Place, placeOf } from './marks/reanchor.ts';
import { createMarks } from './marks/marks.ts';
import type { Mark, MarkStyle } from './marks/mark.ts';
import { watchPage } from './observe.ts';
import { readOnce } from './read-once.ts';
import { marksInSteps, readingInSteps } from './reading.ts';
import { createRounds } from './rounds.ts';
import { isSealed } from './sealed.ts';
import type { Session, SessionWiring } from './session-wiring.ts';
import { insistNoMore } from './stage.ts';
import { measureText } from './standing.ts';
import { createMarkNavigation } from './mark-navigation.ts';
import { verdictOn } from './verdict.ts';
import { inTasks, nextTask } from '../platform/tasks.ts';

interface Taken {
  readonly next: ExtractedArticle;
  readonly answered: AnalysisAnswer;
  readonly verdict: ArticleVerdict;
  readonly by: Cause;
  readonly isOver: () => boolean;
}

/** Why a page is read: of itself, or since its reader or the store put something right, which the open card shows. */
type Cause = 'page' | 'correction';

/** Looks at a page that turned out to be no article, while it changes: a late-rendered article passes within a few. */
const tries = 12;

/** Reads a page for as long as the signal lives: extract, analyse, mark, follow. */
export const openSession = (wiring: SessionWiring): Session => {
  const { document, signal } = wiring;
  const host = createHost(document);
  const marks = createMarks(document, host, signal);
  let shown: readonly Mark[] = [];
  let extracted: ExtractedArticle | null = null;
  let reading: PageReading | null = null;
  let left = tries;
  /** What was read before the page went on to another address. */
  let leftBehind: Article | null = null;
  /** When this article came up, in epoch milliseconds. */
  let openedAt = Date.now();
  let measured = '';
  /** The text changed while a card was open, which is not taken from under the reader's eyes. */
  let waits = false;
  /** What is done once the reading that is under way has ended: the page or the store changed meanwhile. */
  let afterwards: (() => void) | null = null;
  const { run, watch, isUnderWay, end } = createRounds(signal, () => afterwards?.());
  /** What goes on once the open card is closed. */
  let whenClosed: (() => void) | null = null;

  const navigation = createMarkNavigation({
    document,
    marks,
    shown: () => shown,
    elementAt: (offset) => extracted?.map.elementAt(offset) ?? null,
    density: () => wiring.settings().density,
    open: (mark) => card.dispatch({ type: 'reveal', mark }),
  });

  const card = cardFor({
    ...wiring,
    host,
    marks,
    markOf: (index) => shown[index],
    reading: () => reading,
    map: () => extracted?.map ?? null,
    reveal: (subject, nth) => void navigation.reveal(subject, nth),
    placeOf: (mark) => (extracted ? placeOf(extracted.article.text, mark) : null),
    reread: (place) => void readAgain(place, 'reveal'),
    closed: () => {
      whenClosed?.();
      whenClosed = null;
      if (!waits) return;
      waits = false;
      measured = '';
      void reread();
    },
  });

  const clear = (): void => {
    // What is being read is of the page before.
    end();
    waits = false;
    card.dispatch({ type: 'close' });
    marks.clear();
    shown = [];
    navigation.forget();
    extracted = null;
    reading = null;
  };

  const moreAsked = document.defaultView?.matchMedia(moreContrast);
  const style = (): MarkStyle => {
    const { density, contrast } = wiring.settings();
    return { density, contrast: contrast === 'more' || moreAsked?.matches === true ? 'more' : 'usual' };
  };

  const paint = (): void => {
    if (!extracted?.container) return;
    const { article, map, container } = extracted;
    watching.follow(container);
    marks.show({ blocks: article.blocks, map, marks: shown, container }, style());
  };
  moreAsked?.addEventListener('change', paint, { signal });

  const read = (verdict: ArticleVerdict, by: Cause = 'page'): Promise<void> => {
    afterwards = null;
    return run(async (isOver) => {
      try {
        const taken = await readOnce(wiring, isOver, {
          isFirst: reading === null,
          openedAt,
          leftBehind,
          include: watching.include,
          take: (next, answered) => take({ next, answered, verdict, by, isOver }),
        });
        if (taken === null || reading === null) return;
        measured = taken;
        wiring.publish({ state: 'analysed', reading });
        // The marks come first: to load the card's frame costs the browser a process. Out of view it waits.
        document.defaultView?.requestAnimationFrame(() => void nextTask().then(card.warm));
      } catch (error) {
        if (!isOver()) wiring.publish({ state: 'failed', why: 'analysis' });
        throw error;
      }
    });
  };

  const take = async ({ next, answered, verdict, by, isOver }: Taken): Promise<boolean> => {
    // On a long page each takes a while; then all of it becomes true at once.
    const found = await inTasks(marksInSteps(answered.analysis));
    await nextTask();
    const told = await inTasks(readingInSteps(answered, verdict.why));
    await nextTask();
    if (by === 'page') await cardClosed();
    if (isOver()) return false;
    extracted = next;
    shown = found;
    reading = isSealed(document) ? { ...told, isSealed: true } : told;
    navigation.forget();
    paint();
    card.renew();
    return true;
  };

  /** A card is not taken from under the reader's eyes. */
  const cardClosed = (): Promise<void> =>
    card.isOpen()
      ? new Promise((resolve) => {
          whenClosed = resolve;
        })
      : Promise.resolve();

  /** After a correction by the reader's hand: the card opens again where it was, and as it was. */
  const readAgain = async (place: Place | null, how: 'reveal' | 'press' | 'again'): Promise<void> => {
    const by = how === 'again' && place === null ? 'page' : 'correction';
    await read({ isArticle: true, why: reading?.why ?? { code: 'saysArticle', paragraphs: 0 } }, by);
    const again = place && extracted ? findAgain(place, extracted.article.text, shown) : -1;
    if (again >= 0) card.dispatch({ type: how, mark: again });
  };

  const storeChanged = (): void => {
    card.storeChanged();
    // A reading that waits for the open card would leave it with what it said before.
    if (isUnderWay() && whenClosed === null) afterwards = storeChanged;
    else if (extracted !== null) void readAgain(card.place(), card.isHeld() ? 'press' : 'again');
  };

  const judge = async (): Promise<void> => {
    const verdict = verdictOn(document);
    if (verdict.isArticle) return read(verdict);
    left -= 1;
    wiring.publish({ state: 'not-article', why: verdict.why });
  };

  /** Reads the page anew where its text is another one, and finds the places anew where only the nodes are. */
  const reread = async (): Promise<boolean | null> => {
    if (isUnderWay()) {
      afterwards ??= () => void reread();
      return false;
    }
    if (!extracted) {
      if (left > 0 && reading === null) await judge();
      return false;
    }
    const isOver = watch();
    const change = await findChange(document, { ...extracted, measured }, isOver);
    if (change === null || isOver()) return false;
    const { next, what } = change;
    if (what === 'same') extracted = { ...extracted, articles: next.articles };
    if (what === 'moved') extracted = next;
    measured = measureText(document, what === 'same' ? extracted : next);
    if (what === 'moved') {
      paint();
      return null;
    }
    // A page that empties itself for a moment keeps its marks until there is text again.
    if (what === 'same' || what === 'emptied') return false;
    waits = card.isOpen();
    if (waits) return false;
    if (what === 'next') openedAt = Date.now();
    await readAgain(null, 'again');
    return true;
  };

  const watching = watchPage({
    ...wiring,
    moved: () => marks.refresh(),
    changed: reread,
    isLost: () => extracted?.container?.isConnected === false,
    routed: () => {
      insistNoMore();
      openedAt = Date.now();
      leftBehind = extracted?.article ?? leftBehind;
      clear();
      left = tries;
      void judge();
    },
  });
  // Of several articles below each other the one is read that was scrolled to.
  marks.onScroll(() => {
    if (extracted !== null && extracted.articles.length > 1) watching.look();
  });
  void judge();

  const { reveal, step } = navigation;
  return {
    reveal,
    step,
    storeChanged,
    lookAgain: () => {
      if (extracted === null && !isUnderWay()) void judge();
    },
    enterCard: card.enter,
    escape: card.escape,
    repaint: paint,
  };
};
