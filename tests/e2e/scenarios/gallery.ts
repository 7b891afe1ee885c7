import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../../scripts/drive/driver.ts';
import { waitFor } from '../../../scripts/drive/driver.ts';
import type { Site } from '../../../scripts/serve.ts';
import { pictureOf } from '../../../scripts/gallery/pictures.ts';
import { findFaults } from '../harness/faults.ts';
import { findOverflow } from '../harness/overflow.ts';
import type { Session } from '../harness/session.ts';

const example = '.gallery__stage';

/** The least that a reader may ask of a page's text. */
const wideText = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** Every component in all its states, as each language and each width has it. */
export function describeGallery(session: () => Session, gallery: () => Site): void {
  describe('the gallery', () => {
    /** One for each language, as it stands once all of it is there. */
    const shown = new Map<string, Tab>();

    beforeAll(() => session().set({ paused: true }));
    afterAll(async () => {
      for (const tab of shown.values()) await tab.close();
    });

    const open = async (language: string): Promise<Tab> => {
      const tab = await session().driver.open(`${gallery().url}?lang=${language}`);
      await waitFor('the gallery', () =>
        tab.evaluate(() => (document.querySelectorAll('.gallery__stage').length > 40 ? true : null), null),
      );
      await tab.evaluate(() => document.fonts.ready.then(() => null), null);
      return tab;
    };
    const show = async (language: string, width: number): Promise<Tab> => {
      const tab = shown.get(language) ?? (await open(language));
      shown.set(language, tab);
      await tab.resize({ width, height: 900 });
      return tab;
    };
    /** Closes the page of a language that a test has changed. */
    const leave = async (language: string): Promise<void> => {
      await shown.get(language)?.close();
      shown.delete(language);
    };

    // Longest words first; 320 pixels are what a reader sees of 1280 at 400% zoom.
    test.each([
      ['pseudo', 1280],
      ['pseudo', 320],
      ['de', 320],
      ['ru', 320],
      ['ar', 1280],
      ['ar', 320],
    ] as const)('in %s, %i pixels wide, all text has its place', async (language, width) => {
      const tab = await show(language, width);
      expect(await tab.evaluate(findOverflow, example)).toEqual([]);
    });

    test('it has no fault that axe finds, and no two of its elements have one id', async () => {
      const tab = await show('', 1280);
      const faults = await findFaults(tab);
      // Several panels on one page have several mains, by intent, and its examples no heading of the first order.
      expect(faults.filter((fault) => !/^(?:landmark-|page-has-heading-one|region|heading-order)/.test(fault))).toEqual(
        [],
      );
      const ids = await tab.evaluate(() => Array.from(document.querySelectorAll('[id]'), ({ id }) => id), null);
      expect(ids.length).toBeGreaterThan(100);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    });

    test('the label of a fact keeps its words whole', async () => {
      const tab = await show('', 1280);
      const lines = await tab.evaluate((word) => {
        const labels = [...document.querySelectorAll('.facts__label')];
        for (const label of labels) label.textContent = word;
        const range = document.createRange();
        return labels.map((label) => {
          range.selectNodeContents(label);
          return range.getClientRects().length;
        });
      }, 'Zugehörigkeit');
      await leave('');
      expect(lines.length).toBeGreaterThan(3);
      expect(new Set(lines)).toEqual(new Set([1]));
    });

    test('on a narrow first page everything begins on one line', async () => {
      const tab = await show('de', 320);
      const lines = await tab.evaluate(() => {
        const parts = document.querySelectorAll(':is(.welcome__icon, .welcome__lead, .welcome__title, .welcome__foot)');
        return [...parts].map((each) => Math.round(each.getBoundingClientRect().left));
      }, null);
      expect(lines.length).toBeGreaterThan(5);
      expect(new Set(lines).size).toBe(1);
    });

    test('text as wide as WCAG 1.4.12 has it has its place', async () => {
      const tab = await show('de', 320);
      await tab.evaluate((rules) => {
        const sheet = document.createElement('style');
        sheet.textContent = rules;
        document.head.append(sheet);
      }, wideText);
      expect(await tab.evaluate(findOverflow, example)).toEqual([]);
      await leave('de');
    });

    test.each(['es', 'de', 'ru'])('in %s the tabs of a popup stand in one row, its foot in two', async (language) => {
      const tab = await show(language, 480);
      const { rows, foot } = await tab.evaluate(() => {
        const panel = document.querySelector('.gallery__panel');
        const tabs = panel?.querySelectorAll('.tabs__tab') ?? [];
        // Numbers of three digits are the most that a page has.
        for (const each of tabs) each.querySelector('.tabs__count')?.replaceChildren('128');
        const parts = panel?.querySelectorAll('.panel__controls > *') ?? [];
        return {
          rows: [...tabs].map((each) => Math.round(each.getBoundingClientRect().top)),
          foot: [...parts].map((each) => {
            const { top, bottom } = each.getBoundingClientRect();
            return { top, bottom };
          }),
        };
      }, null);
      const [marks, dossier, counts, buttons] = foot;
      expect(dossier?.top).toBeLessThan(marks?.bottom ?? 0);
      expect(counts?.top).toBeGreaterThan(marks?.bottom ?? 0);
      expect(buttons?.top).toBeLessThan(counts?.bottom ?? 0);
      expect(rows).toHaveLength(4);
      expect(new Set(rows).size).toBe(1);
      await tab.evaluate(() => void (document.documentElement.style.fontSize = '150%'), null);
      expect(await tab.evaluate(findOverflow, '.gallery__panel')).toEqual([]);
      await leave(language);
    });

    test.each(['', 'de', 'ru', 'ar'])(
      'in "%s" the tabs of a narrow side panel stand in one row, or two and two',
      async (language) => {
        for (const width of [240, 280, 320, 351]) {
          const tab = await show(language, width + 64);
          const tabs = await tab.evaluate(() => {
            const tabs = document.querySelector('.gallery__panel .tabs')?.querySelectorAll('.tabs__tab') ?? [];
            return [...tabs].map((each) => {
              const { top, height } = each.getBoundingClientRect();
              return { top: Math.round(top), height: Math.round(height) };
            });
          }, null);
          const [one, two, three, four] = tabs.map(({ top }) => top);
          expect([two, four], `${width}`).toEqual([one, three]);
          // No tab has its number on a line of its own, but where half of the width is too little for its word.
          if (width >= 280) expect(new Set(tabs.map(({ height }) => height)).size, `${width}`).toBe(1);
          expect(await tab.evaluate(findOverflow, '.gallery__panel')).toEqual([]);
        }
      },
    );

    test('in Arabic a fact in Latin letters begins where everything around it begins', async () => {
      const tab = await show('ar', 320);
      const sides = await tab.evaluate(
        () => [...document.querySelectorAll('.fact-value__words')].map((each) => getComputedStyle(each).textAlign),
        null,
      );
      expect(new Set(sides)).toEqual(new Set(['right']));
    });

    test.each(['', 'ru', 'ar'])('in "%s" no dot between two parts begins or ends a line', async (language) => {
      let between = 0;
      let cutOff = 0;
      for (const width of [240, 280, 320, 360]) {
        const tab = await show(language, width + 64);
        const dots = await tab.evaluate(
          () =>
            [...document.querySelectorAll('.parted__dot')].flatMap((dot) => {
              // In a list that gives way to what was opened from it.
              if (dot.getClientRects().length === 0) return [];
              const line = dot.closest('.parted')?.getBoundingClientRect();
              const before = [...(dot.parentElement?.previousElementSibling?.getClientRects() ?? [])].at(-1);
              const own = dot.getBoundingClientRect();
              if (line === undefined || before === undefined) throw new Error('a dot with nothing before it');
              const [part] = dot.nextElementSibling?.getClientRects() ?? [];
              return {
                seen: own.left >= line.left - 0.5 && own.right <= line.right + 0.5,
                isAfter: own.bottom > before.top && own.top < before.bottom,
                isBefore: part !== undefined && own.bottom > part.top && own.top < part.bottom,
                isOneLine: part !== undefined && own.height < 1.5 * part.height,
              };
            }),
          null,
        );
        expect(dots.filter(({ seen, isAfter, isBefore }) => seen && !(isAfter && isBefore))).toEqual([]);
        expect(dots.filter(({ isOneLine }) => !isOneLine)).toEqual([]);
        between += dots.filter(({ seen }) => seen).length;
        cutOff += dots.filter(({ seen }) => !seen).length;
      }
      expect(between).toBeGreaterThan(20);
      expect(cutOff).toBeGreaterThan(5);
    });

    test.each([240, 280, 372])('in a card of %i pixels no long name breaks within a word', async (width) => {
      const tab = await show('', width + 64);
      const broken = await tab.evaluate(() => {
        const names = [...document.querySelectorAll('[aria-label^="Card: One word"] .card-header__name bdi')];
        return names.map((name) => {
          const text = name.firstChild;
          if (!(text instanceof Text)) throw new Error('a name is one text');
          return [...text.data.matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]+/gu)].filter((part) => {
            const range = document.createRange();
            range.setStart(text, part.index);
            range.setEnd(text, part.index + part[0].length);
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
          });
        });
      }, null);
      expect(broken).toEqual([[], [], [], []]);
      expect(await tab.evaluate(findOverflow, '.gallery__card')).toEqual([]);
    });

    test.each(['de', 'ru'])('in %s no word of the library breaks, however narrow it is', async (language) => {
      const tab = await show(language, 320);
      const broken = await tab.evaluate(() => {
        const places = document.querySelectorAll('.library__nav a, .toast, .history__line > *');
        return [...places].flatMap((place) => {
          const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            for (const word of (node.textContent ?? '').matchAll(/\p{L}+/gu)) {
              const range = document.createRange();
              range.setStart(node, word.index);
              range.setEnd(node, word.index + word[0].length);
              if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word[0]);
            }
          }
          return found;
        });
      }, null);
      expect(broken).toEqual([]);
    });

    test('in forced colours what is chosen looks other than what is not, and its ring other than that', async () => {
      const tab = await show('', 1280);
      await tab.setWishes?.({ forcedColours: true, lessMotion: false });
      const looks = await tab.evaluate(() => {
        const look = (selector: string): readonly string[] => {
          const found = document.querySelector(`.gallery__stage ${selector}`);
          if (found === null) throw new Error(`the gallery has no ${selector}`);
          const ground = getComputedStyle(document.body).backgroundColor;
          const { backgroundColor, borderInlineStart, outlineStyle } = getComputedStyle(found);
          const isClear = backgroundColor.endsWith(', 0)');
          return [`${isClear ? ground : backgroundColor} ${borderInlineStart}`, outlineStyle];
        };
        const pairs = [
          ['.choice__option:has(:checked)', '.choice__option:not(:has(:checked))'],
          ['.icon-button[aria-pressed="true"]', '.icon-button[aria-pressed="false"]'],
          ['.library__rows .row[aria-current]', '.library__rows .row:not([aria-current])'],
          ['.sample__name[aria-pressed="true"]', '.sample__name[aria-pressed="false"]'],
        ] as const;
        return pairs.map(([one, other]) => ({ of: one, looks: [look(one), look(other)] as const }));
      }, null);
      await tab.setWishes?.({ forcedColours: false, lessMotion: false });
      for (const {
        of,
        looks: [chosen, other],
      } of looks) {
        expect(chosen[0], of).not.toBe(other[0]);
        expect(chosen[1], of).toBe(other[1]);
      }
    });

    test('in forced colours no drawing has words in a colour of its own', async () => {
      const tab = await show('', 1280);
      await tab.setWishes?.({ forcedColours: true, lessMotion: false });
      const own = await tab.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        const system = ['CanvasText', 'LinkText', 'HighlightText', 'GrayText'].map((colour) => {
          probe.style.color = colour;
          return getComputedStyle(probe).color;
        });
        probe.remove();
        const texts = [...document.querySelectorAll('.gallery__stage svg text')];
        if (texts.length < 20) throw new Error('hardly any words are drawn');
        return texts.flatMap((text) =>
          system.includes(getComputedStyle(text).fill)
            ? []
            : [`${text.parentElement?.getAttribute('class')}: ${text.textContent}`],
        );
      }, null);
      await tab.setWishes?.({ forcedColours: false, lessMotion: false });
      expect(own).toEqual([]);
    });

    test('a picture that moves stands still', async () => {
      const which = { name: 'moving', title: 'Card: A picture that moves', width: 436, height: 240 };
      const tab = await session().driver.open('about:blank');
      const first = await pictureOf(tab, gallery().url, which, 'light');
      const colour = await tab.evaluate(() => {
        const image = document.querySelector('[aria-label="Card: A picture that moves"] img');
        const drawn = document.createElement('canvas').getContext('2d');
        if (!(image instanceof HTMLImageElement) || drawn === null) return null;
        drawn.drawImage(image, 0, 0);
        return [...drawn.getImageData(0, 0, 1, 1).data];
      }, null);
      expect(colour).toEqual([61, 79, 184, 255]);
      // Its frames take a tenth of a second each.
      for (let look = 0; look < 8; look += 1) {
        await sleep(70);
        expect(first.equals(await tab.screenshot())).toBe(true);
      }
      await tab.close();
    });

    test('in a longer language nothing is left as it is written in the sources', async () => {
      const tab = await show('pseudo', 1280);
      const plain = await tab.evaluate(() => {
        const controls = document.querySelectorAll('.gallery__stage :is(button, summary, legend, dt, h2, h3)');
        return [...controls].flatMap((control) => {
          const text = (control.textContent ?? '').trim();
          const isOurs = control.closest('bdi, .sample__text') === null && control.querySelector('bdi') === null;
          return isOurs && /[a-z]{4}/i.test(text) && !text.includes('[') ? [text] : [];
        });
      }, null);
      // Names of formats are the same in every language.
      expect([...new Set(plain)].filter((text) => !/^(?:Markdown|JSON-LD|CSV)$/.test(text))).toEqual([]);
    });
  });
}
