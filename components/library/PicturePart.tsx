import { useEffect, useState } from 'preact/hooks';
import { mayMove, type Picture } from '../../lib/model/picture.ts';
import { words } from '../../lib/i18n/words.ts';
import { firstFrame } from '../first-frame.ts';
import { creditParts } from '../parts/credit.tsx';
import { Parted } from '../parts/Parted.tsx';
import { Part } from './Part.tsx';

/** An address for the bytes while the element lives; of a picture that moves, for its first frame. */
const useAddress = ({ bytes, mediaType }: Picture): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (mayMove(bytes)) {
      let isWanted = true;
      void firstFrame(bytes, mediaType).then((still) => (isWanted ? setAddress(still) : undefined));
      return () => {
        isWanted = false;
      };
    }
    // A copy of its own: what came from the store may lie in memory that is shared.
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  return address;
};

/** The picture that a look-up brought, with whose it is and under which licence. */
export const PicturePart = ({ picture, name }: { readonly picture: Picture; readonly name: string }) => {
  const address = useAddress(picture);
  return (
    <Part title={words.library.part.picture}>
      <figure class="picture">
        {address === null ? null : <img src={address} alt={name} />}
        <figcaption class="part__note">
          <Parted parts={creditParts(picture)} />
        </figcaption>
      </figure>
    </Part>
  );
};
