import type { Appearance } from '../model/settings.ts';

export const moreContrast = '(prefers-contrast: more)';

/** Dresses a page of ours as the settings and the system say; in a frame, `auto` is what the frame is given. */
export const wearAppearance = (page: Document, { theme, contrast, textSize }: Appearance): void => {
  const root = page.documentElement;
  const asksForMore = page.defaultView?.matchMedia(moreContrast).matches === true;
  root.style.colorScheme = theme === 'auto' ? '' : theme;
  root.style.fontSize = textSize === 100 ? '' : `${textSize}%`;
  if (contrast === 'more' || asksForMore) root.dataset['contrast'] = 'more';
  else delete root.dataset['contrast'];
};
