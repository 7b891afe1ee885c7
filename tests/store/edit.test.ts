import fc from 'fast-check';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { Edit, FactDraft } from '../../lib/model/edit.ts';
import { asClaimId, asEntityId, asFactId, type EntityId } from '../../lib/model/ids.ts';
import type { EntityPage } from '../../lib/model/library.ts';
import { ownTables } from '../../lib/store/own-rows.ts';
import { StoreDatabase } from '../../lib/store/schema.ts';
import type { Store } from '../../lib/store/store.ts';
import { createFactory, makeAnalysis, makePack, now, openOn, seedWith } from './memory.ts';

const ada = asEntityId('test:ada');
const freedonia = asEntityId('test:freedonia');
const pack = await makePack();

interface Opened {
  readonly store: Store;
  readonly factory: IDBFactory;
}

async function openSeeded(): Promise<Opened> {
  const factory = createFactory();
  const store = await openOn(factory);
  await seedWith(store, pack);
  return { store, factory };
}

/** All rows that are the reader's own. */
async function rowsOf(factory: IDBFactory): Promise<Record<string, unknown[]>> {
  const database = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
  const rows: Record<string, unknown[]> = {};
  for (const table of ownTables) rows[table] = await database.table(table).toArray();
  database.close();
  return rows;
}

async function make(store: Store, edit: Edit): Promise<{ readonly history: string; readonly entity: EntityId }> {
  const edited = await store.edit(edit, 'you');
  if (!edited.ok) throw new Error(JSON.stringify(edited.failure));
  return { history: edited.value.history, entity: edited.value.entity ?? asEntityId('none') };
}

async function pageOf(store: Store, id: EntityId): Promise<EntityPage> {
  const answer = await store.page(id);
  if (answer.state !== 'known') throw new Error(`${id} is not known`);
  return answer.page;
}

async function namesIn(store: Store, text: string): Promise<string[]> {
  const names = await (await store.knowledge()).findNames(text);
  return names.map(
    ({ start, end, candidates }) => `${text.slice(start, end)}=${candidates.map(({ id }) => id).join('+')}`,
  );
}

const role = (text: string, rest: Partial<FactDraft> = {}): FactDraft => ({
  predicate: 'jobTitle',
  value: { text },
  of: null,
  validFrom: null,
  validTo: null,
  source: { title: '', url: null },
  ...rest,
});

const create = (name: string, ...aliases: string[]): Edit => ({
  kind: 'create',
  entity: { type: 'person', name, aliases: aliases.map((text) => ({ text })), description: `about ${name}` },
});

const article = (url: string) =>
  makeAnalysis({
    url,
    publishedAt: '2026-11-01',
    figures: [
      ['Ada Moreno', ada],
      ['Freedonia', freedonia],
    ],
    said: [
      { text: 'Ada Moreno said “we will see” of Freedonia.', speaker: 0, about: [1] },
      { text: 'Freedonia said that Ada Moreno was right.', speaker: 1, about: [0] },
    ],
  });

describe('an edit of a pack’s entity', () => {
  test('another main name keeps the one before among the others', async () => {
    const { store } = await openSeeded();
    await make(store, { kind: 'rename', id: ada, name: 'Ada M. Vidal' });
    const { entity, aliases } = await pageOf(store, ada);
    expect(entity.name).toBe('Ada M. Vidal');
    expect(aliases.map(({ text }) => text)).toContain('Ada Moreno');
    expect(await namesIn(store, 'Ada M Vidal met Ada Moreno')).toEqual(['Ada M Vidal=test:ada', 'Ada Moreno=test:ada']);
  });

  test('a name is added, matched, removed, and no longer matched', async () => {
    const { store } = await openSeeded();
    await make(store, { kind: 'add-alias', id: ada, alias: { text: '  La   Ministra ' } });
    expect(await namesIn(store, 'La Ministra')).toEqual(['La Ministra=test:ada']);
    await make(store, { kind: 'remove-alias', id: ada, text: 'La Ministra' });
    await make(store, { kind: 'remove-alias', id: ada, text: 'Moreno' });
    expect(await namesIn(store, 'La Ministra, Moreno')).toEqual([]);
  });

  test('a wrong role is replaced: the pack’s is gone, the reader’s stands with its source', async () => {
    const { store } = await openSeeded();
    const before = (await pageOf(store, ada)).facts.find(({ fact }) => fact.predicate === 'jobTitle');
    if (before === undefined) throw new Error('no role');
    const to = role('Ambassador', {
      validFrom: '2025-02',
      source: { title: 'The Gazette', url: 'https://g.example/1' },
    });
    await make(store, { kind: 'change-fact', id: ada, fact: before.fact.id, to });
    const roles = (await pageOf(store, ada)).facts.filter(({ fact }) => fact.predicate === 'jobTitle');
    expect(roles.map(({ line }) => line.text)).not.toContain(before.line.text);
    expect(roles.find(({ line }) => line.text === 'Ambassador')?.line.source.title).toBe('The Gazette');
    expect((await pageOf(store, ada)).history.map(({ by, kind }) => `${by} ${kind}`).toSorted()).toEqual([
      'pack installed',
      'you change-fact',
    ]);
  });

  test('deleted, it is gone from page, search and text; undone, it is back', async () => {
    const { store } = await openSeeded();
    const { history } = await make(store, { kind: 'delete', id: ada });
    expect((await store.page(ada)).state).toBe('unknown');
    expect(await store.search('moreno')).toEqual([]);
    expect(await namesIn(store, 'Ada Moreno')).toEqual([]);
    expect((await store.undo(history)).ok).toBe(true);
    expect((await pageOf(store, ada)).entity.name).toBe('Ada Moreno');
  });
});

describe('merge', () => {
  test('two entries are one under the kept name, with the facts, names, claims and articles of both', async () => {
    const { store } = await openSeeded();
    const { entity: twin } = await make(store, create('A. Moreno Vidal', 'Doña Ada'));
    await make(store, { kind: 'add-fact', id: twin, fact: role('Chess champion', { predicate: 'award' }) });
    await store.remember(
      makeAnalysis({
        url: 'https://a.example/1',
        publishedAt: '2026-11-01',
        figures: [['A. Moreno Vidal', twin]],
        said: [{ text: 'A. Moreno Vidal said so.', speaker: 0, about: [] }],
      }),
    );
    await make(store, { kind: 'merge', keep: ada, join: twin });
    for (const id of [ada, twin]) {
      const page = await pageOf(store, id);
      expect(page.entity.id).toBe(ada);
      expect(page.entity.name).toBe('Ada Moreno');
      expect(page.aliases.map(({ text }) => text)).toEqual(expect.arrayContaining(['A. Moreno Vidal', 'Doña Ada']));
      expect(page.facts.map(({ line }) => line.text)).toContain('Chess champion');
      expect(page.claims.map(({ statement }) => statement.text)).toContain('A. Moreno Vidal said so.');
      expect(page.metIn.map(({ source }) => source.url)).toEqual(['https://a.example/1']);
      expect(page.assertions.map(({ kind, other }) => `${kind} ${other.name}`)).toEqual(['same A. Moreno Vidal']);
    }
    expect(await namesIn(store, 'Doña Ada and Moreno')).toEqual(['Doña Ada=test:ada', 'Moreno=test:ada']);
    expect((await store.search('dona ada')).map(({ id }) => id)).toEqual([ada]);
    const card = await store.answerCard({
      kind: 'figure',
      entity: twin,
      candidates: [],
      name: '',
      occasion: { url: null, publisher: null, publishedAt: null },
    });
    expect(card.kind === 'figure' && [card.entity?.id, card.saidBefore.length, card.metIn.length]).toEqual([ada, 2, 1]);
  });

  test('taken back, both are as they were', async () => {
    const { store, factory } = await openSeeded();
    const { entity: twin } = await make(store, create('A. Moreno Vidal'));
    const [adaBefore, twinBefore] = [await pageOf(store, ada), await pageOf(store, twin)];
    const rows = await rowsOf(factory);
    await make(store, { kind: 'merge', keep: ada, join: twin });
    const [same] = (await pageOf(store, ada)).assertions;
    await make(store, { kind: 'withdraw', id: ada, assertion: same?.id ?? '' });
    const without = (page: EntityPage) => ({ ...page, history: [] });
    expect(without(await pageOf(store, ada))).toEqual(without(adaBefore));
    expect(without(await pageOf(store, twin))).toEqual(without(twinBefore));
    expect({ ...(await rowsOf(factory)), assertions: [] }).toEqual(rows);
  });

  test('of what is one already is refused, and nothing changes', async () => {
    const { store } = await openSeeded();
    const edited = await store.edit({ kind: 'merge', keep: ada, join: ada }, 'you');
    expect(edited).toMatchObject({ ok: false, failure: { code: 'Invalid' } });
    expect(await store.history()).toEqual([]);
  });
});

describe('split', () => {
  test('what is named goes to the new one, the rest stays, and the same article read again keeps it so', async () => {
    const { store, factory } = await openSeeded();
    await store.remember(article('https://a.example/1'));
    const before = await pageOf(store, ada);
    const rows = await rowsOf(factory);
    const fact = before.facts[0];
    const packed = before.claims.find(({ isOwn }) => !isOwn);
    const own = before.claims.find(({ isOwn, isSpeaker }) => isOwn && isSpeaker);
    if (fact === undefined || own === undefined || packed === undefined) throw new Error('not enough to split');
    const { entity: other, history } = await make(store, {
      kind: 'split',
      id: ada,
      entity: { type: 'person', name: 'Moreno the Younger', aliases: [{ text: 'Moreno' }], description: 'Her son' },
      facts: [fact.fact.id],
      claims: [own.statement.id, packed.statement.id],
      sources: before.metIn.map(({ source }) => source.id),
    });
    const [left, right] = [await pageOf(store, ada), await pageOf(store, other)];
    expect(right.facts.map(({ line }) => line.text)).toEqual([fact.line.text]);
    expect(left.facts).toHaveLength(before.facts.length - 1);
    expect(right.claims.map(({ statement }) => statement.text).sort()).toEqual(
      [own.statement.text, packed.statement.text].sort(),
    );
    expect(left.claims).toHaveLength(before.claims.length - 2);
    expect(right.metIn).toHaveLength(1);
    expect(left.metIn).toHaveLength(0);
    expect(await namesIn(store, 'Moreno')).toEqual([`Moreno=${other}`]);
    expect(left.assertions.map(({ kind, other: one }) => `${kind} ${one.name}`)).toEqual([
      'different Moreno the Younger',
    ]);
    expect(await store.read(({ choices }) => choices('https://a.example/1?utm_source=x'))).toEqual([
      { name: 'ada moreno', scope: 'here', target: { kind: 'entity', entity: other } },
    ]);
    expect((await store.undo(history)).ok).toBe(true);
    expect(await rowsOf(factory)).toEqual(rows);
  });
});

describe('a name that means something else', () => {
  test('here alone: the article is read so from then on, others are not', async () => {
    const { store } = await openSeeded();
    const { entity: other } = await make(store, {
      kind: 'correct',
      url: 'https://a.example/1#top',
      name: 'Moreno',
      wrong: ada,
      target: { kind: 'new', entity: { type: 'person', name: 'Luis Moreno', aliases: [], description: '' } },
      scope: 'here',
    });
    expect(await store.read(({ choices }) => choices('https://a.example/1'))).toEqual([
      { name: 'moreno', scope: 'here', target: { kind: 'entity', entity: other } },
    ]);
    expect(await store.read(({ choices }) => choices('https://a.example/2'))).toEqual([]);
    expect(await namesIn(store, 'Moreno')).toEqual(['Moreno=test:ada']);
  });

  test('the history says what it means since, by the name that this has today', async () => {
    const { store } = await openSeeded();
    const correction = {
      kind: 'correct',
      url: 'https://a.example/1',
      name: 'Moreno',
      wrong: ada,
      scope: 'here',
    } as const;
    const { entity: other } = await make(store, create('Luis Moreno'));
    await make(store, { ...correction, target: { kind: 'entity', entity: other } });
    const { history } = await make(store, { ...correction, target: { kind: 'not-a-name' } });
    await make(store, { kind: 'rename', id: other, name: 'Luis A. Moreno' });
    await store.undo(history);
    const meanings = (await store.history()).map(({ kind, meaning, undid }) => [kind, meaning, undid?.meaning]);
    const notAName = { kind: 'not-a-name' };
    expect(meanings).toEqual(
      expect.arrayContaining([
        ['undo', null, notAName],
        ['correct', notAName, undefined],
        ['correct', { kind: 'entity', name: 'Luis A. Moreno' }, undefined],
      ]),
    );
  });

  test('the latest changes of the whole store name whom each is about, as they are called today', async () => {
    const { store } = await openSeeded();
    const said = async () => (await store.history()).map(({ kind, of }) => `${kind}: ${of?.name ?? 'nobody'}`);
    const note = await make(store, { kind: 'add-note', id: ada, text: 'Met her.' });
    await make(store, { kind: 'rename', id: ada, name: 'Ada M. Vidal' });
    const target = { kind: 'entity', entity: freedonia } as const;
    await make(store, { kind: 'correct', url: null, name: 'Ada', wrong: ada, target, scope: 'everywhere' });
    await store.undo(note.history);
    expect((await said()).toSorted()).toEqual([
      'add-note: Ada M. Vidal',
      'correct: nobody',
      'rename: Ada M. Vidal',
      'undo: Ada M. Vidal',
    ]);
    expect((await pageOf(store, ada)).history.filter(({ of }) => of !== null)).toEqual([]);
  });

  test('everywhere it is no name, until something is added that bears it; in one article it may be one', async () => {
    const { store } = await openSeeded();
    const said = async () => {
      const choices = await store.read(({ choices: of }) => of('https://a.example/1'));
      return choices.map(({ name, scope, target }) => `${name} ${scope} ${target.kind}`);
    };
    const correction = { kind: 'correct', name: 'Breaking News', wrong: null } as const;
    const url = 'https://a.example/2';
    await make(store, { ...correction, url, target: { kind: 'not-a-name' }, scope: 'everywhere' });
    expect(await said()).toEqual(['breaking news everywhere not-a-name']);
    await make(store, { ...correction, url: 'https://a.example/1', target: { kind: 'unknown' }, scope: 'here' });
    expect(await said()).toEqual(['breaking news everywhere not-a-name', 'breaking news here unknown']);
    const { history } = await make(store, create('Breaking News'));
    expect(await said()).toEqual(['breaking news everywhere entity', 'breaking news here unknown']);
    await store.undo(history);
    expect(await said()).toEqual(['breaking news everywhere not-a-name', 'breaking news here unknown']);
  });

  test('everywhere: the name goes from the one to the other', async () => {
    const { store } = await openSeeded();
    const { entity: other } = await make(store, create('Luis Moreno'));
    await make(store, {
      kind: 'correct',
      url: null,
      name: 'Moreno',
      wrong: ada,
      target: { kind: 'entity', entity: other },
      scope: 'everywhere',
    });
    expect(await namesIn(store, 'Moreno')).toEqual([`Moreno=${other}`]);
  });
});

describe('refused, with nothing changed', () => {
  const nobody = asEntityId('local:nobody');
  test.each<[rule: string, edit: Edit, code: string]>([
    ['somebody unknown', { kind: 'rename', id: nobody, name: 'X' }, 'Unknown'],
    ['a name without a letter', { kind: 'rename', id: ada, name: ' – ' }, 'Invalid'],
    ['an endless name', { kind: 'add-alias', id: ada, alias: { text: 'x'.repeat(301) } }, 'Invalid'],
    ['the main name removed', { kind: 'remove-alias', id: ada, text: 'ada moreno' }, 'Invalid'],
    ['a fact that is not there', { kind: 'remove-fact', id: ada, fact: asFactId('test:none') }, 'Unknown'],
    ['a claim that is not there', { kind: 'remove-claim', id: ada, claim: asClaimId('test:none') }, 'Unknown'],
    ['a fact without a value', { kind: 'add-fact', id: ada, fact: role(' ') }, 'Invalid'],
    ['a day that is none', { kind: 'add-fact', id: ada, fact: role('X', { validFrom: '2024-13' }) }, 'Invalid'],
    [
      'an end before the beginning',
      { kind: 'add-fact', id: ada, fact: role('X', { validFrom: '2024-02', validTo: '2023' }) },
      'Invalid',
    ],
    [
      'a source that is no page',
      { kind: 'add-fact', id: ada, fact: role('X', { source: { title: '', url: 'javascript:0' } }) },
      'Invalid',
    ],
    ['an empty note', { kind: 'add-note', id: ada, text: ' ' }, 'Invalid'],
    ['a parting of what is not joined', { kind: 'withdraw', id: ada, assertion: 'local:a-0' }, 'Unknown'],
  ])('%s', async (_, edit, code) => {
    const { store, factory } = await openSeeded();
    const rows = await rowsOf(factory);
    const edited = await store.edit(edit, 'you');
    expect(edited.ok ? 'made' : edited.failure.code).toBe(code);
    expect(await rowsOf(factory)).toEqual(rows);
    expect(await store.history()).toEqual([]);
  });
});

describe('undo', () => {
  test('of what was changed again since is refused', async () => {
    const { store } = await openSeeded();
    const first = await make(store, { kind: 'add-alias', id: ada, alias: { text: 'One' } });
    await make(store, { kind: 'add-alias', id: ada, alias: { text: 'Two' } });
    expect(await store.undo(first.history)).toMatchObject({ ok: false, failure: { code: 'ChangedSince' } });
  });

  test('is itself undone, and that again', async () => {
    const { store, factory } = await openSeeded();
    const { history } = await make(store, { kind: 'rename', id: ada, name: 'Ada Vidal' });
    const renamed = await rowsOf(factory);
    const undone = await store.undo(history);
    if (!undone.ok) throw new Error('not undone');
    // The clock of these tests stands still: either may come first.
    const told = (await store.history()).toSorted((a, b) => b.kind.localeCompare(a.kind));
    expect(told).toMatchObject([
      { kind: 'undo', undid: { kind: 'rename', detail: 'Ada Vidal' } },
      { kind: 'rename', undid: null, isUndone: true },
    ]);
    const redone = await store.undo(undone.value.history);
    expect(redone.ok).toBe(true);
    expect(await rowsOf(factory)).toEqual(renamed);
    expect((await store.undo(history)).ok).toBe(true);
  });

  /** What a reader may do next, given what there is. */
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom(
        'create',
        'rename',
        'describe',
        'alias',
        'unalias',
        'fact',
        'unfact',
        'note',
        'merge',
        'split',
        'delete',
        'correct',
      ),
      on: fc.nat(20),
      other: fc.nat(20),
      word: fc.constantFrom('Alpha', 'Beta Gamma', 'Moreno', 'Ada Moreno', 'Élan'),
    }),
    { minLength: 1, maxLength: 8 },
  );

  async function toEdit(
    store: Store,
    ids: readonly EntityId[],
    { kind, on, other, word }: { kind: string; on: number; other: number; word: string },
  ): Promise<Edit | null> {
    const id = ids[on % ids.length] ?? ada;
    const second = ids[other % ids.length] ?? ada;
    const answer = await store.page(id);
    if (answer.state === 'unknown') return null;
    const { facts, claims, metIn } = answer.page;
    const entity = { type: 'person', name: word, aliases: [], description: '' } as const;
    switch (kind) {
      case 'create':
        return { kind, entity };
      case 'rename':
        return { kind, id, name: word };
      case 'describe':
        return { kind, id, type: 'other', description: word, gender: null };
      case 'alias':
        return { kind: 'add-alias', id, alias: { text: word } };
      case 'unalias':
        return { kind: 'remove-alias', id, text: word };
      case 'fact':
        return { kind: 'add-fact', id, fact: role(word) };
      case 'unfact':
        return facts[0] === undefined ? null : { kind: 'remove-fact', id, fact: facts[0].fact.id };
      case 'note':
        return { kind: 'add-note', id, text: word };
      case 'merge':
        return { kind, keep: id, join: second };
      case 'split':
        return {
          kind,
          id,
          entity,
          facts: facts.slice(0, 1).map(({ fact }) => fact.id),
          claims: claims.slice(0, 2).map(({ statement }) => statement.id),
          sources: metIn.map(({ source }) => source.id),
        };
      case 'delete':
        return { kind, id };
      default:
        return {
          kind: 'correct',
          url: 'https://a.example/1',
          name: word,
          wrong: id,
          target: { kind: 'entity', entity: second },
          scope: other % 2 === 0 ? 'here' : 'everywhere',
        };
    }
  }

  test('of everything, backwards, leaves the store exactly as it was', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { store, factory } = await openSeeded();
        await store.remember(article('https://a.example/1'));
        const before = await rowsOf(factory);
        const ids: EntityId[] = [ada, freedonia];
        const made: string[] = [];
        for (const step of all) {
          const edit = await toEdit(store, ids, step);
          if (edit === null) continue;
          const lengthBefore = (await store.history()).length;
          const edited = await store.edit(edit, 'you');
          if (!edited.ok) continue;
          if (edited.value.entity !== null && !ids.includes(edited.value.entity)) ids.push(edited.value.entity);
          if ((await store.history()).length > lengthBefore) made.push(edited.value.history);
        }
        for (const history of made.toReversed()) {
          const undone = await store.undo(history);
          if (!undone.ok) throw new Error(`${history}: ${JSON.stringify(undone.failure)}`);
        }
        expect(await rowsOf(factory)).toEqual(before);
        store.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('notes', () => {
  test('are added, changed and removed, each by itself', async () => {
    const { store } = await openSeeded();
    await make(store, { kind: 'add-note', id: ada, text: '# One' });
    const [note] = (await pageOf(store, ada)).notes;
    expect(note).toMatchObject({ text: '# One', changedAt: now });
    await make(store, { kind: 'change-note', id: ada, note: note?.id ?? '', text: 'Two' });
    expect((await pageOf(store, ada)).notes.map(({ text }) => text)).toEqual(['Two']);
    await make(store, { kind: 'remove-note', id: ada, note: note?.id ?? '' });
    expect((await pageOf(store, ada)).notes).toEqual([]);
  });
});
