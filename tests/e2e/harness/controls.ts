/** Buttons, switches and fields of the extension's own surfaces, found as a reader's aids find them: by their names. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Box, type Frame, type Scope, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { middleOf } from '../../../scripts/drive/pointing.ts';

interface Name {
  readonly source: string;
  readonly selector: string;
}

function boxOf({ source, selector }: Name): Box | null {
  const pattern = new RegExp(source, 'i');
  const labelled = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const byId = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
    return (
      element.getAttribute('aria-label') ??
      (byId || label || element.textContent || (element.getAttribute('title') ?? ''))
    );
  };
  // A row of a list is called by the name in it, whatever else its line says.
  const names = (element: Element): readonly string[] =>
    [labelled(element), element.querySelector('bdi')?.textContent ?? ''].map((name) =>
      name.replace(/\s+/g, ' ').trim(),
    );
  // The name first: to ask for the boxes of a row that is out of view has the browser lay it out, each by itself.
  const found = [...document.querySelectorAll(selector)].find(
    (element) => names(element).some((name) => pattern.test(name)) && element.getClientRects().length > 0,
  );
  if (found === undefined) return null;
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x, y, width, height };
}

/** The name as it stands. */
export const named = (name: string): RegExp => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

const controls = 'button, a[href], input, summary, [role="button"], [role="switch"], [role="tab"], [role="option"]';

/** Box of the control whose name matches, within its page or frame; waits for it. */
export const findControl = (scope: Scope, name: RegExp): Promise<Box> =>
  waitFor(`a control called ${name.source}`, () => scope.evaluate(boxOf, { source: name.source, selector: controls }));

/** Clicks it with the mouse. */
export const clickControl = async (tab: Tab, name: RegExp): Promise<void> =>
  tab.click(middleOf(await stillBox(() => findControl(tab, name))));

/** The same for a control inside a frame of the tab. */
export async function clickInFrame(tab: Tab, frame: Frame, name: RegExp): Promise<void> {
  await findControl(frame, name);
  const outer = await stillBox(() => frame.box());
  const { x, y } = middleOf(await findControl(frame, name));
  await tab.click({ x: outer.x + x, y: outer.y + y });
}

/** Scrolling to the middle of a page of odd height goes to and fro by a pixel. */
const lies = (one: Box, other: Box): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(one[side] - other[side]) < 1.5);

/** The box once it no longer moves with what is filled in around it. */
function stillBox(find: () => Promise<Box | null>): Promise<Box> {
  let last: Box | null = null;
  return waitFor('a box that lies still', async () => {
    await sleep(100);
    const box = await find();
    const isSame = box !== null && last !== null && lies(box, last);
    last = box;
    return isSame ? box : null;
  });
}

/** Waits until the page's text has the words, and answers it; else says what the page says instead. */
export const waitForText = async (scope: Scope, words: string | RegExp): Promise<string> => {
  let last = '';
  return waitFor(`a page that says ${String(words)}`, async () => {
    last = await scope.evaluate(() => document.body.innerText, null);
    return (typeof words === 'string' ? last.includes(words) : words.test(last)) ? last : null;
  }).catch((error: unknown) => {
    throw new Error(`it says: ${last.replace(/\s+/g, ' ').slice(-mostTold)}`, { cause: error });
  });
};

/** Characters of a page's end that tell where it stands. */
const mostTold = 600;
