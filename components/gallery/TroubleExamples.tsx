import { SyncLine } from '../sync/SyncLine.tsx';
import { Notice } from '../library/Notice.tsx';
import { Trouble } from '../library/Trouble.tsx';
import { WrongName } from '../card/WrongName.tsx';
import { backups } from './entity-fixtures.ts';
import { Example } from './Example.tsx';
import { reading } from './fixtures.ts';
import { syncViews } from './service-fixtures.ts';
import { galleryTools } from './tools.ts';

const nothing = () => {};
const troubles = {
  onAgain: nothing,
  onSalvage: async () => '',
  onSaveBackup: nothing,
  onStartAnew: nothing,
};
const [figure] = reading.figures;
const stores = syncViews.flatMap(([, { stores: found }]) => found);

/** What is said when something is the matter, and the form that puts a name right. */
export const TroubleExamples = () => (
  <>
    <Example title="Library: a store that another version wrote">
      <Trouble
        kind="too-new"
        reported="The requested version (12) is less than the existing version (13)."
        backup={null}
        {...troubles}
      />
    </Example>
    <Example title="Library: a store that does not open">
      <Trouble
        kind="unreadable"
        reported="Internal error opening backing store for indexedDB.open."
        backup={backups[0] ?? null}
        {...troubles}
      />
    </Example>
    <Example title="Library: what happened to the store">
      <Notice
        notice={{ kind: 'emptied', at: 0, restored: backups[0]?.at ?? null, packs: [] }}
        onDismiss={nothing}
        onStartAnew={nothing}
      />
      <Notice
        notice={{ kind: 'emptied', at: 0, restored: null, packs: ['Parliaments of the world', 'Fact checks of 2026'] }}
        onDismiss={nothing}
        onStartAnew={nothing}
      />
      <Notice
        notice={{ kind: 'damaged', at: 0, detail: 'A part of the index cannot be read.' }}
        onDismiss={nothing}
        onStartAnew={nothing}
      />
    </Example>
    <Example title="Popup: how sync is">
      <footer class="panel__foot">
        <SyncLine stores={stores} />
      </footer>
    </Example>
    {figure === undefined ? null : (
      <div class="gallery__grid">
        {(['other', 'new', 'not-a-name'] as const).map((start) => (
          <Example key={start} title={`Wrong name: ${start}`}>
            <div class="gallery__card">
              <WrongName
                start={start}
                figure={figure}
                url="https://meridian.example/2031/dams"
                tools={galleryTools}
                onClose={nothing}
              />
            </div>
          </Example>
        ))}
      </div>
    )}
  </>
);
