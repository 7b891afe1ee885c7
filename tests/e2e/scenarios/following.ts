import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { Figure, PageReading } from '../../../lib/model/reading.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { findCard, hoverWords, waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { chooseFigure } from '../harness/choice.ts';
import { clickControl, clickInFrame, findControl, named, waitForText } from '../harness/controls.ts';
import { chooseOption, fillField } from '../harness/forms.ts';
import { openOwnPage, openPanel } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

const { library } = words;

/** An article that stands open in one tab while its reader's store is changed in another. */
export function describeFollowing(session: () => Session): void {
  describe('an open article follows the store', () => {
    let article: Tab;
    let reading: PageReading;
    let url: string;
    let owned: Tab;

    beforeAll(async () => {
      await session().set({});
      ({ tab: article, reading, url } = await session().read('article.html'));
      owned = await openOwnPage(session(), 'library.html');
    });
    afterEach(async () => {
      await article.bringToFront();
      for (let left = 4; left > 0 && (await findCard(article)) !== null; left -= 1) await article.press('Escape');
      await article.moveMouse({ x: 3, y: 3 });
      await waitForNoCard(article);
    });
    afterAll(async () => {
      await Promise.all([article.close(), owned.close()]);
    });

    const figure = async (name: string): Promise<Figure | undefined> =>
      (await session().desk.reading(url)).figures.find((each) => each.name === name || each.forms.includes(name));
    /** As the article has it once its reader looks at it again; a tab in the background waits till then. */
    const waitForFigure = async (name: string, passes: (figure: Figure) => boolean): Promise<Figure> => {
      await article.bringToFront();
      return waitFor(`another ${name}`, async () => {
        const found = await figure(name);
        return found !== undefined && passes(found) ? found : null;
      });
    };
    const unknown = (nth: number): Figure => {
      const found = reading.figures.filter(({ entity, candidates }) => entity === null && candidates.length === 0)[nth];
      if (found === undefined) throw new Error(`the store knows all but ${nth} of the page's figures`);
      return found;
    };
    const create = async ({ type }: Figure, name: string, description: string): Promise<void> => {
      await owned.bringToFront();
      await clickControl(owned, named(library.create));
      await fillField(owned, named(library.field.name), name);
      await chooseOption(owned, named(library.field.type), words.type[type].one);
      await fillField(owned, named(library.field.description), description);
      await clickControl(owned, named(library.save));
      await waitForText(owned, description);
    };

    test('a name that is added in the library is known on it, and unknown again once that is undone', async () => {
      const subject = unknown(0);
      const { name } = subject;
      await create(subject, name, 'Somebody of that name');
      await waitForFigure(name, ({ entity }) => entity !== null);
      await hoverWords(article, { words: name });
      await waitForCard(article, 'Somebody of that name');
      await article.press('Escape');
      await waitForNoCard(article);

      await owned.bringToFront();
      await clickControl(owned, named(library.undo));
      await waitForText(owned, library.undone);
      await waitForFigure(name, ({ entity }) => entity === null);
      await hoverWords(article, { words: name });
      const { frame } = await waitForCard(article, name);
      await waitForText(frame, new RegExp(words.notInStore, 'i'));
    });

    test('two entries of one name are one on it once they are merged, and two again once they are parted', async () => {
      const subject = unknown(1);
      const { name } = subject;
      await create(subject, name, 'The first of the two');
      await create(subject, name, 'The second of the two');
      await waitForFigure(name, ({ candidates }) => candidates.length === 2);
      await owned.bringToFront();
      await clickControl(owned, named(library.action.merge));
      await fillField(owned, named(library.field.find), name);
      await clickControl(owned, new RegExp(`^${name} ?The first of the two`));
      await clickControl(owned, named(library.merge.do({ name })));
      await waitForFigure(name, ({ entity, candidates }) => entity !== null && candidates.length === 0);
      await hoverWords(article, { words: name });
      await waitForCard(article, 'The second of the two');
      await article.press('Escape');
      await waitForNoCard(article);

      await owned.bringToFront();
      await clickControl(owned, named(library.action.part({ name })));
      await waitForFigure(name, ({ candidates }) => candidates.length === 2);
    });

    test('an entry that is split leaves its name to the other', async () => {
      const subject = unknown(2);
      const { name } = subject;
      await create(subject, `Both of ${name}`, 'One for two');
      await clickControl(owned, named(library.action.addName));
      await fillField(owned, named(library.field.alias), name);
      await clickControl(owned, named(library.save));
      await findControl(owned, named(library.action.removeName({ name })));
      const both = await waitForFigure(name, ({ entity }) => entity !== null);
      await owned.bringToFront();
      await clickControl(owned, named(library.action.split));
      await fillField(owned, named(library.field.name), `Other of ${name}`);
      await clickControl(owned, named(name));
      await clickControl(owned, named(library.split.do));
      await waitForFigure(name, ({ entity }) => entity !== null && entity !== both.entity);
      await hoverWords(article, { words: name });
      await waitForCard(article, `Other of ${name}`);
    });

    test('a card that is pinned says what the store says now', async () => {
      const { subject, words: place } = await chooseFigure(
        article,
        await session().desk.reading(url),
        ({ entity, description }) => entity !== null && description !== '',
      );
      await article.bringToFront();
      await hoverWords(article, place);
      const { frame, text } = await waitForCard(article, subject.name);
      await clickInFrame(article, frame, named(words.card.pin));
      expect(text).not.toContain('Noted meanwhile');
      const notes = await openOwnPage(session(), `library.html#/entity/${encodeURIComponent(subject.entity ?? '')}`);
      await clickControl(notes, named(library.action.addNote));
      await fillField(notes, named(library.field.note), 'Noted meanwhile');
      await clickControl(notes, named(library.save));
      await waitForText(notes, 'Noted meanwhile');
      await article.bringToFront();
      await waitForText(frame, 'Noted meanwhile');
      await notes.close();
    });

    test('what is put right in the side panel is right on it, and the panel follows', async () => {
      const name = unknown(3).name;
      const panel = await openPanel(session(), 'sidepanel', url);
      await clickControl(panel, named(name));
      await clickControl(panel, named(words.card.addToStore));
      await fillField(panel, named(library.field.description), 'Put right beside the page');
      await clickControl(panel, named(library.save));
      await waitForFigure(name, ({ entity }) => entity !== null);
      await panel.bringToFront();
      await waitForText(panel, 'Put right beside the page');
      await article.bringToFront();
      await article.bringToFront();
      await hoverWords(article, { words: name });
      await waitForCard(article, 'Put right beside the page');
      await panel.close();
    });
  });
}
