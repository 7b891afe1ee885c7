import { useEffect, useState } from 'preact/hooks';
import type { Shortcut } from '../../components/options/Shortcuts.tsx';
import { nativeBrowser } from '../../lib/platform/native.ts';

interface Commands {
  readonly getAll: () => Promise<readonly { name?: string; description?: string; shortcut?: string }[]>;
  /** Firefox. */
  readonly openShortcutSettings?: () => Promise<void>;
}

/** Browsers of phones have none. */
const commands = (): Commands | undefined => (nativeBrowser as { readonly commands?: Commands }).commands;

/** Every command with its keys, read anew whenever the reader comes back from changing them; null where there is none. */
export const useShortcuts = (): readonly Shortcut[] | null => {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[] | null>(null);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const all = await commands()?.getAll();
      if (all === undefined) return;
      setShortcuts(
        all.flatMap(({ name = '', description = '', shortcut = '' }) =>
          description === '' ? [] : [{ name, description, keys: shortcut }],
        ),
      );
    };
    const come = () => void look();
    come();
    window.addEventListener('focus', come);
    return () => window.removeEventListener('focus', come);
  }, []);
  return shortcuts;
};

/** The browser's own page of shortcuts. */
export const openShortcuts = (): void => {
  const open = commands()?.openShortcutSettings;
  if (open === undefined) void nativeBrowser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  else void open();
};
