import { nativeBrowser } from '../../lib/platform/native.ts';
import { readSettings } from '../../lib/platform/settings.ts';
import type { Settings } from '../../lib/model/settings.ts';

let kept: Promise<Settings> | null = null;

const forget = (): void => {
  kept = null;
};

nativeBrowser.storage.onChanged.addListener((_, area) => {
  if (area === 'sync') forget();
});

/**
 * The settings, which the browser is asked for once until it tells of a change: a page waits for them. Whoever must not
 * be a moment behind asks for them anew (`readSettings`), as the reader on the page does.
 */
export const keptSettings = (): Promise<Settings> => {
  kept ??= readSettings();
  kept.catch(forget);
  return kept;
};
