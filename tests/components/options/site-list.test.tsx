// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { SiteList } from '../../../components/options/SiteList.tsx';
import { words } from '../../../lib/i18n/words.ts';
import { mostCharacters } from '../../../lib/model/sites.ts';
import { byName, press, show, textOf } from '../render.tsx';

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

test('a long list shows its beginning, finds the rest by what is typed, in its own letters too, and shows all', async () => {
  const sites = [...Array.from({ length: 1_999 }, (_, at) => `news-${at}.example`), 'xn--bcher-kva.example'];
  const onChange = vi.fn();
  const list = { title: 'Off', empty: 'None.', field: 'Site', sites, taken: 20, onChange };
  const page = await show(<SiteList {...list} />);
  const shown = (): readonly string[] => [...page.querySelectorAll('.sites__site')].map(textOf);
  const few = shown().length;
  expect(few).toBeLessThan(100);
  const find = page.querySelector<HTMLInputElement>('[role="search"] input')!;
  const look = (query: string) =>
    act(async () => {
      find.value = query;
      find.dispatchEvent(new Event('input', { bubbles: true }));
    });
  await look('BÜCH');
  expect(shown()).toEqual(['bücher.example']);
  await press(byName('button', words.options.takeOff({ site: 'bücher.example' })));
  expect(onChange).toHaveBeenCalledWith(sites.slice(0, -1));
  await look('qqq');
  expect(shown()).toEqual([]);
  expect(textOf(page)).toContain(words.options.nothingFound);
  await look('');
  await press(byName('button', words.showAll({ count: 2_000 })));
  expect(shown()).toHaveLength(2_000);
  await press(byName('button', words.showFewer));
  expect(shown()).toHaveLength(few);
});
