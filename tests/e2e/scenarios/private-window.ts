import { expect, test } from 'vitest';
import type { RememberedPages } from '../../../lib/model/memory.ts';
import { type Driver, waitFor } from '../../../scripts/drive/driver.ts';
import { openDesk } from '../../../scripts/drive/reading.ts';
import type { Session } from '../harness/session.ts';

interface Manager {
  readonly developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  };
}
interface Windows {
  readonly windows: {
    create(options: { incognito: boolean; url: string }): Promise<{ readonly id: number; readonly incognito: boolean }>;
    remove(id: number): Promise<void>;
  };
}

/** Presses "Allow in Incognito" on the browser's page of extensions; the extension starts anew. */
async function allowPrivate(driver: Driver): Promise<void> {
  const manager = await driver.open('chrome://extensions/');
  await manager.evaluate(
    (extensionId) =>
      (globalThis as unknown as { readonly chrome: Manager }).chrome.developerPrivate.updateExtensionConfiguration({
        extensionId,
        incognitoAccess: true,
      }),
    new URL(driver.origin).host,
  );
  await manager.close();
}

/** The last of a browser's scenarios: pages of the extension that are open do not outlive its start. */
export function describePrivateWindow(session: () => Session): void {
  test('a page in a private window is read and never kept', async () => {
    const { driver, fresh } = session();
    await allowPrivate(driver);
    const desk = await waitFor('the extension’s new start', () => openDesk(driver).catch(() => null), 30_000);
    await desk.set({ memory: 'on' });
    await desk.askBackground('forget', { what: { kind: 'all' } });
    const remembered = async (): Promise<number> =>
      (await desk.askBackground<RememberedPages>('rememberedPages', { offset: 0, limit: 10 })).total;

    const secret = fresh('article.html');
    const { id, incognito } = await desk.tab.evaluate(
      (url) => (globalThis as unknown as { readonly chrome: Windows }).chrome.windows.create({ incognito: true, url }),
      secret,
    );
    expect(incognito).toBe(true);
    expect((await desk.reading(secret)).claims.length).toBeGreaterThan(0);
    expect(await remembered()).toBe(0);

    const open = fresh('earlier.html');
    const tab = await driver.open(open);
    await desk.reading(open);
    await waitFor('the page of the usual window in memory', async () => ((await remembered()) === 1 ? true : null));
    await desk.tab.evaluate(
      (window) => (globalThis as unknown as { readonly chrome: Windows }).chrome.windows.remove(window),
      id,
    );
    await tab.close();
  });
}
