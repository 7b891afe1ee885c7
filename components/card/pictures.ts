import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FigureContext } from '../../lib/model/card.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import type { PictureText } from '../../lib/model/picture.ts';
import type { Result } from '../../lib/model/result.ts';

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
    void pictures.ask(id).then(
      (answer) => {
        if (!answer.ok || answer.value === null) return;
        pictures.kept.set(key, `data:${answer.value.mediaType};base64,${answer.value.base64}`);
        if (isWanted) setArrived((times) => times + 1);
      },
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [key, id, pictures]);
  return key === null ? null : (pictures?.kept.get(key) ?? null);
};
