/** The extension's own surfaces, used without a mouse. */
import { type Scope, type Tab, waitFor } from '../../../scripts/drive/driver.ts';

/** What has the focus, by the name that a reader's aids give it. */
function nameOfFocus(): string {
  const at = document.activeElement;
  if (at === null || at === document.body) return '';
  const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? (at.labels?.[0] ?? null) : null;
  const name = at.getAttribute('aria-label') ?? (labels ?? at).textContent ?? '';
  return (name.trim() === '' ? (at.getAttribute('title') ?? '') : name).replace(/\s+/g, ' ').trim();
}

export const focusedName = (scope: Scope): Promise<string> => scope.evaluate(nameOfFocus, null);

/** Goes on by the Tab key until what has the focus is called so; `scope` is the page or the frame that it is in. */
export async function tabTo(tab: Tab, scope: Scope, name: RegExp): Promise<void> {
  const passed: string[] = [];
  await waitFor(`the focus at ${name.source}`, async () => {
    const at = await focusedName(scope);
    if (name.test(at)) return true;
    passed.push(at);
    await tab.press('Tab');
    return null;
  }).catch((error: unknown) => {
    throw new Error(`it went by: ${[...new Set(passed)].join(' | ').slice(0, 1500)}`, { cause: error });
  });
}

/** Types over what the field in focus holds. */
export async function typeOver(tab: Tab, text: string): Promise<void> {
  await tab.keyDown('Control');
  await tab.press('a');
  await tab.keyUp('Control');
  await tab.press('Backspace');
  await tab.type(text);
}
