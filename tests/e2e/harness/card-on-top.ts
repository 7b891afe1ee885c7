import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { middleOf, type OpenCard, waitForCard } from '../../../scripts/drive/pointing.ts';

/** Whether what lies on top there is the blank element in which a card is shown. */
function isOurs({ x, y }: { readonly x: number; readonly y: number }): boolean {
  const top = document.elementFromPoint(x, y);
  return top !== null && top.attributes.length === 0 && top.childNodes.length === 0;
}

/** Waits for a card that can be pointed at: a card is laid out before it is shown, so it may be found before. */
export function waitForCardOnTop(tab: Tab, words: string): Promise<OpenCard> {
  return waitFor('the card above everything else', async () => {
    const card = await waitForCard(tab, words);
    return (await tab.evaluate(isOurs, middleOf(card.box))) ? card : null;
  });
}
