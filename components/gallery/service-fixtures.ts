import type { LookUpCandidate } from '../../lib/model/look-up.ts';
import type { InstalledPack, UnfinishedImport } from '../../lib/model/pack.ts';
import type { SyncDraft, SyncedStore, SyncState } from '../../lib/model/sync.ts';
import type { PackJob } from '../packs/pack-job.ts';
import type { SetUp, SyncView } from '../sync/sync-view.ts';

const now = Date.UTC(2031, 1, 11, 6, 2);

const pack: InstalledPack = {
  id: 'world',
  title: 'People and places of the world',
  version: '2031.1.2',
  publisher: 'Sidelight',
  licence: 'CC0-1.0',
  description: 'States, capitals, cities, heads of state and government, and the organisations that news names most.',
  isBuiltIn: true,
  fingerprint: null,
  entities: 4500,
  facts: 11_000,
  claims: 0,
  bytes: 1_200_000,
  installedAt: now,
  lost: [],
  created: '2031-01-02',
  expires: null,
  cameFrom: '',
  previous: null,
  changes: null,
  subscription: null,
};

export const packs: readonly InstalledPack[] = [
  pack,
  {
    ...pack,
    id: 'canals',
    title: 'Rivers, dams and canals: who builds, owns and runs them in eleven provinces',
    publisher: 'Grid Weekly, Data Desk',
    isBuiltIn: false,
    fingerprint: '4f2a 91c0 77de 03b8 aa41 5e6f 2c19 d0e7',
    expires: '2031-12-31',
    cameFrom: 'https://packs.example/canals.slfeed',
    previous: { version: '2030.12.9', bytes: 1_100_000 },
    changes: {
      fromVersion: '2030.12.9',
      added: 14,
      removed: 2,
      changed: 5,
      examples: {
        added: ['Aubrey Lock', 'Lantern Weir'],
        removed: ['Old Mill Sluice'],
        changed: [{ name: 'Marta Oyelaran', what: ['facts', 'description'] }],
      },
    },
    subscription: {
      url: 'https://packs.example/canals.slfeed',
      checkedAt: now,
      nextAt: now + 86_400_000,
      trouble: { code: 'RemoteRefused', url: 'https://packs.example/canals.slfeed', status: 503 },
    },
  },
  {
    ...pack,
    id: 'harbours',
    title: 'Harbours of the northern coast',
    publisher: 'Grid Weekly, Data Desk',
    isBuiltIn: false,
    fingerprint: '4f2a 91c0 77de 03b8 aa41 5e6f 2c19 d0e7',
    lost: ['index'],
    cameFrom: 'harbours.slpack',
  },
];

export const unfinished: readonly UnfinishedImport[] = [
  {
    pack: 'big',
    title: 'Archive of the Aubrey Courier',
    version: '2031.2.1',
    from: { kind: 'file', name: 'courier.slpack' },
    done: 12_000_000,
    total: 48_000_000,
    trouble: null,
  },
];

export const packJobs: readonly (readonly [title: string, job: PackJob])[] = [
  ['nothing under way', { state: 'idle' }],
  ['under way', { state: 'running', what: 'Archive of the Aubrey Courier', done: 12_000_000, total: 48_000_000 }],
  [
    'a new publisher',
    { state: 'question', publisher: 'Grid Weekly, Data Desk', fingerprint: '4f2a 91c0 77de 03b8 aa41 5e6f 2c19 d0e7' },
  ],
  ['refused', { state: 'refused', why: 'The signature does not fit the file.' }],
];

const draft: SyncDraft = {
  kind: 'webdav',
  name: 'My desk',
  url: 'https://cloud.example.org/remote.php/dav/files/me/Sidelight',
  user: 'me',
  password: 'secret',
  carries: { notes: true, reading: false },
};

const store = (id: string, name: string, state: SyncState): SyncedStore => ({
  id,
  kind: 'webdav',
  name,
  url: draft.url,
  isOn: state.state !== 'paused',
  isEncrypted: true,
  carries: { notes: true, reading: true },
  state,
  lastSuccess: now,
});

const quiet: SyncView = {
  stores: [],
  conflicts: [],
  conflictsInAll: 0,
  canUndo: false,
  held: 0,
  setUp: { at: 'closed' },
  part: { at: 'closed' },
};

const steps = [
  { step: 'reach', state: 'ok' },
  { step: 'sign-in', state: 'ok' },
  { step: 'read', state: 'failed', code: 'NotAllowed', detail: '403' },
] as const;

const found: SetUp = {
  at: 'found',
  draft,
  steps: [
    { step: 'reach', state: 'ok' },
    { step: 'clock', state: 'off', ahead: 420_000 },
  ],
  isNew: false,
  isEncrypted: true,
  recordsThere: 1204,
  devicesThere: 2,
  recordsHere: 311,
  trouble: 'PassphraseWrong',
  isWorking: false,
};

export const syncViews: readonly (readonly [title: string, view: SyncView])[] = [
  ['none yet', quiet],
  [
    'several stores',
    {
      ...quiet,
      stores: [
        store('a', 'My desk', { state: 'up-to-date' }),
        store('b', 'Newsroom', { state: 'syncing', done: 120, total: 1204 }),
        store('c', 'Archive', { state: 'paused', pending: 3 }),
        store('d', 'Old server', {
          state: 'attention',
          code: 'StoreReplaced',
          detail: 'cloud.example.org',
          pending: 12,
        }),
        store(
          'e',
          'https://cloud.newsroom-with-a-long-name.example.org/remote.php/dav/files/marta.oyelaran/Sidelight',
          {
            state: 'offline',
            pending: 2,
          },
        ),
        store('f', 'Shared drive', {
          state: 'failing',
          code: 'ServerFault',
          detail: 'the server answered 500: disk I/O error',
          pending: 4,
        }),
        store('g', 'Reading room', {
          state: 'attention',
          code: 'SignInRefused',
          detail: 'the server answered 401',
          pending: 0,
        }),
      ],
    },
  ],
  [
    'two versions and many deletions',
    {
      ...quiet,
      stores: [store('a', 'My desk', { state: 'attention', code: 'MassDeletion', detail: '', pending: 0 })],
      held: 240,
      conflictsInAll: 2,
      canUndo: true,
      conflicts: [
        {
          key: 'one',
          title: 'Marta Oyelaran',
          field: 'description',
          versions: [
            { device: 'Laptop', at: now, text: 'Minister of energy of Velland' },
            { device: '', at: now - 60_000, text: '' },
          ],
          canKeepBoth: true,
        },
        {
          key: 'two',
          title: 'Lantern Treaty',
          field: null,
          versions: [
            { device: 'Phone', at: now, text: '' },
            { device: 'Laptop', at: now, text: 'Treaty on the shared use of river dams' },
          ],
          canKeepBoth: false,
        },
      ],
    },
  ],
  ['the form', { ...quiet, setUp: { at: 'form', draft, deviceName: 'Laptop' } }],
  ['a failed check', { ...quiet, setUp: { at: 'checking', draft, steps, isOver: true } }],
  ['a store is there', { ...quiet, setUp: found }],
  [
    'devices of a store',
    {
      ...quiet,
      stores: [store('a', 'My desk', { state: 'new' })],
      part: {
        at: 'devices',
        store: 'a',
        devices: [
          { id: 'b', name: 'Firefox · Linux', ahead: 0 },
          { id: 'c', name: 'The very long name of a telephone that somebody has had for years', ahead: 3_600_000 },
        ],
        trouble: null,
      },
    },
  ],
  [
    'another passphrase',
    {
      ...quiet,
      stores: [store('a', 'My desk', { state: 'offline', pending: 2 })],
      part: { at: 'passphrase', store: 'a', isWorking: false, trouble: 'PassphraseWrong' },
    },
  ],
  ['the recovery code', { ...quiet, setUp: { at: 'code', code: 'K7QF-2M9D-XX41-PLZ8-0ARB-55WN' } }],
];

const candidate = (name: string, description: string): LookUpCandidate => ({
  item: null,
  title: name,
  name,
  description,
  isDisambiguation: description === '',
});

export const candidates: readonly LookUpCandidate[] = [
  candidate('Marta Oyelaran', 'Politician of Velland, minister of energy since 2028'),
  candidate('Marta Oyelaran (sprinter)', 'Athlete, two times national champion'),
  candidate('Oyelaran', ''),
];
