import { nativeBrowser } from '../../lib/platform/native.ts';

interface SidePanels {
  /** Chromium. */
  readonly sidePanel?: { readonly open: (where: { readonly tabId: number }) => Promise<void> };
  /** Firefox. */
  readonly sidebarAction?: { readonly open: () => Promise<void> };
}

/** Opens the side panel beside the tab, within the reader's own press; null where the browser has none. */
export const sidePanelOpener = (tabId: number | null): (() => Promise<void>) | null => {
  const { sidePanel, sidebarAction } = nativeBrowser as unknown as SidePanels;
  if (sidePanel !== undefined) return tabId === null ? null : () => sidePanel.open({ tabId });
  return sidebarAction === undefined ? null : () => sidebarAction.open();
};
