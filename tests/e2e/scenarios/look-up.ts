import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { EntityBrief } from '../../../lib/model/card.ts';
import type { Edit, EditFailure, Edited } from '../../../lib/model/edit.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import type { Result } from '../../../lib/model/result.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { hoverWords, type OpenCard, waitForCard } from '../../../scripts/drive/pointing.ts';
import { serveWiki, type WikiStandIn } from '../../../scripts/stand-in/wiki.ts';
import { type ShownPicture, waitForPicture } from '../harness/card-picture.ts';
import { chooseFigure } from '../harness/choice.ts';
import { clickControl, clickInFrame, findControl, named, waitForText } from '../harness/controls.ts';
import type { Session } from '../harness/session.ts';

const { lookUp, wrongName } = words;

/** Milliseconds after which a card has been seen long enough. */
const readable = 800;

const readLibraryPicture = (): true | null =>
  (document.querySelector<HTMLImageElement>('.picture img')?.naturalWidth ?? 0) > 0 ? true : null;

const hasFieldInView = (): true | null => {
  const field = document.querySelector('input[type="search"]')?.getBoundingClientRect();
  return field !== undefined && field.bottom <= innerHeight ? true : null;
};

const hasRoomForPicture = (): boolean => document.querySelector('.card-header img, .likeness') !== null;

/** Whether an image of that address is shown where it is put into the document. */
const showsImage = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(true));
    image.addEventListener('error', () => resolve(false));
    image.src = address;
  });

/** Look-ups and corrections from a card, against a stand-in for the wikis. */
export function describeLookUp(session: () => Session): void {
  let wiki: WikiStandIn;
  let unknown = '';

  const useWiki = (automatic = false): Promise<void> =>
    session().set({ lookUp: { automatic, wikipedia: wiki.url, wikidata: wiki.url } });
  const openCard = async (): Promise<{ readonly tab: Tab; readonly reading: PageReading; readonly card: OpenCard }> => {
    const { tab, reading } = await session().read('article.html');
    await tab.bringToFront();
    await hoverWords(tab, { words: unknown });
    const card = await waitForCard(tab, unknown);
    // A card heeds no press until a reader can have seen it.
    await sleep(readable);
    return { tab, reading, card };
  };

  beforeAll(async () => {
    await session().set({});
    const { tab, reading } = await session().read('article.html');
    const { subject } = await chooseFigure(
      tab,
      reading,
      ({ entity, candidates, type }) => entity === null && candidates.length === 0 && type === 'person',
    );
    unknown = subject.name;
    await tab.close();
    wiki = await serveWiki([unknown]);
  });
  afterAll(async () => {
    await session().set({});
    await wiki.close();
  });

  describe('a look-up', () => {
    test('asks nobody before the reader does', async () => {
      await useWiki();
      const { tab, card } = await openCard();
      expect(await card.frame.evaluate(hasRoomForPicture, null)).toBe(false);
      await tab.close();
      expect(wiki.asked).toEqual([]);
    });

    test('says what went wrong, and tries again', async () => {
      await useWiki();
      const { host } = new URL(wiki.url);
      wiki.misbehave({ kind: 'hang-up' });
      const { tab, card } = await openCard();
      await clickInFrame(tab, card.frame, named(lookUp.do));
      await waitForText(card.frame, lookUp.state.unreachable({ host }));
      // What the card said before still stands, with what can be done about the name.
      expect((await waitForCard(tab, words.notInStore)).text).toContain(unknown);
      await findControl(card.frame, named(wrongName.open));
      wiki.misbehave({ kind: 'status', status: 429, headers: { 'retry-after': '9' } });
      await clickInFrame(tab, card.frame, named(words.retry));
      await waitForText(card.frame, lookUp.state.tooMany({ host, when: 'in 9 seconds' }));
      wiki.misbehave({ kind: 'body', body: '<html>' });
      await clickInFrame(tab, card.frame, named(words.retry));
      await waitForText(card.frame, lookUp.state.page({ host }));
      wiki.misbehave(null);
      await clickInFrame(tab, card.frame, named(words.retry));
      await findControl(card.frame, new RegExp(`^${unknown}`));
      await tab.close();
    });

    test('is kept with its source, known on the page at once, and there without a network', async () => {
      await useWiki();
      const { tab, card } = await openCard();
      await clickInFrame(tab, card.frame, named(lookUp.do));
      await clickInFrame(tab, card.frame, new RegExp(`^${unknown}`));
      const known = await waitForCard(tab, 'Minister of Harbours');
      expect(known.text).toContain('2021');
      const picture: ShownPicture = {
        width: 250,
        alt: words.card.pictureOf({ name: unknown }),
        credit: 'Picture · Ada & Co · CC BY 4.0',
      };
      expect(await waitForPicture(known.frame)).toEqual(picture);
      const { desk } = session();
      const [kept] = await desk.askBackground<readonly EntityBrief[]>('searchStore', { query: unknown });
      const edit: Edit = { kind: 'delete', id: kept?.id ?? asEntityId('') };
      const deleted = await desk.askBackground<Result<Edited, EditFailure>>('edit', { edit });
      const { history } = deleted.ok ? deleted.value : { history: '' };
      await waitFor('no picture', async () => ((await known.frame.evaluate(hasRoomForPicture, null)) ? null : true));
      await desk.askBackground('undo', { history });
      expect(await waitForPicture(known.frame)).toEqual(picture);
      await tab.close();
      const asked = wiki.asked.length;
      wiki.misbehave({ kind: 'hang-up' });
      const { tab: again, reading, card: later } = await openCard();
      const id = reading.figures.find(({ name }) => name === unknown)?.entity ?? '';
      expect(id).toMatch(/^wd:Q/);
      await waitForText(later.frame, 'Minister of Harbours');
      expect(await waitForPicture(later.frame)).toEqual(picture);
      // Nor could anything in a card fetch a picture by showing it.
      expect(await later.frame.evaluate(showsImage, `${wiki.url}/thumb/500px-other.png`)).toBe(false);
      expect(wiki.asked.length).toBe(asked);
      wiki.misbehave(null);
      const other = await chooseFigure(
        again,
        reading,
        ({ entity, type }) => entity !== null && entity !== id && type === 'person',
      );
      await hoverWords(again, other.words);
      const plain = await waitForCard(again, other.subject.name);
      await waitForText(plain.frame, new RegExp(words.card.facts, 'i'));
      expect(await plain.frame.evaluate(hasRoomForPicture, null)).toBe(false);
      const library = await session().driver.open('about:blank');
      await library.goto(`${session().driver.origin}library.html#/entity/${encodeURIComponent(id)}`);
      await waitForText(library, words.library.change.lookUp({ detail: unknown }));
      await waitFor('its picture', () => library.evaluate(readLibraryPicture, null));
      await Promise.all([again.close(), library.close()]);
    });

    test('of a name that no wiki has says so', async () => {
      await useWiki();
      const library = await session().driver.open('about:blank');
      await library.goto(`${session().driver.origin}library.html#/look-up?name=${encodeURIComponent('Nobody At All')}`);
      await waitForText(library, lookUp.state.nothing({ host: new URL(wiki.url).host }));
      await library.close();
    });

    test('on the library’s own page leads from a list of meanings to one of them', async () => {
      await useWiki();
      const library = await session().driver.open('about:blank');
      await library.goto(`${session().driver.origin}library.html#/look-up?name=Vestergren`);
      await library.bringToFront();
      await clickControl(library, new RegExp(`^Vestergren${lookUp.state.disambiguation}`));
      await clickControl(library, /^Orla Vestergren \(painter\)/);
      await waitForText(library, 'Vellandic painter');
      await waitForText(library, new RegExp(words.library.part.facts, 'i'));
      await library.close();
    });
  });

  describe('a wrong name', () => {
    test('is corrected on the page and in the store, and stays so', async () => {
      await session().set({});
      const { tab, reading } = await session().read('earlier.html');
      await tab.bringToFront();
      const { subject, words: said } = await chooseFigure(
        tab,
        reading,
        ({ entity, type }) => entity !== null && type === 'person',
      );
      await hoverWords(tab, said);
      const card = await waitForCard(tab, subject.name);
      await clickInFrame(tab, card.frame, named(wrongName.open));
      await waitFor('the whole question in view', () => card.frame.evaluate(hasFieldInView, null));
      await clickInFrame(tab, card.frame, named(wrongName.new));
      await card.frame.evaluate(() => {
        const field = [...document.querySelectorAll('input')].find(({ type }) => type !== 'radio');
        field?.focus();
        field?.select();
      }, null);
      await tab.type('Quite Another');
      await clickInFrame(tab, card.frame, named(words.library.save));
      await waitForCard(tab, 'Quite Another');
      await tab.close();
      const { tab: again, reading: then } = await session().read('earlier.html');
      const names = await waitFor('the corrected name', async () =>
        then.figures.some(({ name }) => name === 'Quite Another') ? then.figures.map(({ name }) => name) : null,
      );
      expect(names).not.toContain(subject.name);
      await again.close();
    });
  });
}
