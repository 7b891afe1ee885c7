import { render } from 'preact';
import '../../components/base.css';
import type { EntityViewActions } from '../../components/library/EntityView.tsx';
import { EntityList } from '../../components/library/EntityList.tsx';
import { Library } from '../../components/library/Library.tsx';
import { CreateForm } from '../../components/library/NamePart.tsx';
import { followAppearance } from '../../lib/platform/follow-appearance.ts';
import { beginPage } from '../../components/own-page.ts';
import { words } from '../../lib/i18n/words.ts';
import type { Edit } from '../../lib/model/edit.ts';
import { ClaimPlace } from './ClaimPlace.tsx';
import { EntityPlace } from './EntityPlace.tsx';
import { LookUpPlace } from './LookUpPlace.tsx';
import { StorePlace } from './StorePlace.tsx';
import { StoreNotices } from './StoreNotices.tsx';
import { TroublePlace } from './TroublePlace.tsx';
import { saveEntity } from './save-entity.ts';
import { useBrowse } from './use-browse.ts';
import { useCreating } from './use-creating.ts';
import { type HowToGo, usePlace } from './use-place.ts';
import { useStore } from './use-store.ts';

/** Edits after which one looks at what they made; to the form of a claim, once it is sent, nobody comes back. */
const leading: Partial<Record<Edit['kind'], HowToGo>> = { create: 'onward', split: 'onward', 'add-claim': 'instead' };

const LibraryPage = () => {
  const { store, failure, packs, revision, toast, touch, closeToast, edit, undo } = useStore();
  const [place, go] = usePlace();
  const browse = useBrowse(store, revision, place);
  const { creating, onCreate, onCreated } = useCreating(place, go);
  const open = place.at === 'entity' ? place.id : null;
  const kept: EntityViewActions['onOpen'] = (id) => {
    touch(null);
    go({ at: 'entity', id });
  };
  const actions: EntityViewActions = {
    onEdit: (change) =>
      edit(change, (entity) => {
        const how = leading[change.kind];
        if (how !== undefined && entity !== null) go({ at: 'entity', id: entity }, how);
      }),
    onUndo: undo,
    onOpen: (id) => go({ at: 'entity', id }),
    onSearch: async (query) => (await store?.search(query)) ?? [],
    onLookUp: ({ entity }) => go({ at: 'look-up', name: entity.name, id: entity.id }),
    onExport: saveEntity,
  };
  const list = (
    <EntityList
      filter={browse.filter}
      packs={packs}
      found={failure === null ? browse.found : { state: 'failed', why: words.library.failed.store }}
      open={open}
      onFilter={browse.change}
      onMore={browse.more}
      onOpen={actions.onOpen}
      onCreate={onCreate}
    />
  );
  return (
    <Library
      place={place}
      notice={<StoreNotices revision={revision} />}
      toast={toast}
      onCloseToast={closeToast}
      list={list}
    >
      {creating ? (
        <CreateForm title={words.library.create} name={browse.filter.query} actions={actions} onClose={onCreated} />
      ) : null}
      {(place.at === 'data' || place.at === 'changes') && store !== null ? (
        <StorePlace at={place.at} store={store} revision={revision} touch={touch} onUndo={undo} />
      ) : place.at === 'claim' ? (
        <ClaimPlace key={place.draft} draft={place.draft} actions={actions} onLeave={() => go({ at: 'names' })} />
      ) : place.at === 'look-up' || place.at === 'name' ? (
        <LookUpPlace key={`${place.at} ${place.name}`} place={place} onKept={kept} onGo={go} />
      ) : failure !== null ? (
        <TroublePlace error={failure} />
      ) : store === null || open === null ? (
        !creating && <p class="library__empty">{words.library.pickOne}</p>
      ) : (
        <EntityPlace store={store} id={open} revision={revision} actions={actions} />
      )}
    </Library>
  );
};

followAppearance(document);
beginPage(document, words.library.title);
render(<LibraryPage />, document.body);
