/** The extension's own pages, opened as tabs that are told which page they stand beside. */
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import type { Session } from './session.ts';

/** Popup or side panel of the first tab with that address. */
export async function openPanel(session: Session, page: 'popup' | 'sidepanel', beside: string): Promise<Tab> {
  const tabId = await session.desk.tabId(beside);
  const panel = await session.driver.open('about:blank');
  await panel.resize({ width: 400, height: 800 });
  await panel.goto(`${session.driver.origin}${page}.html?tab=${tabId}`);
  await panel.bringToFront();
  return panel;
}

export async function openOwnPage(session: Session, page: string): Promise<Tab> {
  const tab = await session.driver.open(`${session.driver.origin}${page}`);
  await tab.bringToFront();
  return tab;
}

export const waitForState = (session: Session, url: string, wanted: string): Promise<true> =>
  waitFor(`the state ${wanted}`, async () => ((await session.desk.pageState(url))?.state === wanted ? true : null));
