// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { mostCharacters } from '../../components/options/site-file.ts';
import { SiteList } from '../../components/options/SiteList.tsx';
import { words } from '../../lib/i18n/words.ts';
import { byName, press, show, textOf } from './render.tsx';

test.each([
  ['a site is added as its pattern', 'https://www.b.example/page', 20, ['a.example', 'b.example'], ''],
  ['letters beyond ASCII as addresses have them', 'bücher.example', 20, ['a.example', 'xn--bcher-kva.example'], ''],
  ['what is no site is refused', 'no site', 20, null, words.options.noSite],
  [
    'more than browsers sync is refused before it is lost',
    'b.example',
    mostCharacters - 5,
    null,
    words.options.rulesTooLong({ count: mostCharacters + 5, most: mostCharacters }),
  ],
])('%s', async (_, typed, taken, sites, said) => {
  const onChange = vi.fn();
  const list = { title: 'Off', empty: 'None.', field: 'Site', sites: ['a.example'], taken, onChange };
  const page = await show(<SiteList {...list} />);
  const field = page.querySelector('input')!;
  await act(async () => {
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press(byName('button', words.add));
  if (sites === null) expect(onChange).not.toHaveBeenCalled();
  else expect(onChange).toHaveBeenCalledExactlyOnceWith(sites);
  expect(textOf(page.querySelector('[role="alert"]'))).toBe(said);
  expect(field.getAttribute('aria-invalid')).toBe(String(said !== ''));
});
