// @vitest-environment jsdom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { backups, preview, room } from '../../../components/gallery/entity-fixtures.ts';
import { DataPage, type Incoming } from '../../../components/library/DataPage.tsx';
import { whenWords } from '../../../components/library/when-words.ts';
import { words } from '../../../lib/i18n/words.ts';
import { byName, press, show } from '../render.tsx';

const { data, library } = words;
const nothing = (): void => {};
const [backup] = backups;
if (backup === undefined) throw new Error('the gallery has backups');

const onDropBackup = vi.fn<() => void>();

/** What the page around it does, without a store: a file is read, shown, and taken in at a press. */
let go: (to: Incoming) => void = nothing;
const Page = () => {
  const [incoming, setIncoming] = useState<Incoming>({ at: 'none' });
  go = setIncoming;
  return (
    <DataPage
      incoming={incoming}
      backups={backups}
      room={room}
      saving={null}
      onSave={nothing}
      onStopSaving={nothing}
      onFile={nothing}
      onImport={() => setIncoming({ at: 'taking', share: 0 })}
      onCancel={() => setIncoming({ at: 'none' })}
      onBackUp={nothing}
      onRestore={() => setIncoming({ at: 'reading', share: 0 })}
      onDropBackup={onDropBackup}
      onPersist={nothing}
      onFree={nothing}
    />
  );
};

const step = (to: Incoming): Promise<void> => act(async () => go(to));
const focused = (): Element | null => document.activeElement;
const pressWithKeys = async (element: HTMLElement): Promise<void> => {
  element.focus();
  await press(element);
};

describe('a backup', () => {
  const drop = data.drop({ when: whenWords(backup.at) });

  test('is deleted only once that is confirmed', async () => {
    onDropBackup.mockClear();
    await show(<Page />);
    await press(byName('button', drop));
    expect(onDropBackup).not.toHaveBeenCalled();
    await press(byName('[role="group"] button', words.memory.keep));
    expect(document.querySelector('[role="group"]')).toBeNull();
    expect(onDropBackup).not.toHaveBeenCalled();
    await press(byName('button', drop));
    await press(byName('[role="group"] button', library.action.delete));
    expect(onDropBackup).toHaveBeenCalledTimes(1);
  });

  test('that is kept after all has the keyboard at its button again', async () => {
    await show(<Page />);
    const button = byName('button', drop);
    await pressWithKeys(button);
    expect(document.querySelector('[role="group"]')?.contains(focused())).toBe(true);
    await press(byName('[role="group"] button', words.memory.keep));
    expect(focused()).toBe(button);
  });
});

test('whoever imported is back at what began it once all is over', async () => {
  await show(<Page />);
  const button = byName('.room button', data.do);
  await pressWithKeys(button);
  // The button that stops it has the keyboard meanwhile, then the preview's.
  await step({ at: 'preview', preview, usual: 'mine' });
  await pressWithKeys(byName('.preview button', data.do));
  await step({ at: 'none' });
  expect(focused()).toBe(button);
});
