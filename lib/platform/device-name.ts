import { nativeBrowser } from './native.ts';

const key = 'device-name';

/** What the reader calls this device, or what it is: "Firefox on Linux". */
export async function readDeviceName(): Promise<string> {
  const stored = await nativeBrowser.storage.local.get(key);
  const name = stored[key];
  if (typeof name === 'string' && name !== '') return name;
  const { os } = await nativeBrowser.runtime.getPlatformInfo();
  const systems: Readonly<Record<string, string>> = {
    mac: 'Mac',
    win: 'Windows',
    linux: 'Linux',
    android: 'Android',
    cros: 'ChromeOS',
  };
  const agent = navigator.userAgent;
  const browser = agent.includes('Firefox/') ? 'Firefox' : agent.includes('Edg/') ? 'Edge' : 'Chrome';
  return `${browser} · ${systems[os] ?? os}`;
}

export const saveDeviceName = (name: string): Promise<void> => nativeBrowser.storage.local.set({ [key]: name.trim() });
