import { moreContrast, wearAppearance } from './appearance.ts';
import { readSettings, watchSettings } from './settings.ts';

/** Keeps a page of ours dressed as the settings and the system say, for as long as it is open. */
export const followAppearance = (page: Document): void => {
  const { signal } = new AbortController();
  const look = (): void => void readSettings().then((settings) => wearAppearance(page, settings));
  look();
  watchSettings((settings) => wearAppearance(page, settings), signal);
  page.defaultView?.matchMedia(moreContrast).addEventListener('change', look);
};
