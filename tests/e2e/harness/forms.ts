/** Fields of the extension's own pages, found by their labels and filled by the keyboard. */
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';

function focusField(source: string): true | null {
  const pattern = new RegExp(source, 'i');
  const fields = [
    ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select'),
  ];
  const field = fields.find(
    (each) =>
      each.getClientRects().length > 0 &&
      [...(each.labels ?? [])].some((label) => pattern.test((label.textContent ?? '').replace(/\s+/g, ' ').trim())),
  );
  if (field === undefined) return null;
  field.scrollIntoView({ block: 'center', behavior: 'instant' });
  field.focus();
  if (!(field instanceof HTMLSelectElement)) field.select();
  return true;
}

/** Types over what the field holds. */
export async function fillField(tab: Tab, label: RegExp, text: string): Promise<void> {
  await waitFor(`a field called ${label.source}`, () => tab.evaluate(focusField, label.source));
  await tab.press('Backspace');
  await tab.type(text);
}

function pick({ source, option }: { readonly source: string; readonly option: string }): true | null {
  const pattern = new RegExp(source, 'i');
  // Two lists of a page may be called alike.
  const chosen = [...document.querySelectorAll('select')]
    .filter((each) => [...each.labels].some((label) => pattern.test((label.textContent ?? '').trim())))
    .flatMap((each) => [...each.options])
    .find((each) => each.label.trim() === option);
  const select = chosen?.closest('select') ?? null;
  if (select === null || chosen === undefined) return null;
  select.value = chosen.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** Chooses one of a list's options; the list itself is the browser's, which no script can open. */
export const chooseOption = (tab: Tab, label: RegExp, option: string): Promise<true> =>
  waitFor(`${option} in a list called ${label.source}`, () => tab.evaluate(pick, { source: label.source, option }));

/** Hands a list of rules to the settings: the file dialogue is the browser's. */
export function chooseFile({ name, text }: { readonly name: string; readonly text: string }): void {
  const field = document.querySelector<HTMLInputElement>('input[type="file"][accept*=".txt"]');
  if (field === null) throw new Error('no field for a file');
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: 'text/plain' }));
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
