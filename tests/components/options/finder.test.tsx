// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { Options } from '../../../components/options/Options.tsx';
import { words } from '../../../lib/i18n/words.ts';
import { defaultSettings } from '../../../lib/model/settings.ts';
import { fill, show, textOf } from '../render.tsx';

const nothing = (): void => {};

const found = async (query: string): Promise<readonly string[]> => {
  const page = await show(
    <Options
      settings={defaultSettings}
      counts={null}
      shortcuts={[]}
      unsaved={false}
      onShortcuts={nothing}
      onSettings={nothing}
      packs={null}
      sync={null}
      memory={null}
    />,
  );
  await fill(page.querySelector<HTMLInputElement>('input[type="search"]'), query);
  return [...page.querySelectorAll<HTMLElement>('.options__part:not([hidden]) > h2')].map(textOf);
};

const { options } = words;

// Words of readers, none of which their part of the settings says itself.
test.each([
  ['dark', options.appearance],
  ['Font', options.appearance],
  ['hover delay', options.onPage],
  ['hotkey', options.keyboard],
  ['exclude', options.where],
  ['privacy', options.memory],
  ['backup', options.store],
  ['subscription', words.packs.title],
  ['CLOUD', words.sync.title],
  ['defaults', options.resetTitle],
])('“%s” leads to "%s"', async (query, title) => {
  expect(await found(query)).toContain(title);
});

test('words of two parts lead to neither', async () => {
  expect(await found('hotkey cloud')).toEqual([]);
});
