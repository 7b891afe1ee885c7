import { type Tab, waitFor } from './driver.ts';

/** A picture in which nothing fades or grows any more: two in a row are the same. */
export async function stillPicture(tab: Tab): Promise<Buffer> {
  let last = Buffer.alloc(0);
  return waitFor('a page that lies still', async () => {
    const picture = Buffer.from(await tab.screenshot());
    const isSame = picture.equals(last);
    last = picture;
    return isSame ? picture : null;
  });
}
