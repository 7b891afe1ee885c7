/** Pictures compared pixel by pixel, in a page of the extension's, because only a browser reads PNG here. */
import type { Box, Tab } from '../../../scripts/drive/driver.ts';

interface Pair {
  readonly before: string;
  readonly after: string;
  readonly box: Box;
}

async function countInPage({ before, after, box }: Pair): Promise<number> {
  const read = async (base64: string): Promise<Uint8ClampedArray> => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(box.x, box.y, box.width, box.height).data;
  };
  const [one, other] = await Promise.all([read(before), read(after)]);
  let differing = 0;
  for (let at = 0; at < one.length; at += 4) {
    const distance = [0, 1, 2].reduce(
      (sum, part) => sum + Math.abs((one[at + part] ?? 0) - (other[at + part] ?? 0)),
      0,
    );
    // Less than that is how two renderings of the same letter may differ.
    if (distance > 24) differing++;
  }
  return differing;
}

/** How many pixels differ between two screenshots within the box (viewport coordinates). */
export function countDiffering(
  desk: Tab,
  [before, after]: readonly [Uint8Array, Uint8Array],
  box: Box,
): Promise<number> {
  const rounded = {
    x: Math.max(0, Math.floor(box.x)),
    y: Math.max(0, Math.floor(box.y)),
    width: Math.max(1, Math.ceil(box.width)),
    height: Math.max(1, Math.ceil(box.height)),
  };
  const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return desk.evaluate(countInPage, { before: toBase64(before), after: toBase64(after), box: rounded });
}
