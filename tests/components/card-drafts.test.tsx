// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { CardStack } from '../../components/card/CardStack.tsx';
import { CardDrafts, type Drafts } from '../../components/card/drafts.ts';
import { minister, reading } from '../../components/gallery/fixtures.ts';
import { galleryTools } from '../../components/gallery/tools.ts';
import { draftsOf } from '../../entrypoints/popover/drafts.ts';
import type { FromFrame } from '../../lib/message/protocol.ts';
import { asClusterId } from '../../lib/model/ids.ts';
import { ok } from '../../lib/model/result.ts';
import { createDraftKeeper } from '../../lib/page/card/drafts.ts';
import { byName, fill, press, show, textOf } from './render.tsx';

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

/** A frame and the reader that keeps what it tells. */
const openKeeper = () => {
  const keeper = createDraftKeeper();
  const tell = (message: FromFrame): void => {
    if (message.type === 'draft') keeper.keep(message.token, message);
  };
  return { keeper, load: () => draftsOf({ token: 1, drafts: keeper.of(1) }, tell) };
};

/** The page empties the frame: nothing in it comes to an end. */
const lose = (): void => {
  const lost = document.createElement('div');
  lost.append(...document.body.childNodes);
  render(null, document.body);
  document.body.replaceChildren();
};

test('what was being written is there again in a frame that had to load anew, in the card that it was written in', async () => {
  const { keeper, load } = openKeeper();
  await show(card(load()));
  await press(byName('.chip', 'Ministry of Energy'));
  await press(byName('button', 'Note'));
  await fill(document.querySelector('textarea'), 'Ask again');
  const kept = keeper.of(1);
  lose();

  await show(card(draftsOf({ token: 1, drafts: kept }, () => {})));
  expect(textOf(document.querySelector('h2'))).toBe('Ministry of Energy');
  expect(document.querySelector('textarea')?.value).toBe('Ask again');
  await press(byName('button', 'Back'));
  expect(textOf(document.querySelector('h2'))).toBe('Marta Oyelaran');
  expect(document.querySelector('textarea')).toBeNull();
  expect(document.querySelector('.skeleton')).toBeNull();
});

test('what was saved, dropped or left is kept no longer, and a card that was opened beside it has none of it', async () => {
  const { keeper, load } = openKeeper();
  await show(card(load()));
  await press(byName('button', 'Note'));
  await fill(document.querySelector('textarea'), 'Ask again');
  await press(byName('.chip', 'Ministry of Energy'));
  expect(document.querySelector('textarea')).toBeNull();
  await press(byName('button', 'Back'));
  expect(document.querySelector('textarea')).toBeNull();
  expect(keeper.of(1)).toEqual([]);
  await press(byName('button', 'Note'));
  await press(byName('button', 'Cancel'));
  expect(keeper.of(1).filter(({ key }) => key.endsWith('note'))).toEqual([]);
});

test('nothing of one card is told to another', () => {
  const keeper = createDraftKeeper();
  keeper.keep(1, { key: '1 note', text: 'a' });
  expect(keeper.of(2)).toEqual([]);
  keeper.keep(2, { key: '1 tool', text: 'note' });
  expect(keeper.of(1)).toEqual([]);
  expect(keeper.of(2)).toEqual([{ key: '1 tool', text: 'note' }]);
});
