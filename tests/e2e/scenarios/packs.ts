import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dateWords } from '../../../components/dates.ts';
import { words } from '../../../lib/i18n/words.ts';
import { createSigningKey, fingerprintOf } from '../../../lib/pack/signature.ts';
import type { PackOverview } from '../../../lib/message/protocol.ts';
import type { InstalledPack } from '../../../lib/model/pack.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { clickControl, findControl, named, waitForText } from '../harness/controls.ts';
import { feedOf, makePack, makePatch, personOf, versionOf } from '../harness/made-packs.ts';
import { type PackServer, servePacks } from '../harness/pack-server.ts';
import type { Session } from '../harness/session.ts';

/** Packs from a file and from an address, as a reader adds, updates, takes back and removes them. */
export function describePacks(session: () => Session): void {
  let server: PackServer;
  let options: Tab;
  let key: Awaited<ReturnType<typeof createSigningKey>>;
  const small = { id: 'test-people', title: 'People of tests', people: 3_000 };

  const overview = (): Promise<PackOverview> => session().desk.askBackground<PackOverview>('packs', {});
  const findPack = async (id: string): Promise<InstalledPack | null> =>
    (await overview()).packs.find((pack) => pack.id === id) ?? null;
  const search = async (query: string): Promise<readonly string[]> => {
    const found = await session().desk.askBackground<readonly { name: string }[]>('searchStore', { query });
    return found.map(({ name }) => name);
  };
  const enter = async (url: string): Promise<void> => {
    await options.bringToFront();
    await clickControl(options, named(words.packs.address));
    await options.type(url);
    await options.press('Enter');
  };
  const dismiss = (): Promise<void> => clickControl(options, named(words.packs.dismiss));

  describe('packs', () => {
    beforeAll(async () => {
      key = await createSigningKey();
      server = await servePacks();
      options = await session().driver.open(`${session().driver.origin}options.html`);
    });
    afterAll(async () => {
      await options.close();
      await server.close();
    });

    test('the section lists what comes with the extension', async () => {
      const shown = await waitForText(options, words.packs.shipped);
      for (const { title } of (await overview()).packs) expect(shown).toContain(title);
    });

    test('an address that is not secure is refused before anything is asked', async () => {
      await enter('http://example.org/pack.json');
      await waitForText(options, words.packs.wrongAddress);
      expect(server.log).toEqual([]);
      await clickControl(options, named(words.packs.address));
      for (let i = 0; i < 40; i += 1) await options.press('Backspace');
    });

    test('a feed is followed, its publisher is asked about, and the pack answers', async () => {
      const pack = await makePack({ ...small, version: 0 }, key);
      server.put('test-people.slpack', pack);
      server.put('test-people.json', feedOf(small.id, 0, pack, null));
      await enter(server.at('test-people.json'));
      await waitForText(options, await fingerprintOf(key.x));
      expect(await findPack(small.id)).toBeNull();
      await clickControl(options, named(words.packs.accept));
      await waitForText(options, words.packs.added({ version: versionOf(0) }));
      expect(await findPack(small.id)).toMatchObject({ entities: 3_000, publisher: 'The Test Press' });
      expect(await search(personOf({ ...small, version: 0 }, 4))).toContain(personOf({ ...small, version: 0 }, 4));
      await dismiss();
    });

    test('a subscription brings the next version as a patch, and says what changed', async () => {
      const before = await makePack({ ...small, version: 0 }, key);
      const pack = await makePack({ ...small, version: 1 }, key);
      const patch = await makePatch(pack, before);
      expect(patch.length).toBeLessThan(pack.length);
      server.put('test-people.slpack', pack);
      server.put('test-people.slpatch', patch);
      server.put('test-people.json', feedOf(small.id, 1, pack, patch));
      server.log.length = 0;
      await clickControl(options, named(words.packs.updateNow));
      await waitForText(options, words.packs.added({ version: versionOf(1) }));
      expect(server.log).toEqual(['GET test-people.json', 'GET test-people.slpatch']);
      // A count and its word stay together at a line's end.
      await waitForText(options, words.packs.counted.changed({ count: 10 }).replaceAll(' ', '\u00a0'));
      expect(await search(personOf({ ...small, version: 1 }, 4))).toContain(personOf({ ...small, version: 1 }, 4));
      await dismiss();
    });

    test('the same again costs a tag, no more', async () => {
      server.log.length = 0;
      await clickControl(options, named(words.packs.updateNow));
      await waitForText(options, words.packs.current);
      expect(server.log).toEqual(['GET test-people.json 304']);
    });

    test('back to the version before, which is then left alone', async () => {
      await clickControl(options, named(words.packs.goBack({ version: versionOf(0) })));
      await waitFor('the version before', async () =>
        (await findPack(small.id))?.version === versionOf(0) ? true : null,
      );
      await waitFor('no word of the update before', async () =>
        (await options.evaluate(() => document.body.innerText, null)).includes(words.packs.current) ? null : true,
      );
      await clickControl(options, named(words.packs.updateNow));
      await waitForText(options, words.packs.current);
      expect((await findPack(small.id))?.version).toBe(versionOf(0));
      await dismiss();
    });

    test('by its alarm the background asks for what is due, with no page open for it', async () => {
      const pack = await makePack({ ...small, version: 2 }, key);
      server.put('test-people.slpack', pack);
      server.put('test-people.json', feedOf(small.id, 2, pack, null));
      await session().desk.tab.evaluate(makeDue, small.id);
      await session().driver.killBackground();
      await session().desk.tab.evaluate(ringAlarm, 'pack-updates');
      await waitFor(
        'the update by alarm',
        async () => ((await findPack(small.id))?.version === versionOf(2) ? true : null),
        30_000,
      );
      const { subscription } = (await findPack(small.id)) ?? { subscription: null };
      expect((subscription?.nextAt ?? 0) - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
    });

    test('where the server has nothing any more it is said, and what is there stays', async () => {
      server.drop('test-people.json');
      await clickControl(options, named(words.packs.updateNow));
      await waitForText(options, words.packFailure.notFound({ url: server.at('test-people.json') }));
      expect((await findPack(small.id))?.subscription?.trouble).toMatchObject({ code: 'RemoteRefused', status: 404 });
      expect((await findPack(small.id))?.version).toBe(versionOf(2));
      await dismiss();
    });

    const whole = { ...small, version: 3 };
    const changed = async (change: (bytes: Uint8Array) => void) => {
      const bytes = await makePack(whole, key);
      change(bytes);
      return bytes;
    };
    test.each([
      [
        'a changed byte',
        () => changed((bytes) => bytes.set([(bytes.at(-9) ?? 0) ^ 1], bytes.length - 9)),
        /was changed: it has another hash/u,
      ],
      [
        'a changed header',
        () => changed((bytes) => bytes.set([0x58], bytes.indexOf(0x50, 120))),
        words.packFailure.signature,
      ],
      ['another file', () => changed((bytes) => bytes.set([0x3c], 0)), words.packFailure.notAPack],
      [
        'an older version',
        () => makePack({ ...small, version: 0 }, key),
        words.packFailure.downgrade({ offered: versionOf(0), installed: versionOf(2) }),
      ],
      [
        'one that has expired',
        () => makePack({ ...whole, expires: '2026-11-24' }, key),
        words.packFailure.expired({ date: dateWords('2026-11-24') }),
      ],
      [
        'one with another key',
        async () => makePack(whole, await createSigningKey()),
        /You know the pack People of tests under another key/u,
      ],
    ])('%s is refused with its reason', async (_, make, said) => {
      const bytes = await make();
      await options.evaluate(chooseFile, { name: 'bad.slpack', base64: Buffer.from(bytes).toString('base64') });
      const shown = await waitForText(options, words.packs.refused);
      expect(shown).toMatch(said);
      expect((await findPack(small.id))?.version).toBe(versionOf(2));
      await dismiss();
    });

    test('a file is taken in', async () => {
      const bytes = await makePack({ ...small, version: 3 }, key);
      await options.evaluate(chooseFile, { name: 'people.slpack', base64: Buffer.from(bytes).toString('base64') });
      await waitForText(options, words.packs.added({ version: versionOf(3) }));
      await dismiss();
    });

    test('a long import is stopped and goes on where it stopped', async () => {
      const large = { id: 'test-crowd', title: 'Crowd of tests', people: 40_000, version: 0 };
      const bytes = await makePack(large, key);
      server.put('test-crowd.slpack', bytes);
      server.slow.name = 'test-crowd.slpack';
      server.slow.milliseconds = 60;
      server.put('test-crowd.json', feedOf(large.id, 0, bytes, null));
      await enter(server.at('test-crowd.json'));
      await waitFor(
        'some of it',
        async () => ((await options.evaluate(readProgress, null)) > bytes.length * 0.7 ? true : null),
        30_000,
      );
      // The rest must not arrive before the press does.
      server.slow.milliseconds = 3_000;
      await clickControl(options, named(words.stop));
      await findControl(options, named(words.packs.resume));
      expect(await findPack(large.id)).toBeNull();
      server.slow.milliseconds = 0;
      server.log.length = 0;
      await clickControl(options, named(words.packs.resume));
      await waitForText(options, words.packs.added({ version: versionOf(0) }));
      // Only the rest travelled.
      expect(server.log.at(-1)).toMatch(/^GET test-crowd\.slpack from \d+$/u);
      // And it is kept up to date, as was asked when it began.
      expect((await findPack(large.id))?.subscription?.url).toBe(server.at('test-crowd.json'));
      expect(await search(personOf(large, 29_999))).toContain(personOf(large, 29_999));
      await dismiss();
    });

    test('what is removed is gone, with its subscription', async () => {
      const others = async () => (await overview()).packs.filter((pack) => !pack.isBuiltIn).length;
      for (let left = await others(); left > 0; left -= 1) {
        await clickControl(options, named(words.packs.remove));
        await clickControl(options, named(words.packs.removeSure));
        await waitFor('the end of one', async () => ((await others()) < left ? true : null));
      }
      expect(await search(personOf({ ...small, version: 3 }, 4))).toEqual([]);
    });
  });
}

/** Bytes of the import under way. */
function readProgress(): number {
  return document.querySelector('progress')?.value ?? 0;
}

interface ChosenFile {
  readonly name: string;
  readonly base64: string;
}

/** What the file chooser does once a file is chosen. */
function chooseFile({ name, base64 }: ChosenFile): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file][accept*=slpack]');
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name));
  if (input === null) throw new Error('there is no file field');
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Lets twelve hours pass for one subscription. */
function makeDue(pack: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sidelight');
    opening.addEventListener('error', () => reject(new Error('no database')));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('subscriptions', 'readwrite');
      const rows = transaction.objectStore('subscriptions');
      const reading = rows.get(pack);
      reading.addEventListener('success', () => rows.put({ ...(reading.result as object), nextAt: 0 }));
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

async function ringAlarm(name: string): Promise<void> {
  interface Alarms {
    readonly alarms: { create(name: string, info: { when: number }): Promise<void> | void };
  }
  const scope = globalThis as unknown as { readonly browser?: Alarms; readonly chrome: Alarms };
  await (scope.browser ?? scope.chrome).alarms.create(name, { when: Date.now() + 200 });
}
