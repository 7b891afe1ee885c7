import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { frameSheet } from '../../lib/page/card/frame-sheet.ts';
import { hostSheet } from '../../lib/page/host/sheet.ts';
import { markSheet } from '../../lib/page/marks/sheet.ts';
import { foldSheet } from '../../scripts/fold-sheets.ts';

test.each([
  [':host { all: initial !important; }', ':host{all:initial !important}'],
  ['@media print { :host { display: none } }', '@media print{:host{display:none}}'],
  ['i[class] { --c: LinkText; }\ni.claim { --c: red; }', 'i[class]{--c:LinkText}i.claim{--c:red}'],
  [
    '.a { background: linear-gradient(to right, var(--c) 55%, transparent 0) 0 0 / 5px; }',
    '.a{background:linear-gradient(to right,var(--c) 55%,transparent 0) 0 0 / 5px}',
  ],
  ['div :first-child { x: 1 }', 'div :first-child{x:1}'],
])('%s', (css, folded) => {
  expect(foldSheet(css)).toBe(folded);
});

/** Rules as a browser reads them, one within another. */
const rulesOf = (css: string): readonly string[] => {
  const { document } = new JSDOM(`<style>${css}</style>`).window;
  return Array.from(document.styleSheets[0]?.cssRules ?? [], ({ cssText }) => cssText.replace(/([:,]) /g, '$1'));
};

test.each([
  ['host', hostSheet],
  ['marks', markSheet],
  ['card', frameSheet],
])('the sheet of the %s says the same when it is folded', (_, css) => {
  expect(rulesOf(css).length).toBeGreaterThan(2);
  expect(rulesOf(foldSheet(css))).toEqual(rulesOf(css));
});
