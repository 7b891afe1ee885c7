import { nativeBrowser } from './native.ts';

interface BadgeText {
  readonly text: string;
  /** The tab that it is of; null for every tab that has none of its own. */
  readonly tabId: number | null;
  readonly colour: string;
}

/** The parts of the toolbar button that not every browser has: phones show a menu's entry instead. */
interface Badge {
  readonly setBadgeText?: (badge: { readonly text: string; readonly tabId?: number }) => Promise<void>;
  readonly setBadgeBackgroundColor?: (badge: { readonly color: string; readonly tabId?: number }) => Promise<void>;
}

/** Writes on the toolbar button; nothing where it cannot be written on, or where the tab is gone by now. */
export async function writeBadge({ text, tabId, colour }: BadgeText): Promise<void> {
  const { action } = nativeBrowser as unknown as { readonly action?: Badge };
  const where = tabId === null ? {} : { tabId };
  await action?.setBadgeText?.({ text, ...where }).catch(() => undefined);
  if (text !== '') await action?.setBadgeBackgroundColor?.({ color: colour, ...where }).catch(() => undefined);
}
