import { describe, expect, test } from 'vitest';
import { readFile } from '../../lib/store/exchange/read-file.ts';
import { saveAs } from '../../lib/store/exchange/save-as.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { BackupBrief, StoreMark, StoreNotice } from '../../lib/model/exchange.ts';
import { guardStore, type Vault } from '../../lib/store/guard.ts';
import type { Store } from '../../lib/store/store.ts';
import { createFactory, makePack, now, openOn, seedWith } from './memory.ts';

interface TestVault extends Vault {
  readonly notices: StoreNotice[];
  readonly texts: Map<number, string>;
}

function openVault(): TestVault {
  let briefs: BackupBrief[] = [];
  let mark: StoreMark | null = null;
  const texts = new Map<number, string>();
  const notices: StoreNotice[] = [];
  return {
    notices,
    texts,
    listBackups: async () => briefs.toSorted((a, b) => b.at - a.at),
    readBackup: async (at) => texts.get(at) ?? null,
    keepBackup: async (brief, text) => {
      briefs = [...briefs, brief];
      texts.set(brief.at, text);
    },
    readMark: async () => mark,
    keepMark: async (next) => {
      mark = next;
    },
    keepNotice: async (notice) => void notices.push(notice),
  };
}

const day = 24 * 60 * 60 * 1000;
const create = (store: Store, name: string) =>
  store.edit({ kind: 'create', entity: { type: 'person', name, aliases: [], description: '' } }, 'you');
const namesIn = async (store: Store): Promise<string[]> => (await store.search('zoe')).map(({ name }) => name);

test('a store whose database is taken away while it is open says so, for whoever opens the next', async () => {
  const factory = createFactory();
  const store = await openOn(factory);
  let lost = 0;
  store.whenLost(() => {
    lost += 1;
  });
  await create(store, 'Zoe Reader');
  expect(lost).toBe(0);
  await new Promise((resolve) => {
    factory.deleteDatabase(store.database.name).addEventListener('success', resolve);
  });
  expect(lost).toBeGreaterThan(0);
  expect(await (await openOn(factory)).isNew()).toBe(true);
});

describe('at a start', () => {
  test('a new store is no emptied one, and nothing is backed up', async () => {
    const vault = openVault();
    expect(await guardStore(await openOn(createFactory()), vault, now)).toBeNull();
    expect(vault.texts.size).toBe(0);
  });

  test('a store with something in it is backed up, once a day and only if it changed', async () => {
    const vault = openVault();
    const store = await openOn(createFactory());
    await create(store, 'Zoe Reader');
    await guardStore(store, vault, now);
    await guardStore(store, vault, now + 1000);
    await guardStore(store, vault, now + 2 * day);
    expect(vault.texts.size).toBe(1);
    await create(store, 'Zoe Writer');
    await guardStore(store, vault, now + 3 * day);
    expect(vault.texts.size).toBe(2);
  });

  test('a store that was emptied is filled from its last backup, and the reader is told', async () => {
    const vault = openVault();
    const store = await openOn(createFactory());
    await create(store, 'Zoe Reader');
    await guardStore(store, vault, now);
    const emptied = await openOn(createFactory());
    const notice = await guardStore(emptied, vault, now + day);
    expect(notice).toEqual({ kind: 'emptied', at: now + day, restored: now, packs: [] });
    expect(vault.notices).toEqual([notice]);
    expect(await namesIn(emptied)).toEqual(['Zoe Reader']);
    expect(await guardStore(emptied, vault, now + 2 * day)).toBeNull();
  });

  test('packs that are gone with an emptied store are named, those that came back are not', async () => {
    const vault = openVault();
    const store = await openOn(createFactory());
    const made = await makePack();
    await seedWith(store, made);
    await guardStore(store, vault, now);
    const without = await guardStore(await openOn(createFactory()), vault, now + day);
    expect(without).toMatchObject({ kind: 'emptied', packs: [(await store.packs())[0]?.title] });
    await guardStore(store, vault, now + day);
    const again = await openOn(createFactory());
    await seedWith(again, made);
    expect(await guardStore(again, vault, now + 2 * day)).toMatchObject({ kind: 'emptied', packs: [] });
  });

  test.each([
    ['holds nothing of ours', 'bm90aGluZw=='],
    ['was cut short', 'H4sIA'],
  ])('a backup that %s gives way to the one before', async (_, damaged) => {
    const vault = openVault();
    const store = await openOn(createFactory());
    await create(store, 'Zoe Reader');
    await guardStore(store, vault, now);
    await create(store, 'Zoe Writer');
    await guardStore(store, vault, now + 2 * day);
    vault.texts.set(now + 2 * day, damaged);
    const emptied = await openOn(createFactory());
    expect(await guardStore(emptied, vault, now + 3 * day)).toMatchObject({ restored: now });
    expect(await namesIn(emptied)).toEqual(['Zoe Reader']);
  });

  test('a store whose filling was cut short is filled at the next start', async () => {
    const vault = openVault();
    const store = await openOn(createFactory());
    await create(store, 'Zoe Reader');
    await guardStore(store, vault, now);
    const emptied = await openOn(createFactory());
    const cutShort = { ...vault, readBackup: () => Promise.reject(new Error('killed')) };
    await expect(guardStore(emptied, cutShort, now + day)).rejects.toThrow('killed');
    expect(await guardStore(emptied, vault, now + day)).toMatchObject({ kind: 'emptied', restored: now });
    expect(await namesIn(emptied)).toEqual(['Zoe Reader']);
  });

  test('a clock that was set back does not keep a changed store from being backed up', async () => {
    const vault = openVault();
    const store = await openOn(createFactory());
    await create(store, 'Zoe Reader');
    await guardStore(store, vault, now + 400 * day);
    await create(store, 'Zoe Writer');
    await guardStore(store, vault, now);
    expect(vault.texts.size).toBe(2);
  });

  test('without any backup it says so', async () => {
    const vault = openVault();
    await guardStore(await openOn(createFactory()), vault, now);
    expect(await guardStore(await openOn(createFactory()), vault, now + day)).toMatchObject({ restored: null });
  });
});

test.each<[rule: string, name: string, text: string, expected: object]>([
  ['a table of names', 'a.csv', 'name,type,aliases\nZoe,person,Z | Zo\n', { ok: true }],
  ['a table with a byte order mark and quotes', 'a.csv', '\uFEFF"name"\r\n"Zoe, the ""first"""\r\n', { ok: true }],
  ['a table without names', 'a.csv', 'a,b\n1,2\n', { failure: { code: 'NotAnExport', fault: 'noNameColumn' } }],
  [
    'a row without a name',
    'a.csv',
    'name,type\nZoe,person\n,place\n',
    { failure: { code: 'ExportMalformed', line: 3 } },
  ],
  [
    'a type that is none',
    'a.csv',
    'name,type\nZoe,wizard\n',
    { failure: { code: 'ExportMalformed', line: 2, fault: 'noType', of: 'wizard' } },
  ],
  ['a graph', 'a.jsonld', '{"@graph":[{"@type":"Person","name":"Zoe"}]}', { ok: true }],
  ['one node', 'a.json', '{"@type":"Person","name":"Zoe","alternateName":"Z"}', { ok: true }],
  ['a graph of nothing', 'a.json', '{"@graph":[]}', { failure: { code: 'NotAnExport' } }],
  ['no JSON', 'a.json', '{', { failure: { code: 'NotAnExport', fault: 'notJson' } }],
])('read or refused: %s', async (_, name, text, expected) => {
  expect(await readFile(new Blob([text]), name)).toMatchObject(expected);
});

test.each(['json-ld', 'entities-csv'] as const)('what went out as %s comes in with its names', async (form) => {
  const store = await openOn(createFactory());
  const made = await store.edit(
    {
      kind: 'create',
      entity: {
        type: 'organisation',
        name: '=Zoe, "Inc"',
        aliases: [{ text: 'Zo|Co' }, { text: 'ZC' }],
        description: 'a, b',
      },
    },
    'you',
  );
  const { content, extension } = await saveAs(store, form);
  const other = await openOn(createFactory());
  const read = await readFile(content, `x.${extension}`);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  await other.importRows(read.value, { usual: 'mine', exceptions: new Set() });
  const id = (made.ok ? made.value.entity : null) ?? asEntityId('none');
  const page = await other.page(id);
  expect(
    page.state === 'known' && [page.page.entity.name, page.page.entity.type, page.page.entity.description],
  ).toEqual(['=Zoe, "Inc"', 'organisation', 'a, b']);
});

test.each<[rule: string, node: object, expected: object]>([
  ['a gender', { '@type': 'Person', gender: 'female' }, { type: 'person', gender: 'female' }],
  ['a type by its address', { '@type': 'http://schema.org/Organization' }, { type: 'organisation' }],
  ['a name of a language', { '@type': 'Person', name: { '@value': 'Zoe', '@language': 'en' } }, { name: 'Zoe' }],
  ['Wikidata’s own address', { '@id': 'http://www.wikidata.org/entity/Q7' }, { id: 'wd:Q7' }],
  ['an address that is no item', { '@id': 'https://www.wikidata.org/entity/Q7?a b' }, { name: 'Zoe' }],
])('read of a graph: %s', async (_, node, expected) => {
  const read = await readFile(new Blob([JSON.stringify({ name: 'Zoe', ...node })]), 'a.jsonld');
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const { value } = await read.value.batches().next();
  expect(value?.[0]?.row).toMatchObject(expected);
  expect(value?.[0]?.row.id).toMatch(/^[a-z]+:[!-~]+$/u);
});
