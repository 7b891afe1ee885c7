import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { markSheet } from '../../lib/page/marks/sheet.ts';

const css = readFileSync(new URL('../../components/tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The usual palette, and the one of high contrast. */
const [usual = '', strong = ''] = css.split(':root[data-contrast="more"]');
const strongest = strong.slice(0, strong.indexOf('}'));

const colour = (name: string, theme: Theme, from = usual): string => {
  const both = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(from);
  return both?.[theme === 'light' ? 1 : 2] ?? `no colour ${name}`;
};

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

const inks = ['ink', 'ink-2', 'ink-3', 'person', 'organisation', 'place', 'event', 'work', 'product', 'law', 'claim'];
const grounds = ['paper', 'card', 'wash'];
const pairs = inks.flatMap((ink) => grounds.flatMap((ground) => themes.map((theme) => [ink, ground, theme] as const)));

test.each(pairs)('text in %s on %s, %s, reaches AA', (ink, ground, theme) => {
  expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
});

test.each(pairs)('text in %s on %s, %s, in high contrast reaches AAA', (ink, ground, theme) => {
  expect(contrast(colour(ink, theme, strongest), colour(ground, theme, strongest))).toBeGreaterThanOrEqual(7);
});

test.each(['edge', 'focus'].flatMap((part) => themes.map((theme) => [part, theme] as const)))(
  '%s, %s, stands out by 3 to 1 from paper and card',
  (part, theme) => {
    for (const ground of ['paper', 'card']) {
      expect(contrast(colour(part, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
    }
  },
);

test('a style asks for nothing that no style gives', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const read = (endings: string): string =>
    globSync(`{components,entrypoints}/**/*.${endings}`, { cwd: root })
      .map((file) => readFileSync(`${root}${file}`, 'utf8'))
      .join('\n');
  const [styles, views] = [read('css'), read('{ts,tsx}')];
  const asked = new Set([...styles.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name));
  expect(asked.size).toBeGreaterThan(30);
  const isGiven = (name: string): boolean => styles.includes(`${name}:`) || views.includes(`'${name}'`);
  expect([...asked].filter((name) => !isGiven(name))).toEqual([]);
});

/** What the sheet of the marks gives a rule's selector, name by name. */
const markColours = (selector: string): Readonly<Record<string, string>> => {
  const block = markSheet.slice(markSheet.indexOf(`\n${selector} {`));
  const rule = block.slice(0, block.indexOf('}'));
  return Object.fromEntries(
    [...rule.matchAll(/--([a-z]+): ?#([0-9a-f]{3,6})\b/g)].map(([, name, hex = '']) => [
      name,
      `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`,
    ]),
  );
};

test.each([
  ['div', 'light', usual],
  ['.dark', 'dark', usual],
  ['.more', 'light', strongest],
  ['.more.dark', 'dark', strongest],
] as const)('marks of %s have the colours of everything else', (selector, theme, from) => {
  const colours = markColours(selector);
  expect(Object.keys(colours).toSorted()).toEqual(inks.filter((ink) => !/\d/.test(ink)).toSorted());
  for (const [name, hex] of Object.entries(colours)) expect([name, hex]).toEqual([name, colour(name, theme, from)]);
});

test('what a page gives a colour of marks another value is never loaded', () => {
  const given = [...markSheet.matchAll(/([\w-]+): ([^;{}]*var\([^;{}]*)/g)].filter(
    ([, name = '']) => !name.startsWith('--'),
  );
  expect(given.length).toBeGreaterThan(5);
  const loading = given.filter(
    ([, name = '', value = '']) => name !== 'background-color' && !value.startsWith('linear-gradient('),
  );
  expect(loading.map(([declaration]) => declaration)).toEqual([]);
  // Nor do they hang from the host, which the page's own sheets may dress.
  expect(markSheet.slice(0, markSheet.indexOf('}'))).not.toContain('--');
});
