import type { PictureCredit } from '../../lib/model/picture.ts';
import { words } from '../../lib/i18n/words.ts';
import { creditParts } from '../parts/credit.tsx';
import { Parted } from '../parts/Parted.tsx';

/** Whose a card's picture is, under which licence, with a link to where it is from. */
export const PictureLine = ({ picture }: { readonly picture: PictureCredit }) => (
  <p class="picture-line">
    <Parted parts={[words.library.part.picture, ...creditParts(picture)]} />
  </p>
);
