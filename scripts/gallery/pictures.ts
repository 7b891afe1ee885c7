import { type Tab, waitFor } from '../drive/driver.ts';
import { stillPicture } from '../drive/still-picture.ts';
import { fontSheet } from './fonts.ts';

/** Pictures of the gallery that tests compare with. */
export const pictures: readonly {
  readonly name: string;
  /** Of the example in the gallery. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
}[] = [
  { name: 'card', title: 'Card: Known figure', width: 436, height: 660 },
  { name: 'pictured', title: 'Card: With a picture', width: 436, height: 240 },
  { name: 'claim', title: 'Card: Statistic with differing figures', width: 436, height: 660 },
  { name: 'popup', title: 'Panel: Figures', width: 464, height: 680 },
  { name: 'panel', title: 'Panel: Claims', width: 464, height: 680 },
  { name: 'library', title: 'Library: an entry', width: 1100, height: 860 },
  { name: 'narrow', title: 'Panel: Figures', width: 304, height: 680 },
  { name: 'welcome', title: 'Welcome', width: 800, height: 1000 },
  { name: 'options', title: 'Options', width: 800, height: 1000 },
];

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

interface Alone {
  readonly title: string;
  readonly fonts: string;
}

/** Leaves nothing in the page but one example, at rest and in letters of its own. */
async function showAlone({ title, fonts }: Alone): Promise<true | null> {
  const examples = [...document.querySelectorAll<HTMLElement>('.gallery__example')];
  const wanted = examples.find((example) => example.getAttribute('aria-label') === title);
  if (wanted === undefined) return null;
  for (const example of examples) if (example !== wanted) example.style.display = 'none';
  for (const grid of document.querySelectorAll<HTMLElement>('.gallery__grid'))
    if (!grid.contains(wanted)) grid.style.display = 'none';
  document.documentElement.style.overflow = 'hidden';
  const still = document.createElement('style');
  still.textContent = `${fonts}
*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important }`;
  document.head.append(still);
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  scrollTo(0, 0);
  // Laid out once, so that the fonts which it needs are asked for.
  if (wanted.offsetHeight === 0) return null;
  await document.fonts.ready;
  return true;
}

/** PNG of one example, once two in a row are the same. */
export async function pictureOf(
  tab: Tab,
  gallery: string,
  which: (typeof pictures)[number],
  theme: Theme,
): Promise<Buffer> {
  await tab.resize(which);
  await tab.goto(`${gallery}?theme=${theme}`);
  const alone: Alone = { title: which.title, fonts: fontSheet() };
  await waitFor(which.title, () => tab.evaluate(showAlone, alone));
  await tab.moveMouse({ x: 1, y: 1 });
  return stillPicture(tab);
}

export const lettersSize = { width: 640, height: 200 } as const;

/** How this machine draws the letters of the pictures, with nothing of Sidelight in it. */
export async function lettersOf(tab: Tab, gallery: string): Promise<Buffer> {
  await tab.resize(lettersSize);
  await tab.goto(`${gallery}letters.html`);
  await tab.evaluate(async () => void (await document.fonts.ready), null);
  return stillPicture(tab);
}
