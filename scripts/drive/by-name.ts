import { type Box, type Tab, waitFor } from './driver.ts';
import { middleOf } from './pointing.ts';

interface Named {
  readonly name: string;
  /** Whether it says nothing else. */
  readonly whole: boolean;
  /** CSS selector of the part of the page that is meant. */
  readonly within: string;
}

/** Box of the first control of that name, or of the field that a label of that name is of; null while there is none. */
function findNamed({ name, whole, within }: Named): Box | null {
  const part = document.querySelector(within);
  const controls = [...(part?.querySelectorAll<HTMLElement>('button, label, [role="tab"]') ?? [])];
  const all = controls.filter((each) => each.getClientRects().length > 0);
  const found = all.find(({ textContent }) => (whole ? textContent.trim() === name : textContent.includes(name)));
  const target = found instanceof HTMLLabelElement ? found.control : found;
  if (target === undefined || target === null) return null;
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = target.getBoundingClientRect();
  return { x, y, width, height };
}

/** Presses a control of one of our own pages by what it says, as soon as it is there. */
export const pressNamed = async (tab: Tab, name: string, within = 'body'): Promise<void> =>
  tab.click(middleOf(await waitFor(name, () => tab.evaluate(findNamed, { name, whole: true, within }))));

/** Presses the first row or tab in which the words stand. */
export const pressRow = async (tab: Tab, name: string): Promise<void> =>
  tab.click(middleOf(await waitFor(name, () => tab.evaluate(findNamed, { name, whole: false, within: 'body' }))));
