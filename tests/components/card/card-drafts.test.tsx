// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { CardStack } from '../../../components/card/CardStack.tsx';
import { CardDrafts, type Drafts } from '../../../components/card/drafts.ts';
import { minister, reading } from '../../../components/gallery/fixtures.ts';
import { galleryTools } from '../../../components/gallery/tools.ts';
import { openDrafts, type Shelf } from '../../../entrypoints/popover/drafts.ts';
import { asClusterId } from '../../../lib/model/ids.ts';
import { ok } from '../../../lib/model/result.ts';
import { byName, fill, press, show, textOf } from '../render.tsx';

const card = (drafts: Drafts) => (
  <CardDrafts.Provider value={drafts}>
    <CardStack
      first={{ kind: 'figure', cluster: asClusterId('m0') }}
      reading={reading}
      where={{ place: 'floating', pinned: true, onPin: () => {}, onClose: () => {} }}
      ask={async () => ok(minister)}
      onReveal={null}
      onCopy={async () => true}
      tools={galleryTools}
    />
  </CardDrafts.Provider>
);

const texts = new Map<string, string>();
const shelf: Shelf = {
  read: async () => Object.fromEntries(texts),
  write: async (key, text) => void texts.set(key, text),
  drop: async (keys) => keys.forEach((key) => texts.delete(key)),
};
const kept = (): readonly string[] => [...texts.keys()];

afterEach(() => texts.clear());

/** The page empties the frame: nothing in it comes to an end. */
const lose = (): void => {
  const lost = document.createElement('div');
  lost.append(...document.body.childNodes);
  render(null, document.body);
  document.body.replaceChildren();
};

test('what was being written is there again in a frame that had to load anew, in the card that it was written in', async () => {
  await show(card((await openDrafts(shelf))('a 1')));
  await press(byName('.chip', 'Ministry of Energy'));
  await press(byName('button', 'Note'));
  await fill(document.querySelector('textarea'), 'Ask again');
  lose();

  await show(card((await openDrafts(shelf))('a 1')));
  expect(textOf(document.querySelector('h2'))).toBe('Ministry of Energy');
  expect(document.querySelector('textarea')?.value).toBe('Ask again');
  await press(byName('button', 'Back'));
  expect(textOf(document.querySelector('h2'))).toBe('Marta Oyelaran');
  expect(document.querySelector('textarea')).toBeNull();
  expect(document.querySelector('.skeleton')).toBeNull();
});

test('what was saved, dropped or left is kept no longer, and a card that was opened beside it has none of it', async () => {
  await show(card((await openDrafts(shelf))('a 1')));
  await press(byName('button', 'Note'));
  await fill(document.querySelector('textarea'), 'Ask again');
  await press(byName('.chip', 'Ministry of Energy'));
  expect(document.querySelector('textarea')).toBeNull();
  await press(byName('button', 'Back'));
  expect(document.querySelector('textarea')).toBeNull();
  expect(kept()).toEqual([]);
  await press(byName('button', 'Note'));
  await press(byName('button', 'Cancel'));
  expect(kept().filter((key) => key.endsWith('note'))).toEqual([]);
});

test('what was being written is kept where the same card is called for once more', async () => {
  const draftsOf = await openDrafts(shelf);
  await show(card(draftsOf('a 1')));
  await press(byName('button', 'Note'));
  await fill(document.querySelector('textarea'), 'Ask again');
  await act(async () => render(card(draftsOf('a 1')), document.body));
  lose();
  await show(card((await openDrafts(shelf))('a 1')));
  expect(document.querySelector('textarea')?.value).toBe('Ask again');
});

test('a card has nothing of another, and leaves nothing behind', async () => {
  const drafts = (await openDrafts(shelf))('a 1');
  drafts.set('1 note', 'Ask again');
  texts.set('settings', 'of somebody else');
  const later = await openDrafts(shelf);
  expect(later('a 1').get('1 note')).toBe('Ask again');
  expect(later('a 2').get('1 note')).toBeUndefined();
  later('a 1').forgetAll();
  expect(kept()).toEqual(['settings']);
});

test('where nothing can be kept, drafts live as long as their frame', async () => {
  const no = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
  const drafts = (await openDrafts({ read: no, write: no, drop: no }))('a 1');
  drafts.set('1 note', 'Ask again');
  expect(drafts.get('1 note')).toBe('Ask again');
  drafts.forgetAll();
  expect(drafts.get('1 note')).toBeUndefined();
});
