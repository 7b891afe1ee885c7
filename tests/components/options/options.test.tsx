// @vitest-environment jsdom
import { words } from '../../../lib/i18n/words.ts';
import { describe, expect, test, vi } from 'vitest';
import { counts } from '../../../components/gallery/store-fixtures.ts';
import { Options, type OptionsProps } from '../../../components/options/Options.tsx';
import { Shortcuts } from '../../../components/options/Shortcuts.tsx';
import { defaultSettings } from '../../../lib/model/settings.ts';
import { byName, press, show, textOf } from '../render.tsx';

describe('options', () => {
  const optionsWith = (onSettings: (patch: object) => void, held: OptionsProps['counts'] = counts) => (
    <Options
      shortcuts={null}
      unsaved={false}
      onShortcuts={() => {}}
      settings={{ ...defaultSettings, density: 'figures', sitesOff: ['a.example'] }}
      counts={held}
      memory={null}
      packs={null}
      sync={null}
      onSettings={onSettings}
    />
  );

  test.each([
    [null, 'Looking in your store…'],
    ['unread', 'Your store could not be read.'],
  ] as const)('of a store that answers %s it says "%s"', async (held, said) => {
    await show(optionsWith(() => {}, held));
    expect(textOf(document.querySelector('main'))).toContain(said);
  });

  test('a search leaves the sections that have every word', async () => {
    await show(optionsWith(() => {}));
    const field = document.querySelector<HTMLInputElement>('.options__find input')!;
    field.value = 'sites nowhere';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await show(optionsWith(() => {}));
    const titles = [...document.querySelectorAll<HTMLElement>('.options__part')].filter(({ hidden }) => !hidden);
    expect(titles.map((part) => textOf(part.querySelector('.options__title')))).toEqual(['Where it reads']);
  });

  test('commands stand in the order of reading, however the browser lists them', async () => {
    const { enterCard, nextClaim, nextFigure, previousFigure } = words.command;
    const shortcuts = [enterCard, nextClaim, nextFigure, previousFigure].map((description) => ({
      name: description,
      description,
      keys: '',
    }));
    await show(<Shortcuts shortcuts={shortcuts} onChange={vi.fn()} />);
    const shown = [...document.querySelectorAll('.shortcuts dt')].map(textOf);
    expect(shown).toEqual([nextFigure, previousFigure, nextClaim, enterCard]);
  });

  test('reset asks first, and leaves the consent to memory as it is', async () => {
    const onSettings = vi.fn();
    await show(optionsWith(onSettings));
    await press(byName('button', 'Reset all settings'));
    expect(onSettings).not.toHaveBeenCalled();
    await press(byName('button', 'Reset now'));
    expect(onSettings).toHaveBeenCalledWith(defaultSettings);
  });

  test('a site is added by what somebody pastes, and a wrong one is told', async () => {
    const onSettings = vi.fn();
    await show(optionsWith(onSettings));
    const field = document.querySelector<HTMLInputElement>('.sites__input')!;
    const enter = async (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await show(optionsWith(onSettings));
      await press(byName('button', 'Add'));
    };
    await enter('no site');
    expect(textOf(document.querySelector('.sites__wrong'))).toContain('That is no site');
    expect(onSettings).not.toHaveBeenCalled();
    await enter('https://www.bank.example/login');
    expect(onSettings).toHaveBeenCalledWith({ sitesOff: ['a.example', 'bank.example'] });
  });
});
