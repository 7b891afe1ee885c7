import type { PictureCredit } from '../../lib/model/picture.ts';
import { words } from '../../lib/i18n/words.ts';
import { safeLink } from '../links.ts';
import { Joined } from '../parts/Joined.tsx';

/** Whose a card's picture is, under which licence, with a link to where it is from. */
export const PictureLine = ({ picture: { url, credit, licence } }: { readonly picture: PictureCredit }) => {
  const link = safeLink(url);
  const whose = <Joined parts={[credit, licence]} />;
  return (
    <p class="picture-line">
      {words.library.part.picture}
      {' · '}
      {link === null ? (
        whose
      ) : (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {whose}
        </a>
      )}
    </p>
  );
};
