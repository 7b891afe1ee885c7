import type { PictureCredit } from '../../lib/model/picture.ts';
import { safeLink } from '../links.ts';
import { unbroken } from '../unbroken.ts';
import type { Part } from './Parted.tsx';

/** Whose a picture is, with a link to the page that it is from, and under which licence. */
export function creditParts({ url, credit, licence }: PictureCredit): readonly Part[] {
  const link = safeLink(url);
  const linked = (text: string): Part => {
    if (link === null) return text;
    const shown = (
      <a href={link} target="_blank" rel="noopener noreferrer">
        {text}
      </a>
    );
    return { text, shown };
  };
  return credit === '' ? [linked(unbroken(licence))] : [linked(credit), unbroken(licence)];
}
