import { nativeBrowser } from './native.ts';

/**
 * A place in the library on its way out of a private window. Chromium opens the library in an ordinary one, and would write
 * the name that was read or selected, as part of the address, into its history on the disk: it lies in session storage
 * instead, until the library has it.
 */
export const placePrefix = 'library-place:';

/** Address under which the library finds it. Frames in Firefox have no such storage, and private tabs no history. */
export async function handOver(address: string): Promise<string> {
  const { session } = nativeBrowser.storage as { readonly session?: typeof nativeBrowser.storage.session };
  if (session === undefined) return address;
  const name = crypto.randomUUID();
  await session.set({ [placePrefix + name]: address });
  return `#/handed/${name}`;
}
