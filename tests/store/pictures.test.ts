import { describe, expect, test } from 'vitest';
import { asEntityId, type EntityId } from '../../lib/model/ids.ts';
import type { LookedUp } from '../../lib/model/look-up.ts';
import type { PictureMark } from '../../lib/model/picture.ts';
import type { Store } from '../../lib/store/store.ts';
import { drawPortrait } from '../../scripts/stand-in/portrait.ts';
import { createFactory, makePack, now, openOn, seedWith } from './memory.ts';

const ada = asEntityId('test:ada');
const pack = await makePack();
const portrait = Uint8Array.from(drawPortrait());
const credit = { url: 'https://c.example/x', credit: 'Ann', licence: 'CC BY 4.0' };

const openSeeded = async (): Promise<Store> => {
  const store = await openOn(createFactory());
  await seedWith(store, pack);
  return store;
};

const found: LookedUp = {
  item: 'Q7',
  type: 'person',
  name: 'Ada Moreno Vidal',
  description: 'Freedonian politician',
  aliases: [],
  gender: null,
  facts: [],
  summary: null,
  source: null,
  picture: { bytes: portrait, mediaType: 'image/png', ...credit },
};

const markOf = async (store: Store, entity: EntityId): Promise<PictureMark | null> => {
  const occasion = { url: null, publisher: null, publishedAt: null };
  const card = await store.answerCard({ kind: 'figure', entity, candidates: [], name: '', occasion });
  return card.kind === 'figure' ? card.picture : null;
};

const lookUpOf = async (store: Store, id: EntityId): Promise<string> => {
  const answer = await store.page(id);
  const history = answer.state === 'known' ? answer.page.history : answer.history;
  const made = history.find(({ kind, isUndone }) => kind === 'look-up' && !isUndone)?.id ?? null;
  if (made === null) throw new Error('no look-up to undo');
  return made;
};

describe('a card tells of a picture, and the picture is had by itself,', () => {
  test('only where a look-up brought one', async () => {
    const store = await openSeeded();
    expect([await markOf(store, ada), await store.picture(ada)]).toEqual([null, null]);
    const without = await store.keepLookUp({ found: { ...found, picture: null }, of: null, name: 'A. M. Vidal' });
    expect([await markOf(store, without), await store.picture(without)]).toEqual([null, null]);
    const id = await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    expect(await markOf(store, id)).toEqual({ ...credit, at: now });
    expect(await store.picture(id)).toEqual({ ...credit, bytes: portrait, mediaType: 'image/png' });
  });

  test('also under the entry of a pack that it was joined to, until the look-up is undone', async () => {
    const store = await openSeeded();
    expect(await store.keepLookUp({ found, of: ada, name: 'Ada Moreno' })).toBe(ada);
    expect(await markOf(store, ada)).toMatchObject(credit);
    expect((await store.picture(ada))?.bytes).toEqual(portrait);
    expect((await store.undo(await lookUpOf(store, ada))).ok).toBe(true);
    expect([await markOf(store, ada), await store.picture(ada)]).toEqual([null, null]);
    expect(await store.picture(asEntityId('wd:Q7'))).toBeNull();
  });

  test('not of an entry that was deleted; again where that was undone', async () => {
    const store = await openSeeded();
    const id = await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    const deleted = await store.edit({ kind: 'delete', id }, 'you');
    expect([await markOf(store, id), await store.picture(id)]).toEqual([null, null]);
    if (!deleted.ok) throw new Error(deleted.failure.code);
    await store.undo(deleted.value.history);
    expect([await markOf(store, id), (await store.picture(id))?.credit]).toMatchObject([credit, 'Ann']);
  });
});

describe('what stands in the store as a picture and is none is not shown', () => {
  const put = async (row: object): Promise<{ readonly store: Store; readonly id: EntityId }> => {
    const store = await openSeeded();
    const id = await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    const kept = await store.database.images.get(id);
    if (kept === undefined) throw new Error('not kept');
    await store.database.images.put({ ...kept, ...row });
    return { store, id };
  };

  test.each<[what: string, bytes: Blob]>([
    ['a document under the name of an image', new Blob(['<svg xmlns="x"/>'], { type: 'image/png' })],
    ['a document that may hold addresses', new Blob(['<svg xmlns="x"/>'], { type: 'image/svg+xml' })],
    ['no bytes at all', new Blob([], { type: 'image/png' })],
    ['more bytes than a picture has', new Blob([portrait, new Uint8Array(600_000)], { type: 'image/png' })],
  ])('%s', async (_, bytes) => {
    const { store, id } = await put({ bytes });
    expect(await store.picture(id)).toBeNull();
    expect(await store.page(id)).toMatchObject({ page: { picture: null } });
  });

  test('an image is what its bytes are, not what it is called', async () => {
    const { store, id } = await put({ bytes: new Blob([portrait], { type: 'text/html' }) });
    expect((await store.picture(id))?.mediaType).toBe('image/png');
  });

  test.each([{ bytes: 'https://a.example/x.png' }, { bytes: null }, { licence: 7 }])(
    'a broken row: %j',
    async (row) => {
      const { store, id } = await put(row);
      expect([await markOf(store, id), await store.picture(id)]).toEqual([null, null]);
    },
  );
});
