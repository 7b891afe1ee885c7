import { nativeBrowser } from '../../lib/platform/native.ts';

/** Closes this page. Where it is a window's only tab, another takes its place: the window would go with it. */
export async function leave(): Promise<void> {
  const tabs = await nativeBrowser.tabs.query({ currentWindow: true });
  if (tabs.length < 2) await nativeBrowser.tabs.create({});
  window.close();
}
