import { browser } from '../../lib/platform/browser.ts';

/**
 * One-use keys by which a card frame knows that our reader opened it, and not the page. They live in session storage,
 * which content scripts cannot read, so that a stopped worker still knows them.
 */
const prefix = 'frame-key:';
/** A frame answers within a second; what is older was never used. */
const lifetime = 60_000;

export async function issueFrameKey(): Promise<string> {
  const key = crypto.randomUUID();
  await browser.storage.session.set({ [prefix + key]: Date.now() });
  await dropOld();
  return key;
}

/** True once for each key issued. */
export async function redeemFrameKey(key: string): Promise<boolean> {
  const name = prefix + key;
  const found = await browser.storage.session.get(name);
  await browser.storage.session.remove(name);
  const issued = found[name];
  return typeof issued === 'number' && Date.now() - issued < lifetime;
}

async function dropOld(): Promise<void> {
  const all = await browser.storage.session.get(null);
  const old = Object.entries(all).flatMap(([name, issued]) =>
    name.startsWith(prefix) && (typeof issued !== 'number' || Date.now() - issued > lifetime) ? [name] : [],
  );
  if (old.length > 0) await browser.storage.session.remove(old);
}
