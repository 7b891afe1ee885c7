import { type Frame, waitFor } from '../../../scripts/drive/driver.ts';

export interface ShownPicture {
  /** Of the picture itself, in pixels. */
  readonly width: number;
  readonly alt: string;
  readonly credit: string | null;
}

/** The picture in a card's head as far as it is drawn; null where there is none. */
function readPicture(): ShownPicture | null {
  const image = document.querySelector<HTMLImageElement>('.card-header img');
  if (image === null || !image.complete || image.naturalWidth === 0) return null;
  return {
    width: image.naturalWidth,
    alt: image.alt,
    credit: document.querySelector('.picture-line:has(a[href])')?.textContent ?? null,
  };
}

export const waitForPicture = (frame: Frame): Promise<ShownPicture> =>
  waitFor('a picture', () => frame.evaluate(readPicture, null));
