// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { placeOf } from '../../../components/library/address.ts';
import { EntityList } from '../../../components/library/EntityList.tsx';
import { words } from '../../../lib/i18n/words.ts';
import { byName, show, textOf } from '../render.tsx';

const nothing = (): void => {};

const searchedFor = (query: string, rows: 'none' | 'looking') => (
  <EntityList
    filter={{ query, type: null, from: 'all', order: 'prominence' }}
    packs={[]}
    found={
      rows === 'looking' ? { state: 'loading' } : { state: 'ready', value: { rows: [], hasMore: false, total: 0 } }
    }
    open={null}
    onFilter={nothing}
    onMore={nothing}
    onOpen={nothing}
    onCreate={nothing}
  />
);

test('what the store lacks can be looked up, and that it is lacking is read aloud', async () => {
  const page = await show(searchedFor(' Zora & Quill ', 'looking'));
  const status = page.querySelector('[role="status"]');
  await show(searchedFor(' Zora & Quill ', 'none'));
  // The same element: a reader's aid tells of a change in it, not of a new one.
  expect(page.querySelector('[role="status"]')).toBe(status);
  expect(textOf(status)).toBe(words.library.nothing);
  const link = byName('a', words.lookUp.title({ name: 'Zora & Quill' }));
  expect(placeOf(new URL(link.getAttribute('href') ?? '', 'https://own.example/').hash)).toEqual({
    at: 'look-up',
    name: 'Zora & Quill',
    id: null,
  });
});

test('a list that is empty without a search offers no look-up', async () => {
  const page = await show(searchedFor(' ', 'none'));
  expect(page.querySelector('section a')).toBeNull();
});
