import { type Box, type Tab, waitFor } from './driver.ts';
import { middleOf } from './pointing.ts';

interface Named {
  readonly name: string;
  /** CSS selector of the part of the page that is meant. */
  readonly within: string;
}

/** Box of the first control of that name, or of the field that a label of that name is of; null while there is none. */
function findNamed({ name, within }: Named): Box | null {
  const part = document.querySelector(within);
  const all = [...(part?.querySelectorAll<HTMLElement>('button, label, [role="tab"]') ?? [])];
  const shown = all.filter((each) => each.getClientRects().length > 0);
  // The whole of its words, else some of them.
  const found =
    shown.find((each) => each.textContent.trim() === name) ?? shown.find((each) => each.textContent.includes(name));
  const target = found instanceof HTMLLabelElement ? found.control : found;
  if (target === undefined || target === null) return null;
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = target.getBoundingClientRect();
  return { x, y, width, height };
}

/** Presses a control of one of our own pages by what it says, as soon as it is there. */
export const pressNamed = async (tab: Tab, name: string, within = 'body'): Promise<void> =>
  tab.click(middleOf(await waitFor(name, () => tab.evaluate(findNamed, { name, within }))));
