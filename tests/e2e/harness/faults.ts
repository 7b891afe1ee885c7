/** What is wrong with a surface for those who cannot see it well or use no mouse. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Scope, Tab } from '../../../scripts/drive/driver.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Fault {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

type Rules = { readonly type: 'tag' | 'rule'; readonly values: readonly string[] };

async function runAxe(rules: Rules): Promise<readonly string[]> {
  const { axe: engine } = globalThis as unknown as {
    readonly axe: { run(what: Document, how: object): Promise<{ readonly violations: readonly Fault[] }> };
  };
  const { violations } = await engine.run(document, { runOnly: rules, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** Every fault that axe finds by the rules of WCAG 2.2 AA and its own of good practice. */
export async function findFaults(scope: Scope): Promise<readonly string[]> {
  await scope.run(axe);
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return scope.evaluate(runAxe, { type: 'tag', values });
}

/** The same for what other colours alone can spoil, on a surface that was looked at whole before. */
export const findFaintColours = (scope: Scope): Promise<readonly string[]> =>
  scope.evaluate(runAxe, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });

/** Whether anything has to be scrolled sideways to be read; by how many pixels. */
export const overhang = (scope: Scope): Promise<number> =>
  scope.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth), null);

function focusedNow(): { readonly name: string; readonly isSeen: boolean } | null {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const shows = (element: Element | null): boolean => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow.includes('0px 0px 0px 2px');
  };
  // What is only read out shows its focus on what stands for it.
  const isSeen = shows(at) || shows(at.nextElementSibling) || shows(at.closest('label')) || shows(at.parentElement);
  return { name: at.outerHTML.slice(0, 120), isSeen };
}

/** Goes through a page by the Tab key; what has the focus without showing it. */
export async function unseenFocus(tab: Tab, scope: Scope, steps: number): Promise<readonly string[]> {
  const unseen: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await tab.press('Tab');
    const focused = await scope.evaluate(focusedNow, null);
    if (focused !== null && !focused.isSeen) unseen.push(focused.name);
  }
  return [...new Set(unseen)];
}

/** Notes from now on what live regions say; answers how to read it. */
export async function listenToRegions(scope: Scope): Promise<() => Promise<readonly string[]>> {
  await scope.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (region !== undefined && region !== null) regions.add(region);
        for (const node of addedNodes) if (node instanceof Element && node.matches(live)) regions.add(node);
      }
      for (const region of regions) if (region.textContent.trim() !== '') said.push(region.textContent.trim());
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }, null);
  return () => scope.evaluate(() => (globalThis as unknown as { readonly said: readonly string[] }).said, null);
}
