import { type Tab, waitFor } from '../drive/driver.ts';
import { stillPicture } from '../drive/still-picture.ts';

/** Pictures of the gallery that tests compare with. */
export const pictures: readonly {
  readonly name: string;
  /** Of the example in the gallery. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
}[] = [
  { name: 'card', title: 'Card: Known figure', width: 436, height: 660 },
  { name: 'claim', title: 'Card: Statistic with differing figures', width: 436, height: 660 },
  { name: 'popup', title: 'Panel: Figures', width: 424, height: 680 },
  { name: 'panel', title: 'Panel: Claims', width: 424, height: 680 },
  { name: 'library', title: 'Library: an entry', width: 1100, height: 860 },
  { name: 'options', title: 'Options', width: 800, height: 1000 },
];

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Leaves nothing in the page but one example, at rest. */
function showAlone(title: string): true | null {
  const examples = [...document.querySelectorAll<HTMLElement>('.gallery__example')];
  const wanted = examples.find((example) => example.getAttribute('aria-label') === title);
  if (wanted === undefined) return null;
  for (const example of examples) if (example !== wanted) example.style.display = 'none';
  for (const grid of document.querySelectorAll<HTMLElement>('.gallery__grid'))
    if (!grid.contains(wanted)) grid.style.display = 'none';
  document.documentElement.style.overflow = 'hidden';
  const still = document.createElement('style');
  still.textContent =
    '*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important }';
  document.head.append(still);
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  scrollTo(0, 0);
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
  await waitFor(which.title, () => tab.evaluate(showAlone, which.title));
  await tab.moveMouse({ x: 1, y: 1 });
  return stillPicture(tab);
}

/**
 * What pictures depend on besides the code: the browser's version, and how wide letters of its fonts are. Two machines
 * of one print draw alike.
 */
export const printOf = (tab: Tab): Promise<string> =>
  tab.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    const widths = ['serif', 'sans-serif', 'system-ui', 'Georgia', 'Charter', 'monospace'].map((font) => {
      if (context === null) return 0;
      context.font = `600 40px ${font}`;
      return Math.round(context.measureText('Sidelight 0123 Ünïcode 日本 ليلى').width * 100);
    });
    return `${/(?:Chrome|Firefox)\/\d+/.exec(navigator.userAgent)?.[0] ?? ''} ${widths.join(' ')}`;
  }, null);
