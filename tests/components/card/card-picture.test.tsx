// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { CardStack, type CardStackProps } from '../../../components/card/CardStack.tsx';
import type { AskPicture } from '../../../components/card/pictures.ts';
import { emptyFigure, minister, reading } from '../../../components/gallery/fixtures.ts';
import { withPicture } from '../../../components/gallery/picture-fixtures.ts';
import type { FigureContext } from '../../../lib/model/card.ts';
import { asClusterId } from '../../../lib/model/ids.ts';
import { failed, ok } from '../../../lib/model/result.ts';
import { byName, press, show, textOf } from '../render.tsx';

const pictured = withPicture(minister);
const png = { mediaType: 'image/png', base64: 'AAEC' };
const answers = (): AskPicture => vi.fn(async () => ok(png));

const card = (context: FigureContext, rest: Partial<CardStackProps> = {}) => (
  <CardStack
    first={{ kind: 'figure', cluster: asClusterId('m0') }}
    reading={reading}
    where={{ place: 'floating', pinned: false, onPin: () => {}, onClose: () => {} }}
    ask={async (request) =>
      ok(request.kind === 'figure' && request.entity === minister.entity?.id ? context : emptyFigure)
    }
    askPicture={answers()}
    onReveal={null}
    onCopy={async () => true}
    {...rest}
  />
);

const picture = (): HTMLImageElement | null => document.querySelector('img');
const room = (): Element | null => document.querySelector('.likeness');

describe('the picture of a figure', () => {
  test('is not asked for, nor given room, where the store has none', async () => {
    const askPicture = answers();
    await show(card(minister, { askPicture }));
    expect([picture(), room()]).toEqual([null, null]);
    expect(askPicture).not.toHaveBeenCalled();
  });

  test('stands beside the name, with whose it is and where it is from', async () => {
    await show(card(pictured));
    expect(picture()?.src).toBe('data:image/png;base64,AAEC');
    expect(picture()?.alt).toBe('Picture of Marta Oyelaran');
    const link = byName('a', 'Ines Halloran, Harbour Press Office') as HTMLAnchorElement;
    expect([link.href, link.rel]).toEqual(['https://pictures.example/wiki/File:Portrait.jpg', 'noopener noreferrer']);
  });

  test('comes after the card, into room that was kept for it', async () => {
    let give: (() => void) | null = null;
    const late: AskPicture = () =>
      new Promise((resolve) => {
        give = () => resolve(ok(png));
      });
    await show(card(pictured, { askPicture: late }));
    expect(textOf(document.querySelector('h2'))).toBe('Marta Oyelaran');
    expect([picture(), textOf(room())]).toEqual([null, 'MO']);
    await act(async () => give?.());
    expect([picture()?.src, textOf(room())]).toEqual(['data:image/png;base64,AAEC', 'MO']);
  });

  test.each<[why: string, askPicture: AskPicture]>([
    ['is none that can be shown', async () => ok(null)],
    ['cannot be had', async () => failed({ code: 'StoreUnavailable' })],
    ['is asked for in vain', () => Promise.reject(new Error('gone'))],
  ])('that %s leaves the initials in its room', async (_, askPicture) => {
    await show(card(pictured, { askPicture }));
    expect([picture(), textOf(room())]).toEqual([null, 'MO']);
  });

  test('that the browser cannot draw leaves the initials, too', async () => {
    await show(card(pictured));
    await act(async () => void picture()?.dispatchEvent(new Event('error')));
    expect([picture(), textOf(room())]).toEqual([null, 'MO']);
  });

  test('is asked for once, also where the reader comes back to the card', async () => {
    const askPicture = answers();
    await show(card(pictured, { askPicture }));
    await press(byName('.chip', 'Ministry of Energy'));
    expect(picture()).toBeNull();
    await press(byName('button', 'Back'));
    expect(picture()).not.toBeNull();
    expect(askPicture).toHaveBeenCalledTimes(1);
  });

  test('goes, and another comes, as the store says', async () => {
    const askPicture = answers();
    await show(card(pictured, { askPicture, revision: 0 }));
    await show(card(minister, { askPicture, revision: 1 }));
    expect([picture(), room()]).toEqual([null, null]);
    const later = { ...pictured, picture: { ...pictured.picture!, at: 2 } };
    await show(card(later, { askPicture, revision: 2 }));
    expect(picture()).not.toBeNull();
    expect(askPicture).toHaveBeenCalledTimes(2);
  });

  test('leads nowhere but to the web', async () => {
    await show(card({ ...pictured, picture: { ...pictured.picture!, url: 'javascript:alert(1)' } }));
    expect(textOf(document.querySelector('.picture-line'))).toContain('CC BY-\u2060SA 4.0');
    expect(document.querySelector('.picture-line a')).toBeNull();
  });
});
