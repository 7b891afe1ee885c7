import { useEffect, useState } from 'preact/hooks';

/** What a card was opened from within another one, to be found again when the reader comes back to that. */
export interface Opener {
  readonly text: string;
  readonly at: number;
}

/** How a card came to be on top: as the first, opened from another, or come back to. */
export type Arrival = 'first' | 'opened' | { readonly backTo: Opener | null };

const pressable = (card: Element): readonly HTMLElement[] => [
  ...card.querySelectorAll<HTMLElement>('button, a[href], summary'),
];

/** What has the focus in a card; null where nothing does. */
export const findOpener = (focused: Element | null): Opener | null => {
  const card = focused?.closest('.card');
  if (!focused || !card || focused === card) return null;
  return { text: focused.textContent ?? '', at: pressable(card).indexOf(focused as HTMLElement) };
};

/** The same words, nearest to where they were: a list that was unfolded is folded again. */
const refind = (card: Element, { text, at }: Opener): HTMLElement | null => {
  const alike = [...pressable(card).entries()].filter(([, each]) => each.textContent === text);
  return alike.toSorted(([one], [other]) => Math.abs(one - at) - Math.abs(other - at))[0]?.[1] ?? null;
};

/** Moves the focus to a card that took another's place, or back to where it was, so that a screen reader reads on there. */
export const useFocusOnArrival = (arrival: Arrival, root: { readonly current: HTMLElement | null }): void => {
  const [first] = useState(arrival);
  useEffect(() => {
    const card = root.current;
    if (card === null || first === 'first') return;
    const opener = first === 'opened' || first.backTo === null ? null : refind(card, first.backTo);
    (opener ?? card).focus();
  }, [first, root]);
};
