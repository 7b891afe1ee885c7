import type { Envelope, TabRequests } from '../../lib/message/protocol.ts';
import type { Step } from '../../lib/model/reading.ts';
import { browser } from '../../lib/platform/browser.ts';

const steps: Readonly<Record<string, Step>> = {
  'next-figure': { kind: 'figure', to: 'next' },
  'previous-figure': { kind: 'figure', to: 'previous' },
  'next-claim': { kind: 'claim', to: 'next' },
  'previous-claim': { kind: 'claim', to: 'previous' },
};

/** A keyboard command of the browser's becomes a step on the page; pages without a reader stay as they are. */
export async function step(command: string, tabId: number | undefined): Promise<void> {
  const body = steps[command];
  const id = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (body === undefined || id === undefined) return;
  const message: Envelope<TabRequests, 'step'> = { type: 'step', body };
  await browser.tabs.sendMessage(id, message).catch(() => undefined);
}
