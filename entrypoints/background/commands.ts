import { hostOf } from '../../components/links.ts';
import type { Envelope, TabRequests } from '../../lib/message/protocol.ts';
import { switchSite, whyOff } from '../../lib/model/sites.ts';
import { nativeBrowser, type Tabs } from '../../lib/platform/native.ts';
import { changeSettings, readSettings } from '../../lib/platform/settings.ts';
import { sidePanelOpener } from '../popup/side-panel.ts';

const messages: Readonly<Record<string, Envelope<TabRequests, 'step' | 'enterCard'>>> = {
  'next-figure': { type: 'step', body: { kind: 'figure', to: 'next' } },
  'previous-figure': { type: 'step', body: { kind: 'figure', to: 'previous' } },
  'next-claim': { type: 'step', body: { kind: 'claim', to: 'next' } },
  'previous-claim': { type: 'step', body: { kind: 'claim', to: 'previous' } },
  'enter-card': { type: 'enterCard', body: {} },
};

async function toggleSite(address: string | undefined): Promise<void> {
  const site = hostOf(address ?? null);
  if (site === null || address === undefined) return;
  const settings = await readSettings();
  const to = whyOff(settings, address) === null ? 'off' : 'on';
  await changeSettings(switchSite(settings, { address, site, to }));
}

async function inFront(tab: Tabs.Tab | undefined): Promise<Tabs.Tab | undefined> {
  return tab ?? (await nativeBrowser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
}

async function tell(command: string, tab: Tabs.Tab | undefined): Promise<void> {
  const found = await inFront(tab);
  if (command === 'toggle-site') return toggleSite(found?.url);
  const message = messages[command];
  if (message === undefined || found?.id === undefined) return;
  // Pages without a reader stay as they are.
  await nativeBrowser.tabs.sendMessage(found.id, message).catch(() => undefined);
}

/** Does what a keyboard command of the browser's asks for. */
const obey = (command: string, tab: Tabs.Tab | undefined): void => {
  // Within the press itself: a moment later the browser no longer takes it for the reader's wish.
  if (command === 'open-panel') void sidePanelOpener(tab?.id ?? null)?.();
  else void tell(command, tab);
};

/** Browsers of phones have no commands. */
export function listenToCommands(): void {
  if (nativeBrowser.commands === undefined) return;
  nativeBrowser.commands.onCommand.addListener((command, tab) => obey(command, tab));
}
