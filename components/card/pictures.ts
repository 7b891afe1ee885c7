import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FigureContext } from '../../lib/model/card.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import { mayMove, type PictureText } from '../../lib/model/picture.ts';
import type { Result } from '../../lib/model/result.ts';
import { firstFrame } from '../first-frame.ts';

export type AskPicture = (id: EntityId) => Promise<Result<PictureText | null, { readonly code: string }>>;

/** Pictures of one stack of cards, by `keyOf`: a card that is come back to has its own at once. */
export interface Pictures {
  readonly kept: Map<string, string>;
  readonly ask: AskPicture;
}

export const usePictures = (ask: AskPicture | null): Pictures | null =>
  useMemo(() => (ask === null ? null : { kept: new Map(), ask }), [ask]);

/** Null where no look-up brought a picture. */
const keyOf = ({ entity, picture }: FigureContext): string | null =>
  entity === null || picture === null ? null : `${entity.id} ${picture.at}`;

/** Gives the address of a picture: at once where it stands still, and of one that moves that of its first frame. */
const addressOf = ({ mediaType, base64 }: PictureText, give: (address: string | null) => void): void => {
  const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
  if (mayMove(bytes)) void firstFrame(bytes, mediaType).then(give);
  else give(`data:${mediaType};base64,${base64}`);
};

/**
 * Address of the figure's picture; null until it is here, and where there is none that can be shown. It holds the picture
 * itself, so that showing it asks nobody. Asked for when the card is painted already, and once.
 */
export const usePicture = (context: FigureContext | null, pictures: Pictures | null): string | null => {
  const key = context === null ? null : keyOf(context);
  const id = context?.entity?.id ?? null;
  const [, setArrived] = useState(0);
  useEffect(() => {
    if (key === null || id === null || pictures === null || pictures.kept.has(key)) return undefined;
    let isWanted = true;
    // Without an answer the card stands as it is: a picture is an extra.
    const keep = (address: string | null): void => {
      if (address === null) return;
      pictures.kept.set(key, address);
      if (isWanted) setArrived((times) => times + 1);
    };
    void pictures
      .ask(id)
      .then((answer) => (answer.ok && answer.value !== null ? addressOf(answer.value, keep) : undefined))
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [key, id, pictures]);
  return key === null ? null : (pictures?.kept.get(key) ?? null);
};
