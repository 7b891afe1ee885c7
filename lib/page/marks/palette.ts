import { flatParent } from '../text/flat-tree.ts';

/** Which set of tokens stands out from what is behind a text: told by the colours actually there. */

export type Palette = 'light' | 'dark';

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Computed colours are `rgb()`/`rgba()`, or `color(srgb …)` with parts from 0 to 1; anything else is not understood. */
export const parseColour = (written: string): Colour | null => {
  const srgb = written.startsWith('color(srgb');
  if (!srgb && !written.startsWith('rgb')) return null;
  const [red, green, blue, alpha] = written.replace('srgb', '').match(/[\d.]+(?:e-?\d+)?%?/g) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  const scale = srgb ? 255 : 1;
  const opacity = alpha === undefined ? 1 : alpha.endsWith('%') ? Number.parseFloat(alpha) / 100 : Number(alpha);
  return { red: Number(red) * scale, green: Number(green) * scale, blue: Number(blue) * scale, alpha: opacity };
};

const linear = (value: number): number => {
  const share = value / 255;
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance of WCAG 2, 0 (black) to 1 (white). */
export const luminanceOf = ({ red, green, blue }: Colour): number => {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

const over = (top: Colour, under: Colour): Colour => {
  const mix = (a: number, b: number): number => a * top.alpha + b * (1 - top.alpha);
  return {
    red: mix(top.red, under.red),
    green: mix(top.green, under.green),
    blue: mix(top.blue, under.blue),
    alpha: 1,
  };
};

const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

/** What is behind a text, for the colours on it. */
export interface Ground {
  readonly palette: Palette;
  /** `middling`: neither dark nor light enough for the usual colours to stand out; those of high contrast do. */
  readonly tone: 'clear' | 'middling';
}

/** Relative luminance at which the strong colours of both palettes stand out alike, by 2.5 : 1 for the weakest. */
const middle = 0.21;
/** From the one to the other the usual colours of a palette stay below 3 : 1. */
const darkest = 0.1;
const lightest = 0.51;

/**
 * The ground of text in the element. Where a picture lies behind it, or nothing but the canvas, the text's own colour
 * decides: light text is only readable on something dark.
 */
export const findGround = (element: Element): Ground => {
  const window = element.ownerDocument.defaultView;
  if (!window) return { palette: 'light', tone: 'clear' };
  const text = parseColour(window.getComputedStyle(element).color);
  const byText: Ground = { palette: text !== null && luminanceOf(text) > 0.4 ? 'dark' : 'light', tone: 'clear' };
  const layers: Colour[] = [];
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const { backgroundColor, backgroundImage } = window.getComputedStyle(at);
    const colour = parseColour(backgroundColor);
    if (colour && colour.alpha > 0) layers.push(colour);
    if (colour?.alpha === 1) break;
    if (backgroundImage.includes('url(') || backgroundImage.includes('gradient')) return byText;
  }
  if (layers.every(({ alpha }) => alpha < 0.5)) return byText;
  const luminance = luminanceOf(layers.reduceRight((under, top) => over(top, under), white));
  return {
    palette: luminance < middle ? 'dark' : 'light',
    tone: luminance > darkest && luminance < lightest ? 'middling' : 'clear',
  };
};
