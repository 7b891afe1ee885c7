import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Place } from '../../components/library/address.ts';
import { LookUp } from '../../components/look-up/LookUp.tsx';
import { originsOf } from '../../lib/lookup/origins.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import type { LookUpPlaces } from '../../lib/model/look-up.ts';
import { requestOrigins } from '../../lib/platform/permissions.ts';
import { readSettings } from '../../lib/platform/settings.ts';

interface LookUpPlaceProps {
  readonly name: string;
  readonly id: EntityId | null;
  readonly onKept: (entity: EntityId) => void;
  readonly onGo: (place: Place) => void;
}

/** A look-up on a page of its own, where every browser lets an extension ask for permission. */
export const LookUpPlace = ({ name, id, onKept, onGo }: LookUpPlaceProps) => {
  const [places, setPlaces] = useState<LookUpPlaces | null>(null);
  useEffect(() => {
    void readSettings().then(({ lookUp }) => setPlaces(lookUp));
  }, []);
  const actions = useMemo(
    () => ({
      permit: async () =>
        ((await requestOrigins(originsOf(places ?? never))) === true ? 'granted' : 'refused') as 'granted' | 'refused',
      find: (asked: string) => askBackground('lookUp', { name: asked }),
      meanings: (title: string) => askBackground('lookUpMeanings', { title }),
      keep: (candidate: Parameters<typeof askBackground<'keepLookUp'>>[1]['candidate']) =>
        askBackground('keepLookUp', { candidate, of: id, name }),
      onKept,
    }),
    [places, name, id],
  );
  const close = (): void => onGo(id === null ? { at: 'names' } : { at: 'entity', id });
  return places === null ? null : <LookUp name={name} actions={actions} how="by-hand" onClose={close} />;
};

/** No origins at all: nothing is asked before the settings are there. */
const never: LookUpPlaces = { wikipedia: '', wikidata: '' };
