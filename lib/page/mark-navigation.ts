import type { CardSubject, Step } from '../model/reading.ts';
import type { Density } from '../model/settings.ts';
import { isShown } from './marks/density.ts';
import { isSameSubject, type Mark } from './marks/mark.ts';
import type { Marks } from './marks/marks.ts';
import { parentElementOf } from './text/flat-tree.ts';
import { nextTask } from '../platform/tasks.ts';

export interface NavigationWiring {
  readonly document: Document;
  readonly marks: Pick<Marks, 'boxesOf'>;
  /** As they are now, in order of the page. */
  readonly shown: () => readonly Mark[];
  /** The element in which that place of the text stands. */
  readonly elementAt: (offset: number) => Element | null;
  readonly density: () => Density;
  /** Opens the card of a mark, an index into those shown. */
  readonly open: (mark: number) => void;
}

/** The ways of keyboard and panels through the marks: each scrolls to one and opens its card; false where there is none. */
export interface MarkNavigation {
  /** To the nth mention (from 0) of a figure, or to a claim. */
  readonly reveal: (subject: CardSubject, nth: number) => Promise<boolean>;
  /** On to the next or previous mark that is painted, from the last one or from where the reader looks. */
  readonly step: (step: Step) => Promise<boolean>;
  /** The marks are others. */
  readonly forget: () => void;
}

/** Pixels; half of a lower view holds no card. */
const lowView = 420;

export const createMarkNavigation = ({
  document,
  marks,
  shown,
  elementAt,
  density,
  open,
}: NavigationWiring): MarkNavigation => {
  /** Where the keyboard or a panel last went. */
  let lastMark: number | null = null;

  const reveal = async (subject: CardSubject, nth: number): Promise<boolean> => {
    const found = shown().flatMap((mark, index) => (isSameSubject(mark.subject, subject) ? [index] : []));
    const wanted = Math.min(nth, found.length - 1);
    for (const index of [...found.slice(wanted), ...found.slice(0, Math.max(0, wanted))])
      if (unfold(index) && (await goTo(index))) return true;
    return false;
  };

  const step = async ({ kind, to }: Step): Promise<boolean> => {
    const wanted = shown().flatMap((mark, index) =>
      mark.kind === kind && isShown(mark, density()) && isSeen(index) ? [index] : [],
    );
    const ordered = to === 'next' ? wanted : wanted.toReversed();
    // Who scrolled away since goes on from where they look now.
    const from = lastMark !== null && isInView(lastMark) ? lastMark : null;
    const isBeyond = (index: number): boolean => {
      if (from !== null) return to === 'next' ? index > from : index < from;
      const [box] = marks.boxesOf(index);
      return box !== undefined && (to === 'next' ? box.top >= 0 : box.bottom <= 0);
    };
    return goTo(ordered.find(isBeyond));
  };

  const elementOf = (index: number): Element | null => elementAt(shown()[index]?.start ?? -1);

  /** Text that the page hides has no place to go to. */
  const isSeen = (index: number): boolean => elementOf(index)?.checkVisibility?.() !== false;

  /** Opens what the page lets its readers open, as the browser's own search does; false where the text stays hidden. */
  const unfold = (index: number): boolean => {
    for (let at = elementOf(index); at !== null; at = parentElementOf(at))
      if (at.localName === 'details') at.setAttribute('open', '');
    return isSeen(index);
  };

  const isInView = (index: number): boolean => {
    const [box] = marks.boxesOf(index);
    return box !== undefined && box.bottom > 0 && box.top < (document.defaultView?.innerHeight ?? 0);
  };

  const goTo = async (index: number | undefined): Promise<boolean> => {
    const element = index === undefined ? null : elementOf(index);
    if (index === undefined || !element) return false;
    lastMark = index;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [box] = marks.boxesOf(index);
    const height = document.defaultView?.innerHeight ?? 0;
    // A paragraph taller than the view may have its middle where the mark is not; a low view has room for a card only below.
    if (box && (height < lowView || box.top < 60 || box.bottom > height - 60))
      document.defaultView?.scrollBy({ top: box.top - height * (height < lowView ? 0.15 : 0.5), behavior: 'instant' });
    await nextTask();
    open(index);
    return true;
  };

  return {
    reveal,
    step,
    forget: () => {
      lastMark = null;
    },
  };
};
