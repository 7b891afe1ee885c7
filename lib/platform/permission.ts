import { nativeBrowser } from './native.ts';

/**
 * Asks the reader for origins; must be called at once within a press of theirs, before anything is awaited, and answers
 * true without a question where they are granted already. Null where this context cannot ask (a frame in a page may not
 * in every browser): then a page of the extension's own must.
 */
export async function askPermission(origins: readonly string[]): Promise<boolean | null> {
  try {
    return await nativeBrowser.permissions.request({ origins: [...origins] });
  } catch {
    return null;
  }
}
