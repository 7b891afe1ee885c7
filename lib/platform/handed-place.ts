import { nativeBrowser } from './native.ts';

/**
 * A place in the library on its way out of a private window. Chromium opens the library in an ordinary one, and would write
 * the name that was read or selected, as part of the address, into its history on the disk: it lies in session storage
 * instead, until the library has it.
 */
const prefix = 'library-place:';
const handed = /^#\/handed\/([\w-]+)$/u;

/** Address under which the library finds it. Frames in Firefox have no such storage, and private tabs no history. */
export async function handOver(address: string): Promise<string> {
  const { session } = nativeBrowser.storage as { readonly session?: typeof nativeBrowser.storage.session };
  if (session === undefined) return address;
  const name = crypto.randomUUID();
  await session.set({ [prefix + name]: address });
  return `#/handed/${name}`;
}

/** What was handed over at that address, once; null where nothing was. */
export async function takeHanded(hash: string): Promise<string | null> {
  const key = prefix + (handed.exec(hash)?.[1] ?? '');
  if (key === prefix) return null;
  const { [key]: address } = await nativeBrowser.storage.session.get(key);
  await nativeBrowser.storage.session.remove(key);
  return typeof address === 'string' ? address : null;
}
