import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { type Place, placeAddress, placeOf } from '../../components/library/address.ts';
import { LookUp } from '../../components/look-up/LookUp.tsx';
import { useOpened } from '../../components/opened.ts';
import { Button } from '../../components/parts/Button.tsx';
import { words } from '../../lib/i18n/words.ts';
import { originsOf } from '../../lib/lookup/origins.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import type { LookUpPlaces } from '../../lib/model/look-up.ts';
import { requestOrigins } from '../../lib/platform/permissions.ts';
import { readSettings } from '../../lib/platform/settings.ts';

type NamePlace = Extract<Place, { readonly name: string }>;

interface LookUpPlaceProps {
  readonly place: NamePlace;
  readonly onKept: (entity: EntityId) => void;
  readonly onGo: (place: Place) => void;
}

/** Whoever comes back to the address, or loads it anew, has pressed nothing. */
const askOnce = (place: NamePlace): void => {
  if (placeOf(location.hash).at === 'look-up') {
    history.replaceState(history.state, '', placeAddress({ ...place, at: 'name' }));
  }
};

/** Somebody may have come here without wishing that the name is sent anywhere. */
const Offer = ({ name, onPress }: { readonly name: string; readonly onPress: () => void }) => {
  const title = useId();
  const root = useRef<HTMLElement>(null);
  useOpened(root);
  return (
    <section class="look-up" aria-labelledby={title} ref={root}>
      <h3 class="section__head" id={title}>
        {words.lookUp.title({ name })}
      </h3>
      <p class="look-up__why">{words.lookUp.askWhy}</p>
      <div>
        <Button look="strong" onPress={onPress}>
          {words.lookUp.do}
        </Button>
      </div>
    </section>
  );
};

/** A look-up on a page of its own, where every browser lets an extension ask for permission. */
export const LookUpPlace = ({ place, onKept, onGo }: LookUpPlaceProps) => {
  const { name, id } = place;
  const [isMeant, setMeant] = useState(place.at === 'look-up');
  const [places, setPlaces] = useState<LookUpPlaces | null>(null);
  useEffect(() => {
    askOnce(place);
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
  if (!isMeant) return <Offer name={name} onPress={() => setMeant(true)} />;
  return places === null ? null : <LookUp name={name} actions={actions} how="by-hand" onClose={close} />;
};

/** No origins at all: nothing is asked before the settings are there. */
const never: LookUpPlaces = { wikipedia: '', wikidata: '' };
