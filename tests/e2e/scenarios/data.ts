import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { clickControl, findControl, named, waitForText } from '../harness/controls.ts';
import { fillField } from '../harness/forms.ts';
import type { Session } from '../harness/session.ts';

const { data, library } = words;

/** Keeps what the page hands to the browser to be saved, for a driver cannot look into a download. */
function catchSaving(): void {
  const scope = globalThis as unknown as { saved?: Promise<string> };
  const original = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object: Blob | MediaSource): string => {
    if (object instanceof Blob)
      scope.saved = object.arrayBuffer().then((bytes) => {
        let text = '';
        for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
        return btoa(text);
      });
    return original(object);
  };
  HTMLAnchorElement.prototype.click = () => undefined;
}

const readSaved = async (): Promise<string | null> =>
  (await (globalThis as unknown as { saved?: Promise<string> }).saved) ?? null;

/** The same, once. */
const takeSaved = async (): Promise<string | null> => {
  const scope = globalThis as unknown as { saved?: Promise<string> };
  const saved = (await scope.saved) ?? null;
  delete scope.saved;
  return saved;
};

/** Puts a file into the page's file field as a person would by choosing it. */
function chooseFile({ base64, name }: { readonly base64: string; readonly name: string }): boolean {
  const field = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (field === null) return false;
  const transfer = new DataTransfer();
  transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
  field.files = transfer.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** IndexedDB as if the browser had cleared it. */
async function emptyStore(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('sidelight');
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error('not deleted')));
  });
}

export function describeData(session: () => Session): void {
  const open = async (hash: string): Promise<Tab> => {
    const tab = await session().driver.open('about:blank');
    await tab.goto(`${session().driver.origin}library.html${hash}`);
    await tab.bringToFront();
    return tab;
  };
  const create = async (tab: Tab, name: string): Promise<void> => {
    await clickControl(tab, named(library.create));
    await fillField(tab, named(library.field.name), name);
    await fillField(tab, named(library.field.description), 'Made by a test');
    await clickControl(tab, named(library.save));
    await waitForText(tab, 'Made by a test');
  };

  describe('the store', () => {
    test('goes out whole and comes in again, with its conflicts shown before', async () => {
      const tab = await open('');
      await create(tab, 'Quilla Exported');
      await clickControl(tab, named(library.data));
      await waitForText(tab, data.outWhy);
      await tab.evaluate(catchSaving, null);
      await clickControl(tab, named(data.whole));
      const base64 = await waitFor('a saved file', () => tab.evaluate(readSaved, null));
      await clickControl(tab, named(library.names));
      await fillField(tab, named(library.search), 'Quilla');
      await clickControl(tab, named('Quilla Exported'));
      await clickControl(tab, named(library.edit));
      await fillField(tab, named(library.field.name), 'Quilla Changed');
      await clickControl(tab, named(library.save));
      await waitForText(tab, 'Quilla Changed');
      await clickControl(tab, named(library.data));
      await findControl(tab, named(data.whole));
      expect(await tab.evaluate(chooseFile, { base64, name: 'sidelight.jsonl.gz' })).toBe(true);
      await waitForText(tab, data.conflicts);
      await clickControl(tab, named(`${data.usual} ${data.theirs}`));
      await clickControl(tab, named(data.do));
      await waitForText(tab, /records? imported/);
      await clickControl(tab, named(library.names));
      await fillField(tab, named(library.search), 'Quilla');
      await clickControl(tab, named('Quilla Exported'));
      await tab.close();
    });

    test('goes out as JSON-LD and as a table, and comes in from either without a change', async () => {
      const tab = await open('');
      await create(tab, 'Zora Elsewhere');
      await clickControl(tab, named(library.data));
      await waitForText(tab, data.outWhy);
      await tab.evaluate(catchSaving, null);
      for (const [button, name] of [
        [data.jsonLd, 'names.jsonld'],
        [data.entities, 'names.csv'],
      ] as const) {
        await clickControl(tab, named(button));
        const base64 = await waitFor('a saved file', () => tab.evaluate(takeSaved, null));
        expect(Buffer.from(base64, 'base64').toString()).toContain('Zora Elsewhere');
        await tab.evaluate(chooseFile, { base64, name });
        await waitForText(tab, data.nothing);
        await clickControl(tab, named(library.cancel));
      }
      await clickControl(tab, named(library.names));
      await fillField(tab, named(library.search), 'Zora');
      await clickControl(tab, named('Zora Elsewhere'));
      await clickControl(tab, named(library.action.exportMarkdown));
      const markdown = await waitFor('a saved page', () => tab.evaluate(takeSaved, null));
      expect(Buffer.from(markdown, 'base64').toString()).toMatch(/^# Zora Elsewhere\n[^]*Made by a test/u);
      await tab.close();
    });

    test('takes in a table of names, and refuses what is none', async () => {
      const tab = await open('#/data');
      await waitForText(tab, data.inWhy);
      const toBase64 = (text: string): string => Buffer.from(text).toString('base64');
      await tab.evaluate(chooseFile, { base64: toBase64('a,b\n1,2\n'), name: 'x.csv' });
      await waitForText(tab, data.refused.file.noNameColumn);
      const csv = 'name,type,aliases,description\nTabula Rasa,organisation,TR | T.R.,From a table\n';
      await tab.evaluate(chooseFile, { base64: toBase64(csv), name: 'x.csv' });
      await clickControl(tab, named(data.do));
      await waitForText(tab, /1 record imported/);
      await clickControl(tab, named(library.names));
      await fillField(tab, named(library.search), 'T.R.');
      await clickControl(tab, named('Tabula Rasa'));
      await waitForText(tab, 'From a table');
      await tab.close();
    });

    test('coming in can be stopped, and then nothing of the file is there', async () => {
      const count = 8_000;
      const rows = Array.from({ length: count }, (_, at) => ({
        table: 'entities',
        row: { id: `local:e-stopped${at}`, type: 'person', name: `Stopped ${at}`, aliases: [], description: '' },
      }));
      const header = { format: 'sidelight-store', version: 1, created: '2026-11-27T09:00:00.000Z', packs: [] };
      const lines = [header, ...rows, { end: count }].map((line) => JSON.stringify(line)).join('\n');
      const file = { base64: gzipSync(lines).toString('base64'), name: 'many.jsonl.gz' };
      const tab = await open('#/data');
      await waitForText(tab, data.inWhy);
      await tab.evaluate(chooseFile, file);
      await clickControl(tab, named(data.do));
      await clickControl(tab, named(words.stop));
      await waitForText(tab, data.stopped);
      await tab.evaluate(chooseFile, file);
      await waitForText(tab, data.added({ count }));
      await tab.close();
    });

    test('that was emptied is filled again from its backup, and says so', async () => {
      const tab = await open('');
      await create(tab, 'Phoenix Restored');
      await clickControl(tab, named(library.data));
      await clickControl(tab, named(data.backUpNow));
      await waitForText(tab, data.backedUp);
      await tab.goto('about:blank');
      await session().driver.killBackground();
      await session().desk.tab.evaluate(emptyStore, null);
      const again = await open('');
      await waitForText(again, data.notice.emptied);
      await fillField(again, named(library.search), 'Phoenix');
      await clickControl(again, named('Phoenix Restored'));
      await clickControl(again, named(data.notice.dismiss));
      await Promise.all([tab.close(), again.close()]);
    });
  });
}
