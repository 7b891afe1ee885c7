import type { ComponentChildren } from 'preact';
import { ok, failed as refused } from '../../lib/model/result.ts';
import { DataPage } from '../library/DataPage.tsx';
import { suggestClaim } from '../../lib/evidence/suggest-claim.ts';
import { ClaimForm } from '../library/ClaimForm.tsx';
import { EntityList } from '../library/EntityList.tsx';
import { EntityView, type EntityViewActions } from '../library/EntityView.tsx';
import { ChangesPage } from '../library/ChangesPage.tsx';
import { Library } from '../library/Library.tsx';
import { Notice } from '../library/Notice.tsx';
import { SplitForm } from '../library/SameParts.tsx';
import { LookUp } from '../look-up/LookUp.tsx';
import type { LookUpActions } from '../look-up/actions.ts';
import { Packs } from '../packs/Packs.tsx';
import { ReviewFeeds } from '../reviews/ReviewFeeds.tsx';
import { Sync } from '../sync/Sync.tsx';
import { backups, browsed, emptyEntity, entityPage, fullEntity, history, preview, room } from './entity-fixtures.ts';
import { Example } from './Example.tsx';
import { briefs, reading } from './fixtures.ts';
import { candidates, packJobs, packs, syncViews, unfinished } from './service-fixtures.ts';
import { counts } from './store-fixtures.ts';

const nothing = () => {};
const actions: EntityViewActions = {
  onEdit: async () => null,
  onUndo: async () => null,
  onOpen: nothing,
  onSearch: async () => [briefs.minister, briefs.minister2],
  onLookUp: nothing,
  onExport: nothing,
};

const packActions = {
  onFile: nothing,
  onAddress: nothing,
  onCancel: nothing,
  onAnswer: nothing,
  onDismiss: nothing,
  onUpdate: nothing,
  onSubscribe: nothing,
  onRollBack: nothing,
  onRemove: nothing,
  onDiscard: nothing,
};

const syncActions = {
  onAdd: nothing,
  onConnect: nothing,
  onConnectAgain: nothing,
  onBack: nothing,
  onCancel: nothing,
  onJoin: nothing,
  onCodeKept: nothing,
  onNow: nothing,
  onSwitch: nothing,
  onForget: nothing,
  onErase: nothing,
  onDeletions: nothing,
  onKeep: nothing,
  onKeepBoth: nothing,
  onUndo: nothing,
  onDevices: nothing,
  onRemoveDevice: nothing,
  onAccount: nothing,
  onChangeAccount: nothing,
  onPassphrase: nothing,
  onChangePassphrase: nothing,
  onClosePart: nothing,
};

const lookUps: readonly (readonly [title: string, answer: LookUpActions['find']])[] = [
  ['several fit', async () => ok(ok(candidates))],
  [
    'permission is missing',
    async () => ok(refused({ code: 'PermissionMissing', hosts: ['en.wikipedia.org', 'www.wikidata.org'] })),
  ],
  ['wait', async () => ok(refused({ code: 'RateLimited', host: 'en.wikipedia.org', after: 90 }))],
  ['offline', async () => ok(refused({ code: 'Offline' }))],
];

const lookUpActions = (find: LookUpActions['find']): LookUpActions => ({
  permit: async () => 'refused',
  find,
  meanings: find,
  keep: async () => ok(ok({ entity: briefs.minister.id })),
  onKept: nothing,
});

const names = (open: typeof briefs.minister.id | null): ComponentChildren => (
  <EntityList
    filter={{ query: '', type: null, from: 'all', order: 'prominence' }}
    packs={counts.packs.map((pack) => ({ ...pack, id: pack.title }))}
    found={{ state: 'ready', value: browsed }}
    open={open}
    onFilter={nothing}
    onMore={nothing}
    onOpen={nothing}
    onCreate={nothing}
  />
);

const data = {
  backups,
  room,
  saving: null,
  onSave: nothing,
  onStopSaving: nothing,
  onFile: nothing,
  onImport: nothing,
  onCancel: nothing,
  onBackUp: nothing,
  onRestore: nothing,
  onDropBackup: nothing,
  onPersist: nothing,
  onFree: nothing,
};

/** The library in its places, and the sections that have a life of their own. */
export const StoreExamples = () => (
  <>
    <Example title="Library: saving a claim" wide>
      <Library place={{ at: 'claim', draft: '' }} notice={null} toast={null} onCloseToast={nothing} list={names(null)}>
        <ClaimForm
          suggestion={suggestClaim(reading, reading.claims[4]?.text ?? '')}
          onSave={async () => null}
          onSearch={actions.onSearch}
          onClose={nothing}
        />
      </Library>
    </Example>
    <Example title="Library: an entry" wide>
      <Library
        place={{ at: 'entity', id: briefs.minister.id }}
        notice={<Notice notice={{ kind: 'full', at: 0 }} onDismiss={nothing} onStartAnew={nothing} />}
        toast={{ text: 'name added: M. A. Oyelaran', undo: nothing }}
        onCloseToast={nothing}
        list={names(briefs.minister.id)}
      >
        <EntityView answer={{ state: 'known', page: entityPage }} actions={actions} />
      </Library>
    </Example>
    <Example title="Library: an entry becomes two">
      <SplitForm page={fullEntity} actions={actions} onClose={nothing} />
    </Example>
    <Example title="Library: an entry without anything" wide>
      <Library
        place={{ at: 'entity', id: briefs.minister2.id }}
        notice={null}
        toast={null}
        onCloseToast={nothing}
        list={names(null)}
      >
        <EntityView answer={{ state: 'known', page: emptyEntity }} actions={actions} />
      </Library>
    </Example>
    <Example title="Library: an entry that was deleted" wide>
      <EntityView answer={{ state: 'unknown', history }} actions={actions} />
    </Example>
    <Example title="Library: changes" wide>
      <Library place={{ at: 'changes' }} notice={null} toast={null} onCloseToast={nothing} list={null}>
        <ChangesPage history={history} onUndo={nothing} />
      </Library>
    </Example>
    <Example title="Library: in and out" wide>
      <Library place={{ at: 'data' }} notice={null} toast={null} onCloseToast={nothing} list={null}>
        <DataPage incoming={{ at: 'preview', preview, usual: 'mine' }} {...data} />
      </Library>
    </Example>
    <Example title="Library: going out and coming in" wide>
      <Library place={{ at: 'data' }} notice={null} toast={null} onCloseToast={nothing} list={null}>
        <DataPage incoming={{ at: 'reading', share: 0.4 }} {...data} saving={{ share: 0.7 }} />
      </Library>
    </Example>
    <div class="gallery__grid">
      {lookUps.map(([title, find]) => (
        <Example key={title} title={`Look-up: ${title}`}>
          <LookUp name="Marta Oyelaran" how="by-itself" actions={lookUpActions(find)} onClose={nothing} />
        </Example>
      ))}
    </div>
    {packJobs.map(([title, job]) => (
      <Example key={title} title={`Packs: ${title}`}>
        <Packs packs={packs} unfinished={unfinished} job={job} {...packActions} />
      </Example>
    ))}
    {syncViews.map(([title, view]) => (
      <Example key={title} title={`Sync: ${title}`}>
        <Sync view={view} {...syncActions} />
      </Example>
    ))}
    <Example title="Reviews">
      <ReviewFeeds
        feeds={[{ id: 'a', title: 'Velland Fact Desk', reviews: 1204, importedAt: Date.UTC(2031, 1, 11) }]}
        job={{ state: 'done', reviews: 1204, skipped: 3 }}
        onFile={nothing}
        onAddress={nothing}
        onCancel={nothing}
        onRemove={nothing}
      />
    </Example>
  </>
);
