import type { Store } from './store.ts';
import { fromBase64, toBase64 } from './exchange/lines.ts';

/** A backup as text, for a storage area that takes no bytes. */
export async function packBackup(store: Store): Promise<{ readonly text: string; readonly rows: number }> {
  const rows = await store.countOwn();
  const bytes = await new Response(store.exportAll('without')).arrayBuffer();
  return { text: toBase64(new Uint8Array(bytes)), rows };
}

/** What is damaged so that it is no base64 any more is given as it lies there: whoever reads it says what is wrong with it. */
export const unpackBackup = (text: string): Blob => {
  try {
    return new Blob([fromBase64(text)]);
  } catch {
    return new Blob([text]);
  }
};
