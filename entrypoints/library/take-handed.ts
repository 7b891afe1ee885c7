import { placePrefix } from '../../lib/platform/handed-place.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';

const handed = /^#\/handed\/([\w-]+)$/u;

/** What was handed over at that address, once; null where nothing was. */
export async function takeHanded(hash: string): Promise<string | null> {
  const [, name] = handed.exec(hash) ?? [];
  if (name === undefined) return null;
  const key = placePrefix + name;
  const { [key]: address } = await nativeBrowser.storage.session.get(key);
  await nativeBrowser.storage.session.remove(key);
  return typeof address === 'string' ? address : null;
}
