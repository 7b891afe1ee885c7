import { nativeBrowser } from '../../lib/platform/native.ts';

/**
 * One-use keys by which a card frame knows that our reader opened it, and not the page. They live in session storage,
 * which content scripts cannot read, so that a stopped worker still knows them.
 */
const prefix = 'frame-key:';
/** A frame answers within a second; what is older was never used. */
const lifetime = 60_000;

interface Issued {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The tab in which the frame opens; a key opens none in another. */
  readonly tab: number | null;
}

const isIssued = (value: unknown): value is Issued =>
  typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number' && 'tab' in value;

export async function issueFrameKey(tab: number | null): Promise<string> {
  const key = crypto.randomUUID();
  const issued: Issued = { at: Date.now(), tab };
  await nativeBrowser.storage.session.set({ [prefix + key]: issued });
  await dropOld();
  return key;
}

/** True once for each key issued, in its own tab. */
export async function redeemFrameKey(key: string, tab: number | null): Promise<boolean> {
  const name = prefix + key;
  const found = await nativeBrowser.storage.session.get(name);
  await nativeBrowser.storage.session.remove(name);
  const issued = found[name];
  return isIssued(issued) && issued.tab === tab && Date.now() - issued.at < lifetime;
}

async function dropOld(): Promise<void> {
  const all = await nativeBrowser.storage.session.get(null);
  const old = Object.entries(all).flatMap(([name, issued]) =>
    name.startsWith(prefix) && (!isIssued(issued) || Date.now() - issued.at > lifetime) ? [name] : [],
  );
  if (old.length > 0) await nativeBrowser.storage.session.remove(old);
}
