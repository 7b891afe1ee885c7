import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';

/** What jsdom leaves out: components measure themselves, here with nothing to measure. */
class NoSizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoSizes as unknown as typeof ResizeObserver;

/**
 * Renders into the document until the test ends, and waits until effects and answers that are ready have settled. A hook
 * of this file would be of the first test file alone: a worker's files share their modules.
 */
export const show = async (view: ComponentChild): Promise<HTMLElement> => {
  onTestFinished(() => render(null, document.body));
  await act(async () => render(view, document.body));
  await act(async () => {});
  return document.body;
};

/** Text as it reads, whitespace folded. */
export const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const nameOf = (element: Element): string =>
  element.getAttribute('aria-label') ?? (textOf(element) || (element.getAttribute('title') ?? ''));

/** The one element of a role and an accessible name's beginning, by label or text. */
export const byName = (selector: string, name: string): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const found = all.find((element) => nameOf(element).startsWith(name));
  if (found === undefined) throw new Error(`no ${selector} "${name}" among: ${all.map(nameOf).join(' | ')}`);
  return found;
};

export const press = async (element: HTMLElement): Promise<void> => {
  await act(async () => element.click());
  await act(async () => {});
};

export const type = async (element: HTMLElement, key: string): Promise<void> => {
  await act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
};

/** Types over what a field holds. */
export const fill = async (field: HTMLInputElement | HTMLTextAreaElement | null, text: string): Promise<void> => {
  if (field === null) throw new Error('no field');
  field.value = text;
  await act(async () => {
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
};
