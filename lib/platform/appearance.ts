import type { Appearance } from '../model/settings.ts';

/** Where a page of ours takes light or dark from: its own settings, or the frame that it is shown in. */
export type Scheme = 'own' | 'of-frame';

export const moreContrast = '(prefers-contrast: more)';

/** Dresses a page of ours as the settings and the system say. */
export const wearAppearance = (page: Document, { theme, contrast, textSize }: Appearance, scheme: Scheme): void => {
  const root = page.documentElement;
  const asksForMore = page.defaultView?.matchMedia(moreContrast).matches === true;
  if (scheme === 'own') root.style.colorScheme = theme === 'auto' ? '' : theme;
  root.style.fontSize = textSize === 100 ? '' : `${textSize}%`;
  if (contrast === 'more' || asksForMore) root.dataset['contrast'] = 'more';
  else delete root.dataset['contrast'];
};
